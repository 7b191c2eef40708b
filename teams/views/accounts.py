"""The clerk's pages: accounts of units and teams, and their printed codes."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from teams.access import get_account
from teams.forms.accounts import AccountSearchForm
from teams.models import User
from teams.rules.accounts import may_issue_code, may_see_accounts
from teams.rulings import Ruling, require
from teams.selectors import standing_of
from teams.selectors.accounts import is_looked_after_by_clerk, looked_after, posts_of
from teams.selectors.codes import codes_of, issuer, live_code_of
from teams.services.codes import issue_code, withdraw_code
from teams.views.one_button import comes_back_to
from teams.views.signed_in import SignedInRequest

PER_PAGE = 50


@require_GET
def accounts(request: SignedInRequest) -> HttpResponse:
    """Accounts of units and teams, found by name, unit or team."""
    standing = standing_of(request.user)
    require(may_see_accounts(standing))
    form = AccountSearchForm(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    page_obj = Paginator(looked_after(standing, words), PER_PAGE).get_page(request.GET.get("page"))
    posts = posts_of(page_obj)
    rows = [{"account": account, "posts": posts.get(account.pk, [])} for account in page_obj]
    return render(
        request,
        "teams/accounts.html",
        {"rows": rows, "page_obj": page_obj, "filter_form": form, "words": words},
    )


@require_GET
def account_codes(request: SignedInRequest, user_id: int) -> HttpResponse:
    """One account: what the person is, and the codes issued so far."""
    account = get_account(request.user, user_id)
    return render(
        request,
        "teams/account_codes.html",
        {
            "account": account,
            "posts": posts_of([account]).get(account.pk, []),
            "codes": [{"code": code, "issuer": issuer(code)} for code in codes_of(account)],
            "live_code": live_code_of(account),
            "may_issue": _may_issue(request.user, account),
        },
    )


@require_POST
@comes_back_to("account_codes", "user_id")
def account_issue_code(request: SignedInRequest, user_id: int) -> HttpResponse:
    """Issue a code and show it, this once: it is kept nowhere, so there is nothing to redirect to."""
    account = get_account(request.user, user_id)
    printed = issue_code(user_id=account.pk, acting_user=request.user)
    return render(
        request,
        "teams/code_printed.html",
        {"account": account, "posts": posts_of([account]).get(account.pk, []), "printed": printed},
    )


@require_POST
@comes_back_to("account_codes", "user_id")
def account_withdraw_code(request: SignedInRequest, user_id: int) -> HttpResponse:
    """Make an unused code useless."""
    account = get_account(request.user, user_id)
    withdraw_code(user_id=account.pk, acting_user=request.user)
    messages.success(request, _("The code is withdrawn; it opens nothing any more."))
    return redirect("account_codes", user_id=account.pk)


def _may_issue(user: User, account: User) -> Ruling:
    standing = standing_of(user)
    return may_issue_code(standing, standing_of(account), looked_after=is_looked_after_by_clerk(standing, account))
