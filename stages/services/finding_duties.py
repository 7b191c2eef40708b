"""What a finding leaves to do, and the locks under which its acts stand."""

from __future__ import annotations

from typing import Any

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from stages.enums import FindingScope, FindingState, RectificationState, TodoKind
from stages.models import Finding, Rectification
from stages.rules.findings import RUNNING, table_of
from stages.rules.rectifications import WITH_THE_UNIT
from teams.exceptions import Conflict
from teams.transitions import move, touch
from units.enums import Party
from units.models import Case
from units.services import todos
from units.services.locks import locked_case


def locked_finding(finding_id: int) -> Finding:
    """The finding with its case, both locked; `Conflict` when its author has discarded it meanwhile."""
    case_id = Finding.objects.filter(pk=finding_id).values_list("case_id", flat=True).first()
    if case_id is None:
        raise Conflict(_("This draft has been discarded."))
    case = locked_case(case_id)
    finding = Finding.objects.select_for_update(of=("self",)).filter(pk=finding_id).first()
    if finding is None:
        raise Conflict(_("This draft has been discarded."))
    finding.case = case
    return finding


def locked_rectification(rectification_id: int) -> Rectification:
    """The measure with its finding and case, all locked; the case's lock holds its plan as well."""
    case_id, finding_id = Rectification.objects.values_list("case_id", "finding_id").get(pk=rectification_id)
    case = locked_case(case_id)
    finding = locked_finding(finding_id) if finding_id is not None else None
    rectification = (
        Rectification.objects.select_for_update(of=("self",))
        .select_related("plan_problem__plan_version")
        .get(pk=rectification_id)
    )
    rectification.case = finding.case if finding else case
    rectification.finding = finding
    return rectification


def moved(finding: Finding, to: FindingState, *, expected_version: int | None = None, **stamps: Any) -> Finding:
    """Move the finding by its kind's table; it keeps the locked case, on which the duties are placed."""
    case = finding.case
    finding = move(finding, to, table_of(finding), expected_version=expected_version, **stamps)
    finding.case = case
    return finding


def changed(finding: Finding, *, expected_version: int | None = None, **changes: Any) -> Finding:
    """Change a finding where it stands; it keeps the locked case, on which the duties are placed."""
    case = finding.case
    finding = touch(finding, expected_version=expected_version, **changes)
    finding.case = case
    return finding


def rebound(finding: Finding, reason: str, *, expected_version: int | None = None) -> Finding:
    """A closed problem is open again (反弹): its measures run, until it is closed once more."""
    return moved(
        finding,
        FindingState.REOPENED,
        expected_version=expected_version,
        closed_by=None,
        closed_at=None,
        reopened_reason=reason,
    )


def next_number(case: Case) -> int:
    """The number that the next finding of the case goes out under."""
    latest = Finding.objects.filter(case=case).aggregate(latest=Max("number"))["latest"]
    return (latest or 0) + 1


def key(kind: TodoKind, row: Finding | Rectification) -> str:
    """The key of one row's duty."""
    return f"{kind}:{row.pk}"


def pile_drafts(case: Case) -> None:
    """Drafts wait for the leader as one pile, and those sent back for their authors as another.

    What lies outside the campaign is a note and waits for nobody (row 42), and neither does what was set aside.
    """
    drafts = Finding.objects.filter(case=case, state=FindingState.DRAFT, withdrawn_reason="")
    to_issue = drafts.filter(scope=FindingScope.CAMPAIGN, leader_note="").count()
    todos.set_pile(case, TodoKind.ISSUE_FINDING, party=Party.TEAM, count=to_issue)
    todos.set_pile(case, TodoKind.MEND_DRAFT, party=Party.TEAM, count=drafts.exclude(leader_note="").count())


def open_for(finding: Finding, kind: TodoKind, party: Party) -> None:
    """Open a duty about a finding, due when the finding is; of a draft nothing is due yet."""
    due_on = None if finding.state == FindingState.DRAFT else finding.due_on
    todos.open_todo(finding.case, kind, party=party, key=key(kind, finding), due_on=due_on, target_id=finding.pk)


def settle_for(finding: Finding, *kinds: TodoKind) -> None:
    """Settle duties about a finding."""
    for kind in kinds:
        todos.settle(finding.case, key(kind, finding))


def place_rectification(rectification: Rectification) -> None:
    """The one duty about a measure: carry it out, verify it, or nothing more."""
    case = rectification.case
    if rectification.state in WITH_THE_UNIT:
        todos.settle(case, key(TodoKind.VERIFY_RECTIFICATION, rectification))
        todos.open_todo(
            case,
            TodoKind.RECTIFY,
            party=Party.UNIT,
            key=key(TodoKind.RECTIFY, rectification),
            due_on=rectification.due_on,
            target_id=rectification.pk,
        )
        return
    todos.settle(case, key(TodoKind.RECTIFY, rectification))
    if rectification.state == RectificationState.REPORTED:
        todos.open_todo(
            case,
            TodoKind.VERIFY_RECTIFICATION,
            party=Party.TEAM,
            key=key(TodoKind.VERIFY_RECTIFICATION, rectification),
            target_id=rectification.pk,
        )
    else:
        todos.settle(case, key(TodoKind.VERIFY_RECTIFICATION, rectification))


def place_closing(finding: Finding) -> None:
    """The leader closes the finding once its last measure is verified."""
    left = finding.rectifications.exclude(state=RectificationState.VERIFIED).exists()
    if finding.state in RUNNING and finding.rectifications.exists() and not left:
        open_for(finding, TodoKind.CLOSE_FINDING, Party.TEAM)
    else:
        settle_for(finding, TodoKind.CLOSE_FINDING)


def settle_everything(finding: Finding) -> None:
    """A finding that is withdrawn asks nothing more of anybody."""
    settle_for(
        finding,
        TodoKind.ACKNOWLEDGE,
        TodoKind.SETTLE_DISPUTE,
        TodoKind.ANSWER_SUGGESTION,
        TodoKind.CLOSE_FINDING,
    )
    for rectification in finding.rectifications.all():
        todos.settle(finding.case, key(TodoKind.RECTIFY, rectification))
        todos.settle(finding.case, key(TodoKind.VERIFY_RECTIFICATION, rectification))
