"""The plan tab: the unit's versions of each plan with what the team said of them, and the team's review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from stages.enums import PlanAnswer, PlanVerdict
from stages.forms.plan_reviews import PlanReviewForm
from stages.forms.transitions import ReasonForm
from stages.models import PlanReview
from stages.rules import plan_reviews as review_rules
from stages.selectors.collective import decisions_of
from stages.selectors.plans import footing_of, reviews_of
from stages.selectors.template import plan_criteria, template_of
from stages.services.plan_reviews import MATTERS, review_plan
from stages.services.plan_taken_back import take_back_plan_verdict
from stages.views.act_pages import Words, act_page
from teams.exceptions import Conflict
from teams.rulings import Ruling
from teams.views.acts import admit, attempt, page, posted_version, version_to_carry
from teams.views.signed_in import SignedInRequest
from units.access import get_case, get_plan_version
from units.enums import PlanKind, PlanState
from units.models import Case, PlanRemark, PlanVersion
from units.rules import plans as rules
from units.rules.activities import may_record
from units.selectors import standing_of
from units.selectors.plans import (
    answered_by,
    content_from,
    kinds_asked,
    mobilisation_of,
    remarks_to_answer,
    versions_visible,
)
from units.standing import CaseStanding
from units.views.activity_facts import file_facts


@require_GET
def plan(request: SignedInRequest, case_id: int, kind: PlanKind = PlanKind.IMPLEMENTATION) -> HttpResponse:
    """Every version that this role may know of, newest first, with its review."""
    case = get_case(request.user, case_id)
    standing = standing_of(request.user, case)
    versions = list(versions_visible(case, kind, standing).prefetch_related("problems", "omissions", "remarks"))
    reviews = {review.plan_version_id: review for review in reviews_of(versions)}
    latest = versions[0] if versions else None
    to_answer = answered_by(latest, versions) if latest else []
    asked = kinds_asked(case)
    state = PlanState(latest.state) if latest else None
    context = {
        "kind": kind,
        "plans": _switch(case, kind, asked),
        "case": case,
        "standing": standing,
        "tab": "plan",
        "versions": [_shown(version, _answers_shown(version, versions), reviews) for version in versions],
        "latest": latest,
        "to_answer": to_answer,
        "may_begin": rules.may_begin(standing, case, rules.Known(kind, kind in asked, state)),
        "new_url": reverse(f"{kind.page}_new", args=[case.pk]),
        **(_mobilisation(standing, case, versions) if kind is PlanKind.IMPLEMENTATION else {}),
        **(_rulings(standing, case, latest, to_answer) if latest else {}),
    }
    return render(request, "stages/plan.html", context)


def _switch(case: Case, kind: PlanKind, asked: Sequence[PlanKind]) -> list[dict[str, Any]]:
    """From one plan to the other, as soon as there are two."""
    shown = {*asked, kind, PlanKind.IMPLEMENTATION}
    return [
        {"label": each.label, "url": reverse(each.page, args=[case.pk]), "current": each is kind}
        for each in PlanKind
        if each in shown and len(shown) > 1
    ]


def _mobilisation(standing: CaseStanding, case: Case, versions: Sequence[PlanVersion]) -> dict[str, Any]:
    """The meeting that the implementation plan leads to (row 47)."""
    mobilised = mobilisation_of(case)
    return {
        "shows_mobilisation": True,
        "mobilised": mobilised,
        "may_record": may_record(standing, case),
        "held_too_early": rules.held_too_early(mobilised.held_on if mobilised else None, _passed_on(versions)),
    }


def _answers_shown(version: PlanVersion, versions: Sequence[PlanVersion]) -> list[PlanRemark]:
    """A version withdrawn has answered nothing: the one after it answers."""
    return [] if version.state == PlanState.WITHDRAWN else answered_by(version, versions)


def _rulings(
    standing: CaseStanding, case: Case, latest: PlanVersion, to_answer: Sequence[PlanRemark]
) -> dict[str, Ruling]:
    footing = footing_of(case, latest)
    return {
        "may_edit": rules.may_edit(standing, case, latest),
        "may_submit": rules.may_submit(standing, case, latest, content_from(latest, to_answer)),
        "may_submit_for": rules.may_submit_for(standing, case, latest, content_from(latest, to_answer)),
        "may_withdraw": rules.may_withdraw(standing, case, latest),
        "may_review": review_rules.may_review(standing, case, latest, in_its_stage=footing.in_its_stage),
        "may_take_back": review_rules.may_take_back(standing, case, latest, footing),
    }


def _passed_on(versions: Sequence[PlanVersion]) -> date | None:
    """The day on which the plan passed, as it was in the office."""
    passed = (version.reviewed_at for version in versions if version.state == PlanState.PASSED)
    at = next(passed, None)
    return timezone.localtime(at).date() if at else None


def _shown(
    version: PlanVersion, answered: Sequence[PlanRemark], reviews: Mapping[int, PlanReview] | None = None
) -> dict[str, Any]:
    """`answered`: what the version before was returned with, which this one answers.

    Answers stand with the version that gives them, so that the team does not read them while it is a draft.
    """
    review = (reviews or {}).get(version.pk)
    tones = {PlanState.PASSED: "pass", PlanState.RETURNED: "block", PlanState.SUBMITTED: "wait"}
    return {
        "version": version,
        "tone": tones.get(PlanState(version.state), "rest"),
        "file": file_facts(version.file) if version.file else None,
        "review": review,
        "answered": answered,
        "pinned": list(version.remarks.all()),
        "notes": [item for item in review.items.all() if item.remark and item.answer == PlanAnswer.CONFORMS]
        if review
        else [],
    }


@require_http_methods(["GET", "POST"])
def plan_review(request: SignedInRequest, case_id: int, version_id: int) -> HttpResponse:
    """Everything that is asked of the plan; one item to revise returns it (rows 50-54, 80)."""
    version = get_plan_version(request.user, case_id, version_id)
    case = version.plan.case
    standing = standing_of(request.user, case)
    kind = PlanKind(version.plan.kind)
    in_its_stage = footing_of(case, version).in_its_stage
    admit(request, review_rules.may_review(standing, case, version, in_its_stage=in_its_stage))
    prefetch_related_objects([version], "problems", "omissions", "remarks")
    template = template_of(case)
    if template is None:
        raise Conflict(_("No template of this campaign has been loaded: there is nothing to review by."))
    form = PlanReviewForm(
        request.POST or None,
        criteria=list(plan_criteria(template, kind)),
        decisions=decisions_of(case, MATTERS[kind]),
    )
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["collective_decision"]
        attempted = attempt(
            form,
            review_plan,
            version_id=version.pk,
            expected_version=posted_version(request),
            answers=form.answers(),
            opinion=form.cleaned_data["opinion"],
            collective_decision_id=chosen.pk if chosen else None,
            acting_user=request.user,
        )
        if attempted.result is not None:
            passed = attempted.result.verdict == PlanVerdict.PASSED
            messages.success(
                request, _("The plan has passed.") if passed else _("The plan is returned with its remarks.")
            )
            return redirect(kind.page, case.pk)
    context = {
        "case": case,
        "standing": standing,
        "tab": "plan",
        "kind": kind,
        "back": reverse(kind.page, args=[case.pk]),
        "matter": MATTERS[kind].lower(),
        "form": form,
        "shown": _shown(version, list(remarks_to_answer(version))),
        "version": version_to_carry(request, version, form),
    }
    return page(request, "stages/plan_review.html", context, form)


@require_http_methods(["GET", "POST"])
def plan_take_back(request: SignedInRequest, case_id: int, version_id: int) -> HttpResponse:
    """The leader takes back the verdict that passed the plan, and says why."""
    version = get_plan_version(request.user, case_id, version_id)
    case, kind = version.plan.case, PlanKind(version.plan.kind)
    standing = standing_of(request.user, case)
    prefetch_related_objects([version], "problems", "omissions", "remarks")
    form = ReasonForm(request.POST or None)
    words = Words(
        _("Take the verdict back"),
        _("Take back"),
        _("The verdict is taken back; the unit writes the next version."),
        _("The review stays on record. The next version answers the reason that you give."),
    )
    back = reverse(kind.page, args=[case.pk])
    return act_page(
        request,
        form=form,
        act=take_back_plan_verdict,
        arguments=lambda: {"version_id": version.pk, **form.cleaned_data},
        ruling=review_rules.may_take_back(standing, case, version, footing_of(case, version)),
        template="stages/plan_take_back.html",
        context={
            "case": case,
            "standing": standing,
            "tab": "plan",
            "kind": kind,
            "shown": _shown(version, list(remarks_to_answer(version))),
            "words": words,
            "back": back,
        },
        done=words.done,
        back=back,
        row=version,
    )
