"""Every component in every state in a browser: accessible, inside the window, big enough for a thumb."""

import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from tests.gallery.pages import PAGES
from tests.pictures import FLAGS, WIDTHS, problems_of, running_site

pytestmark = pytest.mark.journey

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
THUMB = 44
TARGETS = ".btn, .tabbar a, .tabs a, .mast-tool, .who-menu a, .who-menu button, .stop a, .form-control, .form-select"
SMALL = f"""() => [...document.querySelectorAll("{TARGETS}")]
    .filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < {THUMB})
    .map((target) => target.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def site():
    with running_site() as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(params=WIDTHS)
def view(request, browser):
    context = browser.new_context(viewport={"width": request.param, "height": WIDTHS[request.param]})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_it_is_accessible_and_stays_inside_the_window(view, site, name):
    heard = []
    view.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    view.goto(f"{site}/gallery/{name}/")
    assert heard == []
    assert problems_of(view) == []
    found = Axe().run(view, options={"runOnly": {"type": "tag", "values": STANDARDS}})
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("name", PAGES)
def test_it_can_be_used_with_a_thumb(browser, site, name):
    context = browser.new_context(viewport={"width": 390, "height": WIDTHS[390]})
    view = context.new_page()
    view.goto(f"{site}/gallery/{name}/")
    assert view.evaluate(SMALL) == []
    context.close()


def test_it_leads_the_keyboard_to_the_errors(view, site):
    view.goto(f"{site}/gallery/form-errors/")
    assert view.evaluate("document.activeElement.matches('[data-error-summary]')")
    view.click(".error-summary a[href='#id_minutes']")
    assert view.evaluate("document.activeElement.id") == "id_minutes"


def test_it_closes_the_menu_on_escape(view, site):
    view.goto(f"{site}/gallery/home/")
    view.click(".who > summary")
    assert view.is_visible(".who-menu")
    view.keyboard.press("Escape")
    assert not view.is_visible(".who-menu")


def test_it_refuses_a_wrong_file_before_it_is_sent(view, site):
    view.goto(f"{site}/gallery/form/")
    view.set_input_files("#id_file", {"name": "plan.exe", "mimeType": "application/x-dosexec", "buffer": b"MZ"})
    assert "plan.exe" in view.text_content("[data-upload-note]")
    view.set_input_files("#id_file", {"name": "plan.docx", "mimeType": "text/plain", "buffer": b"PK"})
    assert view.text_content("[data-upload-note]") == ""


def test_it_fills_in_the_account_that_is_pressed(view, site):
    view.goto(f"{site}/gallery/login-demo/")
    view.click("[data-account='u15.secretary']")
    assert view.input_value("#id_username") == "u15.secretary"
