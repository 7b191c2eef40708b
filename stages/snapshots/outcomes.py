"""What became of a finding, in one sentence (row 12: everything has its answer)."""

from __future__ import annotations

from django.utils.translation import gettext as _

from stages.enums import Adoption, FindingKind, FindingState, RectificationState
from stages.models import Finding


def outcome_of(finding: Finding) -> str:
    """The sentence for the review's table of findings, in the active language."""
    if finding.state == FindingState.WITHDRAWN:
        return _("Withdrawn: %(reason)s") % {"reason": finding.withdrawn_reason}
    if finding.kind == FindingKind.SUGGESTION:
        return _answered(finding)
    if finding.kind == FindingKind.EXEMPLAR:
        return _("Recommended; from %(origin)s.") % {"origin": finding.origin}
    rectifications = list(finding.rectifications.all())
    if not rectifications:
        return _("Not yet taken up.")
    verified = sum(1 for rectification in rectifications if rectification.state == RectificationState.VERIFIED)
    return _("%(verified)s of %(all)s measures verified.") % {"verified": verified, "all": len(rectifications)}


def _answered(finding: Finding) -> str:
    if not finding.adoption:
        return _("Not yet answered.")
    label = Adoption(finding.adoption).label
    return f"{label}: {finding.answer}" if finding.answer else str(label)
