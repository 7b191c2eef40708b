"""Forms, refusals, the login, and the sheet of single parts."""

from datetime import date

from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.gallery import forms, frame
from tests.gallery.cases import entries, facts
from tests.gallery.words import say


def form():
    return {"mast": frame.liaison("cases"), "form": forms.EveryKind(), "cancel_url": "#", "version": 3}


def form_with_errors():
    filled = forms.EveryKind(
        {"minutes": "1500", "held_on": "2005-03-04", "gist": say("Read aloud.", "读文件。")},
        {"file": SimpleUploadedFile("plan.exe", b"MZ")},
    )
    filled.is_valid()
    filled.add_error("file", say("plan.exe: this type is not accepted.", "plan.exe：不收这种类型的文件。"))
    filled.add_error(None, say("Two sessions overlap on 4 March.", "3月4日有两次活动时间重叠。"))
    conflict = say("The record changed at 9:41; your text is kept below.", "这条记录 9:41 改过，您的文字保留在下面。")
    return {
        "mast": frame.liaison("cases"),
        "form": filled,
        "cancel_url": "#",
        "version": 3,
        "conflict": conflict,
    }


def parts():
    said = [
        Message(messages.SUCCESS, say("The plan has been submitted.", "实施方案已提交。")),
        Message(messages.INFO, say("The document is being prepared.", "文件正在生成。")),
        Message(messages.WARNING, say("Not checked for viruses.", "未经病毒检查。")),
        Message(messages.ERROR, say("Nothing was saved.", "没有保存。")),
    ]
    files = [
        {
            "title": say("Implementation plan, version 2.docx", "实施方案（第 2 稿）.docx"),
            "url": "#",
            "kind": "docx",
            "size": 183_422,
            "at": date(2005, 2, 21),
            "by": say("Secretary", "党委书记"),
        },
        {
            "title": say("Meeting, photograph 3.jpg", "动员大会照片 3.jpg"),
            "kind": "jpg",
            "size": 2_411_038,
            "at": date(2005, 1, 24),
            "state": {"tone": "wait", "label": say("being converted", "正在转换")},
        },
        {
            "title": say("Attendance.xlsx", "签到表.xlsx"),
            "url": "#",
            "kind": "xlsx",
            "size": 12_034,
            "note": say("not checked for viruses", "未经病毒检查"),
        },
    ]
    tones = [
        ("pass", say("passed", "已过")),
        ("wait", say("waiting", "待审")),
        ("block", say("not passed", "未过")),
        ("now", say("in progress", "进行中")),
        ("rest", say("not yet", "未到")),
    ]
    nothing = say("No activity recorded yet", "还没有活动记录")
    return {
        "mast": frame.liaison("cases"),
        "messages": said,
        "files": files,
        "tones": tones,
        "entries": entries(),
        "facts": facts(),
        "empty": {
            "title": nothing,
            "hint": say(
                "Record the mobilisation meeting first; hours count from entry.",
                "先记动员大会；学时从进驻之日算起。",
            ),
            "action": {"label": say("Record an activity", "记一次活动"), "url": "#"},
        },
        "reasons": refused()["reasons"],
    }


def refused():
    return {
        "mast": frame.leader("cases"),
        "reasons": [
            say("The plan has not passed.", "实施方案还没有通过。"),
            say("9 hours of collective study are missing.", "集体学习还差 9 小时。"),
        ],
    }


def conflict():
    return {
        "mast": frame.director("todo"),
        "reasons": [say("Already decided by the director on 10 March, 9:41.", "主任已于 3月10日 9:41 作出决定。")],
        "kept": [{"label": say("Opinion", "意见"), "value": say("Agreed.", "同意。")}],
        "back_url": "#",
    }


def login_refused():
    form = forms.Login({"username": "u07.liaison", "password": "wrong"})
    form.add_error(None, say("Username or password is wrong.", "用户名或密码不对。"))
    return {"form": form}


def account(username, english, chinese):
    return {"username": username, "what": say(english, chinese)}


def login_demo():
    office = [
        account("office.director", "decides transitions", "审批转段"),
        account("office.clerk", "campaign, units, accounts", "活动、单位、账号"),
    ]
    teams = [
        account("team1.leader", "leads team 1: U01-U04", "第一督导组：U01-U04"),
        account("team4.leader", "leads team 4: U13-U16", "第四督导组：U13-U16"),
    ]
    units = [
        account("u07.liaison", "Government Offices Administration, 9 hours short", "省机关事务局，还差 9 小时"),
        account("u15.secretary", "Shiqiao County, plan passed", "石桥县委，方案已过"),
        account("u09.secretary", "Jiangbei City, with the leading group", "江北市委，在领导小组"),
    ]
    groups = [
        {"title": say("Office", "领导小组办公室"), "accounts": office},
        {"title": say("Supervision teams", "督导组"), "accounts": teams},
        {"title": say("Units", "单位"), "accounts": units},
    ]
    return {"form": forms.Login(), "demo_accounts": groups, "demo_mode": True}


def password():
    return {"mast": frame.leader("me"), "form": forms.NewPassword()}
