"""Which characters of a text reach the paper."""

import pytest

from reports.rendering.characters import GETA, printable
from reports.rendering.pdf import render
from tests.reports import paper, snapshots

OWN = frozenset(map(ord, "中文abc<p>"))
FALLBACK = frozenset(map(ord, "镕喆"))


def test_what_our_faces_cover_stays_as_it_is():
    cleared = printable("<p>中文\n\tabc", own=OWN, fallback=FALLBACK)
    assert cleared.text == "<p>中文\n\tabc"
    assert not cleared.needs_fallback
    assert cleared.replaced == ()


def test_a_rare_name_asks_for_the_fallback_face():
    cleared = printable("中镕", own=OWN, fallback=FALLBACK)
    assert cleared.text == "中镕"
    assert cleared.needs_fallback


@pytest.mark.parametrize("character", ["😀", "\ue000", "\ud800", "\uffff", "𮯠"])
def test_what_no_face_has_shows_the_geta_mark(character):
    cleared = printable(f"中{character}文", own=OWN, fallback=FALLBACK)
    assert cleared.text == f"中{GETA}文"
    assert cleared.replaced == (f"U+{ord(character):04X}",)


@pytest.mark.parametrize("character", ["\x00", "\x07", "\u202e", "\u2066", "\u200b", "\ufeff", "\xad"])
def test_what_is_invisible_is_dropped(character):
    """A bidirectional override could turn a sentence into its opposite on paper."""
    assert printable(f"中{character}文", own=OWN, fallback=FALLBACK).text == "中文"


def test_a_document_prints_rare_names_and_marks_what_it_cannot():
    document = render("TRANSITION_REVIEW", snapshots.review(remaining="镕喆𠮷😀\x00\u202e好", opinion="意见。"))
    assert "镕喆𠮷〓好" in paper.text(document.pdf)
    assert document.replaced == ("U+1F600",)


def test_a_rare_name_does_not_move_the_lines():
    opinion = "镕" + "学" * 60 + "镕" + "学" * 60
    document = render("TRANSITION_REVIEW", snapshots.review(opinion=opinion))
    rows = [line for line in paper.lines(paper.pages(document.pdf)[0]) if "学学学" in line.text]
    assert len(rows) == 5
    assert paper.steps(rows) == [10.21] * 4
