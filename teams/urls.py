"""Addresses of this app, grouped by noun."""

from django.urls import path

from teams.views import account, accounts, mandates, notices

urlpatterns = [
    path("login/", account.LogIn.as_view(), name="login"),
    path("logout/", account.log_out, name="logout"),
    path("activate/", account.activate, name="activate"),
    path("account/", account.account, name="account"),
    path("account/password/", account.password_change, name="password_change"),
    path("accounts/", accounts.accounts, name="accounts"),
    path("accounts/<int:user_id>/", accounts.account_codes, name="account_codes"),
    path("accounts/<int:user_id>/issue/", accounts.account_issue_code, name="account_issue_code"),
    path("accounts/<int:user_id>/withdraw/", accounts.account_withdraw_code, name="account_withdraw_code"),
    path("teams/<int:team_id>/delegations/", mandates.team_delegations, name="team_delegations"),
    path(
        "teams/<int:team_id>/delegations/new/<int:membership_id>/",
        mandates.team_delegation_new,
        name="team_delegation_new",
    ),
    path(
        "teams/<int:team_id>/delegations/<int:delegation_id>/end/",
        mandates.team_delegation_end,
        name="team_delegation_end",
    ),
    path("notices/", notices.notices, name="notices"),
    path("notices/read/", notices.notices_read, name="notices_read"),
]
