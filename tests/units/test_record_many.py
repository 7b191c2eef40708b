"""Recording more than one at a time: the last one again, a weekly series, rows out of a spreadsheet."""

import re
from datetime import date, time

import pytest
from django.urls import reverse

from teams.exceptions import Denied
from tests.units.building_activities import drafted, entered_case, submitted
from units.enums import ActivityKind, ActivityState, Measure
from units.models import Activity
from units.rules.plausibility import Entered
from units.services.activities import withdraw_activity
from units.services.activity_series import Entry, draft_each, looked_at


@pytest.fixture
def case(case):
    return entered_case(case)


@pytest.fixture
def unit(client, cast):
    client.force_login(cast.liaison)
    return client


def address(name, case):
    return reverse(name, args=[case.pk])


def series(**changes):
    fields = {
        "first_on": "2005-01-20",
        "until": "2005-02-03",
        "weekdays": ["3"],
        "at_most": "",
        "kind": "STUDY_SESSION",
        "title": "周四学习",
        "starts_at": "14:00",
        "ends_at": "17:00",
        "minutes": "",
        "organiser": "UNIT",
        "expected": "1032",
    }
    return {name: value for name, value in (fields | changes).items() if value is not None}


def save(client, url, data):
    """Look at the rows, then save them as they were shown."""
    seen = client.post(url, data)
    assert seen.status_code == 200, seen.context["form"].errors
    return client.post(url, data | {"seen": seen.context["shown"], "record": "1"})


def outcomes(response):
    return [row["done"] for row in response.context["rows"]]


# The last one again.


def test_a_new_one_begins_with_the_last_of_its_kind_but_not_with_its_day(case, cast, unit):
    drafted(case, cast, title="周四学习", starts_at=time(14), ends_at=time(17), summary="那一天的情况")
    drafted(case, cast, title="讨论", kind=ActivityKind.DISCUSSION)
    page = unit.get(address("activity_new", case), {"kind": "STUDY_SESSION", "like": "last"})
    form = page.context["form"]
    assert (form["title"].value(), form["minutes"].value(), form["expected"].value()) == ("周四学习", "3:00", 1032)
    empty = ("held_on", "attended", "absence_reason", "summary", "evidence")
    assert [form[name].value() for name in empty] == [None] * len(empty)
    assert not form.is_bound


def test_it_offers_to_begin_so_once_there_is_one(case, cast, unit):
    assert "like=last" not in unit.get(address("activity_new", case)).text
    withdrawn = submitted(case, cast, title="已撤回")
    withdraw_activity(activity_id=withdrawn.pk, reason="重复。", acting_user=cast.liaison)
    assert "like=last" not in unit.get(address("activity_new", case)).text
    drafted(case, cast)
    assert "like=last" in unit.get(address("activity_new", case)).text


# A weekly series.


def test_a_series_becomes_a_draft_for_each_of_its_days(case, unit):
    done = save(unit, address("activity_series", case), series())
    assert outcomes(done) == [True, True, True]
    assert list(Activity.objects.order_by("held_on").values_list("held_on", "state")) == [
        (date(2005, 1, 20), ActivityState.DRAFT),
        (date(2005, 1, 27), ActivityState.DRAFT),
        (date(2005, 2, 3), ActivityState.DRAFT),
    ]
    assert Activity.objects.first().figures.get(measure=Measure.MINUTES).declared == 180


def test_looking_at_a_series_writes_nothing(case, unit):
    page = unit.post(address("activity_series", case), series())
    assert (page.status_code, outcomes(page)) == (200, [True, True, True])
    assert not Activity.objects.exists()


def test_days_before_entry_and_days_to_come_are_refused_alone(case, unit):
    page = unit.post(address("activity_series", case), series(first_on="2005-01-13"))
    assert outcomes(page) == [False, True, True, True]
    assert "进驻" in page.context["rows"][0]["reasons"][0]
    done = save(unit, address("activity_series", case), series(first_on="2005-01-13"))
    assert outcomes(done) == [False, True, True, True]
    assert Activity.objects.count() == 3


