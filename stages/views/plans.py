"""The plan tab: the unit's versions with what the team said of each, and the team's four-point review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from stages.enums import Matter, PlanAnswer, PlanVerdict
from stages.forms.plan_reviews import PlanReviewForm
from stages.models import PlanReview
from stages.rules import plan_reviews as review_rules
from stages.selectors.collective import decisions_of
from stages.selectors.template import plan_criteria, template_of
from stages.services.plan_reviews import review_plan
from teams.exceptions import Conflict
from teams.rulings import Ruling
from teams.views.acts import admit, attempt, page, posted_version, version_to_carry
from teams.views.signed_in import SignedInRequest
from units.access import get_case, get_plan_version
from units.enums import PlanState
from units.models import Case, PlanRemark, PlanVersion
from units.rules import plans as rules
from units.rules.activities import may_record
from units.selectors import standing_of
from units.selectors.plans import content_from, mobilisation_of, remarks_to_answer, versions_visible
from units.standing import CaseStanding
from units.views.activity_facts import file_facts


@require_GET
def plan(request: SignedInRequest, case_id: int) -> HttpResponse:
    """Every version that this role may know of, newest first, with its review."""
    case = get_case(request.user, case_id)
    standing = standing_of(request.user, case)
    versions = list(versions_visible(case, standing).prefetch_related("problems", "omissions", "remarks"))
    reviews = {
        review.plan_version_id: review
        for review in PlanReview.objects.filter(plan_version__in=versions)
        .select_related("reviewed_by")
        .prefetch_related("items__criterion")
    }
    remarks = {version.number: list(version.remarks.all()) for version in versions}
    latest = versions[0] if versions else None
    to_answer = remarks.get(latest.number - 1, []) if latest else []
    mobilised = mobilisation_of(case)
    context = {
        "case": case,
        "standing": standing,
        "tab": "plan",
        "versions": [_shown(version, remarks.get(version.number - 1, []), reviews) for version in versions],
        "latest": latest,
        "to_answer": to_answer,
        "may_begin": rules.may_begin(standing, case, PlanState(latest.state) if latest else None),
        "mobilised": mobilised,
        "may_record": may_record(standing, case),
        "held_too_early": rules.held_too_early(mobilised.held_on if mobilised else None, _passed_on(versions)),
        **(_rulings(standing, case, latest, to_answer) if latest else {}),
    }
    return render(request, "stages/plan.html", context)


def _rulings(
    standing: CaseStanding, case: Case, latest: PlanVersion, to_answer: Sequence[PlanRemark]
) -> dict[str, Ruling]:
    return {
        "may_edit": rules.may_edit(standing, case, latest),
        "may_submit": rules.may_submit(standing, case, latest, content_from(latest, to_answer)),
        "may_submit_for": rules.may_submit_for(standing, case, latest, content_from(latest, to_answer)),
        "may_review": review_rules.may_review(standing, case, latest),
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
    """The four points with every sub-item; one item to revise returns the plan (rows 50-54)."""
    version = get_plan_version(request.user, case_id, version_id)
    case = version.plan.case
    standing = standing_of(request.user, case)
    admit(request, review_rules.may_review(standing, case, version))
    prefetch_related_objects([version], "problems", "omissions", "remarks")
    template = template_of(case)
    if template is None:
        raise Conflict(_("No template of this campaign has been loaded: there is nothing to review by."))
    form = PlanReviewForm(
        request.POST or None, criteria=list(plan_criteria(template)), decisions=decisions_of(case, Matter.PLAN)
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
            return redirect("plan", case.pk)
    context = {
        "case": case,
        "standing": standing,
        "tab": "plan",
        "form": form,
        "shown": _shown(version, list(remarks_to_answer(version))),
        "version": version_to_carry(request, version, form),
    }
    return page(request, "stages/plan_review.html", context, form)
