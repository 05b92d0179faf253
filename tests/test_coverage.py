"""Where the data end is said everywhere, and what is not among them is nobody's fault and no rate."""

import datetime
import re
import string
from collections.abc import Iterator
from typing import Any

import orjson
import pytest
from for_each import for_each

from dashboard import charts, coverage, queries, slides, strings, uploads
from dashboard.charts import Labels, style
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.naming import labels_in
from dashboard.queries import Rows
from dashboard.states import STATES
from dashboard.ui import data_freshness, table_files, tables
from dashboard.ui.language import labels, words
from dashboard.ui.this_run import this_run

LAST_DAY, LATER, TODAY = datetime.date(2025, 11, 25), datetime.date(2026, 3, 31), datetime.date(2026, 6, 1)
BAND = {
    "ko": "2025년 11월 언론 보도를 정리한 자료입니다. 2025. 11. 25. 이후의 회신은 이 자료로 알 수 없습니다.",
    "en": "Press reports of November 2025. Replies after 2025-11-25 cannot be known from these data.",
}
CHARTS = {
    "response_rates/answers_by_session": charts.answers_by_session,
    "response_rates/answers_by_category": charts.answers_by_category,
    "response_rates/answers_by_department": charts.answers_by_department,
    "overview/received_and_answered": charts.received_and_answered,
    "sessions/meetings": charts.meetings,
    "turnaround/days_to_answer": charts.days_to_answer,
    "turnaround/days_to_first_feedback": charts.days_to_first_feedback,
    "turnaround/turnaround_by_category": charts.turnaround_by_category,
    "turnaround/waiting_by_days": charts.waiting_by_days,
    "turnaround/turnaround_by_month": charts.turnaround_by_month,
    "turnaround/on_time_by_month": charts.on_time_by_month,
}
FIGURES = (
    "received",
    "feedback_rate",
    "answer_rate",
    "waiting_overdue",
    "median_turnaround",
    "median_first_feedback",
    "on_time_rate",
    "reason_rate",
    "adoption_rate",
)
# Words that say of somebody that they are late; "60일 초과" is a band of days and says nothing of the kind.
BLAME = re.compile(
    r"목표일 초과|초과 \d|넘겼|넘긴|회신을 기다|기다리는|기다린|(?<!waiting_)[Oo]verdue|still wait|days over"
)
both_languages = pytest.mark.parametrize("language", strings.LANGUAGES)


@pytest.fixture(scope="module")
def record() -> Iterator[Database]:
    """The public record."""
    database = Database(None, today=TODAY)
    uploads.first_load(database)
    yield database
    database.close()


def without_replies(language: str) -> Labels:
    return labels_in(language, includes_replies=False)


def row_of(database: Database) -> dict[str, Any]:
    row = coverage.read(database)
    assert row
    return row


@both_languages
def test_the_band_says_what_the_record_is_and_where_it_ends(record: Database, language: str) -> None:
    assert charts.describe_coverage(row_of(record), labels_in(language)) == BAND[language]


def test_the_band_is_in_korean_where_nobody_wrote_it_in_english_and_names_replies_only_where_they_lack(
    record: Database,
) -> None:
    row = row_of(record) | {"description_en": None, "includes_replies": True}
    told = charts.describe_coverage(row, labels_in("en"))
    assert told.startswith("2025년 11월 언론 보도를 정리한 자료입니다. What came after 2025-11-25")


def test_only_a_later_day_carries_a_caution(record: Database) -> None:
    row, labels = row_of(record), labels_in("ko")
    assert "2026. 3. 31." in charts.describe_later_day(row, LATER, labels)
    assert charts.describe_later_day(row, LAST_DAY, labels) == ""
    assert charts.describe_later_day(None, LATER, labels) == ""


def test_the_day_looked_at_says_whether_it_is_today_the_last_day_or_later(record: Database) -> None:
    row, labels = row_of(record), labels_in("ko")
    days = [
        charts.describe_day(row, LAST_DAY, labels, is_chosen=False),
        charts.describe_day(row, LAST_DAY, labels, is_chosen=True),
        charts.describe_day(row, LATER, labels, is_chosen=True),
        charts.describe_day(None, LATER, labels, is_chosen=False),
        charts.describe_day(None, LATER, labels, is_chosen=True),
    ]
    assert days == [
        "2025. 11. 25.(화) 자료의 마지막 날",
        "2025. 11. 25.(화)",
        "2026. 3. 31.(화), 자료는 2025. 11. 25.까지",
        "2026. 3. 31.(화) 오늘",
        "2026. 3. 31.(화)",
    ]


def test_the_line_under_the_title_says_both_days_and_no_age(record: Database) -> None:
    loaded = datetime.datetime(2026, 11, 25, 4, 20)
    line = data_freshness.describe_newest("ko", row_of(record), loaded, 36)
    assert (line["time"], line["ends"]) == ("자료: 2025. 11. 25.까지 · 등록: 2026. 11. 25. 13:20", True)
    assert line["until"] == "자료: 2025. 11. 25.까지"
    ordinary = data_freshness.describe_newest("ko", None, loaded, 36)
    assert (ordinary["time"], ordinary["ends"]) == ("2026. 11. 25. 13:20", False)


