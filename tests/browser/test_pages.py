"""Every page, in both languages, light and dark, on a phone and on a desk."""

from browser.looking import Visit
from browser.served import ROOT


def test_every_chart_is_drawn(visit: Visit) -> None:
    assert all(chart["rows"] and all(chart["rows"]) and chart["marks"] for chart in visit.charts)
    if visit.opening.database == "demo":  # it has something to show in all but the chart by series
        assert len(visit.charts) + visit.reasons == charts_on(visit.opening.page_name)
        assert visit.reasons == (visit.opening.page_name == "turnaround")


def charts_on(page_name: str) -> int:
    """How many charts the script of a page asks for; the story of one suggestion has none."""
    script = ROOT / "pages" / f"{page_name}.py"
    return script.read_text(encoding="utf-8").count("ui.chart(") if script.exists() else 0


def test_no_word_of_a_chart_is_cut_off(visit: Visit) -> None:
    assert [word for chart in visit.charts for word in chart["cut_off"]] == []


def test_nothing_goes_wrong_in_the_browser(visit: Visit) -> None:
    assert visit.errors == []


def test_no_other_host_is_asked_for_anything(visit: Visit) -> None:
    assert visit.strange_hosts == set()


def test_the_rules_of_accessibility_are_kept(visit: Visit) -> None:
    assert visit.violations == []


def test_nothing_scrolls_sideways(visit: Visit) -> None:
    assert visit.too_wide <= 0


def test_the_page_says_which_language_it_is_in(visit: Visit) -> None:
    assert visit.language == visit.opening.language
