"""Findings, and the measures against them: what was found, and what became of it."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, NoticeKind
from teams.enums import Audience
from teams.registry import ActSpec, NoticeSpec

ACTS = {
    Act.FINDING_DRAFTED: ActSpec(_("%(who)s drafted a finding (%(sort)s)."), Audience.TEAM),
    Act.FINDING_REVISED: ActSpec(_("%(who)s revised the draft of a finding (%(sort)s)."), Audience.TEAM),
    Act.FINDING_DISCARDED: ActSpec(_("%(who)s discarded the draft of a finding (%(sort)s)."), Audience.TEAM),
    Act.FINDING_ISSUED: ActSpec(
        _("%(who)s issued finding no. %(number)s (%(sort)s, %(about)s) to the Party committee of %(unit)s."),
        Audience.ALL,
    ),
    Act.FINDING_ACKNOWLEDGED: ActSpec(
        _("%(who)s acknowledged finding no. %(number)s for the Party committee; measures: %(count)s."),
        Audience.ALL,
    ),
    Act.FINDING_DISPUTED: ActSpec(
        _("%(who)s disputed finding no. %(number)s for the Party committee. Reason: %(reason)s"), Audience.ALL
    ),
    Act.DISPUTE_UPHELD: ActSpec(
        _("%(who)s answered the dispute: finding no. %(number)s stands. Reason: %(reason)s"), Audience.ALL
    ),
    Act.FINDING_WITHDRAWN: ActSpec(
        _("%(who)s withdrew finding no. %(number)s. Reason: %(reason)s"), Audience.ALL, corrects=True
    ),
    Act.SUGGESTION_ANSWERED: ActSpec(
        _("%(who)s answered suggestion no. %(number)s for the Party committee: %(adoption)s."), Audience.ALL
    ),
    Act.FINDING_CLOSED: ActSpec(_("%(who)s closed finding no. %(number)s."), Audience.ALL),
    Act.FINDING_SENT_BACK: ActSpec(
        _("%(who)s sent the draft of a finding (%(sort)s) back to be mended."), Audience.TEAM
    ),
    Act.FINDING_SET_ASIDE: ActSpec(
        _("%(who)s set the draft of a finding (%(sort)s) aside. Reason: %(reason)s"), Audience.TEAM
    ),
    Act.FINDING_TAKEN_UP: ActSpec(
        _("%(who)s took up the draft of a finding (%(sort)s) again. Reason: %(reason)s"), Audience.TEAM
    ),
    Act.FINDING_SHARED: ActSpec(
        _("%(who)s shared the draft of a finding (%(sort)s) with %(unit)s, to exchange views."), Audience.ALL
    ),
    Act.FINDING_SHARED_REVISED: ActSpec(
        _("%(who)s revised the draft of a finding (%(sort)s) on which views are exchanged."), Audience.ALL
    ),
    Act.FINDING_SHARING_TAKEN_BACK: ActSpec(
        _("%(who)s no longer shares the draft of a finding (%(sort)s) with %(unit)s. Reason: %(reason)s"),
        Audience.ALL,
    ),
    Act.FINDING_VIEWS_GIVEN: ActSpec(
        _("%(who)s gave views on the shared draft of a finding (%(sort)s)."), Audience.ALL
    ),
    Act.FINDING_FOLLOWED_UP: ActSpec(
        _("%(who)s wrote to the follow-up of finding no. %(number)s (%(sort)s)."), Audience.ALL
    ),
    Act.FINDING_AMENDED: ActSpec(
        _("%(who)s answered the dispute: the wording of finding no. %(number)s is amended. Reason: %(reason)s"),
        Audience.ALL,
        corrects=True,
    ),
    Act.FINDING_REOPENED: ActSpec(
        _("%(who)s reopened finding no. %(number)s, with its measures. Reason: %(reason)s"), Audience.ALL, corrects=True
    ),
    Act.EXEMPLAR_RECOMMENDED: ActSpec(
        _("%(who)s recommended exemplar no. %(number)s (from %(origin)s) to the Party committee of %(unit)s."),
        Audience.ALL,
    ),
    Act.RECTIFICATION_ADDED: ActSpec(
        _("%(who)s set a further measure against finding no. %(number)s, due %(due_on)s."), Audience.ALL
    ),
    Act.RECTIFICATION_PLANNED: ActSpec(
        _("%(who)s planned a measure against %(against)s, due %(due_on)s."), Audience.ALL
    ),
    Act.RECTIFICATION_REPORTED: ActSpec(
        _("%(who)s reported a measure against %(against)s as carried out."), Audience.ALL
    ),
    Act.RECTIFICATION_VERIFIED: ActSpec(
        _("%(who)s verified a measure against %(against)s and struck it off."), Audience.ALL
    ),
    Act.RECTIFICATION_REOPENED: ActSpec(
        _("%(who)s reopened a measure against %(against)s."), Audience.ALL, corrects=True
    ),
    Act.RECTIFICATION_REBOUNDED: ActSpec(
        _("%(who)s reopened a measure against finding no. %(number)s, which is thereby open again."),
        Audience.ALL,
        corrects=True,
    ),
}


def _finding(details: Mapping[str, Any]) -> str:
    return reverse("finding", args=[details["case"], details["finding"]])


def _findings(details: Mapping[str, Any]) -> str:
    """A draft that is no longer shared has no page for the unit."""
    return reverse("findings", args=[details["case"]])


def _rectification(details: Mapping[str, Any]) -> str:
    return reverse("rectification", args=[details["case"], details["rectification"]])


NOTICES = {
    NoticeKind.FINDING_ISSUED: NoticeSpec(
        _("The team issued finding no. %(number)s (%(sort)s) to the Party committee of %(unit)s."), _finding
    ),
    NoticeKind.FINDING_ACKNOWLEDGED: NoticeSpec(_("%(unit)s acknowledged finding no. %(number)s."), _finding),
    NoticeKind.FINDING_DISPUTED: NoticeSpec(_("%(unit)s disputes finding no. %(number)s."), _finding),
    NoticeKind.DISPUTE_UPHELD: NoticeSpec(
        _("The team answered the dispute: finding no. %(number)s of %(unit)s stands."), _finding
    ),
    NoticeKind.FINDING_WITHDRAWN: NoticeSpec(_("The team withdrew finding no. %(number)s of %(unit)s."), _finding),
    NoticeKind.SUGGESTION_ANSWERED: NoticeSpec(
        _("%(unit)s answered suggestion no. %(number)s: %(adoption)s."), _finding
    ),
    NoticeKind.FINDING_CLOSED: NoticeSpec(_("The team closed finding no. %(number)s of %(unit)s."), _finding),
    NoticeKind.FINDING_SENT_BACK: NoticeSpec(
        _("The leader sent your draft on %(unit)s back to be mended (%(sort)s)."), _finding
    ),
    NoticeKind.FINDING_SHARED: NoticeSpec(
        _("The team shares the draft of a finding (%(sort)s) with %(unit)s and asks for your views."), _finding
    ),
    NoticeKind.FINDING_SHARED_REVISED: NoticeSpec(
        _("The team revised the draft of a finding (%(sort)s) on which it exchanges views with %(unit)s."), _finding
    ),
    NoticeKind.FINDING_SHARING_TAKEN_BACK: NoticeSpec(
        _("The team no longer shares the draft of a finding (%(sort)s) with %(unit)s. Reason: %(reason)s"), _findings
    ),
    NoticeKind.FINDING_VIEWS_GIVEN: NoticeSpec(
        _("There are new views on the shared draft of a finding (%(sort)s) of %(unit)s."), _finding
    ),
    NoticeKind.FINDING_FOLLOWED_UP: NoticeSpec(
        _("There is a new word on finding no. %(number)s (%(sort)s) of %(unit)s."), _finding
    ),
    NoticeKind.FINDING_AMENDED: NoticeSpec(
        _("The team answered the dispute: finding no. %(number)s of %(unit)s is amended."), _finding
    ),
    NoticeKind.FINDING_REOPENED: NoticeSpec(
        _("The team reopened finding no. %(number)s of %(unit)s. Reason: %(reason)s"), _finding
    ),
    NoticeKind.EXEMPLAR_RECOMMENDED: NoticeSpec(
        _("The team recommends exemplar no. %(number)s to the Party committee of %(unit)s."), _finding
    ),
    NoticeKind.RECTIFICATION_REPORTED: NoticeSpec(
        _("%(unit)s reports a measure against %(against)s as carried out."), _rectification
    ),
    NoticeKind.RECTIFICATION_VERIFIED: NoticeSpec(
        _("The team verified a measure of %(unit)s against %(against)s."), _rectification
    ),
    NoticeKind.RECTIFICATION_REOPENED: NoticeSpec(
        _("The team reopened a measure of %(unit)s against %(against)s."), _rectification
    ),
}