@for_each(strings.dictionary("ko"))
def test_other_words_stand_in_for_words_that_exist_and_take_no_more_than_those(key: str) -> None:
    if key.startswith("without_replies."):
        usual = key.removeprefix("without_replies.")
        for language in strings.LANGUAGES:
            dictionary = strings.dictionary(language)
            assert placeholders(dictionary[key]) <= placeholders(dictionary[usual])


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("day", [LAST_DAY, LATER], ids=str)
@pytest.mark.parametrize("name", CHARTS)
@both_languages
def test_no_chart_of_the_record_is_red_or_says_that_somebody_is_late(
    record: Database, language: str, name: str, day: datetime.date
) -> None:
    rows = queries.answer(record, name, Filters(day))
    drawn = orjson.dumps(CHARTS[name](rows, without_replies(language))).decode()
    assert style.DANGER not in drawn
    assert not BLAME.search(drawn)


@both_languages
def test_past_its_target_day_stands_no_reply_on_record(record: Database, language: str) -> None:
    rows: Rows = queries.answer(record, "response_rates/answers_by_session", Filters(LATER))
    figure = charts.answers_by_session(rows, without_replies(language))
    part = next(trace for trace in figure["data"] if sum(filter(None, trace["x"])) == 26)
    assert part["name"] == {"ko": "최종 회신 기록 없음", "en": "No final answer on record"}[language]
    assert part["marker"]["color"] == style.OUTLINE
    assert part["marker"]["pattern"]["shape"]


def test_an_ordinary_database_says_overdue_in_red(record: Database) -> None:
    rows = queries.answer(record, "response_rates/answers_by_session", Filters(LATER))
    figure = charts.answers_by_session(rows, labels_in("ko"))
    part = next(trace for trace in figure["data"] if sum(filter(None, trace["x"])) == 26)
    assert (part["name"], part["marker"]["color"]) == ("목표일 초과", style.DANGER)


@pytest.mark.parametrize("dark", [False, True])
def test_the_gray_of_it_stands_out_and_is_told_from_the_other_grays_by_its_pattern(dark: bool) -> None:
    def shade(color: str) -> str:
        return style.DARK[color] if dark else color

    gray = style.marker("waiting_overdue", includes_replies=False)
    assert contrast(shade(gray["color"]), shade(style.PAPER)) >= 3
    patterns = [
        style.marker(state, includes_replies=False).get("pattern", {}).get("shape", "") for state in STATES
    ]
    assert patterns.count(gray["pattern"]["shape"]) == 1


def contrast(one: str, other: str) -> float:
    """The ratio of two colours as WCAG 2.2 defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: str) -> float:
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("day", [LAST_DAY, LATER], ids=str)
@both_languages
def test_counts_and_no_rate_stand_as_headline_figures(
    record: Database, language: str, day: datetime.date
) -> None:
    (row,) = queries.answer(record, "figures/headline", Filters(day))
    labels = without_replies(language)
    told = {name: charts.summarize_figure(name, row, labels) for name in FIGURES}
    assert not [value for value in told.values() if "%" in value or "/" in value]
    assert [told[name].split("건")[0] for name in ("received", "feedback_rate", "answer_rate")] == [
        "26",
        "3",
        "0",
    ]
    assert not [name for name in FIGURES if BLAME.search(f"{labels(f'figures.{name}')} {told[name]}")]


def test_nothing_at_all_stays_unknown_and_is_not_counted_as_none(record: Database) -> None:
    (row,) = queries.answer(record, "figures/headline", Filters(LAST_DAY))
    said = charts.describe_figure("adoption_rate", row, without_replies("ko"))
    assert said == ("–", "이 자료에 최종 회신 기록 없음")


@both_languages
def test_what_is_unknown_says_why(record: Database, language: str) -> None:
    """A dash alone is read as nothing done."""
    rows = [queries.answer(record, f"figures/{name}", Filters(LATER))[0] for name in ("headline", "promises")]
    for spoken in (without_replies(language), labels_in(language)):
        for name in ("adoption_rate", "reason_rate", "fulfilment_rate", "confirmed_rate"):
            value, why = charts.describe_figure(name, rows[0] | rows[1], spoken)
            assert value == "–"
            assert why


def test_a_state_is_said_without_the_days_that_nobody_can_know() -> None:
    row = {"state": "waiting_overdue", "days_over": 81}
    assert without_replies("ko").state(row) == "최종 회신 기록 없음"
    assert labels_in("ko").state(row) == "목표일 초과 · 근무일 81일"


@pytest.mark.parametrize(
    "name",
    [
        name
        for folder in (
            "metrics",
            "overview",
            "promises",
            "response_rates",
            "sessions",
            "tasks",
            "turnaround",
        )
        for name in queries.names(folder)
    ],
)
@both_languages
def test_no_title_or_meaning_says_that_somebody_is_late_or_what_the_rate_is(name: str, language: str) -> None:
    document = queries.load(name).worded(includes_replies=False)
    words = " ".join(
        (document.title[language], document.meaning[language], document.caution.get(language, ""))
    )
    assert not BLAME.search(words)
    assert not re.search(r"비율|회신율|기재율|수용률|[Tt]he share|[Rr]ate\b", words)


@pytest.fixture
def run_without_replies(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a run of a page settles on data that leave out the replies of the body itself."""
    monkeypatch.setattr(this_run, "includes_replies", False)
    monkeypatch.setattr(this_run, "kept", {})


