"""The case overview in two moments, and the desk in three."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django import forms

from tests.gallery import frame
from tests.gallery.words import link, say

SHANGHAI = ZoneInfo("Asia/Shanghai")


def gate(english, chinese, tone="rest"):
    return {"label": say(english, chinese), "tone": tone, "url": "#" if tone != "rest" else ""}


def stages(states, first, turn):
    one, two, three = states
    return [
        {
            "number": say("1", "一"),
            "name": say("Study and mobilisation", "学习动员"),
            "note": say("20 January to 18 March · 9 working days left", "1月20日至3月18日 · 还有 9 个工作日"),
            "state": one,
            "gates": [gate("Theory study", "理论学习关", first)],
            "turn": gate("Transition", "转段", turn),
        },
        {
            "number": say("2", "二"),
            "name": say("Analysis and appraisal", "分析评议"),
            "note": say("planned from 19 March", "计划 3月19日起"),
            "state": two,
            "gates": [
                gate("Soliciting opinions", "征求意见关", "now" if two == "open" else "rest"),
                gate("Analysis and appraisal", "分析评议关"),
                gate("Criticism and self-criticism", "批评与自我批评关"),
            ],
            "turn": gate("Transition", "转段"),
        },
        {
            "number": say("3", "三"),
            "name": say("Rectification and improvement", "整改提高"),
            "note": say("planned from 11 May", "计划 5月11日起"),
            "state": three,
            "gates": [gate("Rectification and improvement", "整改提高关")],
            "turn": gate("Closing review", "结束审查"),
        },
    ]


def tabs(current):
    names = [
        ("Overview", "概况", 0),
        ("Plan", "实施方案", 0),
        ("Activities", "活动记录", 9),
        ("Findings", "督导发现", 5),
        ("Rectification", "整改", 3),
        ("Checkpoints", "把关", 0),
        ("Transition", "转段", 0),
        ("Documents", "文件", 0),
        ("Timeline", "大事记", 0),
    ]
    return [
        {"label": say(english, chinese), "url": "#", "count": count, "current": english == current}
        for english, chinese, count in names
    ]


def sums(declared, evidenced, verified, required, unit, missing=0):
    scale = max(declared, required) * 1.12
    given = {"declared": declared, "evidenced": evidenced, "verified": verified, "required": required}
    percents = {f"{name}_pct": int(100 * value / scale) for name, value in given.items()}
    return given | percents | {"unit": unit, "missing": missing}


def blockers():
    record = link("Record study", "补记学习")
    return [
        {
            "title": say("At least 40 hours of collective study", "集体学习不少于 40 小时"),
            "tone": "block",
            "figures": sums(34, 32, 31, 40, say("hours", "小时"), 9),
            "action": record,
        },
        {
            "title": say("At least 5 days organised by the unit", "单位组织集中学习不少于 5 天"),
            "tone": "block",
            "figures": sums(4, 4, 4, 5, say("days", "天"), 1),
            "note": say("These days are part of the 40 hours.", "含在 40 小时之内。"),
            "action": record,
        },
        {
            "title": say("At least 3 discussions", "集体讨论交流不少于 3 次"),
            "tone": "wait",
            "figures": sums(3, 3, 2, 3, say("times", "次"), 1),
            "note": say("That of 2 March waits for the team.", "3月2日一次待督导组核实。"),
            "action": link("See the records", "看记录"),
        },
        {
            "title": say("1 make-up task is open", "补课任务未完成 1 项"),
            "tone": "block",
            "note": say(
                "Of 20 study notes 6 were copied and must be written again, by 20 March.",
                "抽查读书笔记 20 本，其中 6 本摘抄雷同，须重写。3月20日前。",
            ),
            "action": link("Make up", "去补课"),
        },
    ]


def at(*moment):
    return datetime(*moment, tzinfo=SHANGHAI)


def entries():
    return [
        {
            "at": at(2005, 3, 4, 16, 20),
            "actor": say("Supervision team 2", "第二督导组"),
            "sentence": say(
                "2 study activities verified, 1 returned: no attendance list.",
                "核实学习活动 2 条，退回 1 条：未附签到。",
            ),
            "url": "#",
        },
        {
            "at": at(2005, 3, 4, 15, 5),
            "actor": say("Team leader", "组长"),
            "sentence": say("Finding 7 (problem) issued to the Party group.", "督导发现 7 号（问题）发至党组。"),
            "about": say("31 hours of collective study: below what is required.", "集体学习 31 小时，未达到规定要求。"),
        },
        {
            "at": at(2005, 3, 2, 9, 0),
            "actor": say("Liaison", "联络员"),
            "sentence": say("Study of the implementation opinions recorded.", "记录学习《实施意见》一次，到会 31 人。"),
        },
    ]


def facts():
    return [
        {"label": say("Plan", "实施方案"), "value": say("version 2 passed", "第 2 稿通过"), "tone": "pass"},
        {
            "label": say("Mobilisation", "动员大会"),
            "value": say("24 January, team present", "1月24日，督导组到会"),
        },
        {
            "label": say("Findings", "督导发现"),
            "value": say("4 problems, 1 suggestion", "问题 4 建议 1"),
            "url": "#",
        },
        {"label": say("Rectification", "整改"), "value": say("1 overdue", "逾期 1"), "tone": "block"},
        {"label": say("Visits", "走访"), "value": say("2 circuit visits", "巡回 2 次")},
    ]


def case(**parts):
    name = say("Provincial Government Offices Administration", "省机关事务局")
    crumbs = [link("Cases", "案卷"), {"label": name}]
    return {
        "name": name,
        "crumbs": crumbs,
        "tabs": tabs("Overview"),
        "entries": entries(),
        "facts": facts(),
    } | parts


def short_of_figures():
    return case(
        mast=frame.liaison("cases"),
        header={"stages": stages(("open", "ahead", "ahead"), "block", "rest")},
        stage={"tone": "now", "label": say("Study and mobilisation", "学习动员阶段")},
        blockers_title=say("4 things still stand before stage 2", "转入分析评议阶段还差 4 项"),
        blockers=blockers(),
        holder={
            "who": say("The unit", "单位"),
            "what": say("makes up what is missing", "补课"),
            "since_days": 6,
            "due": say("due on 20 March", "期限 3月20日"),
            "primary": link("Record study", "记录学习活动"),
            "quiet": [link("Ask for an extension", "申请延长本阶段")],
        },
    )


def ready():
    return case(
        mast=frame.leader("cases"),
        header={"stages": stages(("done", "open", "ahead"), "pass", "pass")},
        stage={"tone": "now", "label": say("Analysis and appraisal", "分析评议阶段")},
        blockers_title=say("Into stage 3", "转入整改提高阶段"),
        blockers=[],
        action=link("Ask for the transition", "提出转段请示"),
        holder={
            "who": say("Supervision team 1", "第一督导组"),
            "since_days": 0,
            "due": say("overdue by 2 days", "逾期 2 天"),
            "late": True,
            "primary": link("Review", "审查"),
            "quiet": [],
        },
    )


class Remark(forms.Form):
    def __init__(self):
        super().__init__()
        self.fields["remark"] = forms.CharField(
            label=say("Opinion", "意见"),
            widget=forms.Textarea(attrs={"rows": 3}),
            initial=say("Agreed.", "同意。"),
        )


def paper(state, **parts):
    title = say("Transition review", "转段审查报告")
    pages = [
        {"number": number, "url": f"/gallery/papers/{number}.png", "width": 794, "height": 1123} for number in (1, 2)
    ]
    return {"title": title, "state": state, "pages": pages, "download_url": "#"} | parts


def on_desk(document):
    unit = say("Jiangyuan Normal College", "江源师范学院")
    other = say("Jiangbei City Committee", "江北市委")
    return {
        "mast": frame.director("todo"),
        "unit": unit,
        "document": document,
        "form": Remark(),
        "queue": [
            {
                "title": unit,
                "lines": [
                    say("stage 2 → 3 · round 1", "分析评议 → 整改提高 · 第 1 轮"),
                    say("Team 5, 9 March", "第五督导组 3月9日报"),
                ],
                "url": "#",
                "current": True,
            },
            {
                "title": other,
                "lines": [
                    say("stage 1 → 2 · round 2", "学习动员 → 分析评议 · 第 2 轮"),
                    say("Team 3, 10 March", "第三督导组 3月10日报"),
                ],
                "url": "#",
            },
        ],
        "facts": [
            {
                "label": say("Team's opinion", "督导组意见"),
                "value": say("agrees", "同意转段"),
                "tone": "pass",
            },
            {"label": say("Discussed", "集体研究"), "value": say("8 March, 5 present", "3月8日，到会 5 人")},
            {
                "label": say("Findings", "问题"),
                "value": say("9; 8 closed, 1 in progress", "9 件，已销号 8，在办 1"),
            },
            {"label": say("Made up", "补课"), "value": say("2 of 2", "2 项，均已完成")},
        ],
    }


def desk():
    return on_desk(paper("ready"))


def desk_preparing():
    return on_desk(paper("preparing")) | {"queue": []}


def desk_failed():
    note = say("It was tried five times. The office has been told.", "已试五次，办公室已收到通知。")
    return on_desk(paper("failed", note=note, retry_url="#")) | {"queue": []}
