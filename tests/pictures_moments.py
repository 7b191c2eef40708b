"""Contact sheets of pages at the moment when their act begins, in the world of the tests of permission."""

from collections import defaultdict
from http import HTTPStatus

from tests.moments import View, answered
from tests.permissions.policies import INVALID, URLS
from tests.pictures import LANGUAGES, WIDTHS, lay_out, photograph, problems_of
from tests.pictures_pages import MOMENTS
from tests.showing import Window


class Moments:
    """What is answered at the moments whose names have one of the words, by name of the sheet and by language.

    It is asked before a browser is there, whose loop Django would take for its own.
    """

    def __init__(self, words):
        asked = {
            view._replace(language=language): name
            for name, view in _sheets().items()
            if not words or any(word in name for word in words)
            for language in LANGUAGES
        }
        self.kept = defaultdict(dict)
        self.wrong = []
        for view, shown in answered(asked):
            # A form that asks for nothing refuses nothing: it is seen as it opens.
            if shown.status == (HTTPStatus.BAD_REQUEST if view.posted else HTTPStatus.OK):
                self.kept[asked[view]][view.language] = shown
            elif not view.posted:
                self.wrong.append(f"{asked[view]}, {view.language}: is answered with {shown.status}")

    def take(self, browser):
        """All sheets, and what is wrong with their pages."""
        return self.wrong + [wrong for name, answers in self.kept.items() for wrong in _taken(browser, name, answers)]


def _sheets():
    sheets = {}
    for name, people in MOMENTS.items():
        policy, given = URLS[name]
        for person in people:
            sheets[f"moment {name} {person}"] = View(given, name, person)
            if policy.post[person] == INVALID:
                sheets[f"moment {name} {person} errors"] = View(given, name, person, posted=True)
    return sheets


def _taken(browser, name, answers):
    paths, wrong = [], []
    for width, height in WIDTHS.items():
        window = Window.open(browser, width, height)
        for language, shown in answers.items():
            window.show(shown)
            found = window.heard + problems_of(window.view)
            wrong += [f"{name}, {width}, {language}: {what}" for what in found]
            paths.append(photograph(window.view, name, width, language))
        window.view.context.close()
    lay_out(name, paths)
    return wrong
