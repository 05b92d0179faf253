"""One chart as a page of its own, to stand within a page of another site: no menu, no filters, no socket."""

from collections.abc import Iterable

from markupsafe import Markup

from dashboard import coverage, queries
from dashboard.charts import Labels, describe_coverage
from dashboard.database import Database
from dashboard.published.drawing import Drawing, build_drawing, explain_empty, is_empty, place_events
from dashboard.published.files import shown_columns, terms_of_use
from dashboard.published.filter_words import describe_filters
from dashboard.published.question import Question, address_of, file_address
from dashboard.published.registry import CHARTS
from dashboard.published.whole_words import keep_whole
from dashboard.queries import Rows

# Longer tables are for a spreadsheet: the page leads to the file.
_MOST_ROWS = 500

# All addresses are relative: the page stands wherever the dashboard is served.
_PAGE = Markup(
    '<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<meta name="color-scheme" content="light dark">\n<meta name="robots" content="noindex">\n'
    "<title>{title}</title>\n"
    '<link rel="icon" href="data:,">\n'
    '<link rel="stylesheet" href="app/static/embed.css">\n{script}</head>\n'
    "<body>\n<main>\n{content}</main>\n</body>\n</html>\n"
)
NO_MARKUP = Markup()
_SCRIPT = Markup('<script type="module" src="app/static/embed.js"></script>\n')
_HEADING = Markup("<h1>{}</h1>\n")
_PARAGRAPH = Markup('<p class="{}">{}</p>\n')
_FIGURE = Markup(
    '<div id="chart" style="height: {height}px"></div>\n'
    '<script type="application/json" id="drawing">{payload}</script>\n'
)
_TABLE = Markup(
    "<details>\n<summary>{summary}</summary>\n"
    '<div class="rows" tabindex="0" role="region" aria-label="{summary}">\n'
    "<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>\n</div>\n{rest}</details>\n"
)
_HEAD = Markup('<th scope="col">{}</th>')
_ROW = Markup("<tr>{}</tr>")
_CELL = Markup("<td>{}</td>")
_FOOTER = Markup("<footer>\n{}</footer>\n")
_SOURCE = Markup(
    '<p>{source} <a href="{address}" target="_blank" rel="noopener">{name} <span>{opens}</span></a></p>\n'
)
_REST = Markup('<p><a href="{address}">{words}</a></p>\n')


def write_embed(database: Database, name: str, question: Question) -> bytes:
    """The page of a chart as HTML: heading, sentence, figure, table, and whose it is with a link to it."""
    labels, filters = question.labels, question.filters
    rows = queries.answer(database, name, filters)
    document = queries.load(name).worded(includes_replies=labels.includes_replies)
    title = document.title[labels.language]
    parts = [_HEADING.format(title), *_warn_of_invented(database, labels)]
    if is_empty(rows):
        parts.append(_PARAGRAPH.format("sentence", explain_empty(database, name, filters, labels)))
    else:
        events, words = queries.answer(database, "frame/events", filters), {"save": ""}
        drawing = build_drawing(name, CHARTS[name], rows, labels, "", events=events, words=words)
        parts.append(_PARAGRAPH.format("sentence", keep_whole(drawing.sentence)))
        if document.caution:
            parts.append(_PARAGRAPH.format("caution", document.caution[labels.language]))
        parts.append(_write_figure(drawing))
        parts += [_PARAGRAPH.format(classes, keep_whole(said)) for classes, said in place_events(drawing)]
        parts.append(_write_table(name, rows, question))
    parts.append(_write_footer(database, name, question))
    return _write_page(title, labels, parts, script=_SCRIPT)


def write_refusal(labels: Labels, sentence: str) -> bytes:
    """The page that stands in the place of a chart which cannot be shown, with a link to those there are."""
    parts = [_PARAGRAPH.format("sentence", sentence), _FOOTER.format(_write_source("chart", labels))]
    return _write_page(labels("app.name"), labels, parts)


def _write_page(title: str, labels: Labels, parts: Iterable[Markup], script: Markup = NO_MARKUP) -> bytes:
    content = Markup().join(parts)
    page = _PAGE.format(language=labels.language, title=title, script=script, content=content)
    return page.encode("utf-8")


def _warn_of_invented(database: Database, labels: Labels) -> list[Markup]:
    (standing,) = queries.answer(database, "frame/standing")
    return [_PARAGRAPH.format("caution", labels("frame.demo"))] if standing["is_demo"] else []


def _write_figure(drawing: Drawing) -> Markup:
    # Within a script element only its end tag is read: a `<` of the data is written as JSON writes any sign.
    payload = drawing.payload.decode("utf-8").replace("<", "\\u003c")
    return _FIGURE.format(height=drawing.height, payload=Markup(payload))


def _write_table(name: str, rows: Rows, question: Question) -> Markup:
    labels = question.labels
    columns = shown_columns(rows, labels)
    head = Markup().join(_HEAD.format(labels(f"columns.{column}")) for column in columns)
    body = Markup().join(
        _ROW.format(Markup().join(_CELL.format(labels.value(column, row[column])) for column in columns))
        for row in rows[:_MOST_ROWS]
    )
    rest = Markup()
    if len(rows) > _MOST_ROWS:
        file = file_address(name, "csv", question)
        rest = _REST.format(address=file, words=labels("published.all_rows", count=f"{len(rows):,}"))
    return _TABLE.format(summary=labels("chart.table"), head=head, body=body, rest=rest)


def _write_footer(database: Database, name: str, question: Question) -> Markup:
    labels, covered = question.labels, coverage.read(database)
    is_chosen = question.is_day_chosen or not covered
    said = [describe_filters(database, labels, question.filters, is_chosen=is_chosen)]
    said += [describe_coverage(covered, labels)] if covered else []
    said += [labels("published.terms", terms=terms)] if (terms := terms_of_use()) else []
    lines = [_PARAGRAPH.format("day", line) for line in said]
    return _FOOTER.format(Markup().join([*lines, _write_source(address_of(name, question), labels)]))


def _write_source(address: str, labels: Labels) -> Markup:
    words = {"source": labels("published.source"), "opens": labels("published.new_window")}
    return _SOURCE.format(address=address, name=labels("app.name"), **words)
