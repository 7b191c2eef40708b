"""The team's review (审查报告) as it comes out of the printer."""

import io

import pikepdf
import pytest
from PIL import Image

from reports.rendering.pdf import UnknownKind, render
from tests.reports import paper, snapshots

HEADINGS = [
    "审查意见",
    "一、基本情况",
    "二、学习情况",
    "三、把关情况",
    "四、问题及整改",
    "五、补课情况",
    "六、出口标准逐项答复",
    "七、存在不足",
    "八、集体研究和意见",
]


@pytest.fixture(scope="module")
def opened(review):
    with pikepdf.open(io.BytesIO(review.pdf)) as document:
        yield document


@pytest.fixture(scope="module")
def lines(review):
    return [line for chars in paper.pages(review.pdf) for line in paper.lines(chars)]


def test_its_first_page_holds_what_a_director_decides_by(review):
    first = "".join(line.text for line in paper.lines(paper.pages(review.pdf)[0]))
    assert "关于江北市委由学习动员阶段转入分析评议阶段的审查报告" in first
    assert "审查结论" in first
    assert "同意转入分析评议阶段，报请审批" in first
    assert snapshots.OPINION in first


def test_it_is_short_enough_to_be_read(review):
    assert 3 <= review.page_count <= 5


def test_its_headings_stand_in_order_and_in_hei(lines):
    found = [line for line in lines if line.text in HEADINGS]
    assert [line.text for line in found] == HEADINGS
    assert {line.fonts for line in found} == {frozenset({"gw-Hei"})}


def test_its_second_level_stands_in_kai(lines):
    found = [line for line in lines if line.text.startswith(("（一）", "（二）", "（三）"))]
    assert len(found) == 6
    assert {line.fonts for line in found} == {frozenset({"gw-Kai"})}


def test_its_title_stands_in_xiaobiaosong(lines):
    assert lines[0].fonts == lines[1].fonts == {"gw-XiaoBiaoSong"}


def test_it_embeds_every_face_it_uses(opened):
    faces = {"gw-FangSong", "gw-Hei", "gw-Kai", "gw-Song", "gw-XiaoBiaoSong"}
    assert paper.embedded_fonts(opened) == faces


def test_it_declares_pdf_a(opened):
    with opened.open_metadata() as metadata:
        assert metadata.pdfa_status == "3U"
        assert metadata["dc:title"] == "关于江北市委转入分析评议阶段的审查报告"
    assert opened.Root.Lang == "zh"
    assert opened.Root.OutputIntents[0].S == "/GTS_PDFA1"
    assert "/ID" in opened.trailer


def test_it_numbers_odd_pages_right_and_even_pages_left(review):
    for number, chars in enumerate(paper.pages(review.pdf), start=1):
        line = paper.lines(chars)[-1]
        assert line.text.replace(" ", "") == f"—{number}—"
        assert line.fonts == {"gw-Song"}
        indent = 14 / paper.POINTS_PER_MM
        if number % 2:
            assert line.right == pytest.approx(paper.RIGHT_PAGE[1] - indent, abs=0.1)
        else:
            assert line.left == pytest.approx(paper.LEFT_PAGE[0] + indent, abs=0.1)


def test_the_dash_of_the_page_number_lies_7_mm_below_the_type_area(review):
    _, top, _, bottom = paper.ink(review.pdf, 1, (162, 264, 166, 275), paper.black)
    assert (top + bottom) / 2 == pytest.approx(paper.TYPE_AREA_BOTTOM + 7, abs=0.2)


def test_it_shows_three_sums_beside_what_is_required(lines):
    row = next(line.text for line in lines if "集体学习时间不少于40小时" in line.text)
    assert row == "*集体学习时间不少于40小时小时40444443.5达到"


def test_it_has_no_red_head(review):
    assert paper.ink(review.pdf, 1, (0, 0, 210, 297), paper.red) is None


def test_each_page_has_its_picture(review, opened):
    assert review.page_count == len(review.pages) == len(opened.pages)
    for picture in review.pages:
        image = Image.open(io.BytesIO(picture))
        assert image.format == "PNG"
        assert image.size == (910, 1287)
        assert image.convert("RGB").getpixel((5, 5)) == (255, 255, 255)


def test_the_same_snapshot_gives_the_same_bytes(review):
    assert render("TRANSITION_REVIEW", snapshots.review()).sha256 == review.sha256


def test_it_names_what_set_it(review):
    assert set(review.engine) == {"weasyprint", "pango", "pdf_variant", "fonts"}
    assert len(review.engine["fonts"]) == 6


def test_an_unknown_kind_is_refused():
    with pytest.raises(UnknownKind):
        render("BULLETIN", {})
