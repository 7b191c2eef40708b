"""The pages of `make pictures`: name, address, the demo account that looks (none: nobody), and what it presses.

Every page of the site stands here, full, and empty or with its errors where it can be that; what the demo does not
show is taken at a moment of the tests' world (MOMENTS).
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Page(NamedTuple):
    name: str
    url: str
    login: str = ""
    press: str = ""  # a selector: pressed before the picture is taken, which shows what a form refuses
    fill: Mapping[str, str] = MappingProxyType({})  # by selector: what is written before, which stands there still


SAVE = "form.form-page button[type=submit]"


# Run before the site starts when a page asks for a login: the demo, whose rows are numbered in the order of its making.
PREPARE = [("migrate", "--verbosity", "0"), ("seed_demo", "--if-empty")]

PAGES = [
    Page("gallery home", "/gallery/home/"),
    Page("gallery home empty", "/gallery/home-empty/"),
    Page("gallery cases", "/gallery/cases/"),
    Page("gallery cases empty", "/gallery/cases-empty/"),
    Page("gallery case", "/gallery/case/"),
    Page("gallery case ready", "/gallery/case-ready/"),
    Page("gallery form", "/gallery/form/"),
    Page("gallery form errors", "/gallery/form-errors/"),
    Page("gallery desk", "/gallery/desk/"),
    Page("gallery desk preparing", "/gallery/desk-preparing/"),
    Page("gallery desk failed", "/gallery/desk-failed/"),
    Page("gallery parts", "/gallery/parts/"),
    Page("login", "/gallery/login/"),
    Page("login refused", "/gallery/login-refused/"),
    Page("login demo", "/gallery/login-demo/"),
    Page("locked out", "/gallery/locked-out/"),
    Page("activate", "/gallery/activate/"),
    Page("password", "/gallery/password/"),
    Page("error 400", "/gallery/400/"),
    Page("error 403", "/gallery/403/"),
    Page("error 403 stale", "/gallery/403-stale/"),
    Page("error 404", "/gallery/404/"),
    Page("error 409", "/gallery/409/"),
    Page("error 413", "/gallery/413/"),
    Page("error 500", "/gallery/500/"),
]

# The cases of the demo have the numbers of their units.
TABS = {
    "overview": "",
    "plan": "plan/",
    "activities": "activities/",
    "findings": "findings/",
    "rectifications": "rectifications/",
    "gates": "gates/",
    "transition": "transition/",
    "documents": "documents/",
    "timeline": "timeline/",
}


def tabs(case: int, login: str) -> list[Page]:
    """Every tab of a case as this account sees it."""
    return [Page(f"demo u{case:02} {name} {login}", f"/cases/{case}/{path}", login) for name, path in TABS.items()]


PAGES += [
    Page("demo login", "/login/"),
    *(Page(f"demo home {login}", "/", login) for login in ("u07.liaison", "u15.secretary", "team2.leader")),
    *(Page(f"demo home {login}", "/", login) for login in ("team3.member", "office.director", "office.clerk")),
    *(Page(f"demo cases {login}", "/cases/", login) for login in ("u07.liaison", "team3.leader", "office.director")),
    Page("demo cases none found", "/cases/?text=zzzz", "office.director"),
    *tabs(7, "u07.liaison"),
    *tabs(15, "u15.secretary"),
    *tabs(10, "team3.leader"),
    Page("demo u03 documents u03.secretary", "/cases/3/documents/", "u03.secretary"),
    Page("demo u07 record solicited u07.liaison", "/cases/7/activities/new/?kind=SOLICITING", "u07.liaison"),
    Page("demo u07 record meeting u07.liaison", "/cases/7/activities/new/?kind=DEMOCRATIC_LIFE", "u07.liaison"),
    Page("demo u07 record study u07.liaison", "/cases/7/activities/new/", "u07.liaison"),
    Page("demo u07 opinions u07.liaison", "/cases/7/opinions/", "u07.liaison"),
    Page("demo u07 opinion new u07.liaison", "/cases/7/opinions/new/", "u07.liaison"),
    Page("demo u07 regulations u07.liaison", "/cases/7/regulations/", "u07.liaison"),
    Page("demo u07 regulation new u07.liaison", "/cases/7/regulations/new/", "u07.liaison"),
    Page("demo u01 empty office.director", "/cases/1/", "office.director"),
    *tabs(1, "u01.liaison"),
]


def forms(name: str, url: str, login: str) -> list[Page]:
    """A form as it opens, and what it says when it is sent as it is."""
    return [Page(f"demo {name}", url, login), Page(f"demo {name} errors", url, login, SAVE)]


# People and notices.
PAGES += [
    Page("demo account", "/account/", "u15.liaison"),
    *forms("password", "/account/password/", "u15.liaison"),
    Page("demo accounts", "/accounts/", "office.clerk"),
    Page("demo account codes", "/accounts/8/", "office.clerk"),
    Page("demo notices", "/notices/", "team3.leader"),
    Page("demo notices few", "/notices/", "office.clerk"),
]

# Profile, plan; entry is one of the moments, for the demo has entered every unit.
PAGES += [
    Page("demo profile", "/cases/15/profile/", "u15.liaison"),
    Page("demo profile team", "/cases/15/profile/", "team4.leader"),
    Page("demo plan team", "/cases/7/plan/", "team2.leader"),
]

# What is written, and refused or looked at first.
TOO_LONG = {"textarea >> nth=0": "查看了学习笔记。" * 400}
WRONG = {
    "[name=title]": "学习党章",
    "[name=held_on]": "2030-01-01",
    "[name=starts_at]": "11:00",
    "[name=ends_at]": "09:00",
    "[name=expected]": "10",
    "[name=attended]": "12",
}
WEEKLY = {
    "[name=title]": "每周集中学习",
    "[name=first_on]": "2026-10-12",
    "[name=weekdays][value='2']": "on",
    "[name=starts_at]": "14:30",
    "[name=ends_at]": "17:30",
}
ROWS = {
    "textarea": "日期\t开始时间\t结束时间\t活动类别\t主题\t党员应到\t党员实到\n"
    "2026-10-20\t14:30\t17:30\t集体学习活动\t学习党章\t1032\t1001\n"
    "2026-10-27\t14:30\t13:00\t集体学习活动\t学习江泽民同志的报告\t1032\t1040\n"
    "没有日期\t\t\t参观\t\t\t"
}

# Activities.
PAGES += [
    *forms("activity new", "/cases/15/activities/new/", "u15.liaison"),
    *forms("activity series", "/cases/15/activities/series/", "u15.liaison"),
    *forms("activity paste", "/cases/15/activities/paste/", "u15.liaison"),
    Page("demo activity wrong", "/cases/15/activities/new/", "u15.liaison", SAVE, WRONG),
    Page("demo activity series rows", "/cases/15/activities/series/", "u15.liaison", SAVE, WEEKLY),
    Page("demo activity paste rows", "/cases/15/activities/paste/", "u15.liaison", SAVE, ROWS),
    Page("demo inspection wrong", "/cases/10/gates/inspections/new/", "team3.member", SAVE, TOO_LONG),
    Page("demo activities hand in", "/cases/15/activities/hand-in/", "u15.liaison"),
    Page("demo activities check", "/cases/8/activities/verify/", "team2.member"),
    Page("demo activities team", "/cases/8/activities/", "team2.member"),
    Page("demo activities none found", "/cases/7/activities/?words=zzzz", "u07.liaison"),
]

# Forms of a case that need no row of the demo, whose numbers change with its stories.
PAGES += [
    *forms("finding new", "/cases/10/findings/new/", "team3.member"),
    *forms("inspection new", "/cases/10/gates/inspections/new/", "team3.member"),
    *forms("discussion new", "/cases/10/discussions/gate/new/", "team3.leader"),
    *forms("look back", "/cases/15/transition/look-back/", "u15.liaison"),
    *forms("extension new", "/cases/10/extensions/new/", "u10.secretary"),
    Page("demo transition submitted", "/cases/8/transition/", "u08.secretary"),
    Page("demo transition approved", "/cases/3/transition/", "u03.secretary"),
    Page("demo documents", "/cases/3/documents/", "u03.secretary"),
    Page("demo timeline team", "/cases/5/timeline/", "team2.leader"),
    Page("demo timeline long", "/cases/1/timeline/", "office.director"),
    Page("demo timeline delegated", "/cases/14/timeline/", "u14.secretary"),
]

# Who acts for whom, and who looks after what.
PAGES += [
    Page("demo delegations of a team", "/teams/2/delegations/", "team1.leader"),
    Page("demo delegations of the office", "/teams/1/delegations/", "office.director"),
    Page("demo delegations of a unit", "/units/15/delegations/", "u15.secretary"),
    Page("demo division of work", "/cases/15/division/", "team4.leader"),
]

# At the moment when its act begins, by this person of the cast: the form, and what it says when nothing is filled in.
MOMENTS = {
    "enter": ("leader",),
    "account_codes": ("clerk",),
    "activity": ("liaison", "member"),
    "activity_edit": ("liaison",),
    "activities_hand_in": ("liaison",),
    "activities_check": ("member",),
    "activity_verify": ("member",),
    "activity_take_back": ("member",),
    "activity_correct": ("member",),
    "opinions": ("liaison", "member"),
    "opinion_new": ("liaison",),
    "opinion_withdraw": ("liaison",),
    "regulations": ("liaison", "member"),
    "regulation_new": ("liaison",),
    "regulation_take_back": ("member",),
    "regulation_withdraw": ("liaison",),
    "profile": ("liaison",),
    "plan_new": ("liaison",),
    "plan_file": ("liaison",),
    "plan_problems": ("liaison",),
    "plan_answers": ("liaison",),
    "plan_withdraw": ("secretary",),
    "plan_review": ("leader",),
    "plan_take_back": ("leader",),
    "plan_submit_for": ("liaison",),
    "plan_rectification": ("liaison", "leader"),
    "plan_rectification_new": ("liaison",),
    "finding": ("secretary", "leader"),
    "finding_edit": ("member",),
    "finding_set_aside": ("member",),
    "finding_take_up": ("leader",),
    "finding_issue_to_several": ("leader",),
    "finding_acknowledge": ("secretary",),
    "finding_dispute": ("secretary",),
    "finding_answer": ("secretary",),
    "finding_uphold": ("leader",),
    "finding_withdraw": ("leader",),
    "finding_close": ("leader",),
    "finding_unshare": ("leader",),
    "finding_send_back": ("leader",),
    "finding_recommend": ("leader",),
    "finding_amend": ("leader",),
    "finding_reopen": ("leader",),
    "rectification": ("liaison", "member"),
    "rectification_new": ("secretary",),
    "rectification_plan": ("liaison",),
    "rectification_report": ("liaison",),
    "rectification_verify": ("member",),
    "rectification_reopen": ("leader",),
    "gate": ("liaison", "leader"),
    "gate_assess": ("leader",),
    "gate_take_back": ("leader",),
    "make_up_task": ("liaison", "leader"),
    "transition_edit": ("liaison",),
    "transition_submit_for": ("liaison",),
    "transition_review": ("leader",),
    "transition_decide": ("director",),
    "transition_revoke": ("director",),
    "on_the_spot": ("member", "liaison"),
    "sampling_new": ("member",),
    "sampling_withdraw": ("leader",),
    "guidance_select": ("leader",),
    "guidance_give": ("member",),
    "guidance_release": ("leader",),
    "survey_new": ("member",),
    "survey_withdraw": ("leader",),
    "extension_opine": ("leader",),
    "extension_decide": ("director",),
    "extension_withdraw": ("secretary",),
    "team_delegations": ("leader",),
    "team_delegation_new": ("leader",),
    "team_delegation_end": ("leader",),
    "unit_delegations": ("secretary",),
    "unit_delegation_new": ("secretary",),
    "unit_delegation_end": ("secretary",),
    "document": ("leader",),
    "original_attach": ("clerk",),
    "original_withdraw": ("clerk",),
    "division": ("leader",),
}
