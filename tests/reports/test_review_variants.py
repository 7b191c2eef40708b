"""Reviews of every size and temper: returned, repeated, bare, huge and hostile."""

from django.utils import translation

from reports.rendering.pdf import LAYOUTS, render, to_html
from tests.reports import paper, snapshots


def _text(snapshot):
    return paper.text(render("TRANSITION_REVIEW", snapshot).pdf)


def test_a_second_round_shows_what_was_pinned_and_answered():
    text = _text(snapshots.second_round_review())
    assert "（第二轮）" in text
    assert "（三）前次退回事项的答复" in text
    assert "第一轮请示于2005年3月6日由督导组退回" in text
    assert "已逐项明确责任人和时限。" in text


def test_a_first_round_does_not_speak_of_rounds():
    text = _text(snapshots.review())
    assert "轮）" not in text
    assert "前次退回" not in text


def test_a_returned_review_says_so_in_its_first_table():
    text = _text(snapshots.review(verdict="RETURNED"))
    assert text.count("不同意转入分析评议阶段，退回补课") == 2
    assert "报请审批" not in text.replace(snapshots.OPINION, "")


def test_what_is_not_reached_stands_out():
    quantities = snapshots.review()["quantities"]
    quantities[0] |= {"verified": "34", "met": False}
    text = _text(snapshots.review(quantities=quantities))
    assert "5项中1项未达到" in text
    assert "40444434未达到" in text


def test_a_review_of_hardly_anything_comes_out_whole():
    text = _text(snapshots.empty_review())
    assert "结束学习动员阶段的审查报告" in text
    assert "没有通过审核的实施方案。没有召开动员大会的记录。" in text
    for sentence in (
        "本阶段没有规定数量要求。",
        "本阶段没有进行关口评估。",
        "督导组在本阶段没有提出问题和建议。",
        "没有需要补课的事项。",
        "没有回头看的记录。",
        "没有出口标准的答复。",
        "没有集体研究的记录。",
    ):
        assert sentence in text


def test_the_review_of_the_last_stage_says_what_became_of_the_rectification_plan():
    plan = {"version": 2, "passed_on": "2005-05-12", "leadership": 3, "branch": 8, "verified": 10}
    text = _text(snapshots.review(rectification_plan=plan))
    assert "整改方案第二稿于2005年5月12日通过审核" in text
    assert "领导班子层面问题3个、基层党组织层面问题8个，已销号10个" in text
    assert "整改方案第" not in _text(snapshots.review())


def test_many_findings_repeat_the_head_of_their_table():
    document = render("TRANSITION_REVIEW", snapshots.review_with_many_findings(400))
    pages = paper.plain_pages(document.pdf)
    assert 30 <= document.page_count <= 60
    assert sum("编号类别内容状态办理结果" in page for page in pages) > 30
    assert sum(page.count("已整改，核实销号。") for page in pages) == 400


def test_a_text_longer_than_a_page_is_printed_to_its_end():
    finding = snapshots.review()["findings"][0] | {"text": "很长的一段文字。" * 400 + "完毕"}
    snapshot = snapshots.review(findings=[finding], opinion="意见。\n\n　　" + "甲" * 3000 + "终")
    text = "".join(paper.plain_pages(render("TRANSITION_REVIEW", snapshot).pdf))
    assert text.count("很") == 400
    assert "完毕" in text
    assert text.count("甲") == 3000
    assert "终" in text


def test_nothing_passes_the_edges_of_the_type_area():
    """Words without a break, as addresses are, are broken anywhere."""
    endless = "https://example.org/" + "a" * 400
    finding = snapshots.review()["findings"][0] | {"text": endless, "outcome": endless}
    document = render("TRANSITION_REVIEW", snapshots.review(opinion=endless, findings=[finding]))
    for number, chars in enumerate(paper.pages(document.pdf), start=1):
        left, right = paper.RIGHT_PAGE if number % 2 else paper.LEFT_PAGE
        assert min(line.left for line in paper.lines(chars)) >= left - 0.05
        assert max(line.right for line in paper.lines(chars)) <= right + 0.05


def test_what_people_write_is_text_and_never_markup():
    hostile = '<script>alert(1)</script><img src="file:///etc/passwd"> {{ doc.team }} &lt;b&gt;'
    html = to_html(
        LAYOUTS["TRANSITION_REVIEW"],
        snapshots.review(opinion=hostile, remaining=hostile, unit=snapshots.review()["unit"] | {"name": hostile}),
    )
    assert "<script" not in html
    assert "<img" not in html
    assert "{{ doc.team }}" in html
    text = _text(snapshots.review(remaining=hostile))
    assert "<script>alert(1)</script>" in text


def test_the_language_of_the_asker_does_not_matter(review):
    with translation.override("en"):
        assert render("TRANSITION_REVIEW", snapshots.review()).sha256 == review.sha256


def test_a_reviewer_with_a_short_title_keeps_the_date_inside():
    document = render("TRANSITION_REVIEW", snapshots.review(reviewer="组长"))
    rows = paper.lines(paper.pages(document.pdf)[-1])
    date = next(line for line in rows if line.text == "2005年3月17日")
    assert date.right <= paper.RIGHT_PAGE[1] - 11
