"""Home and the list of cases, full and empty."""

from django.core.paginator import Paginator

from tests.gallery import frame
from tests.gallery.forms import Filters
from tests.gallery.words import link, say


def todo(tone, kind, title, subtitle, since, due="", *, act, primary=False, late=False):
    return {
        "tone": tone,
        "kind": say(*kind),
        "title": say(*title),
        "subtitle": say(*subtitle),
        "since": say(*since),
        "due": say(*due) if due else "",
        "late": late,
        "action": link(*act),
        "primary": primary,
    }


TRANSPORT = ("Department of Transport", "省交通厅")
WATER = ("Department of Water Resources", "省水务厅")


def overdue():
    return [
        todo(
            "block",
            ("2 days overdue", "逾期 2 天"),
            ("Verify rectification: manners at the counter", "核实整改：窗口服务态度"),
            (f"{TRANSPORT[0]} · finding 12", f"{TRANSPORT[1]} · 发现 12 号"),
            ("reported 6 March", "单位 3月6日报完成"),
            ("was due 8 March", "应 3月8日"),
            act=("Verify", "去核实"),
            primary=True,
            late=True,
        )
    ]


def mine():
    return [
        todo(
            "now",
            ("Transition", "转段审查"),
            ("Review the request (round 1)", "审查请示（第 1 轮）"),
            ("Department of Agriculture · stage 1 → 2", "省农业厅 · 学习动员 → 分析评议"),
            ("since 9 March", "3月9日收"),
            ("within 3 working days", "3 个工作日内"),
            act=("Review", "审查"),
            primary=True,
        ),
        todo(
            "now",
            ("Plan", "方案审核"),
            ("Review version 2 of the plan (3 points returned)", "审核实施方案第 2 稿（上稿退回 3 处）"),
            ("Department of Culture", "省文化厅"),
            ("since 8 March", "3月8日收"),
            ("due 11 March", "3月11日"),
            act=("Review", "审核"),
        ),
        todo(
            "now",
            ("Activities", "核实活动"),
            ("4 study activities to verify", "学习活动 4 条待核实"),
            TRANSPORT,
            ("since 7 March", "3月7日起"),
            act=("Verify", "核实"),
        ),
        todo(
            "wait",
            ("Visit", "走访"),
            ("No visit in this stage yet", "本阶段还没有走访"),
            WATER,
            ("nothing for 16 days", "已 16 天没有记录"),
            act=("Plan a visit", "安排走访"),
        ),
    ]


def others():
    return [
        todo(
            "rest",
            ("the unit", "等单位"),
            ("2 make-up tasks", "补课任务 2 项"),
            WATER,
            ("since 3 March", "3月3日发"),
            ("due 20 March", "3月20日"),
            act=("Look", "看看"),
        ),
        todo(
            "rest",
            ("leading group", "等领导小组"),
            ("Decision on the transition", "转段审批"),
            TRANSPORT,
            ("since 9 March", "3月9日报"),
            act=("Look", "看看"),
        ),
    ]


def home():
    return {
        "mast": frame.leader("todo"),
        "overdue": overdue(),
        "mine": mine(),
        "others": others(),
        "count": 7,
    }


def home_empty():
    return {"mast": frame.leader("todo", todo=0), "count": 0}


def row(unit, team, stage, tone, state, holder, figures):
    return {
        "unit": say(*unit),
        "team": team,
        "stage": say(*stage),
        "tone": tone,
        "state": say(*state),
        "holder": say(*holder),
        "figures": figures,
    }


STUDY = ("Study and mobilisation", "学习动员")
APPRAISAL = ("Analysis and appraisal", "分析评议")


def rows():
    passed, waits, missing = ("passed", "已过"), ("with the team", "待督导组"), ("4 missing", "还差 4 项")
    return [
        row(TRANSPORT, 1, APPRAISAL, "now", ("in progress", "进行中"), ("Unit, 6 days", "单位 6 天"), "44"),
        row(WATER, 1, APPRAISAL, "block", ("not passed", "未过"), ("Unit, 9 days", "单位 9 天"), "41"),
        row(
            ("Department of Agriculture", "省农业厅"),
            1,
            STUDY,
            "pass",
            passed,
            ("Team, 1 day", "督导组 1 天"),
            "42",
        ),
        row(
            ("Government Offices Administration", "省机关事务局"),
            2,
            STUDY,
            "block",
            missing,
            ("Unit, 6 days", "单位 6 天"),
            "31",
        ),
        row(("Bureau of Statistics", "省统计局"), 2, STUDY, "wait", waits, ("Team, 1 day", "督导组 1 天"), "0"),
    ]


def cases():
    return {
        "mast": frame.director("cases"),
        "rows": rows(),
        "page_obj": Paginator(range(24), 5).page(2),
        "filter_form": Filters(),
        "found": say("24 cases", "共 24 个案卷"),
    }


def cases_empty():
    found = say("No case", "没有案卷")
    return {
        "mast": frame.director("cases"),
        "rows": [],
        "filter_form": Filters(),
        "found": found,
        "clear_url": "#",
    }
