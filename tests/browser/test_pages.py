"""Every page, in both languages, light and dark, on a phone and on a desk."""

from browser.looking import Visit
from browser.openings import Opening
from browser.served import ROOT


def test_every_chart_is_drawn(visit: Visit) -> None:
    assert all(chart["rows"] and all(chart["rows"]) and chart["marks"] for chart in visit.charts)


def test_nothing_goes_wrong_in_the_browser(visit: Visit) -> None:
    assert visit.errors == []


def test_no_other_host_is_asked_for_anything(visit: Visit) -> None:
    assert visit.hosts - {""} == {visit.host}


def test_the_page_keeps_the_rules_of_accessibility(visit: Visit) -> None:
    assert visit.violations == []


def test_nothing_scrolls_sideways(visit: Visit) -> None:
    assert visit.too_wide <= 0


def test_the_page_says_which_language_it_is_in(visit: Visit) -> None:
    assert visit.language == visit.asked_language
