"""The pages of `make pictures`: name, address, the demo account that looks (none: nobody), and what it presses.

Every page of the site stands here, full, and empty or with its errors where it can be that; what the demo does not
show is taken at a moment of the tests' world (MOMENTS).
"""

from typing import NamedTuple


class Page(NamedTuple):
    name: str
    url: str
    login: str = ""
    press: str = ""  # a selector: pressed before the picture is taken, which shows what a form refuses


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
    Page("demo cases none found", "/cases/?q=zzzz", "office.director"),
    *tabs(7, "u07.liaison"),
    *tabs(15, "u15.secretary"),
    *tabs(10, "team3.leader"),
    Page("demo u07 finding u07.secretary", "/cases/7/findings/3/", "u07.secretary"),
    Page("demo u07 finding team2.leader", "/cases/7/findings/4/", "team2.leader"),
    Page("demo u10 gate u10.liaison", "/cases/10/gates/1/", "u10.liaison"),
    Page("demo u09 desk office.director", "/cases/9/transition/3/decide/", "office.director"),
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
    Page("demo rectification plan", "/cases/7/plan/rectification/", "team2.leader"),
]

# Activities.
PAGES += [
    *forms("activity new", "/cases/15/activities/new/", "u15.liaison"),
    *forms("activity series", "/cases/15/activities/series/", "u15.liaison"),
    *forms("activity paste", "/cases/15/activities/paste/", "u15.liaison"),
    Page("demo activities hand in", "/cases/15/activities/hand-in/", "u15.liaison"),
    Page("demo activities check", "/cases/8/activities/verify/", "team2.member"),
    Page("demo activity unit", "/cases/8/activities/21/", "u08.liaison"),
    Page("demo activity team", "/cases/8/activities/21/", "team2.member"),
    *forms("activity verify", "/cases/8/activities/21/verify/", "team2.member"),
    Page("demo activities team", "/cases/8/activities/", "team2.member"),
    Page("demo activities none found", "/cases/7/activities/?q=zzzz", "u07.liaison"),
]

# Findings and what follows them.
PAGES += [
    *forms("finding new", "/cases/10/findings/new/", "team3.member"),
    Page("demo finding unit", "/cases/7/findings/3/", "u07.secretary"),
    Page("demo finding team", "/cases/7/findings/4/", "team2.leader"),
    Page("demo finding closed", "/cases/3/findings/1/", "team1.leader"),
    Page("demo suggestion unit", "/cases/7/findings/5/", "u07.liaison"),
    *forms("finding acknowledge", "/cases/7/findings/3/acknowledge/", "u07.secretary"),
    *forms("finding dispute", "/cases/7/findings/3/dispute/", "u07.secretary"),
    *forms("finding answer", "/cases/7/findings/5/answer/", "u07.secretary"),
    *forms("finding withdraw", "/cases/7/findings/3/withdraw/", "team2.leader"),
    *forms("measure new", "/cases/7/findings/4/measures/new/", "u07.secretary"),
    Page("demo rectification unit", "/cases/7/rectifications/2/", "u07.liaison"),
    Page("demo rectification team", "/cases/7/rectifications/2/", "team2.leader"),
    *forms("rectification plan", "/cases/7/rectifications/2/plan/", "u07.liaison"),
    *forms("rectification report", "/cases/7/rectifications/2/report/", "u07.liaison"),
    *forms("rectification reopen", "/cases/3/rectifications/1/reopen/", "team1.leader"),
]

# Gates and what is made up.
PAGES += [
    Page("demo gate unit", "/cases/10/gates/1/", "u10.liaison"),
    Page("demo gate team", "/cases/10/gates/1/", "team3.leader"),
    *forms("gate assess", "/cases/7/gates/1/assess/", "team2.leader"),
    *forms("gate take back", "/cases/10/assessments/3/take-back/", "team3.leader"),
    *forms("inspection new", "/cases/10/gates/inspections/new/", "team3.member"),
    *forms("discussion new", "/cases/10/discussions/gate/new/", "team3.leader"),
    Page("demo make up unit", "/cases/10/make-up/1/", "u10.liaison"),
    Page("demo make up team", "/cases/10/make-up/1/", "team3.leader"),
    *forms("make up answer", "/cases/10/make-up/1/answer/", "u10.liaison"),
]

# Transition: look-back, request, review, decision, extension; and the documents.
PAGES += [
    *forms("look back", "/cases/15/transition/look-back/", "u15.liaison"),
    Page("demo transition submitted", "/cases/8/transition/", "u08.secretary"),
    Page("demo transition approved", "/cases/3/transition/", "u03.secretary"),
    *forms("transition review", "/cases/8/transition/2/review/", "team2.leader"),
    *forms("transition revoke", "/cases/3/transition/1/revoke/", "office.director"),
    Page("demo desk", "/cases/9/transition/3/decide/", "office.director"),
    *forms("extension new", "/cases/10/extensions/new/", "u10.secretary"),
    Page("demo documents", "/cases/3/documents/", "u03.secretary"),
    Page("demo document", "/cases/3/documents/2/", "u03.secretary"),
    Page("demo document review", "/cases/9/documents/3/", "team3.leader"),
]

PAGES += [
    Page("demo finding new team2.member", "/cases/7/findings/new/", "team2.member"),
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
    "account_codes": ("clerk",),
    "activity_edit": ("liaison",),
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
    "plan_review": ("leader",),
    "finding_edit": ("member",),
    "finding_uphold": ("leader",),
    "finding_close": ("leader",),
    "finding_unshare": ("leader",),
    "finding_send_back": ("leader",),
    "finding_recommend": ("leader",),
    "finding_amend": ("leader",),
    "finding_reopen": ("leader",),
    "rectification_verify": ("member",),
    "gate_assess": ("leader",),
    "transition_edit": ("liaison",),
    "transition_decide": ("director",),
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
    "unit_delegation_new": ("secretary",),
    "unit_delegation_end": ("secretary",),
    "plan_submit_for": ("liaison",),
    "transition_submit_for": ("liaison",),
    "original_attach": ("clerk",),
    "original_withdraw": ("clerk",),
    "division": ("leader",),
}
