"""Nothing on any page is what a designer would circle; and the check that says so finds what is wrong."""

from collections.abc import Callable
from itertools import product

import pytest
from browser.layout import faults
from browser.looking import settle
from browser.openings import LANGUAGES, SCHEMES, Opening, pages_of
from playwright.sync_api import BrowserContext, Page, expect

from dashboard.slides import STORIES

WIDTHS = (360, 768, 1280, 1920)
STAGES = ((1920, 1080), (1280, 720))
HEIGHT = 800
SAMPLE = ("overview", "response_rates", "suggestions", "story", "tasks")  # a page of each kind
CURRENT = ".deck .slide.current"

# What is meant to be so: words in a fault, and the reason.
ACCEPTED = {
    "broken date: stMain span:": "In a card on a phone a meeting with its full day is longer than a line.",
    "broken date: st-key-from_": "The label of a button has no markup that would keep an English date whole.",
    "hole: section p: 396 px below": "A slide that says there is nothing says so in the middle.",
    "hole: divider": "A slide that begins a part has its name and what comes in it, on an empty ground.",
}

# A kind of fault, a page that has it, and one like it that has not.
BOX = "width:160px;font:16px/1.5 sans-serif"
LONG = "긴 글 " * 20
TEXT = "<span style='position:absolute;left:{}px;top:8px;white-space:nowrap'>열두 글자</span>"
BAR = "<div style='display:flex'><div style='width:400px'>{}</div><div style='width:400px'>{}</div></div>"
WHOLE = "<span style='display:inline-block;white-space:nowrap'>{}</span>"
KEY = (
    "<svg><g class=legend><rect class=bg width={} height=40 /><text x=4 y=24>목표일 내 회신</text></g></svg>"
)
WIDE = "<main data-testid=stMain style='width:300px;overflow:auto'><p style='width:{}px'>한 줄</p></main>"
TALL = "<p>한 줄</p>" * 12
EXAMPLES = [
    (
        "clipped",
        f"<p style='{BOX};overflow:hidden;white-space:nowrap;text-overflow:ellipsis'>{LONG}</p>",
        f"<p title='{LONG}' style='{BOX};overflow:hidden;white-space:nowrap'>{LONG}</p>",
    ),
    (
        "clipped",
        f"<div style='{BOX};height:30px;overflow:hidden'>{LONG}</div>",
        f"<div style='{BOX};height:30px;overflow:auto'>{LONG}</div>",
    ),
    (
        "clipped",
        "<input style='width:60px' placeholder='무엇을 찾으십니까'>",
        "<input style='width:260px' placeholder='무엇을 찾으십니까'>",
    ),
    (
        "clipped",
        KEY.format(40),
        KEY.format(240),
    ),
    (
        "broken word",
        f"<p style='{BOX};word-break:break-all'>최종 회신을 하였습니다 그리고 감사합니다</p>",
        f"<p style='{BOX};word-break:keep-all'>최종 회신을 하였습니다 그리고 감사합니다</p>",
    ),
    (
        "broken word",
        "<p style='width:4em;overflow-wrap:anywhere'>suggestions and more</p>",
        "<p style='width:9em;overflow-wrap:anywhere'>suggestions and more</p>",
    ),
    (
        "broken word",
        f"<p style='width:min-content'>{WHOLE.format('‘실증 공간’')}을 본다</p>",
        f"<p style='width:min-content'>{WHOLE.format('‘실증’')} 공간을 보았다</p>",
    ),
    (
        "broken date",
        f"<p style='width:min-content'>{WHOLE.format('기준일 2026. 3.')} 31. 현재의 자료</p>",
        f"<p style='width:min-content'>기준일 {WHOLE.format('2026. 3. 31.')} 현재의 자료</p>",
    ),
    (
        "orphan",
        f"<p style='width:min-content'>{WHOLE.format('규제특례와 조례 정비')} 안</p>",
        f"<p style='width:min-content'>{WHOLE.format('규제특례와 조례')} 정비 안</p>",
    ),
    ("written over each other", TEXT.format(8) + TEXT.format(40), TEXT.format(8) + TEXT.format(140)),
    (
        "written over each other",
        "<svg><text x=10 y=30>2026. 1.</text><text x=40 y=32>2026. 2.</text></svg>",
        "<svg><text x=10 y=30>2026. 1.</text><text x=120 y=32>2026. 2.</text></svg>",
    ),
    ("wider than the page", WIDE.format(400), WIDE.format(280)),
    ("outside of the window", TEXT.format(1260), TEXT.format(1000)),
    (
        "outside of its card",
        f"<div style='{BOX};border:1px solid'><p style='white-space:nowrap'>{'긴 글 ' * 9}</p></div>",
        f"<div style='{BOX};border:1px solid'><p>{'긴 글 ' * 9}</p></div>",
    ),
    ("hole", "<p>위</p><p style='margin-top:300px'>아래</p>", "<p>위</p><p style='margin-top:90px'>아래</p>"),
    ("column nearly empty", BAR.format(TALL, "<p>하나</p>"), BAR.format(TALL, TALL)),
    (
        "two charts of one name",
        "<div class=drawn-chart><div role=img aria-label=가>1</div><div role=img aria-label=가>2</div></div>",
        "<div class=drawn-chart><div role=img aria-label=가>1</div><div role=img aria-label=나>2</div></div>",
    ),
    ("empty heading", "<h2></h2><p>글</p>", "<h2>제목</h2><p>글</p>"),
    ("nothing below the heading", "<h2>제목</h2><h2>또</h2><p>글</p>", "<h2>제목</h2><h3>또</h3><p>글</p>"),
]


