"""Sample snapshots of documents: a full review and a reply, to be varied by the tests."""

import copy

OPINION = (
    "第三督导组于3月15日至17日对江北市学习动员阶段工作进行审查：查阅资料28份，走访支部9个，召开座谈会2次，抽查笔记60本。"
    "经3月17日全组集体研究（到会5人），一致认为：规定学时、天数、讨论次数均已达到；领导干部带头较好；回头看问题已弥补；"
    "尚有两个支部讨论质量一般，已提出跟踪要求。同意转入分析评议阶段，报请领导小组审批。"
)

_REQUEST = {
    "paper_number": "江北发〔2005〕12号",
    "sections": [
        {"heading": "基本情况", "text": "全市参加党员2310名，参学率98.6%，因病因公缺学32人均已补课。"},
        {
            "heading": "主要做法",
            "text": "集体学习44小时，集中学习6天，讨论交流4次；党员领导干部讲党课26场；检查读书笔记460本。",
        },
        {"heading": "初步成效", "text": "边学边改，解决群众反映问题17项。"},
        {
            "heading": "不足和下步安排",
            "text": "少数基层支部讨论深度不够，将在分析评议阶段继续加强。\n\n　　经市委常委会3月14日研究，"
            "认为学习动员阶段任务已完成，特申请转入分析评议阶段。妥否，请批示。",
        },
    ],
}

_PLAN = {
    "version": 2,
    "passed_on": "2005-01-28",
    "problems": [
        {
            "category": "MEMBER_ORG",
            "text": "部分支部组织生活不正常，流动党员失联。",
            "measure": "每月一次组织生活并登记；建立流动党员联络簿，由支部保存。",
        },
        {
            "category": "CONDUCT",
            "text": "服务窗口推诿，办理时限不公开。",
            "measure": "实行首问负责制，公示办结时限。",
        },
        {
            "category": "LIVELIHOOD",
            "text": "农村道路坑槽较多，群众反映强烈。",
            "measure": "先修急修路段12处，由群众代表验收。",
        },
        {
            "category": "INTERNAL_MGMT",
            "text": "公务接待费用偏高。",
            "measure": "定点定额，每季公示。",
        },
    ],
}

_QUANTITIES = [
    {
        "wording": "集体学习时间不少于40小时",
        "unit": "小时",
        "required": "40",
        "declared": "44",
        "evidenced": "44",
        "verified": "43.5",
        "met": True,
        "locked": True,
    },
    {
        "wording": "其中单位组织党员集中学习不少于5天",
        "unit": "天",
        "required": "5",
        "declared": "6",
        "evidenced": "6",
        "verified": "6",
        "met": True,
        "locked": True,
    },
    {
        "wording": "集体讨论交流不少于3次",
        "unit": "次",
        "required": "3",
        "declared": "4",
        "evidenced": "4",
        "verified": "4",
        "met": True,
        "locked": True,
    },
    {
        "wording": "党员领导干部参加所在党支部组织的专题学习",
        "unit": "次",
        "required": "1",
        "declared": "3",
        "evidenced": "3",
        "verified": "3",
        "met": True,
        "locked": False,
    },
    {
        "wording": "党员领导干部参加党委（党组）理论学习中心组的学习",
        "unit": "次",
        "required": "1",
        "declared": "2",
        "evidenced": "2",
        "verified": "2",
        "met": True,
        "locked": False,
    },
]

_GATES = [
    {
        "name": "理论学习关",
        "round": 2,
        "verdict": "PASSED",
        "assessed_on": "2005-03-12",
        "items": [
            {
                "wording": "党员是否学完必读教材和规定篇目",
                "answer": "MET",
                "note": "抽查12个支部，均已学完。",
            },
            {
                "wording": "是否领会精神实质",
                "answer": "MET",
                "note": "座谈了解，多数党员能结合岗位谈认识；两个支部讨论质量一般，已列入跟踪。",
            },
            {
                "wording": "检查学习情况，看质量怎么样，是否有效果",
                "answer": "MET",
                "note": "抽查笔记60本，质量较好；专题辅导和形势报告各听1场。",
            },
        ],
    }
]

