"""Every page, in both languages, light and dark, on a phone and on a desk."""

import re
from itertools import product

from browser.looking import Visit
from browser.openings import LANGUAGES, SCHEMES, WIDTHS, openings
from browser.served import ROOT

from dashboard import access
from dashboard.web import merged_scripts

BAND = {
    "ko": "2025년 11월 언론 보도를 정리한 자료입니다. 2025. 11. 25. 이후의 회신은 이 자료로 알 수 없습니다.",
    "en": "Press reports of November 2025. Replies after 2025-11-25 cannot be known from these data.",
}
CAUTION = {
    "ko": "기준일 2026. 3. 31.은 마지막 자료일보다 뒤입니다.",
    "en": "The as-of date, 2026-03-31, is after",
}


def test_every_chart_is_drawn(visit: Visit) -> None:
    assert all(any(chart["rows"]) and chart["marks"] for chart in visit.charts)
    if visit.opening.database == "demo":  # it has something to show in all but the chart by series
        assert len(visit.charts) + visit.reasons == charts_on(visit.opening.page_name)
        assert visit.reasons == (visit.opening.page_name == "turnaround")


def charts_on(page_name: str) -> int:
    """How many charts the script of a page asks for; one suggestion, or one meeting, has none."""
    if page_name == "chart":
        return 1
    script = ROOT / "pages" / f"{page_name}.py"
    return script.read_text(encoding="utf-8").count("ui.chart(") if script.exists() else 0


def test_no_word_of_a_chart_is_cut_off(visit: Visit) -> None:
    assert [word for chart in visit.charts for word in chart["cut_off"]] == []


def test_nothing_goes_wrong_in_the_browser(visit: Visit) -> None:
    assert visit.errors == []


def test_no_other_host_is_asked_for_anything(visit: Visit) -> None:
    assert visit.strange_hosts == set()


def test_what_is_in_the_merged_script_is_not_fetched_a_second_time(visit: Visit) -> None:
    merged = merged_scripts.merged()
    assert merged is not None
    assert visit.files.count(merged.file) == 1
    assert merged.names.keys().isdisjoint(visit.files)


def test_the_rules_of_accessibility_are_kept(visit: Visit) -> None:
    assert visit.violations == []


def test_nothing_scrolls_sideways(visit: Visit) -> None:
    assert visit.too_wide <= 0


def test_the_page_says_which_language_it_is_in(visit: Visit) -> None:
    assert visit.language == visit.opening.language


def test_every_page_of_the_record_says_what_it_is_and_no_other_does(visit: Visit) -> None:
    if visit.opening.database != "record":
        assert visit.band == []
        return
    language, page_name = visit.opening.language, visit.opening.page_name
    dated = page_name in ("story", "meeting") or access.page(page_name).has_filters
    assert visit.band[0] == BAND[language]
    assert [line.startswith(CAUTION[language]) for line in visit.band[1:]] == [True] * dated
    assert not dated or "2025" in visit.day[0].partition(", ")[2]


def test_no_rate_stands_as_a_headline_of_the_record(visit: Visit) -> None:
    if visit.opening.database == "record":
        assert not [figure for figure in visit.figures if re.search(r"%|\d/\d|\d of \d", figure)]


def test_the_time_of_loading_is_not_taken_for_that_of_the_record(visit: Visit) -> None:
    if visit.opening.database == "record":
        said = {"ko": r"자료: 2025. 11. 25.까지 · 등록: ", "en": r"Data: up to 2025-11-25 · loaded: "}
        day_and_minute = r"\d{4}(\. \d+\. \d+\.|-\d\d-\d\d) \d\d:\d\d"
        assert re.search(f"{re.escape(said[visit.opening.language])}{day_and_minute}\n", visit.freshness)


def test_every_page_is_seen_in_two_ways_that_share_nothing_and_the_pages_together_in_all() -> None:
    seen = [opening for opening in openings(every=False) if opening.database != "empty"]
    for page_name in {opening.page_name for opening in seen}:
        ways = [opening for opening in seen if opening.page_name == page_name]
        assert {way.language for way in ways} == set(LANGUAGES)
        assert {way.scheme for way in ways} == set(SCHEMES)
        assert {way.width for way in ways} == set(WIDTHS)
    together = {(opening.language, opening.scheme, opening.width) for opening in seen}
    assert together == set(product(LANGUAGES, SCHEMES, WIDTHS))
