"""The entry and the notice that every act on an issued finding, or on a measure against it, leaves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, FindingKind, NoticeKind
from stages.models import Finding, Rectification
from teams import audit
from teams.exceptions import Text
from teams.models import User
from teams.services.notices import tell
from units.standing import CaseStanding


def tell_of_finding(
    finding: Finding,
    act: Act,
    notice: NoticeKind,
    recipients: Iterable[User],
    *,
    standing: CaseStanding,
    **details: Any,
) -> None:
    """Record an act on a finding and tell the other side; the version makes each event its own."""
    case = finding.case
    details |= {
        "sort": FindingKind(finding.kind).label,
        "about": finding.gate or _("the plan"),
        "number": finding.number,
        "unit": case.unit,
    }
    audit.record(standing.user, act, finding, scope=case, acting_as=standing.title, **details)
    tell(
        recipients,
        notice,
        key=f"{notice}:{finding.pk}:{finding.version}",
        scope=case,
        case=case.pk,
        finding=finding.pk,
        **details,
    )


def tell_of_rectification(
    rectification: Rectification,
    act: Act,
    notice: NoticeKind | None = None,
    recipients: Iterable[User] = (),
    *,
    standing: CaseStanding,
    **details: Any,
) -> None:
    """Record an act on a measure and, with a `notice`, tell the other side."""
    case, finding = rectification.case, rectification.finding
    details |= {"against": _against(finding), "number": finding.number if finding else None, "unit": case.unit}
    audit.record(standing.user, act, rectification, scope=case, acting_as=standing.title, **details)
    if notice is None:
        return
    tell(
        recipients,
        notice,
        key=f"{notice}:{rectification.pk}:{rectification.version}",
        scope=case,
        case=case.pk,
        rectification=rectification.pk,
        **details,
    )


def _against(finding: Finding | None) -> Text:
    """What the measure mends, as a sentence names it in either language."""
    if finding is None:
        return _("a problem of the rectification plan")
    return format_lazy(_("finding no. {number}"), number=finding.number)