_EXIT_ITEMS = [
    {"group": "不走过场、不出偏差", "wording": "本阶段工作是否做到不走过场", "answer": "MET", "note": ""},
    {"group": "不走过场、不出偏差", "wording": "本阶段工作是否做到不出偏差", "answer": "MET", "note": ""},
    {
        "group": "六个贯穿始终",
        "wording": "把学习实践“三个代表”重要思想作为主线贯穿始终",
        "answer": "MET",
        "note": "",
    },
    {
        "group": "六个贯穿始终",
        "wording": "把学习贯彻党章、党的十六大和十六届三中、四中全会精神贯穿始终",
        "answer": "MET",
        "note": "",
    },
    {"group": "六个贯穿始终", "wording": "把不断提高党员的思想认识贯穿始终", "answer": "MET", "note": ""},
    {"group": "六个贯穿始终", "wording": "把进一步调动党员的积极性贯穿始终", "answer": "MET", "note": ""},
    {
        "group": "六个贯穿始终",
        "wording": "把抓落实、求实效贯穿始终",
        "answer": "MET",
        "note": "边学边改，解决群众反映问题17项，抽查其中6项属实。",
    },
    {"group": "六个贯穿始终", "wording": "把加强领导贯穿始终", "answer": "MET", "note": ""},
    {
        "group": "领导带头",
        "wording": "领导班子和领导干部是否扎实有效地搞好自身的教育活动",
        "answer": "MET",
        "note": "班子成员均以普通党员身份参加所在支部学习，讲党课26场。",
    },
]

_LOOK_BACK = {
    "held_on": "2005-03-13",
    "summary": "",
    "items": [
        {"wording": "党员参学率高，缺学的都已补学或作出安排", "answer": "MET", "found": "", "made_up": ""},
        {
            "wording": "学习培训时间得到保证",
            "answer": "NOT_MET",
            "found": "5个支部学习记录不规范。",
            "made_up": "已按签到和发言要点补全，督导组抽查属实。",
        },
        {"wording": "党员对保持先进性的具体要求认识清楚", "answer": "MET", "found": "", "made_up": ""},
    ],
}

_FINDINGS = [
    {
        "number": 1,
        "kind": "PROBLEM",
        "red_line": "",
        "text": "驻外党员11人尚未安排补课，参学率为91%。",
        "state": "CLOSED",
        "outcome": "已分两批补课，11人全部补学，3月10日核实销号。",
    },
    {
        "number": 2,
        "kind": "SUGGESTION",
        "red_line": "",
        "text": "建议增加一次形势报告和一次岗位讨论，并对缺学党员逐一安排补学时间。",
        "state": "ANSWERED",
        "outcome": "采纳，3月8日举办形势报告会，各支部已开展岗位讨论。",
    },
    {
        "number": 3,
        "kind": "PROBLEM",
        "red_line": "FORMALITY",
        "text": "部分支部学习以读文件为主，讨论交流没有结合岗位实际。",
        "state": "CLOSED",
        "outcome": "重新组织讨论，督导组旁听2个支部，3月12日核实销号。",
    },
    {
        "number": 4,
        "kind": "PROBLEM",
        "red_line": "",
        "text": "城东、港口两个支部讨论质量一般。",
        "state": "ACKNOWLEDGED",
        "outcome": "跟踪事项，分析评议阶段继续督促。",
    },
]

