"""Getters that are the permission check: what one may not know of is not found.

No view fetches a row in any other way; children are fetched through their case.
"""

from uuid import UUID

from django.db.models import Q
from django.http import Http404

from teams.models import User
from units.enums import FileSide
from units.models import (
    Activity,
    Case,
    CaseFile,
    Division,
    Document,
    DocumentOriginal,
    DocumentPage,
    OpinionSummary,
    PlanVersion,
    RegulationOutput,
    Unit,
    UnitDelegation,
    UnitMembership,
)
from units.rules.documents import kinds_visible_to
from units.selectors.divisions import members_of
from units.selectors.mandates import delegations_of, secretaries_of
from units.selectors.originals import originals_of
from units.selectors.standing import standing_of

_OF_A_VERSION = ("plan", "file__file", "file__added_by", "submitted_by", "filed_for", "resolution_scan__file")


def get_case(user: User, case_id: int) -> Case:
    """The case, if a live role of `user` opens it; otherwise Http404."""
    case = Case.objects.visible_to(user).select_related("unit", "batch__campaign").filter(pk=case_id).first()
    if case is None:
        raise Http404
    return case


def get_plan_version(user: User, case_id: int, version_id: int) -> PlanVersion:
    """A plan version of a visible case; the team does not see the unit's draft."""
    case = get_case(user, case_id)
    version = PlanVersion.objects.filter(pk=version_id, plan__case=case).select_related(*_OF_A_VERSION).first()
    if version is None or (version.submitted_at is None and not standing_of(user, case).is_unit):
        raise Http404
    version.plan.case = case
    return version


def get_activity(user: User, case_id: int, activity_id: int) -> Activity:
    """An activity of a visible case; the team does not see the unit's draft."""
    case = get_case(user, case_id)
    activity = Activity.objects.filter(pk=activity_id, case=case).prefetch_related("figures").first()
    if activity is None or (activity.submitted_at is None and not standing_of(user, case).is_unit):
        raise Http404
    activity.case = case
    return activity


def get_opinion(user: User, case_id: int, opinion_id: int) -> OpinionSummary:
    """A gist of a visible case."""
    case = get_case(user, case_id)
    opinion = OpinionSummary.objects.filter(pk=opinion_id, case=case).first()
    if opinion is None:
        raise Http404
    opinion.case = case
    return opinion


def get_regulation(user: User, case_id: int, regulation_id: int) -> RegulationOutput:
    """A rule of a visible case."""
    case = get_case(user, case_id)
    regulation = RegulationOutput.objects.filter(pk=regulation_id, case=case).first()
    if regulation is None:
        raise Http404
    regulation.case = case
    return regulation


def get_case_file(user: User, case_id: int, file_uuid: UUID) -> CaseFile:
    """A file of a visible case: the unit sees its own and what was released to it."""
    case = get_case(user, case_id)
    files = CaseFile.objects.filter(case=case, file__uuid=file_uuid).select_related("file")
    standing = standing_of(user, case)
    if standing.is_unit:
        files = files.for_unit()
    file = files.first()
    if file is None or (file.side == FileSide.UNIT and not standing.is_unit and _is_only_in_drafts(file)):
        raise Http404
    return file


def _is_only_in_drafts(file: CaseFile) -> bool:
    """Whether the unit has not yet handed in anything that carries this file."""
    plan_version = PlanVersion.objects.filter(file=file).first()
    if plan_version is not None:
        return plan_version.submitted_at is None
    activities = Activity.objects.filter(files=file)
    return activities.exists() and not activities.exclude(submitted_at=None).exists()


def get_document(user: User, case_id: int, document_id: int) -> Document:
    """A document of a visible case, of a kind that this role may read."""
    case = get_case(user, case_id)
    document = (
        Document.objects.filter(pk=document_id, case=case, kind__in=kinds_visible_to(standing_of(user, case)))
        .select_related("file")
        .first()
    )
    if document is None:
        raise Http404
    document.case = case
    return document


def get_document_page(user: User, case_id: int, document_id: int, number: int) -> DocumentPage:
    """The picture of one page of a visible document."""
    document = get_document(user, case_id, document_id)
    page = DocumentPage.objects.filter(document=document, number=number).select_related("file").first()
    if page is None:
        raise Http404
    return page


def get_unit(user: User, unit_id: int) -> Unit:
    """A unit for which the person acts, or with a case that a live role of `user` opens; otherwise Http404."""
    own = user.unit_memberships.filter(ended_at=None).values("unit")
    through_case = Case.objects.visible_to(user).values("unit")
    unit = Unit.objects.filter(Q(pk__in=own) | Q(pk__in=through_case), pk=unit_id).first()
    if unit is None:
        raise Http404
    return unit


def get_secretary(user: User, unit_id: int, membership_id: int) -> UnitMembership:
    """The secretary's post of such a unit."""
    unit = get_unit(user, unit_id)
    post = next((each for each in secretaries_of(unit) if each.pk == membership_id), None)
    if post is None:
        raise Http404
    return post


def get_unit_delegation(user: User, unit_id: int, delegation_id: int) -> UnitDelegation:
    """A delegation of such a unit."""
    found = delegations_of(get_unit(user, unit_id)).filter(pk=delegation_id)
    delegation = found.select_related("membership__unit", "membership__user", "delegate").first()
    if delegation is None:
        raise Http404
    return delegation


def get_original(user: User, case_id: int, document_id: int, original_id: int) -> DocumentOriginal:
    """An original of a visible document."""
    document = get_document(user, case_id, document_id)
    original = originals_of(document).filter(pk=original_id).first()
    if original is None:
        raise Http404
    original.document = document
    return original


def get_member(case: Case, user_id: int) -> User:
    """A live member of the team that supervises the case."""
    member = next((each.user for each in members_of(case) if each.user_id == user_id), None)
    if member is None:
        raise Http404
    return member


def get_division(user: User, case_id: int, division_id: int) -> Division:
    """That a member looks, or looked, after a visible case."""
    case = get_case(user, case_id)
    division = Division.objects.filter(pk=division_id, assignment__case=case).first()
    if division is None:
        raise Http404
    return division
