"""The unit writes its plans, submits and withdraws them; a version submitted does not change (rows 47-53, 80)."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from teams import audit, clock
from teams.exceptions import Conflict
from teams.inspection import PLAN_FILES
from teams.models import StoredFile, User
from teams.rulings import require
from teams.services.files import received
from teams.services.notices import tell
from teams.services.texts import cleaned, required
from teams.transitions import move, touch
from units.enums import Act, FileSide, NoticeKind, PlanKind, PlanState
from units.models import Case, CaseFile, Plan, PlanOmission, PlanProblem, PlanVersion
from units.rules import plans as rules
from units.selectors import standing_of
from units.selectors.plans import content_of, known_of, remarks_to_answer, versions_of
from units.selectors.standing import people_of_team
from units.services.files import attach, discard
from units.services.filing import filed_for, resolution_received
from units.services.locks import locked_case
from units.services.plan_duties import hand_over


def draft_version(
    *,
    case_id: int,
    upload: UploadedFile[bytes],
    note: str,
    acting_user: User,
    kind: PlanKind = PlanKind.IMPLEMENTATION,
) -> PlanVersion:
    """Begin the first version, or the next one after a return, which takes over the problems of the last.

    `Invalid` at `file` with the reason when the file is refused; `Conflict` while a version is open and once one has
    passed. An act that fails leaves neither row nor file.
    """
    # Asked before the bytes are looked at, and again under the lock.
    case = Case.objects.select_related("batch").get(pk=case_id)
    require(rules.may_begin(standing_of(acting_user, case), case, known_of(case, kind)))
    with received(upload, accept=PLAN_FILES, acting_user=acting_user) as stored, transaction.atomic():
        return _begun(case_id, kind, stored, note, acting_user)


def _begun(case_id: int, kind: PlanKind, stored: StoredFile, note: str, acting_user: User) -> PlanVersion:
    case = locked_case(case_id)
    standing = standing_of(acting_user, case)
    require(rules.may_begin(standing, case, known_of(case, kind)))
    last = versions_of(case, kind).first()
    plan = Plan.objects.get(case=case, kind=kind)
    file = _attached(case, stored, acting_user)
    try:
        with transaction.atomic():
            version = PlanVersion.objects.create(
                plan=plan,
                number=last.number + 1 if last else 1,
                file=file,
                note=cleaned(note),
                drafted_by=acting_user,
                drafted_at=clock.now(),
            )
    except IntegrityError as error:
        raise Conflict(_("A version is open already; the next one begins when it has been returned.")) from error
    if last:
        _take_over(last, version)
    audit.record(
        acting_user,
        Act.PLAN_DRAFTED,
        version,
        scope=case,
        acting_as=standing.title,
        plan=kind.noun,
        number=version.number,
    )
    return version


def _take_over(last: PlanVersion, version: PlanVersion) -> None:
    """What was returned is mended, not typed again."""
    problems, omissions = list(last.problems.all()), list(last.omissions.all())
    for problem in problems:
        problem.pk, problem.plan_version = None, version
    for omission in omissions:
        omission.pk, omission.plan_version = None, version
    PlanProblem.objects.bulk_create(problems)
    PlanOmission.objects.bulk_create(omissions)


def replace_file(
    *, version_id: int, expected_version: int, upload: UploadedFile[bytes], note: str, acting_user: User
) -> PlanVersion:
    """Put another file in the place of the draft's; the one that was there is gone with its bytes."""
    version = PlanVersion.objects.select_related("plan__case__batch").get(pk=version_id)
    case = version.plan.case
    require(rules.may_edit(standing_of(acting_user, case), case, version))
    with received(upload, accept=PLAN_FILES, acting_user=acting_user) as stored, transaction.atomic():
        version = locked_version(version_id)
        case = version.plan.case
        require(rules.may_edit(standing_of(acting_user, case), case, version))
        old = version.file
        file = _attached(case, stored, acting_user)
        touch(version, expected_version=expected_version, file=file, note=cleaned(note))
        if old:
            discard(old)
        return version


@transaction.atomic
def answer_remarks(
    *, version_id: int, expected_version: int, answers: Mapping[int, str], acting_user: User
) -> PlanVersion:
    """Answer what the last return pinned, by id of the remark; an answer may be left for later until submitting."""
    version = locked_version(version_id)
    case = version.plan.case
    require(rules.may_edit(standing_of(acting_user, case), case, version))
    touch(version, expected_version=expected_version)
    for remark in remarks_to_answer(version):
        if remark.pk in answers:
            remark.answer = cleaned(answers[remark.pk])
            remark.save(update_fields=["answer"])
    return version