_REVIEW = {
    "kind": "TRANSITION_REVIEW",
    "campaign": "江源省保持共产党员先进性教育活动",
    "batch": "第一批",
    "stage": {"number": 1, "name": "学习动员"},
    "next_stage": {"number": 2, "name": "分析评议"},
    "round": 1,
    "team": "第三督导组",
    "unit": {
        "code": "U09",
        "name": "江北市委",
        "members": 2310,
        "branches": 148,
        "leaders": 9,
        "secretary_title": "市委书记",
    },
    "addressee": "省委先进性教育活动领导小组",
    "dates": {"entered_on": "2005-01-20", "submitted_on": "2005-03-14", "reviewed_on": "2005-03-17"},
    "request": _REQUEST,
    "plan": _PLAN,
    "mobilisation": {"held_on": "2005-01-31", "attended": 2244},
    "quantities": _QUANTITIES,
    "gates": _GATES,
    "exit_items": _EXIT_ITEMS,
    "look_back": _LOOK_BACK,
    "findings": _FINDINGS,
    "make_up": [
        {
            "wording": "集体讨论交流不少于3次",
            "measure": "3个县直单位党委各补开一次讨论交流，书记到会。",
            "due_on": "2005-03-10",
            "state": "CLEARED",
            "cleared_on": "2005-03-09",
        }
    ],
    "rounds": [],
    "remaining": "少数基层支部讨论深度不够；驻外党员的学习方式还需改进。",
    "meeting": {
        "held_on": "2005-03-17",
        "present": 5,
        "members": 5,
        "conclusion": "一致同意江北市委转入分析评议阶段。",
    },
    "opinion": OPINION,
    "verdict": "RECOMMENDED",
    "reviewer": "第三督导组组长",
}

_REPLY = {
    "kind": "TRANSITION_REPLY",
    "mark": "省委先进性教育活动领导小组办公室",
    "number": "江先教办〔2005〕8号",
    "title": "关于同意江北市委转入分析评议阶段的批复",
    "addressee": "江北市委",
    "request_number": "江北发〔2005〕12号",
    "paragraphs": [
        "你委江北发〔2005〕12号请示收悉。经研究，同意你市自2005年3月19日起转入分析评议阶段。"
        "请按照省委要求，做好征求意见、分析评议、批评与自我批评等各项工作，防止走过场。",
        "此复。",
    ],
    "signature": "省委先进性教育活动领导小组",
    "decided_on": "2005-03-18",
    "copy_to": ["第三督导组"],
}

_RETURNED_ROUND = {
    "round": 1,
    "returned_by": "TEAM",
    "returned_on": "2005-03-06",
    "items": [
        {
            "wording": "集体讨论交流不少于3次",
            "remark": "核实2次，另一次只有签到，没有发言要点。",
            "answer": "3月9日补开一次，附发言要点。",
        },
        {
            "wording": "把抓落实、求实效贯穿始终",
            "remark": "边学边改事项没有责任人和时限。",
            "answer": "已逐项明确责任人和时限。",
        },
    ],
}


def review(**changes):
    """The review of the request of unit U09, changed at its top level."""
    return copy.deepcopy(_REVIEW) | changes


def second_round_review():
    """The same unit on its second try: the first was returned with two pinned items."""
    return review(round=2, rounds=[copy.deepcopy(_RETURNED_ROUND)])


def empty_review():
    """A review about which hardly anything was recorded."""
    return review(
        request={"paper_number": "", "sections": []},
        plan=None,
        mobilisation=None,
        quantities=[],
        gates=[],
        exit_items=[],
        look_back=None,
        findings=[],
        make_up=[],
        remaining="",
        meeting=None,
        next_stage=None,
        verdict="RETURNED",
        opinion="不同意。",
    )


def review_with_many_findings(count):
    """A review with `count` findings, every third one long."""
    long_text = "抽查自我剖析材料30份，其中9份谈现象多、谈根源少，已退回重写。"
    findings = [
        {
            "number": number,
            "kind": "PROBLEM",
            "red_line": "",
            "text": long_text * (4 if number % 3 == 0 else 1),
            "state": "CLOSED",
            "outcome": "已整改，核实销号。",
        }
        for number in range(1, count + 1)
    ]
    return review(findings=findings)


def reply(**changes):
    """The reply to unit U09, changed at its top level."""
    return copy.deepcopy(_REPLY) | changes
