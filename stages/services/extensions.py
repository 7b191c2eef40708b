"""Time yields to quality: the unit asks for longer, the team gives its opinion, the leading group decides (row 78)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, ExtensionReason, ExtensionState, NoticeKind, TodoKind
from stages.models import Extension, StageRun
from stages.rules import extensions as rules
from stages.selectors.extensions import open_extension
from stages.selectors.runs import current_run
from teams import audit, clock
from teams.exceptions import Conflict, Invalid
from teams.models import User
from teams.rulings import require
from teams.services.notices import tell
from teams.services.texts import cleaned, required
from teams.transitions import move, touch
from units.enums import Party
from units.models import Case
from units.selectors import standing_of
from units.selectors.standing import people_of_office, people_of_team, people_of_unit
from units.services import todos
from units.services.locks import locked_case
from units.standing import CaseStanding


@transaction.atomic
def ask_extension(
    *, case_id: int, reason: ExtensionReason, grounds: str, asked_end: date, acting_user: User
) -> Extension:
    """Ask for a later end of the open stage; the end that stands is kept beside it.

    Raises `Invalid` at `grounds` or `asked_end`, `Conflict` when one is open already.
    """
    case = locked_case(case_id)
    run = current_run(case)
    due_on = run.due_on if run else None
    standing = standing_of(acting_user, case)
    asked_already = run is not None and open_extension(run) is not None
    require(rules.may_ask(standing, due_on=due_on, asked_already=asked_already))
    if run is None or due_on is None:
        raise Conflict(_("No stage is open that has a planned end."))
    texts = required({"grounds": grounds}, _("Say why more time is needed, and what it will be used for."))
    _require_end("asked_end", asked_end, after=due_on)
    extension = Extension.objects.create(
        run=run,
        reason=reason,
        grounds=texts["grounds"],
        end_before=due_on,
        asked_end=asked_end,
        asked_by=acting_user,
        asked_at=clock.now(),
    )
    todos.open_todo(case, TodoKind.OPINE_EXTENSION, party=Party.TEAM, target_id=extension.pk)
    _record(extension, Act.EXTENSION_ASKED, standing, asked_end=asked_end, reason=_label(extension))
    _tell(extension, NoticeKind.EXTENSION_ASKED, people_of_team(case))
    return extension


@transaction.atomic
def opine_on_extension(
    *, extension_id: int, expected_version: int, supported: bool, opinion: str, acting_user: User
) -> Extension:
    """The team's opinion, without which the leading group does not decide."""
    extension = locked_extension(extension_id)
    case = extension.run.case
    standing = standing_of(acting_user, case)
    require(rules.may_opine(standing, extension))
    texts = required({"opinion": opinion}, _("Write the team's opinion."))
    touch(
        extension,
        expected_version=expected_version,
        supported=supported,
        opinion=texts["opinion"],
        opined_by=acting_user,
        opined_at=clock.now(),
    )
    todos.settle(case, TodoKind.OPINE_EXTENSION)
    todos.open_todo(case, TodoKind.DECIDE_EXTENSION, party=Party.GROUP, target_id=extension.pk)
    act = Act.EXTENSION_SUPPORTED if supported else Act.EXTENSION_NOT_SUPPORTED
    _record(extension, act, standing, why=texts["opinion"])
    _tell(extension, NoticeKind.EXTENSION_OPINED, people_of_office(case))
    return extension


@transaction.atomic
def permit_extension(
    *, extension_id: int, expected_version: int, permitted_end: date, remark: str = "", acting_user: User
) -> Extension:
    """Permit an end, which may differ from the one asked for; the planned end stays where it was."""
    extension = locked_extension(extension_id)
    run = extension.run
    standing = standing_of(acting_user, run.case)
    require(rules.may_decide(standing, extension))
    _require_end("permitted_end", permitted_end, after=extension.end_before)
    _decide(
        extension,
        ExtensionState.PERMITTED,
        expected_version,
        acting_user,
        permitted_end=permitted_end,
        decision_remark=cleaned(remark),
    )
    StageRun.objects.filter(pk=run.pk).update(extended_end=permitted_end)
    todos.set_due(run.case, TodoKind.REQUEST, permitted_end)
    _record(extension, Act.EXTENSION_PERMITTED, standing, permitted_end=permitted_end)
    _tell(extension, NoticeKind.EXTENSION_PERMITTED, _both_sides(run.case), end=permitted_end)
    return extension