@pytest.mark.parametrize(("kind", "wrong", "right"), EXAMPLES)
def test_the_check_finds_what_is_wrong_and_only_that(page: Page, kind: str, wrong: str, right: str) -> None:
    page.set_content(f"<body style='margin:8px;font:16px/1.5 sans-serif'>{wrong}")
    assert {fault.partition(":")[0] for fault in faults(page)} == {kind}
    page.set_content(f"<body style='margin:8px;font:16px/1.5 sans-serif'>{right}")
    assert faults(page) == []


def left(page: Page) -> list[str]:
    """The faults of the page that nobody means to be there; what still moves is looked at again."""
    for _ in range(2):
        found = [fault for fault in faults(page) if not any(words in fault for words in ACCEPTED)]
        if not found:
            break
        if not page.locator(CURRENT).count():  # slides wait for nothing
            settle(page)
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return found


def is_sample(opening: Opening) -> bool:
    """Whether a page is looked at before each commit: of the demo in Korean, on a phone and on a desk."""
    way = (opening.database, opening.language)
    return way == ("demo", "ko") and opening.page_name in SAMPLE and opening.width in WIDTHS[::2]


EVERY = [
    Opening(database, *way, "light", width)
    for database in ("demo", "record", "one_row", "empty")
    for *way, width in product(pages_of(database), LANGUAGES, WIDTHS)
]


@pytest.mark.parametrize(
    "opening",
    [pytest.param(one, id=str(one), marks=[] if is_sample(one) else [pytest.mark.long]) for one in EVERY],
)
def test_a_page_has_nothing_that_a_designer_would_circle(
    opening: Opening, somebody: Callable[..., BrowserContext], serve: Callable[..., str], thorough: bool
) -> None:
    page = somebody(opening.width, HEIGHT).new_page()
    page.goto(serve(opening.database) + opening.address)
    for scheme in SCHEMES if thorough else SCHEMES[:1]:
        page.emulate_media(color_scheme=scheme)
        settle(page)
        assert left(page) == [], scheme


@pytest.mark.parametrize(("address", "width"), [("/?", 1280), ("/?lang=en", 1280), ("/week?", 768)])
def test_meetings_of_two_series_and_long_names_of_who_speaks_are_not_broken(
    address: str, width: int, somebody: Callable[..., BrowserContext], serve: Callable[..., str]
) -> None:
    page = somebody(width, HEIGHT).new_page()
    page.goto(serve("two_series") + address)
    settle(page)
    names = page.locator("ol.meetings .name")
    assert names.evaluate_all("all => all.filter(one => one.scrollHeight > one.clientHeight + 1).length") == 0
    assert left(page) == []


@pytest.mark.long
@pytest.mark.parametrize(
    ("database", "story", "language", "stage"),
    [*product(("demo", "record"), STORIES, LANGUAGES, STAGES)],
)
def test_a_slide_has_nothing_that_a_designer_would_circle(
    database: str,
    story: str,
    language: str,
    stage: tuple[int, int],
    somebody: Callable[..., BrowserContext],
    serve: Callable[..., str],
) -> None:
    page = somebody(*stage).new_page()
    day = "as_of=2026-03-31&" if database == "record" else ""
    page.goto(f"{serve(database)}/present?{day}story={story}&lang={language}&slide=1")
    found: dict[int, list[str]] = {}
    for number in range(1, slides_of(page) + 1):
        expect(page.locator(CURRENT)).to_have_attribute("aria-label", f"{number} / {slides_of(page)}")
        if faulty := left(page):
            found[number] = faulty
        page.keyboard.press("ArrowRight")
    assert found == {}


def slides_of(page: Page) -> int:
    """How many slides the deck has."""
    label = page.locator(CURRENT).get_attribute("aria-label") or ""
    return int(label.rpartition("/")[2])
