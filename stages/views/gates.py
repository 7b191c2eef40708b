"""The gates tab, one gate with its rounds, and judging it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from stages.access import get_gate
from stages.enums import GateVerdict, Matter
from stages.forms.gates import AssessForm
from stages.models import Gate, GateAssessment
from stages.rules import gates as rules
from stages.rules.gates import Rounds
from stages.rules.quorum import may_record_decision
from stages.selectors.collective import decisions_for_gate, decisions_of
from stages.selectors.gates import (
    HomeStage,
    asked_of,
    facts_of,
    gates_of,
    home_stage,
    inspections_of,
    is_in_home_stage,
    make_up_tasks_of,
    round_facts,
    rounds_of,
    unpassed_before,
)
from stages.services.gates import assess_gate
from stages.views.taken_back import may_take_back
from teams.rulings import Ruling, require
from teams.views.acts import attempt, page, posted_version
from teams.views.signed_in import SignedInRequest
from units.access import get_case
from units.models import Case
from units.rules import activities as records
from units.selectors import standing_of
from units.standing import CaseStanding


@require_GET
def gates(request: SignedInRequest, case_id: int) -> HttpResponse:
    """All gates with their latest round, what is to be made up, and, for the team, what it saw and discussed."""
    case = get_case(request.user, case_id)
    standing = standing_of(request.user, case)
    since = {"entered": case.entered_on is not None, "closed": case.closed_on is not None}
    context = {
        "case": case,
        "standing": standing,
        "tab": "gates",
        "gates": gates_of(case),
        "tasks": make_up_tasks_of(case),
        "sees_team_records": not standing.is_unit,
        "inspections": [] if standing.is_unit else inspections_of(case),
        "discussions": [] if standing.is_unit else decisions_of(case, Matter.GATE),
        "may_inspect": rules.may_inspect(standing, **since),
        "may_discuss": may_record_decision(standing, **since),
    }
    return render(request, "stages/gates.html", context)


@require_GET
def gate(request: SignedInRequest, case_id: int, gate_id: int) -> HttpResponse:
    """What the gate asks, where the record stands today, and every round with its frozen figures."""
    case, found = get_gate(request.user, case_id, gate_id)
    standing = standing_of(request.user, case)
    rounds = rounds_of(case, found)
    facts = facts_of(rounds)
    home = home_stage(case, found)
    context = {
        "case": case,
        "standing": standing,
        "tab": "gates",
        "gate": found,
        "asked": asked_of(case, found) if facts.latest is not GateVerdict.PASSED else [],
        "rounds": rounds,
        "sees_team_records": not standing.is_unit,
        "next_round": facts.count + 1,
        "may_assess": rules.may_assess(standing, in_home_stage=home.is_open, rounds=facts),
        "may_add": records.may_record(standing, case),
        "revocable_pk": _revocable(standing, rounds, home),
    }
    return render(request, "stages/gate.html", context)


@require_http_methods(["GET", "POST"])
def gate_assess(request: SignedInRequest, case_id: int, gate_id: int) -> HttpResponse:
    """Judge the gate: an answer to every criterion beside the record; the verdict follows."""
    case, found = get_gate(request.user, case_id, gate_id)
    standing = standing_of(request.user, case)
    facts = round_facts(case, found)
    # A stale form is answered with its text; who does not judge gates sees nothing of the form.
    require(_may_assess(standing, case, found, facts) if request.method == "GET" else rules.may_judge(standing))
    form = AssessForm(request.POST or None, asked=asked_of(case, found), decisions=decisions_for_gate(case, found))
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["collective_decision"]
        attempted = attempt(
            form,
            assess_gate,
            case_id=case.pk,
            gate_id=found.pk,
            answers=form.answers(),
            opinion=form.cleaned_data["opinion"],
            collective_decision_id=chosen.pk if chosen else None,
            expected_round=posted_version(request),
            acting_user=request.user,
        )
        if attempted.result is not None:
            passed = attempted.result.verdict == GateVerdict.PASSED
            text = _("The gate is passed.") if passed else _("The gate is not passed; the unit has its make-up tasks.")
            messages.success(request, text)
            return redirect("gate", case.pk, found.pk)
    context: dict[str, Any] = {
        "case": case,
        "standing": standing,
        "tab": "gates",
        "gate": found,
        "form": form,
        "next_round": posted_version(request) or facts.count + 1,
        "unpassed_before": unpassed_before(case, found),
    }
    return page(request, "stages/gate_assess.html", context, form)


def _may_assess(standing: CaseStanding, case: Case, gate: Gate, facts: Rounds) -> Ruling:
    return rules.may_assess(standing, in_home_stage=is_in_home_stage(case, gate), rounds=facts)


def _revocable(standing: CaseStanding, rounds: Sequence[GateAssessment], home: HomeStage) -> int | None:
    """The round whose verdict this person may take back."""
    latest = next((each for each in rounds if each.taken_back_at is None), None)
    return latest.pk if latest and may_take_back(standing, latest, latest, home) else None
