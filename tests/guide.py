"""The pictures of docs/guide: `python -m tests.guide`, in Chinese, small enough to be kept."""

import importlib
import io
from typing import NamedTuple

from PIL import Image

from tests.journeys.running import chromium
from tests.pictures import ROOT, WIDTHS, ready

GUIDE = ROOT / "docs" / "guide"
TALLEST = {1280: 1100, 390: 1000}
COLOURS, MARGIN = 64, 24
END = """() => Math.ceil(Math.max(...[...document.querySelectorAll("#main *")]
    .map((part) => part.getBoundingClientRect().bottom)))"""


class Picture(NamedTuple):
    """A page at the moment when its act begins, as this person sees it."""

    page: str
    person: str
    width: int = 1280


PICTURES = {
    "unit-home": Picture("home", "secretary"),
    "unit-plan-answers": Picture("plan_answers", "liaison"),
    "unit-activity": Picture("activity_new", "liaison"),
    "unit-finding": Picture("finding", "secretary"),
    "unit-report-phone": Picture("rectification_report", "liaison", 390),
    "unit-make-up": Picture("make_up_task", "secretary"),
    "unit-request": Picture("transition_edit", "liaison"),
    "team-plan-review": Picture("plan_review", "leader"),
    "team-verify": Picture("activity_verify", "member"),
    "team-finding-phone": Picture("finding_new", "member", 390),
    "team-gate": Picture("gate_assess", "leader"),
    "team-review": Picture("transition_review", "leader"),
    "office-cases": Picture("cases", "director"),
    "office-revoke": Picture("transition_revoke", "director"),
    "office-extension": Picture("extension_decide", "director"),
    "office-code": Picture("account_codes", "clerk"),
}
# Where the world of the tests has no printed paper, the gallery has one, in a frame that is not the site's.
OF_GALLERY = {"office-desk": "/gallery/desk/"}


def kept():
    """What is answered, by name of the picture; asked before a browser is there."""
    ready()
    moments, showing = (importlib.import_module(f"tests.{name}") for name in ("moments", "showing"))
    client_class = importlib.import_module("django.test").Client
    views = {name: moments.view_of(*picture) for name, picture in PICTURES.items()}
    answers = dict(moments.answered(list(views.values())))
    shown = {name: answers[view] for name, view in views.items()}
    for name, address in OF_GALLERY.items():
        client = client_class()
        shown[name] = showing.Shown.by(client, address, client.get(address))
    return shown, showing.Window


def taken(window, shown, width, *, framed):
    """The top of the page down to where it ends, in few colours."""
    window.show(shown)
    left = window.view.evaluate("document.querySelector('#main').getBoundingClientRect().left") if framed else 0
    height = min(window.view.evaluate(END) + MARGIN, TALLEST[width])
    window.view.set_viewport_size({"width": width, "height": height})
    clip = {"x": left, "y": 0, "width": width - left, "height": height}
    picture = Image.open(io.BytesIO(window.view.screenshot(clip=clip))).convert("RGB")
    window.view.set_viewport_size({"width": width, "height": WIDTHS[width]})
    return picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)


def main():
    shown, window_class = kept()
    (GUIDE / "pictures").mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        windows = {width: window_class.open(browser, width, height) for width, height in WIDTHS.items()}
        for name, answers in shown.items():
            width = PICTURES[name].width if name in PICTURES else max(WIDTHS)
            picture = taken(windows[width], answers, width, framed=name in OF_GALLERY)
            picture.save(GUIDE / "pictures" / f"{name}.png", optimize=True)
    print(f"{len(shown)} pictures in {GUIDE.relative_to(ROOT)}/pictures/")


if __name__ == "__main__":
    main()
