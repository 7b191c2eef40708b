"""Contact sheets of the pages: `python -m tests.pictures [word in the name …]`.

Each page of pictures_pages.py is taken in two widths and two languages and laid on one sheet in
build/pictures/. What a browser refuses or what overflows is printed, and the run fails.
"""

import importlib
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import django
from django.core.management import call_command
from PIL import Image, ImageDraw
from playwright.sync_api import sync_playwright

from tests.pictures_pages import MOMENTS, PAGES, PREPARE

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "build" / "pictures"
WIDTHS = {1280: 900, 390: 844}
LANGUAGES = ("zh-hans", "en")
TALLEST = 2400
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextmanager
def running_site(*, prepared=False):
    """The site with the gallery on a free port, with data of its own; `prepared`: with people in it."""
    TARGET.mkdir(parents=True, exist_ok=True)
    address = f"http://127.0.0.1:{free_port()}"
    command = [sys.executable, "manage.py", "runserver", "--noreload", address.removeprefix("http://")]
    given = {"DJANGO_SETTINGS_MODULE": "tests.gallery.settings", "DATA_DIR": str(TARGET / "data")}
    if prepared:
        given["DEMO_MODE"] = "1"
    log = TARGET / "server.log"
    for act in PREPARE if prepared else []:
        subprocess.run([sys.executable, "manage.py", *act], cwd=ROOT, env=os.environ | given, check=True)
    with log.open("w") as output:
        server = subprocess.Popen(command, cwd=ROOT, env=os.environ | given, stdout=output, stderr=output)
    try:
        wait_for(f"{address}/gallery/404/", server, log)
        yield address
    finally:
        server.terminate()
        server.wait()


def wait_for(url, server, log):
    for _ in range(120):
        if server.poll() is not None:
            raise SystemExit(f"The site did not start:\n{log.read_text()}")
        try:
            urllib.request.urlopen(url).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.25)
        else:
            return
    raise SystemExit(f"The site does not answer:\n{log.read_text()}")


def log_in(view, address, account):
    view.goto(f"{address}/login/")
    view.fill("#id_username", account)
    view.fill("#id_password", os.environ["DEMO_PASSWORD"])
    view.press("#id_password", "Enter")
    view.wait_for_load_state("networkidle")


def problems_of(view):
    """What a person would meet as a broken page although the server answered."""
    wide = view.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"is {wide} px wider than the window"] if wide > 0 else []


@cache
def signed_in(browser, address, account):
    """The cookies of this account: each logs in once."""
    context = browser.new_context()
    log_in(context.new_page(), address, account)
    state = context.storage_state()
    context.close()
    return state


def take(browser, address, page, width, language):
    """One picture of the page, and what is wrong with it."""
    state = signed_in(browser, address, page.login) if page.login else None
    viewport = {"width": width, "height": WIDTHS[width]}
    context = browser.new_context(viewport=viewport, locale="zh-CN", storage_state=state)
    context.add_cookies([{"name": "django_language", "value": language, "url": address}])
    view = context.new_page()
    heard = []
    view.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    view.on("pageerror", lambda error: heard.append(str(error)))
    response = view.goto(address + page.url, wait_until="networkidle")
    if page.login and not response.ok:
        heard.append(f"{page.url} answers {response.status}: the demo has other keys now")
    for selector, text in page.fill.items():
        write(view.locator(selector), text)
    if page.press and view.locator(page.press).count():
        view.click(page.press)
        view.wait_for_load_state("networkidle")
    elif page.press:
        heard.append(f"There is nothing to press: {page.press}")
    path = photograph(view, page.name, width, language)
    if page.press:
        # The refusal that the picture is taken for.
        heard = [what for what in heard if "400 (Bad Request)" not in what]
    heard += problems_of(view)
    context.close()
    return path, [f"{page.name}, {width}, {language}: {what}" for what in heard]


def write(field, text):
    """The text in the field; a box is ticked, whatever the text."""
    if field.get_attribute("type") == "checkbox":
        field.check()
    else:
        field.fill(text)


def photograph(view, name, width, language):
    """The whole page, with a bar fixed at the bottom of the window at the bottom of the picture."""
    height = view.evaluate("document.documentElement.scrollHeight")
    view.set_viewport_size({"width": width, "height": max(height, WIDTHS[width])})
    path = TARGET / "pages" / f"{name.replace(' ', '-')}-{width}-{language}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    view.screenshot(path=path, full_page=True)
    view.set_viewport_size({"width": width, "height": WIDTHS[width]})
    return path


def ready():
    """Django in this process, on an empty database of its own."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.gallery.settings"
    os.environ["DATA_DIR"] = str(TARGET / "moments")
    django.setup()
    call_command("migrate", verbosity=0)


def moments(words):
    """What is shown at those moments; Django must be ready before they are imported."""
    if not any(word in f"moment {name}" for word in words or ["moment"] for name in MOMENTS):
        return None
    ready()
    return importlib.import_module("tests.pictures_moments").Moments(words)


def lay_out(name, paths):
    """The pictures of one page side by side, cut where they would be longer than a sheet."""
    pictures = [Image.open(path).convert("RGB") for path in paths]
    gap = 24
    height = min(TALLEST, max(picture.height for picture in pictures))
    sheet = Image.new("RGB", (sum(p.width + gap for p in pictures) + gap, height + 2 * gap), "#3d4045")
    left = gap
    for path, picture in zip(paths, pictures, strict=True):
        sheet.paste(picture.crop((0, 0, picture.width, min(picture.height, height))), (left, gap))
        ImageDraw.Draw(sheet).text((left, 6), path.stem, fill="white")
        left += picture.width + gap
    sheet.save(TARGET / f"{name.replace(' ', '-')}.png")


def main(words):
    pages = [page for page in PAGES if not words or any(word in page.name for word in words)]
    os.environ.setdefault("DEMO_PASSWORD", secrets.token_urlsafe(12))
    wrong = []
    at_moments = moments(words)
    with running_site(prepared=any(page.login for page in pages)) as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for page in pages:
            taken = [take(browser, address, page, width, lang) for width in WIDTHS for lang in LANGUAGES]
            lay_out(page.name, [path for path, _ in taken])
            wrong += [what for _, found in taken for what in found]
        wrong += at_moments.take(browser) if at_moments else []
        browser.close()
    count = len(pages) + (len(at_moments.kept) if at_moments else 0)
    print(f"{count} contact sheets in {TARGET.relative_to(ROOT)}/")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
