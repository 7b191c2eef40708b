"""Recommending an exemplar (典型) to the unit's Party committee (rows 29, 30, 32, 96)."""

from __future__ import annotations

from django.db import transaction

from stages.enums import Act, FindingState, Matter, NoticeKind, TodoKind
from stages.models import Finding
from stages.rules import drafts as rules
from stages.selectors.template import template_of
from stages.services.collective import decision_to_name
from stages.services.finding_duties import locked_finding, moved, next_number, pile_drafts, settle_for
from stages.services.finding_telling import tell_of_finding
from teams import clock
from teams.models import User
from teams.rulings import require
from units.models import CaseFile
from units.selectors import standing_of
from units.selectors.standing import people_of_unit


@transaction.atomic
def recommend_exemplar(
    *, finding_id: int, expected_version: int, collective_decision_id: int | None, acting_user: User
) -> Finding:
    """Recommend an exemplar on which the team concluded together; its origin stands from now on as written (row 30).

    Raises `Invalid` at `collective_decision`, and `Denied` without a quorum (row 96).
    """
    finding = locked_finding(finding_id)
    standing = standing_of(acting_user, finding.case)
    require(rules.may_recommend(standing, finding))
    template = template_of(finding.case)
    assert template is not None, "a case that was entered stands under a template"
    decision = decision_to_name(
        case=finding.case,
        matter=Matter.EXEMPLAR,
        decision_id=collective_decision_id,
        template=template,
        needed=True,
    )
    now = clock.now()
    finding = moved(
        finding,
        FindingState.RECOMMENDED,
        expected_version=expected_version,
        number=next_number(finding.case),
        issued_by=acting_user,
        issued_at=now,
        collective_decision=decision,
        leader_note="",
    )
    CaseFile.objects.filter(findings=finding).update(released_at=now)
    pile_drafts(finding.case)
    settle_for(finding, TodoKind.GIVE_VIEWS)
    tell_of_finding(
        finding,
        Act.EXEMPLAR_RECOMMENDED,
        NoticeKind.EXEMPLAR_RECOMMENDED,
        people_of_unit(finding.case),
        standing=standing,
        origin=finding.origin,
    )
    return finding
