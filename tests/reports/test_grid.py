"""GB/T 9704-2012: 22 lines of 28 characters fill the type area of 156 x 225 mm."""

import pytest

from reports.rendering.pdf import render, set_html
from tests.reports import paper, snapshots

PITCH = 10.21  # mm; 28.95 pt
LINES, CHARACTERS = 22, 28


@pytest.fixture(scope="module")
def probe():
    """Two pages full of one character without an indent."""
    text = "永" * (LINES * CHARACTERS * 2)
    pdf, _ = set_html(f'<html lang="zh"><body><p style="text-indent: 0">{text}</p></body></html>', ("page.css",))
    return [paper.body_lines(chars) for chars in paper.pages(pdf)]


def test_a_full_page_has_22_lines(probe):
    assert [len(page) for page in probe] == [LINES, LINES]


def test_a_full_line_has_28_characters(probe):
    assert {len(line.text) for page in probe for line in page} == {CHARACTERS}


def test_the_lines_stand_at_one_pitch(probe):
    for page in probe:
        assert set(paper.steps(page)) == {PITCH}


@pytest.mark.parametrize(("page", "edges"), [(0, paper.RIGHT_PAGE), (1, paper.LEFT_PAGE)])
def test_the_lines_fill_the_type_area_from_edge_to_edge(probe, page, edges):
    """The binding edge of 28 mm changes sides with the page."""
    for line in probe[page]:
        assert line.left == pytest.approx(edges[0], abs=0.05)
        assert edges[1] - 0.1 <= line.right <= edges[1]


def test_the_lines_fill_the_type_area_from_top_to_bottom(probe):
    first, last = probe[0][0], probe[0][-1]
    assert paper.TYPE_AREA_TOP < first.baseline < paper.TYPE_AREA_TOP + PITCH
    assert paper.TYPE_AREA_BOTTOM - PITCH < last.baseline < paper.TYPE_AREA_BOTTOM


def test_real_text_keeps_left_edge_pitch_and_right_edge():
    """The rules of punctuation shorten a line by a character or two; none passes the edge."""
    document = render("TRANSITION_REVIEW", snapshots.review(opinion=snapshots.OPINION * 12))
    pages = paper.pages(document.pdf)
    for number, edges in ((2, paper.LEFT_PAGE), (3, paper.RIGHT_PAGE)):
        rows = paper.body_lines(pages[number - 1])
        full = [line for line in rows[:-1] if len(line.text) >= 26]
        assert len(full) >= 10
        assert {round(line.left, 1) for line in full} <= {edges[0], round(edges[0] + 11.1, 1)}
        assert edges[0] in {round(line.left, 1) for line in full}
        assert max(line.right for line in rows) <= edges[1]
        assert min(line.right for line in full) > edges[1] - 13
    assert paper.steps(paper.body_lines(pages[1])) == [PITCH] * (LINES - 1)
