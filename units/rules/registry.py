"""Who makes units and cases, assigns teams and appoints those who act for a unit (row 2)."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from teams.enums import TeamKind
from teams.models import Team, User
from teams.rulings import Ruling, all_of, unless
from teams.standing import Standing
from units.models import Case

_OFFICE_ONLY = _("Units, cases and assignments are made by the leading group office.")


def may_create_unit(standing: Standing) -> Ruling:
    return unless(standing.is_office, "office_only", _OFFICE_ONLY, row=2)


def may_open_case(standing: Standing, campaign_id: int) -> Ruling:
    return unless(standing.office_role_in(campaign_id), "office_only", _OFFICE_ONLY, row=2)


def may_assign_team(standing: Standing, case: Case) -> Ruling:
    """Only the office of the case's campaign sends a team; a unit never chooses its own (row 2)."""
    return unless(standing.office_role_in(case.batch.campaign_id), "office_only", _OFFICE_ONLY, row=2)


def may_take(team: Team, case: Case) -> Ruling:
    """A supervision team of the same campaign takes a case that is not closed."""
    return all_of(
        [
            unless(
                team.kind == TeamKind.SUPERVISION and team.campaign_id == case.batch.campaign_id,
                "other_team",
                _("Only a supervision team of the same campaign takes the case."),
            ),
            unless(case.closed_on is None, "case_closed", _("This case is closed.")),
        ]
    )


def may_appoint_unit_member(standing: Standing, campaigns: Collection[int]) -> Ruling:
    """The office of a campaign that supervises the unit, or any office while none does."""
    offices = {post.campaign_id for post in standing.posts if standing.office_role_in(post.campaign_id)}
    return unless(
        offices & set(campaigns) if campaigns else offices,
        "office_only",
        _("Those who act for a unit are entered by the leading group office."),
    )


def may_act_for_unit(user: User) -> Ruling:
    return unless(user.is_active, "account_closed", _("This account is closed."))
