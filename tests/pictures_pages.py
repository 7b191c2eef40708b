"""The pages of `make pictures`: name, address, and the demo account that looks (none: nobody)."""

from typing import NamedTuple


class Page(NamedTuple):
    name: str
    url: str
    login: str = ""


# Run before the site starts when a page asks for a login.
PREPARE = [("migrate", "--verbosity", "0")]

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