def test_a_session_that_cannot_be_is_refused_by_the_rule_for_one(case, unit):
    page = unit.post(address("activity_series", case), series(starts_at="", ends_at="", minutes="13:00"))
    assert outcomes(page) == [False, False, False]
    assert "12" in page.context["rows"][0]["reasons"][0]


def test_what_overlaps_is_noticed_and_not_refused(case, cast, unit):
    drafted(case, cast, title="报告会", held_on=date(2005, 1, 20), starts_at=time(16), ends_at=time(19))
    drafted(case, cast, title="全天", held_on=date(2005, 1, 27), declared={Measure.MINUTES: 700})
    rows = unit.post(address("activity_series", case), series()).context["rows"]
    assert [row["done"] for row in rows] == [True, True, True]
    assert "报告会" in rows[0]["notes"][0]
    assert "12" in str(rows[1]["notes"][0])
    assert rows[2]["notes"] == []


def test_so_many_times_ends_it_and_without_an_end_it_lasts_until_today(case, unit):
    page = unit.post(address("activity_series", case), series(at_most="2", until=""))
    assert len(page.context["rows"]) == 2


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"weekdays": []}, "weekdays"),
        ({"weekdays": ["5"], "until": "2005-01-21"}, "weekdays"),
        ({"until": "2005-01-19"}, "until"),
        ({"until": "2007-01-19"}, "until"),
        ({"at_most": "0"}, "at_most"),
        ({"at_most": "101"}, "at_most"),
        ({"title": ""}, "title"),
        ({"first_on": ""}, "first_on"),
    ],
)
def test_a_series_that_cannot_be_is_refused_at_its_field(case, unit, changes, field):
    page = unit.post(address("activity_series", case), series(title="保留的字") | changes)
    assert (page.status_code, set(page.context["form"].errors)) == (400, {field})
    assert field == "title" or "保留的字" in page.text


def test_a_form_changed_after_its_rows_were_shown_is_shown_anew(case, unit):
    seen = unit.post(address("activity_series", case), series()).context["shown"]
    page = unit.post(address("activity_series", case), series(at_most="1") | {"seen": seen, "record": "1"})
    assert page.context["changed_since"]
    assert not Activity.objects.exists()


def test_a_series_sent_twice_is_written_once(case, unit):
    url = address("activity_series", case)
    shown = unit.post(url, series()).context["shown"]
    first, again = (unit.post(url, series() | {"seen": shown, "record": "1"}) for _ in range(2))
    assert (outcomes(first), outcomes(again)) == ([True] * 3, [False] * 3)
    assert Activity.objects.count() == 3


# Rows out of a spreadsheet.


def pasted(unit, case, table):
    return unit.post(address("activity_paste", case), {"table": table})


def test_rows_are_read_under_a_chinese_heading(case, unit):
    table = "日期\t活动类型\t主题\t开始\t结束\t应到\t实到\n"
    table += "2005年1月21日\t集体学习活动\t学习《党章》\t9:00\t12:00\t1032\t1032\n"
    save(unit, address("activity_paste", case), {"table": table})
    activity = Activity.objects.get()
    assert (activity.kind, activity.title, activity.held_on) == ("STUDY_SESSION", "学习《党章》", date(2005, 1, 21))
    assert {each.measure: each.declared for each in activity.figures.all()} == {
        "MINUTES": 180,
        "EXPECTED": 1032,
        "ATTENDED": 1032,
    }


def test_rows_are_read_under_an_english_heading(case, unit):
    table = "Topic\tDate\tStart\tEnd\tKind\nParty constitution\t2005/1/21\t09:00\t11:30\tDiscussion and exchange"
    save(unit, address("activity_paste", case), {"table": table})
    assert Activity.objects.get().kind == ActivityKind.DISCUSSION


def test_rows_without_a_heading_are_read_as_the_page_says(case, unit):
    save(unit, address("activity_paste", case), {"table": "2005-1-21\t9:00\t12:00\t\t学习《党章》\t20\t20"})
    activity = Activity.objects.get()
    assert (activity.starts_at, activity.title) == (time(9), "学习《党章》")


