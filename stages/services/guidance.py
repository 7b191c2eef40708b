"""Guidance at the democratic-life meeting of a leadership whose problems stand out (row 72)."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, GuidanceState, NoticeKind, TodoKind
from stages.models import OnSiteGuidance
from stages.rules import appraisal as rules
from teams import audit, clock
from teams.exceptions import Invalid, Text
from teams.models import User
from teams.rulings import require
from teams.services.notices import tell
from teams.services.privacy import require_impersonal
from teams.services.texts import required
from teams.transitions import move
from units.enums import Party
from units.models import Case
from units.selectors import standing_of
from units.selectors.standing import people_of_unit
from units.services import todos
from units.services.locks import locked_case

MOST_PRESENT = 100


@transaction.atomic
def select_for_guidance(*, case_id: int, reason: str, acting_user: User) -> OnSiteGuidance:
    """Select the leadership; from now on the transition waits for the guidance. `Conflict` when it is selected."""
    case = locked_case(case_id)
    standing = standing_of(acting_user, case)
    selected = OnSiteGuidance.objects.filter(case=case, state=GuidanceState.SELECTED).exists()
    require(rules.may_select(standing, case, selected=selected))
    texts = required({"reason": reason}, _("Say why this leadership is selected."))
    require_impersonal(**texts)
    guidance = OnSiteGuidance.objects.create(
        case=case, reason=texts["reason"], selected_by=acting_user, selected_at=clock.now()
    )
    todos.open_todo(case, TodoKind.GIVE_GUIDANCE, party=Party.TEAM, target_id=guidance.pk)
    audit.record(acting_user, Act.GUIDANCE_SELECTED, guidance, scope=case, acting_as=standing.title)
    tell(
        people_of_unit(case),
        NoticeKind.GUIDANCE_SELECTED,
        key=f"guidance:{guidance.pk}",
        scope=case,
        unit=case.unit,
    )
    return guidance


@transaction.atomic
def record_guidance(
    *, guidance_id: int, expected_version: int, held_on: date, team_present: int, evaluation: str, acting_user: User
) -> OnSiteGuidance:
    """Record the meeting, how many of the team were there, and what they made of it; nobody's name and no quotation."""
    guidance, case = _locked(guidance_id)
    standing = standing_of(acting_user, case)
    require(rules.may_give(standing, case, guidance.state))
    texts = required({"evaluation": evaluation}, _("Say what the team made of the meeting."))
    require_impersonal(**texts)
    errors: dict[str, list[Text]] = {}
    if wrong := rules.wrong_day(held_on, case=case, today=clock.today()):
        errors["held_on"] = [wrong]
    if not 1 <= team_present <= MOST_PRESENT:
        errors["team_present"] = [_("Enter how many of the team were there, at least 1.")]
    if errors:
        raise Invalid(errors)
    move(
        guidance,
        GuidanceState.GIVEN,
        rules.GUIDANCE,
        expected_version=expected_version,
        held_on=held_on,
        team_present=team_present,
        evaluation=texts["evaluation"],
        settled_by=acting_user,
        settled_at=clock.now(),
    )
    todos.settle(case, TodoKind.GIVE_GUIDANCE)
    audit.record(
        acting_user,
        Act.GUIDANCE_GIVEN,
        guidance,
        scope=case,
        acting_as=standing.title,
        held_on=held_on,
        present=team_present,
    )
    return guidance


@transaction.atomic
def release_from_guidance(*, guidance_id: int, expected_version: int, reason: str, acting_user: User) -> OnSiteGuidance:
    """Take the selection back, with a reason; the transition no longer waits for it."""
    guidance, case = _locked(guidance_id)
    standing = standing_of(acting_user, case)
    require(rules.may_release(standing, case, guidance.state))
    texts = required({"reason": reason}, _("Give the reason."))
    move(
        guidance,
        GuidanceState.RELEASED,
        rules.GUIDANCE,
        expected_version=expected_version,
        released_reason=texts["reason"],
        settled_by=acting_user,
        settled_at=clock.now(),
    )
    todos.settle(case, TodoKind.GIVE_GUIDANCE)
    audit.record(
        acting_user, Act.GUIDANCE_RELEASED, guidance, scope=case, acting_as=standing.title, reason=texts["reason"]
    )
    return guidance


def _locked(guidance_id: int) -> tuple[OnSiteGuidance, Case]:
    """The row and its case; the case is locked first, as by every act on it."""
    case = locked_case(OnSiteGuidance.objects.values_list("case_id", flat=True).get(pk=guidance_id))
    return OnSiteGuidance.objects.select_for_update(of=("self",)).get(pk=guidance_id), case
