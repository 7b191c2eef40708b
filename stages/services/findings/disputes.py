"""How the leader settles a dispute: the finding stands, or stands in other words (row 35)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, FindingState, NoticeKind, TodoKind
from stages.models import Finding, FindingAmendment
from stages.rules import findings as rules
from stages.services.finding_duties import locked_finding, moved, open_for, settle_for
from stages.services.finding_telling import tell_of_finding
from teams import clock
from teams.exceptions import Invalid
from teams.models import User
from teams.rulings import require
from teams.services.privacy import require_impersonal
from teams.services.texts import required
from units.enums import Party
from units.selectors import standing_of
from units.selectors.standing import people_of_unit
from units.standing import CaseStanding


@transaction.atomic
def uphold_finding(*, finding_id: int, expected_version: int, answer: str, acting_user: User) -> Finding:
    """Answer a dispute: the finding stands, and waits to be acknowledged; the dispute stays with it (row 35)."""
    finding = locked_finding(finding_id)
    standing = standing_of(acting_user, finding.case)
    require(rules.may_settle_dispute(standing, finding))
    texts = required({"answer": answer}, _("Say why the finding stands."))
    require_impersonal(**texts)
    finding = moved(
        finding,
        FindingState.UPHELD,
        expected_version=expected_version,
        dispute_answer=texts["answer"],
    )
    _hand_over(finding, Act.DISPUTE_UPHELD, NoticeKind.DISPUTE_UPHELD, standing)
    return finding


@transaction.atomic
def amend_finding(
    *, finding_id: int, expected_version: int, text: str, advice: str, answer: str, acting_user: User
) -> Finding:
    """Answer a dispute by new words; how the finding read before stays with it, and so does the dispute (row 35)."""
    finding = locked_finding(finding_id)
    standing = standing_of(acting_user, finding.case)
    require(rules.may_settle_dispute(standing, finding))
    texts = required({"text": text, "advice": advice, "answer": answer}, _("This has to be written."))
    require_impersonal(**texts)
    if (texts["text"], texts["advice"]) == (finding.text, finding.advice):
        raise Invalid(text=_("Nothing has changed: let the finding stand instead."))
    before = FindingAmendment(
        finding=finding,
        text_before=finding.text,
        advice_before=finding.advice,
        amended_by=acting_user,
        amended_at=clock.now(),
    )
    finding = moved(
        finding,
        FindingState.AMENDED,
        expected_version=expected_version,
        text=texts["text"],
        advice=texts["advice"],
        dispute_answer=texts["answer"],
    )
    before.save(force_insert=True)
    _hand_over(finding, Act.FINDING_AMENDED, NoticeKind.FINDING_AMENDED, standing)
    return finding


def _hand_over(finding: Finding, act: Act, notice: NoticeKind, standing: CaseStanding) -> None:
    """The dispute is settled, and the unit has to acknowledge what stands now."""
    settle_for(finding, TodoKind.SETTLE_DISPUTE)
    open_for(finding, TodoKind.ACKNOWLEDGE, Party.UNIT)
    tell_of_finding(
        finding, act, notice, people_of_unit(finding.case), standing=standing, reason=finding.dispute_answer
    )
