"""Name of a page → its template and the function that makes its context."""

from tests.gallery import cases, forms, lists, small

PAGES = {
    "home": ("gallery/home.html", lists.home),
    "home-empty": ("gallery/home.html", lists.home_empty),
    "cases": ("gallery/cases.html", lists.cases),
    "cases-empty": ("gallery/cases.html", lists.cases_empty),
    "case": ("gallery/case.html", cases.short_of_figures),
    "case-ready": ("gallery/case.html", cases.ready),
    "form": ("gallery/form.html", small.form),
    "form-errors": ("gallery/form.html", small.form_with_errors),
    "desk": ("gallery/desk.html", cases.desk),
    "desk-preparing": ("gallery/desk.html", cases.desk_preparing),
    "desk-failed": ("gallery/desk.html", cases.desk_failed),
    "parts": ("gallery/parts.html", small.parts),
    "login": ("teams/login.html", lambda: {"form": forms.Login()}),
    "login-refused": ("teams/login.html", small.login_refused),
    "login-demo": ("teams/login.html", small.login_demo),
    "locked-out": ("teams/locked_out.html", dict),
    "activate": ("teams/activate.html", lambda: {"form": forms.NewPassword()}),
    "password": ("teams/password_change.html", small.password),
    "400": ("400.html", small.refused),
    "403": ("403.html", small.refused),
    "403-stale": ("403.html", lambda: {"stale_form": True}),
    "404": ("404.html", dict),
    "409": ("409.html", small.conflict),
    "413": ("413.html", dict),
    "500": ("500.html", dict),
}
