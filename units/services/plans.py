"""The unit writes and submits its implementation plan; once submitted, a version is what was handed in (rows 47-53)."""

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
from teams.services.texts import cleaned
from teams.transitions import move, touch
from units.enums import Act, FileSide, NoticeKind, Party, PlanKind, PlanState, TodoKind
from units.models import Case, CaseFile, Plan, PlanOmission, PlanProblem, PlanVersion
from units.rules import plans as rules
from units.selectors import standing_of
from units.selectors.plans import content_of, remarks_to_answer, versions_of
from units.selectors.standing import people_of_team
from units.services import todos
from units.services.files import attach, discard
from units.services.locks import locked_case


def draft_version(*, case_id: int, upload: UploadedFile[bytes], note: str, acting_user: User) -> PlanVersion:
    """Begin the first version, or the next one after a return, which takes over the problems of the last.

    `Invalid` at `file` with the reason when the file is refused; `Conflict` while a version is open and once one has
    passed. An act that fails leaves neither row nor file.
    """
    # Asked before the bytes are looked at, and again under the lock.
    case = Case.objects.select_related("batch").get(pk=case_id)
    require(rules.may_begin(standing_of(acting_user, case), case, _last_state(case)))
    with received(upload, accept=PLAN_FILES, acting_user=acting_user) as stored, transaction.atomic():
        return _begun(case_id, stored, note, acting_user)


def _begun(case_id: int, stored: StoredFile, note: str, acting_user: User) -> PlanVersion:
    case = locked_case(case_id)
    standing = standing_of(acting_user, case)
    require(rules.may_begin(standing, case, _last_state(case)))
    last = versions_of(case).first()
    plan, _created = Plan.objects.get_or_create(case=case, kind=PlanKind.IMPLEMENTATION)
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
    audit.record(acting_user, Act.PLAN_DRAFTED, version, scope=case, acting_as=standing.title, number=version.number)
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


@transaction.atomic
def submit_plan(*, version_id: int, expected_version: int, acting_user: User) -> PlanVersion:
    """The Party committee hands its plan in, through its secretary; from then on the version does not change.

    Raises `Denied` with all that is missing: a category without problem or reason (row 52), a problem without measure
    (row 53), a remark of the last return without answer.
    """
    version = locked_version(version_id)
    case = version.plan.case
    standing = standing_of(acting_user, case)
    require(rules.may_submit(standing, case, version, content_of(version)))
    move(
        version,
        PlanState.SUBMITTED,
        rules.PLAN,
        expected_version=expected_version,
        submitted_by=acting_user,
        submitted_at=clock.now(),
    )
    todos.settle(case, TodoKind.PLAN)
    todos.open_todo(case, TodoKind.REVIEW_PLAN, party=Party.TEAM, target_id=version.pk)
    audit.record(
        acting_user,
        Act.PLAN_SUBMITTED,
        version,
        scope=case,
        acting_as=standing.title,
        number=version.number,
        problems=version.problems.count(),
        sha256=version.file.file.sha256 if version.file else "",
    )
    tell(
        people_of_team(case),
        NoticeKind.PLAN_SUBMITTED,
        key=f"plan_submitted:{version.pk}",
        scope=case,
        unit=case.unit,
        number=version.number,
    )
    return version


def locked_version(version_id: int) -> PlanVersion:
    """The version with its case, both locked."""
    case = locked_case(PlanVersion.objects.values_list("plan__case_id", flat=True).get(pk=version_id))
    version = (
        PlanVersion.objects.select_for_update(of=("self",)).select_related("plan", "file__file").get(pk=version_id)
    )
    version.plan.case = case
    return version


def _last_state(case: Case) -> PlanState | None:
    last = versions_of(case).first()
    return PlanState(last.state) if last else None


def _attached(case: Case, stored: StoredFile, acting_user: User) -> CaseFile:
    return attach(case=case, stored=stored, title=stored.name, side=FileSide.UNIT, acting_user=acting_user)
