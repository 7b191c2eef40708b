"""Writing to the thread of a finding: views before it is issued, its follow-up afterwards (rows 38, 45)."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, FindingKind, NoticeKind, RemarkPhase, TodoKind
from stages.models import Finding, FindingRemark
from stages.rules import remarks as rules
from stages.services.finding_duties import locked_finding, settle_for
from teams import audit, clock
from teams.models import User
from teams.rulings import require
from teams.services.notices import tell
from teams.services.privacy import require_impersonal
from teams.services.texts import required
from units.enums import FileSide
from units.selectors import standing_of
from units.selectors.standing import people_of_team, people_of_unit
from units.standing import CaseStanding

_SAID = {
    RemarkPhase.EXCHANGE: (Act.FINDING_VIEWS_GIVEN, NoticeKind.FINDING_VIEWS_GIVEN),
    RemarkPhase.FOLLOW_UP: (Act.FINDING_FOLLOWED_UP, NoticeKind.FINDING_FOLLOWED_UP),
}


@transaction.atomic
def write_remark(*, finding_id: int, text: str, acting_user: User) -> FindingRemark:
    """Write to the other side; nothing is taken out of a thread. The unit's first word is its views on the draft."""
    finding = locked_finding(finding_id)
    standing = standing_of(acting_user, finding.case)
    require(rules.may_remark(standing, finding))
    texts = required({"text": text}, _("Write down what you want to say."))
    require_impersonal(**texts)
    remark = FindingRemark.objects.create(
        finding=finding,
        phase=rules.phase_of(finding),
        side=FileSide.UNIT if standing.is_unit else FileSide.TEAM,
        text=texts["text"],
        written_by=acting_user,
        written_at=clock.now(),
    )
    if standing.is_unit:
        settle_for(finding, TodoKind.GIVE_VIEWS)
    _tell(remark, finding, standing)
    return remark


def _tell(remark: FindingRemark, finding: Finding, standing: CaseStanding) -> None:
    act, notice = _SAID[RemarkPhase(remark.phase)]
    case = finding.case
    details: dict[str, Any] = {"sort": FindingKind(finding.kind).label, "number": finding.number, "unit": case.unit}
    audit.record(standing.user, act, finding, scope=case, acting_as=standing.title, **details)
    others = people_of_team(case) if standing.is_unit else people_of_unit(case)
    tell(others, notice, key=f"{notice}:{remark.pk}", scope=case, case=case.pk, finding=finding.pk, **details)
