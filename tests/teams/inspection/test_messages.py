"""Every refusal says in the reader's language what is wrong and what to do."""

import re

import pytest
from django.utils import translation

from teams.inspection import Reason, Refused
from teams.inspection.refusals import MESSAGES
from tests.samples import hostile_others
from tests.teams.inspection.asserting import refusal_of

PARAMS = {"limit": 20, "extension": "exe", "accepted": ".pdf, .docx", "found": ".html"}


@pytest.mark.parametrize("reason", Reason)
def test_it_has_words_in_both_languages(reason):
    refusal = Refused(reason, **PARAMS)

    with translation.override("en"):
        english = str(refusal.message)
    with translation.override("zh-hans"):
        chinese = str(refusal.message)

    assert english != chinese
    assert re.search(r"[\u4e00-\u9fff]", chinese)
    assert "{" not in english + chinese


@pytest.mark.parametrize("reason", Reason)
def test_it_uses_the_same_figures_in_both_languages(reason):
    with translation.override("en"):
        english = set(re.findall(r"{(\w+)}", str(MESSAGES[reason])))
    with translation.override("zh-hans"):
        chinese = set(re.findall(r"{(\w+)}", str(MESSAGES[reason])))

    assert english == chinese


def test_it_names_the_limit():
    with translation.override("en"):
        message = str(refusal_of("plan.pdf", bytes(21 * 1024 * 1024)).message)

    assert message.startswith("The file is larger than 20 MB.")


def test_it_names_what_is_accepted():
    with translation.override("en"):
        message = str(
            refusal_of("plan.exe", hostile_others.windows_program(), accept=frozenset({"docx", "pdf"})).message
        )

    assert message == "Files ending in .exe are not accepted here. Accepted: .pdf, .docx."


def test_it_waits_for_the_language_of_the_reader():
    refusal = Refused(Reason.EMPTY)

    with translation.override("en"):
        assert str(refusal.message).startswith("The file is empty")
    with translation.override("zh-hans"):
        assert str(refusal.message).startswith("文件")