def test_every_line_says_what_is_wrong_in_which_column_and_the_others_go_on(case, unit):
    lines = [
        "2005-01-21\t9:00\t12:00\t\t好的一行\t20\t20",
        "一月\t9:00\t12:00\t\t日期不对\t20\t20",
        "",
        "2005-01-22\t9点\t12:00\t\t时间不对\t20\t20",
        "2005-01-23\t9:00\t12:00\t宴会\t类别不对\t20\t20",
        "2005-01-24\t9:00\t12:00\t\t人数不对\t20\t30",
        "2005-01-25\t9:00\t12:00\t\t多了一格\t20\t20\t8",
    ]
    page = pasted(unit, case, "\n".join(lines))
    rows = page.context["rows"]
    assert [(row["number"], row["done"]) for row in rows] == [
        (1, True),
        (2, False),
        (4, False),
        (5, False),
        (6, False),
        (7, False),
    ]
    said = [row["reasons"][0] for row in rows if not row["done"]]
    assert all(re.search(name, each) for name, each in zip(["日期", "开始", "宴会", "实到", "1"], said, strict=True)), (
        said
    )
    assert all(line in page.text for line in lines if line)
    save(unit, address("activity_paste", case), {"table": "\n".join(lines)})
    assert [each.title for each in Activity.objects.all()] == ["好的一行"]


def test_other_kinds_are_read_with_their_own_figures(case, unit):
    table = "日期\t活动类型\t方式\t听取意见人数\t征得意见条数\n2005-01-21\t征求意见\t座谈会\t30\t12"
    save(unit, address("activity_paste", case), {"table": table})
    assert {each.measure: each.declared for each in Activity.objects.get().figures.all()} == {
        "PEOPLE": 30,
        "OPINIONS": 12,
    }


def test_a_figure_that_a_kind_does_not_have_is_refused_in_its_column(case, unit):
    (row,) = pasted(unit, case, "日期\t类别\t谈心人次\n2005-01-21\t讨论交流\t3").context["rows"]
    assert not row["done"]


@pytest.mark.parametrize(
    "table",
    [
        "",
        "\n\t\n",
        "日期\t主题\n",
        "日期\t主题\t天气\n2005-01-21\t学习\t晴",
        "日期\t主题\t日期\n1\t2\t3",
        "x\ty\n" * 101,
    ],
)
def test_a_table_that_cannot_be_read_comes_back_as_it_was_pasted(case, unit, table):
    page = pasted(unit, case, table)
    assert (page.status_code, set(page.context["form"].errors)) == (400, {"table"})
    assert page.context["form"]["table"].value() == table


def test_a_cell_of_several_lines_stays_one_cell(case, unit):
    table = '日期\t主题\t开展情况\n2005-01-21\t学习\t"第一行\n第二行""引号"""\n2005-01-22\t再学\t"党章"学习'
    save(unit, address("activity_paste", case), {"table": table})
    assert [each.summary for each in Activity.objects.order_by("held_on")] == ['第一行\n第二行"引号"', '"党章"学习']


def test_a_row_that_stands_twice_or_is_recorded_already_is_refused(case, cast, unit):
    drafted(case, cast, title="学过", held_on=date(2005, 1, 21))
    line = "日期\t主题\n2005-01-21\t学过\n2005-01-22\t新的\n2005-01-22\t新的"
    assert outcomes(pasted(unit, case, line)) == [False, True, False]


# By the services.


def test_only_the_unit_looks_and_records(case, cast):
    entries = [Entry(1, Entered(kind="STUDY_SESSION", title="学习", held_on=date(2005, 1, 21)))]
    with pytest.raises(Denied):
        looked_at(case=case, entries=entries, acting_user=cast.member)
    (row,) = draft_each(case_id=case.pk, entries=entries, acting_user=cast.member)
    assert (row.done, isinstance(row.refusal, Denied)) == (False, True)
    assert not Activity.objects.exists()
