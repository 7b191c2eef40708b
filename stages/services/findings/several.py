"""One draft issued to several units: the same finding written down and issued in each case by the acts for one."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from uuid import uuid5

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stages.enums import FindingKind, FindingScope
from stages.models import Finding, Gate
from stages.rules.drafts import may_issue
from stages.selectors.findings import gates_of
from stages.services.findings.drafts import draft_finding
from stages.services.findings.given import FindingGiven
from stages.services.findings.issuing import issue_finding
from teams import clock
from teams.exceptions import Conflict, Invalid
from teams.models import User
from teams.rulings import require
from teams.transitions import require_carried
from units.models import Case
from units.selectors import standing_of
from units.selectors.cases import of_the_same_team
from units.services.bulk import Row, one_by_one


def issue_to_several(
    *, finding_id: int, expected_version: int, case_ids: Collection[int], acting_user: User
) -> list[Row[Case]]:
    """Issue a draft in each of the team's chosen cases, where it gets the next number; what one refuses stops no other.

    The draft itself is issued last, if its own case is among them. The other cases get its words, not its photos,
    which show one unit alone. Raises `Conflict` for a form older than the draft.
    """
    draft = Finding.objects.select_related("case__unit", "case__batch", "gate").filter(pk=finding_id).first()
    if draft is None:
        raise Conflict(_("This draft has been discarded."))
    require(may_issue(standing_of(acting_user, draft.case), draft, clock.today()))
    require_carried(expected_version)
    if draft.version != expected_version:
        raise Conflict(_("Somebody else has changed this draft in the meantime. Read it again, then choose."))
    chosen = [case for case in of_the_same_team(draft.case) if case.pk in case_ids]
    if not chosen:
        raise Invalid(cases=_("Choose at least one unit."))
    chosen.sort(key=lambda case: case.pk == draft.case_id)
    return one_by_one(chosen, partial(_issue, draft, acting_user))


@transaction.atomic
def _issue(draft: Finding, acting_user: User, case: Case) -> Finding:
    """Both acts or neither; chosen twice, a case has the finding once."""
    if case.pk == draft.case_id:
        return issue_finding(finding_id=draft.pk, expected_version=draft.version, acting_user=acting_user)
    copy = draft_finding(
        case_id=case.pk,
        client_uuid=uuid5(draft.client_uuid, f"case {case.pk}"),
        given=_given(draft, case),
        acting_user=acting_user,
    )
    return issue_finding(finding_id=copy.pk, expected_version=copy.version, acting_user=acting_user)


def _given(draft: Finding, case: Case) -> FindingGiven:
    """The words of the draft, held against the gate of the same name of that case's campaign."""
    return FindingGiven(
        kind=FindingKind(draft.kind),
        scope=FindingScope(draft.scope),
        gate_id=_gate(draft.gate, case),
        text=draft.text,
        observed_on=draft.observed_on,
        category=draft.category,
        red_line=draft.red_line,
        cause=draft.cause,
        advice=draft.advice,
        due_on=draft.due_on,
    )


def _gate(gate: Gate | None, case: Case) -> int | None:
    if gate is None:
        return None
    same = gates_of(case).filter(code=gate.code).first()
    if same is None:
        raise Invalid(gate=_("This checkpoint is not one of this case."))
    return same.pk