@transaction.atomic
def refuse_extension(*, extension_id: int, expected_version: int, remark: str, acting_user: User) -> Extension:
    """Refuse, with the reason; the unit may ask again."""
    extension = locked_extension(extension_id)
    case = extension.run.case
    standing = standing_of(acting_user, case)
    require(rules.may_decide(standing, extension))
    texts = required({"remark": remark}, _("Give the reason."))
    _decide(extension, ExtensionState.REFUSED, expected_version, acting_user, decision_remark=texts["remark"])
    _record(extension, Act.EXTENSION_REFUSED, standing, remark=texts["remark"])
    _tell(extension, NoticeKind.EXTENSION_REFUSED, _both_sides(case))
    return extension


@transaction.atomic
def withdraw_extension(*, extension_id: int, expected_version: int, reason: str, acting_user: User) -> Extension:
    """Take the asking back before it is decided, with a reason."""
    extension = locked_extension(extension_id)
    case = extension.run.case
    standing = standing_of(acting_user, case)
    require(rules.may_withdraw(standing, extension))
    texts = required({"reason": reason}, _("Give the reason."))
    move(
        extension,
        ExtensionState.WITHDRAWN,
        rules.EXTENSION,
        expected_version=expected_version,
        withdrawn_reason=texts["reason"],
    )
    if case.closed_on is None:
        place_asking(case)
    _record(extension, Act.EXTENSION_WITHDRAWN, standing, reason=texts["reason"])
    _tell(extension, NoticeKind.EXTENSION_WITHDRAWN, people_of_team(case))
    return extension


def locked_extension(extension_id: int) -> Extension:
    """The extension with its run and case; the case is locked first, as by every act on it."""
    case_id = Extension.objects.values_list("run__case_id", flat=True).get(pk=extension_id)
    case = locked_case(case_id)
    extension = Extension.objects.select_for_update(of=("self",)).select_related("run__stage").get(pk=extension_id)
    extension.run.case = case
    return extension


def _require_end(field: str, end: date, *, after: date) -> None:
    wrong = rules.wrong_end(end, after=after, today=clock.today())
    if wrong:
        raise Invalid({field: [wrong]})


def _decide(extension: Extension, to: ExtensionState, expected_version: int, acting_user: User, **stamps: Any) -> None:
    run = extension.run
    move(
        extension,
        to,
        rules.EXTENSION,
        expected_version=expected_version,
        decided_by=acting_user,
        decided_at=clock.now(),
        **stamps,
    )
    extension.run = run
    _settle(run.case)


def place_asking(case: Case) -> None:
    """What longer time leaves to do is done for the open stage alone: called whenever another one is open."""
    run = current_run(case)
    extension = open_extension(run) if run else None
    if extension is None:
        _settle(case)
    elif extension.opined_by_id is None:
        todos.settle(case, TodoKind.DECIDE_EXTENSION)
        todos.open_todo(case, TodoKind.OPINE_EXTENSION, party=Party.TEAM, target_id=extension.pk)
    else:
        todos.settle(case, TodoKind.OPINE_EXTENSION)
        todos.open_todo(case, TodoKind.DECIDE_EXTENSION, party=Party.GROUP, target_id=extension.pk)


def _settle(case: Case) -> None:
    todos.settle(case, TodoKind.OPINE_EXTENSION)
    todos.settle(case, TodoKind.DECIDE_EXTENSION)


def _both_sides(case: Case) -> list[User]:
    return [*people_of_unit(case), *people_of_team(case)]


def _label(extension: Extension) -> Any:
    return ExtensionReason(extension.reason).label


def _record(extension: Extension, act: Act, standing: CaseStanding, **details: Any) -> None:
    run = extension.run
    audit.record(standing.user, act, extension, scope=run.case, acting_as=standing.title, stage=run.stage, **details)


def _tell(extension: Extension, kind: NoticeKind, people: list[User], **details: Any) -> None:
    run = extension.run
    tell(people, kind, key=f"{kind}:{extension.pk}", scope=run.case, unit=run.case.unit, stage=run.stage, **details)