def submit_plan(
    *, version_id: int, expected_version: int, acting_user: User, resolution: UploadedFile[bytes] | None = None
) -> PlanVersion:
    """The Party committee hands its plan in, through its secretary; from then on the version does not change.

    With the scan of the sealed `resolution` another of the unit files in the secretary's name.
    Raises `Denied` with all that is missing: a category without problem or reason (row 52), a problem without measure
    (row 53) or, in a rectification plan, without responsible, deadline and quality requirement (row 80), a remark of
    the last return without answer.
    """
    if resolution is not None:
        # Asked before the bytes are looked at, and again under the lock.
        known = PlanVersion.objects.select_related("plan__case__batch").get(pk=version_id)
        case = known.plan.case
        require(rules.may_submit(standing_of(acting_user, case), case, known, content_of(known), with_resolution=True))
    with resolution_received(resolution, acting_user) as stored, transaction.atomic():
        return _submitted(version_id, expected_version, acting_user, stored)


def _submitted(version_id: int, expected_version: int, acting_user: User, stored: StoredFile | None) -> PlanVersion:
    version = locked_version(version_id)
    plan, case = version.plan, version.plan.case
    standing = standing_of(acting_user, case)
    require(rules.may_submit(standing, case, version, content_of(version), with_resolution=stored is not None))
    filed = filed_for(standing, case, stored)
    move(
        version,
        PlanState.SUBMITTED,
        rules.PLAN,
        expected_version=expected_version,
        submitted_by=acting_user,
        submitted_at=clock.now(),
        **(filed.stamps if filed else {}),
    )
    version.plan = plan
    hand_over(plan)
    audit.record(
        acting_user,
        Act.PLAN_FILED if filed else Act.PLAN_SUBMITTED,
        version,
        scope=case,
        acting_as=standing.title,
        plan=PlanKind(plan.kind).noun,
        number=version.number,
        problems=version.problems.count(),
        sha256=version.file.file.sha256 if version.file else "",
        **(filed.words if filed else {}),
    )
    if filed:
        tell(
            [filed.secretary],
            NoticeKind.PLAN_FILED,
            key=f"plan_filed:{version.pk}",
            scope=case,
            who=acting_user.name,
            plan=PlanKind(plan.kind).noun,
            plan_kind=plan.kind,
            number=version.number,
        )
    _tell_the_team(version, NoticeKind.PLAN_SUBMITTED, "plan_submitted")
    return version


@transaction.atomic
def withdraw_plan(*, version_id: int, expected_version: int, reason: str, acting_user: User) -> PlanVersion:
    """Take back what was handed in, with a reason, before the team has reviewed it; the next version takes it over."""
    version = locked_version(version_id)
    plan, case = version.plan, version.plan.case
    standing = standing_of(acting_user, case)
    require(rules.may_withdraw(standing, case, version))
    texts = required({"reason": reason}, _("Give the reason."))
    move(
        version,
        PlanState.WITHDRAWN,
        rules.PLAN,
        expected_version=expected_version,
        withdrawn_reason=texts["reason"],
    )
    version.plan = plan
    hand_over(plan)
    audit.record(
        acting_user,
        Act.PLAN_WITHDRAWN,
        version,
        scope=case,
        acting_as=standing.title,
        plan=PlanKind(plan.kind).noun,
        number=version.number,
        reason=texts["reason"],
    )
    _tell_the_team(version, NoticeKind.PLAN_WITHDRAWN, "plan_withdrawn")
    return version


def _tell_the_team(version: PlanVersion, notice: NoticeKind, key: str) -> None:
    case = version.plan.case
    tell(
        people_of_team(case),
        notice,
        key=f"{key}:{version.pk}",
        scope=case,
        unit=case.unit,
        plan=PlanKind(version.plan.kind).noun,
        plan_kind=version.plan.kind,
        number=version.number,
    )


def locked_version(version_id: int) -> PlanVersion:
    """The version with its case, both locked."""
    case = locked_case(PlanVersion.objects.values_list("plan__case_id", flat=True).get(pk=version_id))
    version = (
        PlanVersion.objects.select_for_update(of=("self",)).select_related("plan", "file__file").get(pk=version_id)
    )
    version.plan.case = case
    return version


def _attached(case: Case, stored: StoredFile, acting_user: User) -> CaseFile:
    return attach(case=case, stored=stored, title=stored.name, side=FileSide.UNIT, acting_user=acting_user)
