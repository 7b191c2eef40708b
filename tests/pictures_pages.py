"""The pages of `make pictures`: name, address, and the demo account that looks (none: nobody)."""

from typing import NamedTuple


class Page(NamedTuple):
    name: str
    url: str
    login: str = ""


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
]

PAGES += [
    Page("demo finding new team2.member", "/cases/7/findings/new/", "team2.member"),
]
