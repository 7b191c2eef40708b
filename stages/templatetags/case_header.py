"""The head of every page of a case: its name, rail, holder and tabs.

`templates/units/case_base.html`, which pages of units extend as well, is the one template that reaches up into this
app; a test pins it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from stages.enums import GateVerdict, RequestState, RunState
from stages.selectors.rail import GateStop, StageStop, open_stage, rail_of
from stages.views.duties import INSIDE, label_of
from teams import clock
from teams.templatetags.dates import day
from teams.workdays import workdays_between
from units.enums import Party
from units.models import Case
from units.selectors.holders import Holder, holder_of, team_of
from units.standing import CaseStanding

register = template.Library()

TABS = (
    ("overview", "case", gettext_lazy("Overview")),
    ("plan", "plan", gettext_lazy("Plan")),
    ("activities", "activities", gettext_lazy("Activities")),
    ("findings", "findings", gettext_lazy("Findings")),
    ("rectifications", "rectifications", gettext_lazy("Rectification")),
    ("gates", "gates", gettext_lazy("Checkpoints")),
    ("transition", "transition", gettext_lazy("Transition")),
    ("documents", "documents", gettext_lazy("Documents")),
    ("timeline", "timeline", gettext_lazy("Timeline")),
)
# On a phone the rail stands where one asks how the case stands, not above every form of those tabs.
_WITH_RAIL = ("case", "gates", "transition")
_VERDICT_TONES = {GateVerdict.PASSED: "pass", GateVerdict.NOT_PASSED: "block"}
_REQUEST_TONES = {
    RequestState.SUBMITTED: "wait",
    RequestState.RECOMMENDED: "wait",
    RequestState.RETURNED_BY_TEAM: "block",
    RequestState.RETURNED_BY_GROUP: "block",
    RequestState.REVOKED: "block",
}
# A stage that was put back lies ahead again.
_RUN_STATES = {RunState.OPEN: "open", RunState.CLOSED: "done", RunState.SUSPENDED: "ahead", None: "ahead"}


@register.inclusion_tag("units/case_header.html", takes_context=True)
def case_header(context: Mapping[str, Any], case: Case) -> dict[str, Any]:
    """Name, stage, rail, holder and tabs of `case`; the page's context names its own `tab`."""
    tab = context.get("tab", "")
    rail = rail_of(case)
    team = team_of(case)
    return {
        "case": case,
        "stage": _stage_state(case, rail),
        "facts": _facts(case, team),
        "header": {"stages": [_stage(case, stop) for stop in rail]},
        "holder": "" if tab == "overview" else _holder_line(holder_of(case), team, context.get("standing")),
        "rail_always": _page_of(context) in _WITH_RAIL,
        "tabs": [
            {"label": label, "url": reverse(name, args=[case.pk]), "current": key == tab} for key, name, label in TABS
        ],
    }


def _page_of(context: Mapping[str, Any]) -> str:
    """The URL name of the page that is shown; none where a test shows the template alone."""
    match = getattr(context.get("request"), "resolver_match", None)
    return str(match.url_name) if match else ""


def who_holds(party: Party, team: object) -> str:
    """The party by name where one name fits."""
    return str(team) if party is Party.TEAM and team else str(party.label)


def _stage_state(case: Case, rail: tuple[StageStop, ...]) -> dict[str, str]:
    stop = open_stage(rail)
    if stop:
        return {"tone": "now", "label": _("Stage: %(stage)s") % {"stage": stop.stage}}
    if case.closed_on:
        return {"tone": "pass", "label": _("Closed")}
    return {"tone": "rest", "label": _("Not entered yet")}


def _facts(case: Case, team: object) -> list[str]:
    facts = [str(case.batch)]
    if case.members_total is not None and case.branches is not None:
        facts.append(ngettext("%(n)d member", "%(n)d members", case.members_total) % {"n": case.members_total})
        facts.append(ngettext("%(n)d branch", "%(n)d branches", case.branches) % {"n": case.branches})
    return [*facts, str(team)] if team else facts


def _stage(case: Case, stop: StageStop) -> dict[str, Any]:
    return {
        "number": stop.stage.number,
        "name": stop.stage.name,
        "note": _dates(stop),
        "state": _RUN_STATES[stop.run],
        "gates": [_gate(case, stop, gate) for gate in stop.gates],
        "turn": {"label": stop.stage.transition, "tone": _turn_tone(stop), "url": _turn_url(case, stop)},
    }


def _dates(stop: StageStop) -> str:
    if stop.run is RunState.CLOSED:
        return _("%(from)s to %(to)s") % {"from": day(stop.opened_on), "to": day(stop.closed_on)}
    if stop.run is RunState.OPEN:
        since = _("since %(date)s") % {"date": day(stop.opened_on)}
        return f"{since} · {_days_left(stop)}" if stop.planned_end else since
    if stop.run is RunState.SUSPENDED:
        return _("put back")
    return _("planned from %(date)s") % {"date": day(stop.planned_start)} if stop.planned_start else ""


def _days_left(stop: StageStop) -> str:
    """The plan reminds and moves nothing (row 78)."""
    end = stop.planned_end
    if end is None or end < clock.today():
        return _("planned to %(date)s") % {"date": day(end)}
    left = workdays_between(clock.today(), end)
    return ngettext("%(n)d working day left", "%(n)d working days left", left) % {"n": left}


def _gate(case: Case, stop: StageStop, gate: GateStop) -> dict[str, str]:
    tone = _VERDICT_TONES[gate.verdict] if gate.verdict else "now" if stop.run is RunState.OPEN else "rest"
    return {"label": gate.gate.name, "tone": tone, "url": reverse("gate", args=[case.pk, gate.gate.pk])}


def _turn_tone(stop: StageStop) -> str:
    if stop.run is RunState.CLOSED:
        return "pass"
    return _REQUEST_TONES.get(stop.request, "rest") if stop.request else "rest"


def _turn_url(case: Case, stop: StageStop) -> str:
    return reverse("transition", args=[case.pk]) if stop.run is RunState.OPEN else ""


def _holder_line(holder: Holder | None, team: object, standing: CaseStanding | None) -> str:
    if holder is None:
        return ""
    line = _("In the hands of: %(who)s") % {"who": who_holds(holder.party, team)}
    if not (standing and standing.is_unit and holder.todo.kind in INSIDE):
        line = f"{line} · {label_of(holder.todo.kind)}"
    return f"{line} · {_('due on %(date)s') % {'date': day(holder.due_on)}}" if holder.due_on else line
