"""Dates, numerals, words and titles as an official paper writes them."""

import pytest

from reports.rendering import titles, words
from reports.templatetags import print_text


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("2005-03-08", "2005年3月8日"),
        ("2005-12-31T23:59:00+08:00", "2005年12月31日"),
        ("", ""),
        (None, ""),
        ("三月上旬", "三月上旬"),
    ],
)
def test_a_date_has_its_full_year_and_no_leading_zeros(value, printed):
    assert print_text.cn_date(value) == printed


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (47, "四十七"),
        (99, "九十九"),
        (100, "100"),
        (0, "0"),
    ],
)
def test_a_heading_counts_in_chinese(number, printed):
    assert print_text.cn_numeral(number) == printed


def test_a_code_is_printed_as_its_word_and_an_unknown_one_as_it_is():
    assert print_text.word("INADEQUATE", "answer") == "不够"
    assert print_text.word(True, "met") == "达到"
    assert print_text.word("待定", "answer") == "待定"


def test_an_unknown_vocabulary_is_a_slip():
    with pytest.raises(KeyError):
        words.word("no_such", "x")


def test_paragraphs_lose_typed_indents_and_empty_lines():
    assert print_text.paragraphs("　　一\r\n\r\n  二\n") == ["一", "二"]
    assert print_text.paragraphs(None) == []


def test_rows_are_chosen_by_a_field():
    rows = [{"met": True, "state": "OPEN"}, {"met": False, "state": "CLOSED"}]
    assert print_text.having(rows, "met=False") == [rows[1]]
    assert print_text.having(rows, "state=OPEN,CLOSED") == rows
    assert print_text.having(rows, "state!=CLOSED") == [rows[0]]
    assert print_text.having(None, "met=True") == []


def test_a_title_of_one_line_stays_whole():
    title = "关于同意江北市委转入分析评议阶段的批复"
    assert titles.lines(title) == [title]


def test_a_long_title_is_divided_evenly_and_opens_no_line_with_a_particle():
    lines = titles.lines("关于同意江源省人民政府国有资产监督管理委员会机关服务局转入分析评议阶段的批复")
    assert len(lines) == 2
    assert abs(len(lines[0]) - len(lines[1])) <= 2
    assert all(len(line) * titles.TITLE_SIZE < titles.LINE_WIDTH for line in lines)
    assert titles.lines("一" * 10 + "的" + "二" * 9)[0] == "一" * 10 + "的"


def test_a_line_break_in_a_title_is_kept():
    assert titles.lines("关于同意江北市委\n转入分析评议阶段的批复") == [
        "关于同意江北市委",
        "转入分析评议阶段的批复",
    ]


@pytest.mark.parametrize("mark", ["小组", "省委先进性教育活动领导小组办公室", "很" * 40, ""])
def test_a_mark_never_passes_the_type_area(mark):
    size = titles.mark_size(mark)
    assert size * titles.MARK_NARROWING * len(mark) <= titles.LINE_WIDTH + 0.001
    assert size <= titles.LARGEST_MARK
