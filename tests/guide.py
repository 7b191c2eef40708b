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
    """A page at the moment when its act begins, or at another of that world, as this person sees it."""

    page: str
    person: str
    width: int = 1280
    moment: str = ""


PICTURES = {
    "unit-home": Picture("home", "secretary"),
    "unit-plan-answers": Picture("plan_answers", "liaison"),
    "unit-activity": Picture("activity_new", "liaison"),
    "unit-finding": Picture("finding", "secretary"),
    "unit-report-phone": Picture("rectification_report", "liaison", 390),
    "unit-make-up": Picture("make_up_task", "secretary"),
    "unit-request": Picture("transition_edit", "liaison"),
    "unit-submit-for": Picture("plan_submit_for", "liaison"),
    "unit-rectification-plan": Picture("plan_problems", "liaison", moment="rectification_plan_drafted"),
    "unit-hand-in": Picture("activities_hand_in", "liaison"),
    "unit-delegation": Picture("unit_delegation_new", "secretary"),
    "team-plan-review": Picture("plan_review", "leader"),
    "team-verify": Picture("activity_verify", "member"),
    "team-finding-phone": Picture("finding_new", "member", 390),
    "team-gate": Picture("gate_assess", "leader"),
    "team-verify-several": Picture("activities_check", "member"),
    "team-several-units": Picture("finding_issue_to_several", "leader"),
    "team-delegation": Picture("team_delegation_new", "leader"),
    "team-division": Picture("division", "leader"),
    "team-review": Picture("transition_review", "leader"),
    "office-desk": Picture("transition_decide", "director", moment="request_printed"),
    "office-cases": Picture("cases", "director"),
    "office-revoke": Picture("transition_revoke", "director"),
    "office-extension": Picture("extension_decide", "director"),
    "office-code": Picture("account_codes", "clerk"),
}


def kept():
    """What is answered, by name of the picture; asked before a browser is there."""
    ready()
    modules = (
        importlib.import_module(f"tests.{name}") for name in ("moments", "showing", "permissions.building_world")
    )
    moments, showing, world = modules
    views = {}
    for name, picture in PICTURES.items():
        view = moments.view_of(picture.page, picture.person, picture.width)
        views[name] = view._replace(given=getattr(world, picture.moment)) if picture.moment else view
    answers = dict(moments.answered(list(views.values())))
    return {name: answers[view] for name, view in views.items()}, showing.Window


def taken(window, shown, width):
    """The top of the page down to where it ends, in few colours."""
    window.show(shown)
    height = min(window.view.evaluate(END) + MARGIN, TALLEST[width])
    window.view.set_viewport_size({"width": width, "height": height})
    clip = {"x": 0, "y": 0, "width": width, "height": height}
    picture = Image.open(io.BytesIO(window.view.screenshot(clip=clip))).convert("RGB")
    window.view.set_viewport_size({"width": width, "height": WIDTHS[width]})
    return picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)


def main():
    shown, window_class = kept()
    (GUIDE / "pictures").mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        windows = {width: window_class.open(browser, width, height) for width, height in WIDTHS.items()}
        for name, answers in shown.items():
            width = PICTURES[name].width
            picture = taken(windows[width], answers, width)
            picture.save(GUIDE / "pictures" / f"{name}.png", optimize=True)
    print(f"{len(shown)} pictures in {GUIDE.relative_to(ROOT)}/pictures/")


if __name__ == "__main__":
    main()
