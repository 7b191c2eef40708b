"""The leader sends a member's draft back with a note."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, NoticeKind
from stages.models import Finding
from stages.rules import drafts as rules
from stages.services.finding_duties import changed, locked_finding, pile_drafts
from stages.services.finding_telling import tell_of_finding
from teams.models import User
from teams.rulings import require
from teams.services.privacy import require_impersonal
from teams.services.texts import required
from units.selectors import standing_of


@transaction.atomic
def send_back_draft(*, finding_id: int, expected_version: int, note: str, acting_user: User) -> Finding:
    """Say what is to be mended before the draft can be issued; it is its author's until it is revised."""
    finding = locked_finding(finding_id)
    standing = standing_of(acting_user, finding.case)
    require(rules.may_send_back(standing, finding))
    texts = required({"note": note}, _("Say what is to be mended."))
    require_impersonal(**texts)
    finding = changed(finding, expected_version=expected_version, leader_note=texts["note"])
    pile_drafts(finding.case)
    tell_of_finding(
        finding,
        Act.FINDING_SENT_BACK,
        NoticeKind.FINDING_SENT_BACK,
        [finding.drafted_by],
        standing=standing,
        why=texts["note"],
    )
    return finding