@pytest.mark.usefixtures("run_without_replies")
def test_pages_take_the_words_that_are_right_for_the_data() -> None:
    assert words("figures.answer_rate") == "최종 회신 기록이 있는 건의"
    assert words("columns.waiting_overdue") == "최종 회신 기록 없음"
    assert words("figures.received") == "접수된 건의"


@pytest.mark.parametrize("language", strings.LANGUAGES)
@pytest.mark.parametrize("name", [name for name in FIGURES if name.endswith("_rate")])
def test_the_title_of_a_count_is_not_that_of_a_rate(name: str, language: str) -> None:
    title = without_replies(language)(f"figures.{name}")
    assert not re.search("율|률|[Rr]ate", title)
    assert title == queries.load(f"metrics/{name}").worded(includes_replies=False).title[language]


def write_csv(rows: queries.Rows) -> str:
    """The file that is offered below a chart."""
    listed = table_files.Listed("", tables.shown_columns(rows), lambda: rows, len(rows), {})
    return table_files.write_file("csv", listed, labels(), {}).decode("utf-8-sig")


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.usefixtures("run_without_replies")
def test_neither_a_folded_table_nor_its_file_holds_a_rate_of_the_record(record: Database, name: str) -> None:
    rows = queries.answer(record, name, Filters(LATER))
    for text in (str(tables.rows_table(rows)), write_csv(rows)):
        assert not re.search("율|비율|95%", text)


def test_an_ordinary_table_has_its_rates(record: Database) -> None:
    rows = queries.answer(record, "turnaround/on_time_by_month", Filters(LATER))
    assert "목표일 내 회신율" in write_csv(rows)


@pytest.mark.parametrize("name", [name for name in CHARTS if "days_" in name])
@both_languages
def test_a_curve_of_the_record_counts_and_gives_no_share(record: Database, language: str, name: str) -> None:
    rows = queries.answer(record, name, Filters(LATER))
    figure = CHARTS[name](rows, without_replies(language))
    texts = [text for trace in figure["data"] for text in trace.get("hovertext") or []]
    axis = [
        text
        for key, part in figure["layout"].items()
        if key.startswith("yaxis")
        for text in part.get("ticktext", [])
    ]
    assert not [text for text in (*texts, *axis) if "%" in text]
    if name == "turnaround/days_to_first_feedback":
        assert texts[-1].startswith("3")


def test_other_words_in_one_language_are_refused_by_name() -> None:
    header = "-- ko: 제목\n--     뜻입니다.\n-- en: Title\n--     Meaning.\n"
    header += "-- without replies ko: 제목\n--     뜻입니다.\n"
    with pytest.raises(queries.BadHeader, match=r"queries/x/y\.sql.*both languages"):
        queries.parse("x/y", f"{header}\nselect 1;")


@pytest.mark.parametrize("day", [LAST_DAY, LATER], ids=str)
@both_languages
def test_every_slide_carries_the_band_and_none_says_that_somebody_is_late(
    record: Database, language: str, day: datetime.date
) -> None:
    labels = without_replies(language)
    source = slides.Source(record, labels, Filters(day))
    ids = [row[0] for row in record.cursor().execute("select suggestion_id from suggestions").fetchall()]
    outline = slides.build_slides(source, slides.NAMES, ids)
    deck = slides.build_deck(source, outline, described="", link=None)
    content = orjson.loads(deck)
    assert content["band"] == BAND[language]
    assert content["footer"]["at"] is None  # no age: it would be taken for that of what is shown
    assert content["footer"]["time"].startswith({"ko": "등록: ", "en": "loaded: "}[language])
    shown = orjson.dumps([slide | {"name": "", "key": ""} for slide in content["slides"]]).decode()
    assert style.DANGER not in orjson.dumps(content["marks"]).decode()
    assert content["calm"]
    assert '"tone":"danger"' not in shown
    assert not BLAME.search(shown)
    assert BAND[language].encode() in slides.build_file(deck)


def test_the_slides_of_an_ordinary_database_have_an_age_and_no_band(database: Database) -> None:
    with database.writing() as cursor:
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")
    source = slides.Source(database, labels_in("ko"), Filters(LATER))
    deck = slides.build_deck(source, slides.build_slides(source, slides.NAMES), described="", link=None)
    content = orjson.loads(deck)
    assert content["band"] == ""
    assert content["footer"]["at"] > 0
    assert style.DANGER in deck.decode()
