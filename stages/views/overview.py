"""The overview of a case: where it stands, what is missing, in whose hands it is, what happened last."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from stages.rules.blockers import Moment
from stages.rules.entry import may_enter
from stages.selectors.blockers import blockers_of
from stages.selectors.runs import current_run
from stages.templatetags.case_header import who_holds
from stages.views.case_facts import facts_of
from stages.views.duties import INSIDE, label_of, url_of, verb_of
from teams.models import Team
from teams.templatetags.dates import day
from teams.views.signed_in import SignedInRequest
from units.access import get_case
from units.enums import Party, TodoKind
from units.models import Case
from units.rules.divisions import may_read
from units.selectors import standing_of
from units.selectors.divisions import divisions_of
from units.selectors.holders import Holder, holder_of, team_of
from units.selectors.timeline import timeline_of
from units.standing import CaseStanding

RECENT = 6


@require_GET
def case(request: SignedInRequest, case_id: int) -> HttpResponse:
    """Everything that matters about a case, on one page; the same for unit, team and office."""
    found = get_case(request.user, case_id)
    standing = standing_of(request.user, found)
    run, team = current_run(found), team_of(found)
    context = {
        "case": found,
        "standing": standing,
        "tab": "overview",
        "run": run,
        "blockers": blockers_of(found, run, Moment.SUBMIT if standing.is_unit else Moment.RECOMMEND),
        "holder": _holder(found, standing, team),
        "facts": facts_of(found),
        "mandates": _mandates(found, standing, team),
        "looked_after": [each.user.name for each in divisions_of(found)] if may_read(standing) else None,
        "recent": timeline_of(found, standing, size=RECENT),
    }
    return render(request, "stages/overview.html", context)


def _mandates(case: Case, standing: CaseStanding, team: Team | None) -> list[dict[str, str]]:
    """Where it is read who acts in whose place: everybody sees the unit's, team and office the team's as well."""
    found = [{"label": _("For the unit"), "url": reverse("unit_delegations", args=[case.unit_id])}]
    if team and not standing.is_unit:
        found.append({"label": _("For the team"), "url": reverse("team_delegations", args=[team.pk])})
    return found


def _holder(case: Case, standing: CaseStanding, team: Team | None) -> dict[str, Any] | None:
    holder = holder_of(case)
    if holder is None:
        return None
    due = _("due on %(date)s") % {"date": day(holder.due_on)} if holder.due_on else ""
    is_told = not (standing.is_unit and holder.todo.kind in INSIDE)
    return {
        "who": who_holds(holder.party, team),
        "what": label_of(holder.todo.kind) if is_told else "",
        "since_days": holder.since_days,
        "due": due,
        "late": holder.is_late,
        "primary": _primary(case, holder, standing),
    }


def _primary(case: Case, holder: Holder, standing: CaseStanding) -> dict[str, Any] | None:
    """The act, for who may do it; entering is the leader's."""
    if holder.todo.kind == TodoKind.ENTER:
        url = reverse("enter", args=[case.pk]) if may_enter(standing, case) else ""
    else:
        url = url_of(holder.todo) if is_mine(holder.party, standing) else ""
    return {"label": verb_of(holder.todo.kind), "url": url} if url else None


def is_mine(party: Party, standing: CaseStanding) -> bool:
    """Whether the person belongs to the party that must act."""
    return {
        Party.UNIT: standing.is_unit,
        Party.TEAM: standing.is_team,
        Party.GROUP: standing.is_director,
    }[party]
