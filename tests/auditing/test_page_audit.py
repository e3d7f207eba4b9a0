"""Open pages are audited through Playwright's blocking API, in a real Chromium."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from harvesting.conftest import HIDDEN, SEEN
from harvesting.conftest import PAGES as HARVESTED
from playwright import sync_api

from checkboxnet import Model
from checkboxnet.auditing.page_audit import audit_page
from checkboxnet.auditing.report import PageAudit
from checkboxnet.browser import devtools, screenshot
from checkboxnet.browser.launch import BROWSER_OPTIONS, runs_as_root
from checkboxnet.errors import ConfigError

PAGES = Path(__file__).parent / "pages"
SETTINGS = (PAGES / "settings.html").as_uri()
EXPECTED = {
    "#native-on": ("checked", "checked", "agrees"),
    "#native-off": ("unchecked", "unchecked", "agrees"),
    "#aria-on": ("checked", "checked", "agrees"),
    "#aria-off": ("unchecked", "unchecked", "agrees"),
    "#far": ("checked", "checked", "agrees"),
    "#liar": ("unchecked", "checked", "disagrees"),
    "#inverted": ("checked", "unchecked", "disagrees"),
    "#silent": (None, "checked", "disagrees"),
}


@pytest.fixture(scope="module")
def chromium(browser: str) -> Iterator[sync_api.Browser]:
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser, args=list(BROWSER_OPTIONS), chromium_sandbox=not runs_as_root()
        )
        yield chromium
        chromium.close()


@pytest.fixture
def page(chromium: sync_api.Browser) -> Iterator[sync_api.Page]:
    page = chromium.new_page()
    yield page
    page.close()


def verdicts(audit: PageAudit) -> dict[str, tuple[str | None, str, str]]:
    return {c.selector: (c.declared, c.prediction.label, str(c.verdict)) for c in audit.controls}


@pytest.mark.parametrize(("theme", "scale"), [("light", 2), ("dark", 1)])
def test_honest_controls_agree_and_liars_do_not(
    chromium: sync_api.Browser, theme: str, scale: float
) -> None:
    page = chromium.new_page(color_scheme=theme, device_scale_factor=scale)  # type: ignore[arg-type]
    page.goto(SETTINGS)
    audit = audit_page(page)
    page.close()
    found = verdicts(audit)
    assert found.pop("#mixed")[::2] == ("mixed", "unsure")
    assert found == EXPECTED
    assert audit.view == f"1280x720 @{scale} {theme}"
    assert audit.unseen == {"invisible": 1}
    assert audit.unseen_examples == {"invisible": ["#gone"]}
    assert {each.selector for each in audit.disagreements} == {"#liar", "#inverted", "#silent"}


def test_nothing_is_clicked_or_focused(page: sync_api.Page) -> None:
    page.goto(SETTINGS)
    page.locator("#native-off").focus()
    page.evaluate("window.events.length = 0")
    assert len(audit_page(page).controls) == 9
    assert page.evaluate("window.events") == []
    assert page.evaluate("document.activeElement.id") == "native-off"


def test_a_page_in_view_is_not_scrolled(page: sync_api.Page) -> None:
    page.goto(SETTINGS)
    page.evaluate("scrollTo(0, 5)")
    assert len(audit_page(page, exclude="#far, #gone").controls) == 8
    assert page.evaluate("scrollY") == 5


def test_rows_say_what_and_where(page: sync_api.Page) -> None:
    page.goto(SETTINGS)
    audit = audit_page(page)
    rows = {each.selector: each for each in audit.controls}
    names = {selector.strip("#"): row.name for selector, row in rows.items()}
    assert names["native-on"] == "Newsletter"
    assert names["aria-on"] == "Send copies"
    assert names["liar"] == "Share my address"
    page.evaluate("scrollTo(0, 0)")
    for selector in ("#aria-on", "#far"):
        drawn = page.locator(selector).bounding_box()
        assert drawn is not None
        assert rows[selector].box == pytest.approx(tuple(drawn.values()), abs=0.1)
    assert rows["#liar"].to_dict()["verdict"] == "disagrees"
    assert audit.page == SETTINGS


def test_a_picture_holds_no_second_toggle(page: sync_api.Page) -> None:
    page.set_content("""<style>label { display: inline-flex } input { margin: 0 2px }</style>
        <label><input id=a type=checkbox checked>Long words</label
        ><label><input id=b type=checkbox>Long words</label>""")
    left, right = audit_page(page).controls
    assert left.picture.shape[1] < 30
    assert right.picture.shape[1] > 60
    assert (left.declared, right.declared) == ("checked", "unchecked")


def test_include_and_exclude(page: sync_api.Page) -> None:
    page.goto(SETTINGS)
    assert set(verdicts(audit_page(page, include="#liar"))) == {"#liar"}
    page.goto(SETTINGS)
    assert "#liar" not in verdicts(audit_page(page, exclude="#liar"))


def test_a_page_is_audited_again_after_it_changed(page: sync_api.Page) -> None:
    page.goto(SETTINGS)
    before = verdicts(audit_page(page))["#native-off"]
    page.locator("#native-off").check()
    assert before == ("unchecked", "unchecked", "agrees")
    assert verdicts(audit_page(page))["#native-off"] == ("checked", "checked", "agrees")


def test_a_control_that_never_rests_is_not_judged(page: sync_api.Page) -> None:
    page.set_content("<label><input type=checkbox> Restless</label>")
    page.evaluate("""() => {
        let left = 0;
        const style = document.querySelector("input").style;
        setInterval(() => { style.marginLeft = `${left += .01}px`; });
    }""")
    audit = audit_page(page)
    assert audit.controls == ()
    assert audit.unseen == {"changed while photographed": 1}


def test_what_a_screen_reader_is_not_told_is_told_here(page: sync_api.Page) -> None:
    page.set_content("<input type=checkbox checked aria-checked=false aria-label=Both>")
    (row,) = audit_page(page).controls
    assert row.declared is None
    assert row.declared_text == "native_checked=True aria_checked=false"


def test_roles_and_states_that_only_the_browser_knows(page: sync_api.Page) -> None:
    page.goto((PAGES.parents[1] / "harvesting" / "pages" / "unread.html").as_uri())
    audit = audit_page(page)
    said = {control.selector: control.declared for control in audit.controls}
    assert said == {
        "#internals": "unchecked",
        "#internals-on": "checked",
        "#closed >>> label > input": "unchecked",
        "#host >>> label > input": "unchecked",
        "html > body > p:nth-of-type(7) > iframe >>> #framed": "unchecked",
    }
    assert audit.unseen == {"custom element that can't be read": 2}
    assert audit.unseen_examples == {"custom element that can't be read": ["#mute", "#still"]}
    page.locator("#internals").click()
    assert {c.selector: c.declared for c in audit_page(page).controls}["#internals"] == "checked"


def test_names_that_only_the_browser_knows(page: sync_api.Page) -> None:
    page.set_content("""<style>x-a { display: inline-block; width: 30px; height: 30px;
        background: blue }</style><x-a></x-a><script>customElements.define("x-a",
        class extends HTMLElement { constructor() { super(); const inner = this.attachInternals();
        Object.assign(inner, {role: "button", ariaPressed: "mixed", ariaLabel: "Bold"}) } })
        </script>""")
    (control,) = audit_page(page).controls
    assert (control.kind, control.name, control.declared) == ("toggle-button", "Bold", "mixed")


def test_a_browser_without_an_accessibility_tree_reads_what_scripts_can(
    page: sync_api.Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise sync_api.Error("CDP session is only available in Chromium")

    page.goto((PAGES.parents[1] / "harvesting" / "pages" / "unread.html").as_uri())
    monkeypatch.setattr(sync_api.BrowserContext, "new_cdp_session", refuse)
    audit = audit_page(page)
    assert audit.controls == ()
    assert audit.unseen == {"custom element that can't be read": 7}


def test_what_nobody_sees_is_counted(page: sync_api.Page) -> None:
    page.goto((HARVESTED / "unseen.html").as_uri())
    audit = audit_page(page)
    assert len(audit.controls) == 3 * len(SEEN)
    # Blank ground at the end of the page looks like rows that are still to be drawn.
    counts = Counter(audit.unseen)
    del counts["list that is drawn as it is scrolled"]
    assert counts.keys() == {"invisible", "off-screen", "in a turned frame"}
    assert counts.total() == 3 * (len(HIDDEN) + 1)


@pytest.mark.parametrize("name", ["shadowed", "overwritten"])
def test_pages_cannot_change_what_is_found(page: sync_api.Page, name: str) -> None:
    page.goto((HARVESTED / f"{name}.html").as_uri())
    said = {each.name: each.declared for each in audit_page(page).controls}
    assert (
        said
        == {
            "shadowed": {
                "Petit-déjeuner": "checked",
                "Un lit": "checked",
                "Deux lits": "unchecked",
            },
            "overwritten": {"Native": "unchecked", "Custom element": "checked"},
        }[name]
    )


def test_a_clock_that_a_test_has_stopped_is_not_waited_for(page: sync_api.Page) -> None:
    page.clock.install()
    page.goto(SETTINGS)
    page.clock.pause_at("2100-01-01")
    assert len(audit_page(page).controls) == 9


@pytest.mark.parametrize(("scrolled", "scale"), [(0, 2), (-300, 1)])
@pytest.mark.parametrize("flow", ["rtl", "vertical-rl", "vertical-lr-rtl"])
def test_pages_that_overflow_backwards(
    chromium: sync_api.Browser, flow: str, scrolled: int, scale: float
) -> None:
    style = {
        "rtl": "direction: rtl",
        "vertical-rl": "writing-mode: vertical-rl",
        "vertical-lr-rtl": "writing-mode: vertical-lr; direction: rtl",
    }[flow]
    page = chromium.new_page(device_scale_factor=scale)
    page.set_content(f"""<body style="{style}; margin: 24px">
        <p><input id=on type=checkbox checked aria-label=One></p>
        <p><input id=off type=checkbox aria-label=Two></p>
        <div style="width: 2000px; height: 2000px"></div>
        <p><input id=last type=checkbox checked aria-label=Three></p>""")
    page.evaluate("by => scrollBy(by, by)", scrolled)
    assert verdicts(audit_page(page)) == {
        "#on": ("checked", "checked", "agrees"),
        "#off": ("unchecked", "unchecked", "agrees"),
        "#last": ("checked", "checked", "agrees"),
    }
    page.close()


def test_a_font_that_never_arrives(
    page: sync_api.Page, stalling: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screenshot, "_FONT_LIMIT", 500)
    page.goto(
        stalling("""<label><input id=on type=checkbox checked> On</label><br><br>
            <label><input id=off type=checkbox> Off</label>
            <style>@font-face { font-family: Slow; src: url(/never) }</style>
            <script>addEventListener("load", () => {
                document.body.insertAdjacentHTML("beforeend", "<p style='font-family: Slow'>Late");
            })</script>""")
    )
    assert verdicts(audit_page(page)) == {
        "#on": ("checked", "checked", "agrees"),
        "#off": ("unchecked", "unchecked", "agrees"),
    }


def test_browsers_without_devtools_of_their_own(
    page: sync_api.Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def none(page: sync_api.Page) -> None: ...

    monkeypatch.setattr(devtools, "open_devtools", none)
    monkeypatch.setattr(screenshot, "open_devtools", none)
    page.goto(SETTINGS)
    found = verdicts(audit_page(page))
    assert found.pop("#mixed")[2] == "unsure"
    assert found == EXPECTED


def test_what_is_no_page() -> None:
    with pytest.raises(ConfigError, match="Playwright Page, got str"):
        audit_page("https://example.com")  # type: ignore[call-overload]


def test_labels_of_ones_own_are_refused(page: sync_api.Page, own_labels: Model) -> None:
    page.goto(SETTINGS)
    with pytest.raises(ConfigError, match=r"my\.player has no label checked or unchecked, only"):
        audit_page(page, model=own_labels)
