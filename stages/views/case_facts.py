"""What is known about a case, as the pairs of `components/facts.html`."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stages.selectors.summary import Summary, summary_of
from teams.templatetags.dates import day
from units.enums import PlanState
from units.models import Case

Fact = dict[str, Any]

_PLAN_TONES = {
    PlanState.PASSED: "pass",
    PlanState.RETURNED: "block",
    PlanState.SUBMITTED: "wait",
    PlanState.WITHDRAWN: "rest",
}


def facts_of(case: Case) -> list[Fact]:
    """Entry, profile, plan, meeting, records, findings and what is to be mended: one query."""
    known = summary_of(case)
    facts = [
        _fact(_("Entered"), day(case.entered_on) or _("Not entered yet")),
        _profile_fact(case),
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


def _fact(label: str, value: str, tone: str = "") -> Fact:
    return {"label": label, "value": value, "tone": tone}


def _profile_fact(case: Case) -> Fact:
    """No tab leads to the profile, so this does."""
    if case.profile_confirmed_at:
        value = _("confirmed")
    else:
        value = _("to be confirmed") if case.profile_filled_at else _("not filled in yet")
    return _fact(_("Profile"), value) | {"url": reverse("profile", args=[case.pk])}


def _plan_fact(known: Summary) -> Fact:
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


def _rectification_fact(known: Summary) -> Fact:
    if known.overdue_rectifications:
        return _fact(_("Rectification"), _("%(n)d overdue") % {"n": known.overdue_rectifications}, "block")
    if known.open_rectifications:
        return _fact(_("Rectification"), _("%(n)d open") % {"n": known.open_rectifications}, "wait")
    return _fact(_("Rectification"), _("nothing open"))
