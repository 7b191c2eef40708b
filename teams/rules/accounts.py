"""Who looks after whose account: the clerk after units and teams, nobody in the office after its own."""

from django.utils.translation import gettext_lazy as _

from teams.rulings import Ruling, all_of, unless
from teams.standing import Standing


def may_see_accounts(standing: Standing) -> Ruling:
    """The office reads the list of accounts that it looks after."""
    return unless(standing.is_office, "office_only", _("Only the leading group office looks after accounts."))


def may_create_account(standing: Standing) -> Ruling:
    return may_see_accounts(standing)


def may_issue_code(standing: Standing, target: Standing, *, looked_after: bool) -> Ruling:
    """A clerk issues codes for units and teams of the own campaign, never for the office's own accounts.

    `looked_after` says whether the account belongs to a unit or team of a campaign whose clerk the person is.
    """
    return all_of(
        [
            unless(standing.is_clerk, "clerk_only", _("Only a clerk of the office issues one-time codes.")),
            unless(
                not target.is_office,
                "office_account",
                _("Codes for the office's own accounts are issued at the server, by the administrator."),
            ),
            unless(
                looked_after or target.is_office,
                "not_looked_after",
                _("This account belongs to no unit or team of your campaign."),
            ),
            unless(target.user.is_active, "account_closed", _("This account is closed.")),
        ]
    )
