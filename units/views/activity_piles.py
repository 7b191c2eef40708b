"""Many activities at once: the unit hands its drafts in, the team verifies or returns what waits for it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from teams.rulings import require
from teams.views.acts import attempt, page
from teams.views.signed_in import SignedInRequest
from units import access
from units.enums import ActivityState
from units.forms.piles import CheckPileForm, HandInForm, PileForm
from units.models import Activity, Case
from units.rules import activities as rules
from units.rules.plausibility import what_is_missing
from units.selectors import standing_of
from units.selectors.activities import entered_of, pile_of
from units.services.activity_piles import Chosen, check_each, submit_each
from units.services.bulk import MOST_ROWS, Row
from units.standing import CaseStanding
from units.views.activity_facts import activity_row, said, tone_of

TO_HAND_IN = (ActivityState.DRAFT, ActivityState.RETURNED)
TO_CHECK = (ActivityState.SUBMITTED,)


@require_http_methods(["GET", "POST"])
def activities_hand_in(request: SignedInRequest, case_id: int) -> HttpResponse:
    """The unit's drafts, with what each still lacks; those that are chosen go to the team."""
    case = access.get_case(request.user, case_id)
    standing = standing_of(request.user, case)
    require(rules.may_record(standing, case))
    form = HandInForm(request.POST or None, activities=_pile(request, case, TO_HAND_IN))
    if request.method == "POST" and form.is_valid():
        attempted = attempt(form, submit_each, chosen=form.chosen(), acting_user=request.user)
        if attempted.result is not None:
            return _done(request, case, standing, attempted.result)
    return _pile_page(request, "units/activities_hand_in.html", case, standing, form)


@require_http_methods(["GET", "POST"])
def activities_check(request: SignedInRequest, case_id: int) -> HttpResponse:
    """What waits for the team, each with its declared figures; a choice for each, one remark for those that go back."""
    case = access.get_case(request.user, case_id)
    standing = standing_of(request.user, case)
    require(rules.may_check_in(standing, case))
    form = CheckPileForm(request.POST or None, activities=_pile(request, case, TO_CHECK))
    if request.method == "POST" and form.is_valid():
        remark = form.cleaned_data["remark"]
        attempted = attempt(form, check_each, chosen=form.chosen(), remark=remark, acting_user=request.user)
        if attempted.result is not None:
            return _done(request, case, standing, attempted.result)
    return _pile_page(request, "units/activities_check.html", case, standing, form)


def _pile(request: SignedInRequest, case: Case, states: Collection[str]) -> list[Activity]:
    """What stands in the pile; a post is about what its page showed, wherever that stands now."""
    if request.method == "POST":
        numbers = [name.removeprefix("version_") for name in request.POST if name.startswith("version_")]
        shown = [int(number) for number in numbers if number.isdecimal() and len(number) < 10]
        found = pile_of(case, standing_of(request.user, case), numbers=shown[:MOST_ROWS])
    else:
        found = pile_of(case, standing_of(request.user, case), states=states)[:MOST_ROWS]
    activities = list(found)
    for activity in activities:
        activity.case = case
    return activities


def _pile_page(
    request: SignedInRequest, template: str, case: Case, standing: CaseStanding, form: PileForm
) -> HttpResponse:
    rows = []
    for activity, choice, version in form.rows():
        lacks = what_is_missing(entered_of(activity)) if activity.state in TO_HAND_IN else {}
        rows.append(
            activity_row(activity)
            | {
                "choice": choice,
                "version": version,
                "figures": _figures(activity),
                "reasons": [sentence for sentences in lacks.values() for sentence in sentences],
            }
        )
    context = {"case": case, "standing": standing, "tab": "activities", "form": form, "rows": rows}
    return page(request, template, context, form)


def _figures(activity: Activity) -> list[str]:
    return [f"{each.get_measure_display()} {said(each.measure, each.declared)}" for each in activity.figures.all()]


def _done(request: SignedInRequest, case: Case, standing: CaseStanding, rows: Sequence[Row[Chosen]]) -> HttpResponse:
    done, refused = sum(row.done for row in rows), sum(not row.done for row in rows)
    context = {
        "case": case,
        "standing": standing,
        "tab": "activities",
        "rows": [_told(row) for row in rows],
        "done": ngettext("%(count)s is done.", "%(count)s are done.", done) % {"count": done},
        "refused": ngettext("%(count)s row is refused.", "%(count)s rows are refused.", refused) % {"count": refused}
        if refused
        else "",
    }
    return render(request, "units/activities_done.html", context)


def _told(row: Row[Chosen]) -> dict[str, Any]:
    activity = row.result or row.subject.activity
    return {
        "activity": activity,
        "done": row.done,
        "reasons": row.reasons,
        "notes": [],
        "tone": tone_of(activity),
        "label": activity.get_state_display(),
    }
