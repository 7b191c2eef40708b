"""What one side of a case must not read on the other's, planted with words of their own in the own case."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from stages.enums import FindingState, RequestState, ReviewVerdict
from stages.models import (
    CollectiveDecision,
    Extension,
    Finding,
    OnSiteGuidance,
    ReturnItem,
    SelfAnalysisSampling,
    StudyInspection,
    StudyInspectionItem,
    Survey,
    TeamReview,
    TeamReviewItem,
    TransitionRequest,
)
from stages.services.transitions import pinned_before
from teams.models import Delegation, Meeting, StoredFile
from tests.permissions.building_stories import told
from tests.permissions.building_world import Side, World
from tests.permissions.planting import CANARY, plant, planted
from units.enums import ActivityState, DocumentKind, FileSide, PlanState
from units.models import (
    Activity,
    CaseFile,
    Document,
    DocumentOriginal,
    PlanOmission,
    PlanProblem,
    PlanRemark,
    PlanVersion,
)

NIGHTINGALE = "夜莺"  # the team's: the unit never reads it
THRUSH = "画眉"  # the unit's: the team never reads it

Texts = Iterator[tuple[QuerySet, tuple[str, ...]]]


@dataclass(frozen=True)
class Canaries:
    """The world with its words, and how often each text was planted."""

    world: World
    planted: dict[str, int]
    of_team: dict[str, int]
    of_unit: dict[str, int]


def filled(world: World) -> Canaries:
    """Both sides tell the same story; the other unit's every text is a canary, the own sides' secrets have words."""
    own, other = world.own, world.other
    told(own, "如是说")
    told(other, f"{CANARY}如是说")
    return Canaries(
        world,
        plant([other.case, other.entered, other.awaited]),
        _planted(secrets_of_team(own), NIGHTINGALE),
        _planted(secrets_of_unit(own), THRUSH),
    )


def secrets_of_team(side: Side) -> Texts:
    """Drafts, meetings, what was seen on the spot, opinions to the leading group, and the review (design §4)."""
    case = side.case
    drafts = Finding.objects.filter(case=case, state=FindingState.DRAFT, shared_at=None)
    files = CaseFile.objects.filter(case=case, side=FileSide.TEAM, released_at=None)
    papers = Document.objects.filter(case=case, kind=DocumentKind.TRANSITION_REVIEW)
    reviews = TeamReview.objects.filter(request__run__case=case).exclude(verdict=ReviewVerdict.RETURNED)
    yield drafts, ("text", "advice", "cause", "leader_note")
    yield files, ("title",)
    yield StoredFile.objects.filter(case_file__in=files.values("pk")), ("name",)
    yield Meeting.objects.filter(pk__in=Meeting.objects.filter(decisions__case=case).values("pk")), ("minutes",)
    yield CollectiveDecision.objects.filter(case=case), ("conclusion",)
    yield StudyInspection.objects.filter(case=case), ("conclusion",)
    yield StudyInspectionItem.objects.filter(inspection__case=case), ("effect",)
    yield SelfAnalysisSampling.objects.filter(case=case), ("remark", "withdrawn_reason")
    yield OnSiteGuidance.objects.filter(case=case), ("reason", "evaluation", "released_reason")
    yield Survey.objects.filter(run__case=case), ("remark",)
    yield Extension.objects.filter(run__case=case), ("opinion",)
    yield reviews, ("opinion", "remaining")
    yield TeamReviewItem.objects.filter(review__request__run__case=case), ("note",)
    yield Delegation.objects.filter(membership__team=side.people.team), ("basis",)
    yield papers, ("title",)
    yield DocumentOriginal.objects.filter(document__in=papers.values("pk")), ("paper_number",)
    yield StoredFile.objects.filter(document__in=papers.values("pk")), ("name",)


def secrets_of_unit(side: Side) -> Texts:
    """What it has not handed in: a record, a version of the plan with its answers, a request with its answers."""
    activities = Activity.objects.filter(case=side.case, state=ActivityState.DRAFT)
    version = PlanVersion.objects.filter(plan__case=side.entered, state=PlanState.DRAFT)
    in_drafts = Q(activities__in=activities) | Q(plan_version__in=version)
    files = CaseFile.objects.filter(pk__in=CaseFile.objects.filter(in_drafts).values("pk"))
    request = TransitionRequest.objects.filter(run__case=side.case, state=RequestState.DRAFT)
    yield activities, ("title", "summary", "absence_reason", "absence_plan")
    yield version, ("note",)
    yield PlanProblem.objects.filter(plan_version__in=version), ("text", "measure", "responsible")
    yield PlanOmission.objects.filter(plan_version__in=version), ("reason",)
    yield PlanRemark.objects.filter(pk__in=_answered_in_draft(side)), ("answer",)
    yield files, ("title",)
    yield StoredFile.objects.filter(case_file__in=files.values("pk")), ("name",)
    yield ReturnItem.objects.filter(pk__in=[item.pk for item in pinned_before(request.get())]), ("answer",)
    yield request, ("paper_number", "situation", "practice", "results", "remaining", "resolution")


def _answered_in_draft(side: Side) -> QuerySet:
    """The remarks on the version before the draft: their answers are handed in with it."""
    last = PlanVersion.objects.filter(plan__case=side.entered).exclude(submitted_at=None).order_by("-number").first()
    return PlanRemark.objects.filter(plan_version=last).values("pk")


def _planted(texts: Texts, word: str) -> dict[str, int]:
    return {
        f"{rows.model._meta.label}.{name}": planted(rows, name, word) for rows, names in list(texts) for name in names
    }
