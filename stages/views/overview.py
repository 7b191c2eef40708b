"""The overview of a case: where it stands, what is missing, in whose hands it is, what happened last."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from stages.rules.blockers import Moment
from stages.selectors.blockers import blockers_of
from stages.selectors.runs import current_run
from stages.selectors.summary import Summary, summary_of
from stages.views.duties import INSIDE, label_of, url_of, verb_of
from teams.templatetags.dates import day
from teams.views.signed_in import SignedInRequest
from units.access import get_case
from units.enums import Party, PlanState
from units.models import Case
from units.selectors import standing_of
from units.selectors.holders import Holder, holder_of, team_of
from units.selectors.timeline import timeline_of
from units.standing import CaseStanding

RECENT = 6
_PLAN_TONES = {PlanState.PASSED: "pass", PlanState.RETURNED: "block", PlanState.SUBMITTED: "wait"}


@require_GET
def case(request: SignedInRequest, case_id: int) -> HttpResponse:
    """Everything that matters about a case, on one page; the same for unit, team and office."""
    found = get_case(request.user, case_id)
    standing = standing_of(request.user, found)
    run = current_run(found)
    context = {
        "case": found,
        "standing": standing,
        "tab": "overview",
        "run": run,
        "blockers": blockers_of(found, run, Moment.SUBMIT if standing.is_unit else Moment.RECOMMEND),
        "holder": _holder(found, standing),
        "facts": _facts(found, summary_of(found)),
        "recent": timeline_of(found, standing, size=RECENT),
    }
    return render(request, "stages/overview.html", context)


def _holder(case: Case, standing: CaseStanding) -> dict[str, Any] | None:
    holder = holder_of(case)
    if holder is None:
        return None
    due = _("due on %(date)s") % {"date": day(holder.due_on)} if holder.due_on else ""
    act = {"label": verb_of(holder.todo.kind), "url": url_of(holder.todo)}
    is_told = not (standing.is_unit and holder.todo.kind in INSIDE)
    return {
        "who": _who(case, holder),
        "what": label_of(holder.todo.kind) if is_told else "",
        "since_days": holder.since_days,
        "due": due,
        "late": holder.is_late,
        "primary": act if is_mine(holder.party, standing) else None,
    }


def is_mine(party: Party, standing: CaseStanding) -> bool:
    """Whether the person belongs to the party that must act."""
    return {
        Party.UNIT: standing.is_unit,
        Party.TEAM: standing.is_team,
        Party.GROUP: standing.is_director,
    }[party]


def _who(case: Case, holder: Holder) -> str:
    """The team by its name; the unit is the case's own, and there is one leading group."""
    team = team_of(case) if holder.party is Party.TEAM else None
    return str(team or holder.party.label)


def _facts(case: Case, known: Summary) -> list[dict[str, Any]]:
    facts = [
        _fact(_("Entered"), day(case.entered_on) or _("Not entered yet")),
        _plan_fact(known),
        _fact(_("Mobilisation"), day(known.mobilised_on) or _("not held yet")),
        _fact(_("Activities"), str(known.recorded)),
        _fact(_("Findings"), _findings(known)),
        _rectification_fact(known),
    ]
    if known.open_make_up:
        facts.append(_fact(_("Make-up"), _("%(n)d open") % {"n": known.open_make_up}, "block"))
    if case.closed_on:
        facts.append(_fact(_("Closed"), day(case.closed_on)))
    return facts


def _fact(label: str, value: str, tone: str = "") -> dict[str, Any]:
    return {"label": label, "value": value, "tone": tone}


def _plan_fact(known: Summary) -> dict[str, Any]:
    if known.plan_state is None:
        return _fact(_("Plan"), _("not submitted yet"))
    value = _("version %(n)d: %(state)s") % {"n": known.plan_number, "state": known.plan_state.label}
    return _fact(_("Plan"), value, _PLAN_TONES[known.plan_state])


def _findings(known: Summary) -> str:
    parts = []
    if known.problems:
        parts.append(ngettext("%(n)d problem", "%(n)d problems", known.problems) % {"n": known.problems})
    if known.open_problems:
        parts.append(_("%(n)d of them open") % {"n": known.open_problems})
    if known.suggestions:
        parts.append(ngettext("%(n)d suggestion", "%(n)d suggestions", known.suggestions) % {"n": known.suggestions})
    return " · ".join(parts) or _("none")


def _rectification_fact(known: Summary) -> dict[str, Any]:
    if known.overdue_rectifications:
        return _fact(_("Rectification"), _("%(n)d overdue") % {"n": known.overdue_rectifications}, "block")
    if known.open_rectifications:
        return _fact(_("Rectification"), _("%(n)d open") % {"n": known.open_rectifications}, "wait")
    return _fact(_("Rectification"), _("nothing open"))
