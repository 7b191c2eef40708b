"""The team reviews a plan item by item: an implementation plan on its four points (rows 13-15, 18, 48-54, 79, 80)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, Matter, NoticeKind, PlanAnswer, PlanVerdict
from stages.models import Criterion, PlanReview, PlanReviewItem, Template
from stages.rules import plan_reviews as rules
from stages.selectors.plans import footing_of
from stages.selectors.template import plan_criteria, template_of
from stages.services.collective import decision_to_name
from stages.services.plan_measures import set_measures_of
from teams import audit, clock
from teams.exceptions import Conflict, Invalid, Text
from teams.models import User
from teams.rulings import require
from teams.services.notices import tell
from teams.services.texts import cleaned
from units.enums import PlanKind
from units.models import Case, PlanVersion
from units.selectors import standing_of
from units.selectors.standing import people_of_unit
from units.services.plan_verdicts import RemarkGiven, pass_plan, return_plan
from units.services.plans import locked_version

# Under which matter a plan is discussed (row 96).
MATTERS = {PlanKind.IMPLEMENTATION: Matter.PLAN, PlanKind.RECTIFICATION: Matter.RECTIFICATION_PLAN}


@dataclass(frozen=True)
class Answer:
    """The answer to one criterion; `ticked` are the codes of a checklist's entries that the plan has."""

    criterion_id: int
    answer: PlanAnswer
    ticked: Sequence[str] = ()
    remark: str = ""


@transaction.atomic
def review_plan(
    *,
    version_id: int,
    expected_version: int,
    answers: Sequence[Answer],
    opinion: str,
    collective_decision_id: int | None = None,
    acting_user: User,
) -> PlanReview:
    """Pass the version, or return it with a remark on every item to revise.

    `Denied` until the profile is confirmed (row 24). `Invalid` at `answer_<id>` for an item without answer, at
    `remark_<id>` for one to revise or a list not fully ticked without remark (rows 13-15, 18, 50-54). What a passed
    rectification plan sets out to mend is in the ledger of measures from then on (row 80).
    """
    version = locked_version(version_id)
    case = version.plan.case
    standing = standing_of(acting_user, case)
    kind = PlanKind(version.plan.kind)
    require(rules.may_review(standing, case, version, in_its_stage=footing_of(case, version).in_its_stage))
    template = _template(case)
    items = _items(template, kind, answers)
    review = PlanReview.objects.create(
        plan_version=version,
        verdict=rules.verdict_of(PlanAnswer(item.answer) for item in items),
        opinion=cleaned(opinion),
        collective_decision=decision_to_name(
            case=case, matter=MATTERS[kind], decision_id=collective_decision_id, template=template, needed=False
        ),
        reviewed_by=acting_user,
        reviewed_at=clock.now(),
    )
    for item in items:
        item.review = review
    PlanReviewItem.objects.bulk_create(items)
    pinned = _settled(review, version, expected_version, items)
    _record(review, version, case, pinned, standing.title)
    return review


def _template(case: Case) -> Template:
    template = template_of(case)
    if template is None:
        raise Conflict(_("No template of this campaign has been loaded: there is nothing to review by."))
    return template


def _items(template: Template, kind: PlanKind, answers: Sequence[Answer]) -> list[PlanReviewItem]:
    """One answer to every criterion, in the template's order."""
    given = {answer.criterion_id: answer for answer in answers}
    errors: dict[str, list[Text]] = {}
    items = []
    for criterion in plan_criteria(template, kind):
        answer = given.get(criterion.pk)
        if answer is None:
            errors[f"answer_{criterion.pk}"] = [_("Answer this: no review without it.")]
            continue
        item = _item(criterion, answer)
        errors |= rules.answer_errors(criterion, PlanAnswer(item.answer), item.ticked, item.remark)
        items.append(item)
    if errors:
        raise Invalid(errors)
    return items


def _item(criterion: Criterion, answer: Answer) -> PlanReviewItem:
    return PlanReviewItem(
        criterion=criterion, answer=answer.answer, ticked=list(answer.ticked), remark=cleaned(answer.remark)
    )


def _settled(
    review: PlanReview, version: PlanVersion, expected_version: int, items: Sequence[PlanReviewItem]
) -> list[RemarkGiven]:
    """Move the version to where the verdict puts it; returns what was pinned to it."""
    if review.verdict == PlanVerdict.PASSED:
        pass_plan(version, expected_version=expected_version)
        if version.plan.kind == PlanKind.RECTIFICATION:
            set_measures_of(version)
        return []
    pinned = [
        RemarkGiven(item.criterion.wording_zh, item.criterion.wording_en, item.remark)
        for item in items
        if item.answer == PlanAnswer.REVISE
    ]
    return_plan(version, expected_version=expected_version, remarks=pinned)
    return pinned


def _record(
    review: PlanReview, version: PlanVersion, case: Case, pinned: Sequence[RemarkGiven], acting_as: str
) -> None:
    passed = review.verdict == PlanVerdict.PASSED
    kind = PlanKind(version.plan.kind)
    audit.record(
        review.reviewed_by,
        Act.PLAN_PASSED if passed else Act.PLAN_RETURNED,
        version,
        scope=case,
        acting_as=acting_as,
        plan=kind.noun,
        number=version.number,
        count=len(pinned),
    )
    tell(
        people_of_unit(case),
        NoticeKind.PLAN_PASSED if passed else NoticeKind.PLAN_RETURNED,
        key=f"plan_reviewed:{version.pk}",
        scope=case,
        unit=case.unit,
        plan=kind.noun,
        plan_kind=kind,
        count=len(pinned),
    )
