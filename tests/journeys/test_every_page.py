"""Every page of the site, as those see it who may, in a browser: accessible, and asking nobody else for anything.

Each page is seen in Chinese and in English on a desk, where two sides are shown it by one side each; and a form once
more on a phone, with what it says when nothing is filled in.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.gallery.test_browser import STANDARDS
from tests.journeys.running import chromium
from tests.moments import ENGLISH, PHONE, View, answered, readers_by_page
from tests.permissions.policies import INVALID, SHOWN, URLS
from tests.pictures import WIDTHS, problems_of
from tests.showing import Window

pytestmark = [pytest.mark.journey, pytest.mark.once, pytest.mark.django_db]

# Forms that refuse nobody for having written nothing: drafts, and a note that may stay empty.
ASK_FOR_NOTHING = {"plan_problems", "plan_answers", "transition_edit", "rectification_verify"}
OPTIONS = {"runOnly": {"type": "tag", "values": STANDARDS}, "resultTypes": ["violations"]}


def views():
    """What is looked at: each page in both languages, by another side in each, and what forms refuse on a phone."""
    found = []
    for (given, name), people in readers_by_page().items():
        policy, usual = URLS[name]
        found += [View(given, name, people[0]), View(given, name, people[-1], language=ENGLISH)]
        writer = next((person for person in people if policy.post[person] == INVALID), None)
        if writer and given is usual and name not in ASK_FOR_NOTHING:
            found.append(View(given, name, writer, width=PHONE, posted=True))
    return found


def problems(window, view, shown):
    """What a person would meet at this page."""
    window.show(shown)
    found = window.heard + problems_of(window.view)
    if shown.status != (INVALID if view.posted else SHOWN):
        found.append(f"answers {shown.status}")
    if window.view.evaluate("document.documentElement.lang").lower() != view.language:
        found.append("is not in that language")
    violations = Axe().run(window.view, options=OPTIONS).response["violations"]
    return found + [f"{broken['id']}: {node['html'][:200]}" for broken in violations for node in broken["nodes"]]


def test_every_page_is_accessible_and_asks_nobody_else():
    kept = dict(answered(views()))
    found = []
    with chromium() as browser:
        windows = {size[0]: Window.open(browser, *size) for size in WIDTHS.items()}
        for view, shown in kept.items():
            found += [f"{view}: {problem}" for problem in problems(windows[view.width], view, shown)]
    assert not found, "\n".join(found)
