"""The guide says what there is: its pictures, its addresses, and the words of buttons and pages."""

import re

import polib
import pytest
from django.conf import settings
from django.urls import resolve

from tests.guide import GUIDE, PICTURES

CHAPTERS = sorted(GUIDE.glob("*.md"))
MEGABYTES = 4


def found(pattern):
    return {(chapter.name, word) for chapter in CHAPTERS for word in re.findall(pattern, chapter.read_text())}


def test_every_picture_is_there_and_every_one_there_is_shown():
    named = {word for _chapter, word in found(r"!\[[^\]]+\]\(pictures/([\w-]+)\.png\)")}
    assert named == {path.stem for path in (GUIDE / "pictures").iterdir()} == PICTURES.keys()


def test_the_pictures_stay_small():
    assert sum(path.stat().st_size for path in (GUIDE / "pictures").iterdir()) < MEGABYTES * 1024 * 1024


@pytest.mark.parametrize(("chapter", "address"), sorted(found(r"`(/[^`]*)`")))
def test_every_address_leads_to_a_page(chapter, address):
    assert resolve(address)


def test_every_chapter_is_linked():
    linked = {word for _chapter, word in found(r"\]\((\w+\.md)\)")}
    assert linked == {chapter.name for chapter in CHAPTERS} - {"README.md"}


def test_every_quoted_word_stands_on_a_page():
    catalogue = polib.pofile(settings.BASE_DIR / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po")
    said = {entry.msgstr for entry in catalogue}
    assert {(chapter, word) for chapter, word in found("「([^」]+)」") if word not in said} == set()
