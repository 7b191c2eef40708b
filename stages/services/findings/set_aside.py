"""A draft that is not pursued is set aside with a reason, and taken up again: what was said to it stays (row 45)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, FindingKind
from stages.models import Finding
from stages.rules import drafts as rules
from stages.services.finding_duties import changed, locked_finding, pile_drafts
from teams import audit
from teams.models import User
from teams.rulings import require
from teams.services.privacy import require_impersonal
from teams.services.texts import required
from units.selectors import standing_of
from units.standing import CaseStanding


@transaction.atomic
def set_aside_draft(*, finding_id: int, expected_version: int, reason: str, acting_user: User) -> Finding:
    """No longer pursue a draft; it keeps its thread, waits for nobody, and is the team's alone."""
    finding = locked_finding(finding_id)
    standing = standing_of(acting_user, finding.case)
    require(rules.may_set_aside(standing, finding))
    texts = required({"reason": reason}, _("Give a reason."))
    require_impersonal(**texts)
    finding = changed(finding, expected_version=expected_version, withdrawn_reason=texts["reason"], leader_note="")
    pile_drafts(finding.case)
    _record(Act.FINDING_SET_ASIDE, finding, standing, texts["reason"])
    return finding


@transaction.atomic
def take_up_draft(*, finding_id: int, expected_version: int, reason: str, acting_user: User) -> Finding:
    """Pursue again what was set aside."""
    finding = locked_finding(finding_id)
    standing = standing_of(acting_user, finding.case)
    require(rules.may_take_up(standing, finding))
    texts = required({"reason": reason}, _("Give a reason."))
    require_impersonal(**texts)
    finding = changed(finding, expected_version=expected_version, withdrawn_reason="")
    pile_drafts(finding.case)
    _record(Act.FINDING_TAKEN_UP, finding, standing, texts["reason"])
    return finding


def _record(act: Act, finding: Finding, standing: CaseStanding, reason: str) -> None:
    sort = FindingKind(finding.kind).label
    audit.record(standing.user, act, finding, scope=finding.case, acting_as=standing.title, sort=sort, reason=reason)
