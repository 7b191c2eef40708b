"""The reply (批复) as it comes out of the printer: the red head and what belongs to it."""

import io

import pikepdf
import pytest

from reports.rendering.pdf import render
from tests.reports import paper, snapshots


@pytest.fixture(scope="module")
def lines(reply):
    return paper.lines(paper.pages(reply.pdf)[0])


def _line(lines, text):
    return next(line for line in lines if line.text == text)


def _centre(line):
    return (line.left + line.right) / 2


CENTRE = sum(paper.RIGHT_PAGE) / 2


def test_it_fits_one_page(reply):
    assert reply.page_count == 1


def test_the_mark_begins_35_mm_below_the_type_area_and_fills_its_width(reply):
    left, top, right, _ = paper.ink(reply.pdf, 1, (0, 30, 210, 100), paper.red)
    assert top == pytest.approx(paper.TYPE_AREA_TOP + 35, abs=0.3)
    assert left == pytest.approx(paper.RIGHT_PAGE[0], abs=1)
    assert right == pytest.approx(paper.RIGHT_PAGE[1], abs=1)


def test_the_red_rule_lies_4_mm_below_the_number(reply):
    number = paper.ink(reply.pdf, 1, (28, 95, 184, 116), paper.black)
    rule = paper.ink(reply.pdf, 1, (0, 100, 210, 130), paper.red)
    assert rule[1] - number[3] == pytest.approx(4, abs=0.3)
    assert (rule[0], rule[2]) == pytest.approx(paper.RIGHT_PAGE, abs=0.1)


def test_nothing_else_is_red(reply):
    assert paper.ink(reply.pdf, 1, (0, 122, 210, 297), paper.red) is None


def test_number_and_title_are_centred(lines):
    assert _centre(_line(lines, "江先教办〔2005〕8号")) == pytest.approx(CENTRE, abs=0.2)
    title = _line(lines, "关于同意江北市委转入分析评议阶段的批复")
    assert _centre(title) == pytest.approx(CENTRE, abs=0.2)
    assert title.fonts == {"gw-XiaoBiaoSong"}


def test_the_addressee_stands_at_the_left_edge_and_paragraphs_two_characters_in(lines):
    assert _line(lines, "江北市委：").left == pytest.approx(paper.RIGHT_PAGE[0], abs=0.05)
    first = next(line for line in lines if line.text.startswith("你委江北发〔2005〕12号请示收悉。"))
    assert first.left == pytest.approx(paper.RIGHT_PAGE[0] + 2 * 156 / 28, abs=0.1)


@pytest.mark.parametrize("organ", ["省委先进性教育活动领导小组", "办公室"])
def test_the_organ_is_centred_over_a_date_four_characters_in(organ):
    document = render("TRANSITION_REPLY", snapshots.reply(signature=organ))
    rows = paper.lines(paper.pages(document.pdf)[0])
    date = _line(rows, "2005年3月18日")
    assert date.right == pytest.approx(paper.RIGHT_PAGE[1] - 4 * 156 / 28, abs=0.2)
    assert _centre(_line(rows, organ)) == pytest.approx(_centre(date), abs=0.2)


def test_it_leaves_a_place_for_the_seal_and_draws_none(lines):
    place, organ = _line(lines, "（印章）"), _line(lines, "省委先进性教育活动领导小组")
    assert place.baseline < organ.baseline
    assert _centre(place) == pytest.approx(_centre(organ), abs=0.5)


def test_the_copies_stand_at_the_foot_of_the_type_area(reply, lines):
    copies = _line(lines, "抄送：第三督导组。")
    assert copies.left == pytest.approx(paper.RIGHT_PAGE[0] + 14 / paper.POINTS_PER_MM, abs=0.1)
    rule = paper.ink(reply.pdf, 1, (28, 261, 184, 263), paper.black)
    assert rule[3] == pytest.approx(paper.TYPE_AREA_BOTTOM, abs=0.2)


def test_without_copies_there_is_no_colophon():
    document = render("TRANSITION_REPLY", snapshots.reply(copy_to=[]))
    assert "抄送" not in paper.text(document.pdf)
    assert paper.ink(document.pdf, 1, (28, 255, 184, 263), paper.black) is None


def test_a_long_reply_takes_text_along_to_the_page_of_its_signature():
    paragraph = snapshots.reply()["paragraphs"][0]
    document = render("TRANSITION_REPLY", snapshots.reply(paragraphs=[paragraph] * 3 + ["此复。"]))
    last = [line.text for line in paper.lines(paper.pages(document.pdf)[-1])]
    assert document.page_count == 2
    assert last.index("此复。") < last.index("省委先进性教育活动领导小组") < last.index("抄送：第三督导组。")


def test_it_embeds_its_faces(reply):
    with pikepdf.open(io.BytesIO(reply.pdf)) as document:
        assert paper.embedded_fonts(document) == {"gw-FangSong", "gw-Song", "gw-XiaoBiaoSong"}
