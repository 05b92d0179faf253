"""What one must know of a chart: about its data, how it is calculated, and how another site shows it."""

import html

import streamlit as st
from markupsafe import Markup

from dashboard import coverage, published, queries
from dashboard.charts import describe_coverage
from dashboard.filters import Filters
from dashboard.published import Question
from dashboard.ui import filter_chips, url_state
from dashboard.ui.copied_texts import show_texts
from dashboard.ui.language import document, labels, language, plain, whole, words
from dashboard.ui.served_database import database
from dashboard.ui.tables import text_table
from dashboard.ui.texts import write_source
from dashboard.web.embedding import embed_hosts
from dashboard.web.public_address import public_url

_FACTS = Markup("<dl class='facts stacked'>{}</dl>")
_FACT = Markup("<div><dt>{}</dt><dd>{}</dd></div>")
_COUNTED = Markup("{} <a class='whole' href='{}' target='_self'>{}</a>")
_LINE = Markup("<br>")

# Pixels of heading, sentence, table and footer around the figure of an embedded chart, at a column's width.
_AROUND = 260


def show_about(name: str, filters: Filters) -> None:
    """Day, filters, coverage, version, sources, terms, and what is counted."""
    st.subheader(words("published.about"), anchor=False)
    label, described, covered = labels(), document(name), coverage.read(database())
    facts = [
        ("as_of", whole(filter_chips.describe_filters())),
        ("covers", whole(describe_coverage(covered, label)) if covered else ""),
        ("data_version", whole(published.describe_version(database(), label))),
        ("sources", _write_sources(filters)),
        ("terms_of_use", published.terms_of_use() or ""),
        (
            "counted",
            _COUNTED.format(
                whole(described.meaning[label.language]),
                url_state.link("definitions"),
                words("published.all_definitions"),
            ),
        ),
        (
            "invented",
            words("frame.demo") if queries.answer(database(), "frame/standing")[0]["is_demo"] else "",
        ),
    ]
    rows = (_FACT.format(words(f"published.{key}"), fact) for key, fact in facts if fact)
    st.html(_FACTS.format(Markup().join(rows)))


def _write_sources(filters: Filters) -> Markup | str:
    """What the suggestions behind the chart name as their source, and how many of them."""
    rows = queries.answer(database(), "chart/sources", filters)
    lines = [
        Markup("{} ({})").format(
            write_source(row["source"]) if row["source"] else words("published.no_source"),
            labels().count(row["suggestions"]),
        )
        for row in rows
    ]
    named = sum(1 for row in rows if row["source"])
    if rows and rows[0]["all_sources"] > named:
        lines.append(
            Markup("{}").format(words("published.more_sources", count=rows[0]["all_sources"] - named))
        )
    return _LINE.join(lines) if any(row["source"] for row in rows) else ""


def show_sql(name: str, filters: Filters) -> None:
    """The SQL with the values that stand in it, folded away."""
    key = name.replace("/", "_")
    folded = st.expander(words("definitions.sql"), key=f"sql_of_{key}", on_change="rerun")
    if not folded.open:
        return
    given, taken = filters.parameters(), queries.load(name).parameters
    address = {parameter: key for key, parameter in published.PARAMETERS.items()} | {"as_of": "as_of"}
    rows = [[f"${name}", words(f"filters.{address[name]}"), _write_value(given[name])] for name in taken]
    with folded:
        if rows:
            headings = ("parameter", "parameter_meaning", "parameter_value")
            st.html(text_table([words(f"published.{heading}") for heading in headings], rows))
        st.code(queries.load(name).sql, language="sql")


def _write_value(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(part or words("chart.no_department") for part in value) or words("filters.all")
    return str(value)


def show_embedding(name: str, question: Question, height: int) -> None:
    """How another site shows the chart, and the plain addresses of its rows; folded away."""
    key = name.replace("/", "_")
    folded = st.expander(words("published.embedding"), key=f"embedding_{key}", on_change="rerun")
    if not folded.open:
        return
    base, hosts = _find_base(), embed_hosts()
    address = published.address_of(name, question, base)
    texts = {
        words("published.code"): _write_frame(name, f"{address}&embed=1", height + _AROUND),
        words("published.address"): address,
        **{
            words("published.file_address", kind=kind.upper()): (
                f"{base}/{published.file_address(name, kind, question)}"
            )
            for kind in ("csv", "json")
        },
    }
    with folded:
        st.markdown(words("published.embed_how"))
        said = (
            words("published.embed_hosts", hosts=", ".join(hosts)) if hosts else words("published.no_hosts")
        )
        st.caption(plain(said))
        show_texts(texts, key=f"copied_{key}")


def _write_frame(name: str, address: str, height: int) -> str:
    title = html.escape(document(name).title[language()])
    return (
        f'<iframe src="{html.escape(address)}" title="{title}" width="100%" height="{height}" '
        'loading="lazy" style="border: 0"></iframe>'
    )


def _find_base() -> str:
    """The address of the dashboard: the public one, else that which the browser has open."""
    return public_url() or str(st.context.url or "").partition("?")[0].rpartition("/")[0]
