"""Rules that the unit made, revised or abolished: recorded by the unit, verified by the team (row 81)."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from teams import audit, clock
from teams.exceptions import Invalid
from teams.inspection import PLAN_FILES
from teams.models import StoredFile, User
from teams.rulings import require
from teams.services.files import received
from teams.services.notices import tell
from teams.services.texts import required
from teams.transitions import touch
from units.enums import Act, FileSide, NoticeKind, Party, RegulationChange, TodoKind
from units.models import Case, CaseFile, RegulationOutput
from units.rules import plausibility
from units.rules import regulations as rules
from units.selectors import standing_of
from units.selectors.standing import people_of_team, people_of_unit
from units.services import todos
from units.services.files import attach
from units.services.locks import locked_case


@dataclass(frozen=True)
class Regulation:
    """One rule as the unit enters it."""

    title: str
    change: RegulationChange
    adopted_on: date


def record_regulation(
    *, case_id: int, regulation: Regulation, acting_user: User, upload: UploadedFile[bytes] | None = None
) -> RegulationOutput:
    """Write down a rule, with its paper if there is one; a refused file leaves nothing.

    `Invalid` at the field for a missing title, or a date before the team's entry or in the future.
    """
    # Asked before the bytes are looked at, and again under the lock.
    case = Case.objects.select_related("batch").get(pk=case_id)
    require(rules.may_record(standing_of(acting_user, case), case))
    with ExitStack() as stack:
        stored = upload and stack.enter_context(received(upload, accept=PLAN_FILES, acting_user=acting_user))
        with transaction.atomic():
            return _recorded(case_id, regulation, stored or None, acting_user)


def _recorded(case_id: int, regulation: Regulation, stored: StoredFile | None, acting_user: User) -> RegulationOutput:
    case = locked_case(case_id)
    standing = standing_of(acting_user, case)
    require(rules.may_record(standing, case))
    title = required({"title": regulation.title}, _("Give it a title."))["title"]
    assert case.entered_on is not None  # `may_record` has asked
    wrong = plausibility.wrong_date(regulation.adopted_on, case.entered_on, clock.today(), field="adopted_on")
    if wrong:
        raise Invalid(wrong)
    output = RegulationOutput.objects.create(
        case=case,
        title=title,
        change=regulation.change,
        adopted_on=regulation.adopted_on,
        file=_attached(case, stored, regulation.adopted_on, acting_user) if stored else None,
        recorded_by=acting_user,
        recorded_at=clock.now(),
    )
    change = RegulationChange(regulation.change).label
    _record(acting_user, Act.REGULATION_RECORDED, output, standing.title, change=change)
    _tell(people_of_team(case), NoticeKind.REGULATION_RECORDED, output)
    _count_pile(case)
    return output


@transaction.atomic
def verify_regulation(
    *, regulation_id: int, acting_user: User, expected_version: int | None = None
) -> RegulationOutput:
    """A member of the team has seen it."""
    output = _locked(regulation_id)
    standing = standing_of(acting_user, output.case)
    require(rules.may_verify(standing, output))
    touch(output, expected_version=expected_version, verified_by=acting_user, verified_at=clock.now())
    _record(acting_user, Act.REGULATION_VERIFIED, output, standing.title)
    _tell(people_of_unit(output.case), NoticeKind.REGULATION_VERIFIED, output)
    _count_pile(output.case)
    return output


@transaction.atomic
def take_back_regulation(
    *, regulation_id: int, reason: str, acting_user: User, expected_version: int | None = None
) -> RegulationOutput:
    """The team takes its verification back; the rule waits to be verified again."""
    output = _locked(regulation_id)
    standing = standing_of(acting_user, output.case)
    require(rules.may_take_back(standing, output))
    text = required({"reason": reason}, _("Say why the verification is taken back."))["reason"]
    touch(output, expected_version=expected_version, verified_by=None, verified_at=None)
    _record(acting_user, Act.REGULATION_TAKEN_BACK, output, standing.title, reason=text)
    _tell(people_of_unit(output.case), NoticeKind.REGULATION_TAKEN_BACK, output, reason=text)
    _count_pile(output.case)
    return output


@transaction.atomic
def withdraw_regulation(
    *, regulation_id: int, reason: str, acting_user: User, expected_version: int | None = None
) -> RegulationOutput:
    """The unit takes back what it recorded; it counts no longer and stays readable with the reason."""
    output = _locked(regulation_id)
    standing = standing_of(acting_user, output.case)
    require(rules.may_withdraw(standing, output))
    text = required({"reason": reason}, _("Say why it is withdrawn."))["reason"]
    touch(output, expected_version=expected_version, withdrawn_at=clock.now(), withdrawn_reason=text)
    _record(acting_user, Act.REGULATION_WITHDRAWN, output, standing.title, reason=text)
    _tell(people_of_team(output.case), NoticeKind.REGULATION_WITHDRAWN, output, reason=text)
    _count_pile(output.case)
    return output


def _locked(regulation_id: int) -> RegulationOutput:
    """The rule with its case, both locked, the case first."""
    case = locked_case(RegulationOutput.objects.values_list("case_id", flat=True).get(pk=regulation_id))
    output = RegulationOutput.objects.select_for_update(of=("self",)).get(pk=regulation_id)
    output.case = case
    return output


def _attached(case: Case, stored: StoredFile, adopted_on: date, acting_user: User) -> CaseFile:
    return attach(
        case=case,
        stored=stored,
        title=stored.name,
        side=FileSide.UNIT,
        effective_on=adopted_on,
        acting_user=acting_user,
    )


def _count_pile(case: Case) -> None:
    waiting = RegulationOutput.objects.filter(case=case, withdrawn_at=None, verified_at=None).count()
    todos.set_pile(case, TodoKind.VERIFY_REGULATIONS, party=Party.TEAM, count=waiting)


def _record(acting_user: User, act: Act, output: RegulationOutput, title: str, **details: Any) -> None:
    audit.record(acting_user, act, output, scope=output.case, acting_as=title, title=output.title, **details)


def _tell(people: list[User], kind: NoticeKind, output: RegulationOutput, **details: Any) -> None:
    tell(
        people,
        kind,
        key=f"{kind}:{output.pk}:{output.version}",
        scope=output.case,
        unit=output.case.unit,
        title=output.title,
        **details,
    )
