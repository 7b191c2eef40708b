"""What pages say of findings and measures: tones, facts, and the acts that stand open to a person."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from stages.enums import FindingScope, FindingState, RectificationState
from stages.models import Finding, Rectification
from stages.rules import drafts
from stages.rules import findings as rules
from stages.rules import rectifications as measure_rules
from teams import clock
from teams.exceptions import Text
from teams.rulings import Ruling, unless
from units.models import CaseFile
from units.standing import CaseStanding

FINDING_TONES = {
    FindingState.DRAFT: "rest",
    FindingState.ISSUED: "wait",
    FindingState.ACKNOWLEDGED: "now",
    FindingState.DISPUTED: "block",
    FindingState.UPHELD: "wait",
    FindingState.AMENDED: "wait",
    FindingState.ANSWERED: "pass",
    FindingState.CLOSED: "pass",
    FindingState.REOPENED: "block",
    FindingState.RECOMMENDED: "pass",
    FindingState.WITHDRAWN: "rest",
}
RECTIFICATION_TONES = {
    RectificationState.OPEN: "wait",
    RectificationState.IN_PROGRESS: "now",
    RectificationState.REPORTED: "wait",
    RectificationState.VERIFIED: "pass",
    RectificationState.REOPENED: "block",
}


@dataclass(frozen=True)
class Offer:
    """An act on a page: where it is done, or why it cannot be done yet."""

    label: Text
    url: str
    primary: bool
    posts: bool
    ruling: Ruling

    @property
    def reasons(self) -> list[Text]:
        return [reason.message for reason in self.ruling.reasons]


@dataclass(frozen=True)
class Beside:
    """What stands beside a finding: the states of its measures, and whether anything was said to it."""

    measures: Collection[str] = ()
    has_remarks: bool = False


# Name of the address, label, whether it is the act that the page is for, whether it needs no question.
_Act = tuple[str, Text, bool, bool]
_FINDING_ACTS: tuple[tuple[_Act, Callable[[CaseStanding, Finding, Beside], Ruling]], ...] = (
    (
        ("finding_issue", gettext_lazy("Issue to the unit"), True, True),
        lambda standing, finding, more: drafts.may_issue(standing, finding, clock.today()),
    ),
    (
        ("finding_issue_to_several", gettext_lazy("Issue to several units"), False, False),
        lambda standing, finding, more: _once_ready(drafts.may_issue(standing, finding, clock.today())),
    ),
    (
        ("finding_recommend", gettext_lazy("Recommend the exemplar"), True, False),
        lambda standing, finding, more: drafts.may_recommend(standing, finding),
    ),
    (
        ("finding_share", gettext_lazy("Exchange views with the unit"), False, True),
        lambda standing, finding, more: drafts.may_share(standing, finding),
    ),
    (
        ("finding_edit", gettext_lazy("Revise the draft"), False, False),
        lambda standing, finding, more: drafts.may_revise(standing, finding),
    ),
    (
        ("finding_send_back", gettext_lazy("Send the draft back"), False, False),
        lambda standing, finding, more: drafts.may_send_back(standing, finding),
    ),
    (
        ("finding_unshare", gettext_lazy("Take the sharing back"), False, False),
        lambda standing, finding, more: drafts.may_take_back_sharing(standing, finding),
    ),
    (
        ("finding_discard", gettext_lazy("Discard the draft"), False, True),
        lambda standing, finding, more: drafts.may_discard(standing, finding, has_remarks=more.has_remarks),
    ),
    (
        ("finding_set_aside", gettext_lazy("Set the draft aside"), False, False),
        lambda standing, finding, more: drafts.may_set_aside(standing, finding),
    ),
    (
        ("finding_take_up", gettext_lazy("Take the draft up again"), True, False),
        lambda standing, finding, more: drafts.may_take_up(standing, finding),
    ),
    (
        ("finding_acknowledge", gettext_lazy("Acknowledge and set a measure"), True, False),
        lambda standing, finding, more: rules.may_acknowledge(standing, finding),
    ),
    (
        ("finding_dispute", gettext_lazy("Dispute"), False, False),
        lambda standing, finding, more: rules.may_dispute(standing, finding),
    ),
    (
        ("finding_answer", gettext_lazy("Answer"), True, False),
        lambda standing, finding, more: rules.may_answer(standing, finding),
    ),
    (
        ("rectification_new", gettext_lazy("Set a further measure"), False, False),
        lambda standing, finding, more: measure_rules.may_add(standing, finding),
    ),
    (
        ("finding_uphold", gettext_lazy("Answer the dispute"), True, False),
        lambda standing, finding, more: rules.may_settle_dispute(standing, finding),
    ),
    (
        ("finding_amend", gettext_lazy("Amend the finding"), False, False),
        lambda standing, finding, more: rules.may_settle_dispute(standing, finding),
    ),
    (
        ("finding_close", gettext_lazy("Close the problem"), True, False),
        lambda standing, finding, more: rules.may_close(standing, finding, more.measures),
    ),
    (
        ("finding_reopen", gettext_lazy("Reopen the problem"), False, False),
        lambda standing, finding, more: rules.may_reopen(standing, finding),
    ),
    (
        ("finding_withdraw", gettext_lazy("Withdraw"), False, False),
        lambda standing, finding, more: rules.may_withdraw(standing, finding),
    ),
)
_RECTIFICATION_ACTS: tuple[tuple[_Act, Callable[[CaseStanding, Rectification], Ruling]], ...] = (
    (("rectification_report", gettext_lazy("Report the result"), True, False), measure_rules.may_report),
    (("rectification_plan", gettext_lazy("Write the measure"), False, False), measure_rules.may_plan),
    (("rectification_verify", gettext_lazy("Verify and strike off"), True, False), measure_rules.may_verify),
    (("rectification_reopen", gettext_lazy("Send back"), False, False), measure_rules.may_reopen),
)


def finding_offers(standing: CaseStanding, finding: Finding, beside: Beside) -> list[Offer]:
    """The acts open to this person, and those that lack only what can be mended."""
    offers = [
        _offer(act, [finding.case_id, finding.pk], rule(standing, finding, beside)) for act, rule in _FINDING_ACTS
    ]
    return [offer for offer in offers if _is_shown(offer)]


def rectification_offers(standing: CaseStanding, rectification: Rectification) -> list[Offer]:
    """The acts on a measure that are open to this person."""
    offers = [
        _offer(act, [rectification.case_id, rectification.pk], rule(standing, rectification))
        for act, rule in _RECTIFICATION_ACTS
    ]
    return [offer for offer in offers if _is_shown(offer)]


def _offer(act: _Act, keys: list[int], ruling: Ruling) -> Offer:
    name, label, primary, posts = act
    return Offer(label=label, url=reverse(name, args=keys), primary=primary, posts=posts, ruling=ruling)


def _once_ready(ruling: Ruling) -> Ruling:
    """An act whose obstacles stand beside another one already: it is shown once there are none."""
    return unless(ruling.allowed, "not_ready", "")


def _is_shown(offer: Offer) -> bool:
    return all(reason.code in rules.MENDABLE for reason in offer.ruling.reasons)


def about(finding: Finding) -> str:
    """What the finding is held against."""
    return str(finding.gate) if finding.gate else _("Implementation plan")


def gap(finding: Finding) -> str:
    """How long after it was seen it was raised with the unit; of a draft, how long it has been waiting."""
    raised_on = timezone.localdate(finding.issued_at) if finding.issued_at else clock.today()
    days = (raised_on - finding.observed_on).days
    if finding.issued_at is None:
        return ngettext("%(n)d day ago", "%(n)d days ago", days) % {"n": days} if days else _("today")
    if not days:
        return _("raised on the same day")
    return ngettext("raised %(n)d day later", "raised %(n)d days later", days) % {"n": days}


def row_of_finding(finding: Finding) -> dict[str, Any]:
    """A line of the list; the finding carries the counts of its measures."""
    state = FindingState(finding.state)
    return {
        "finding": finding,
        "url": reverse("finding", args=[finding.case_id, finding.pk]),
        "about": about(finding),
        "tone": FINDING_TONES[state],
        "state": state.label,
        "marks": marks(finding),
    }


def row_of_rectification(rectification: Rectification) -> dict[str, Any]:
    """A line of the ledger."""
    state = RectificationState(rectification.state)
    is_void, void = _void(rectification)
    return {
        "rectification": rectification,
        "url": reverse("rectification", args=[rectification.case_id, rectification.pk]),
        "tone": "rest" if is_void else RECTIFICATION_TONES[state],
        "state": void if is_void else state.label,
        "overdue": not is_void and measure_rules.is_overdue(rectification, clock.today()),
    }


def _void(rectification: Rectification) -> tuple[bool, str]:
    """Whether the measure asks for nothing more, and why."""
    finding = rectification.finding
    if finding is not None:
        return finding.state == FindingState.WITHDRAWN, _("Finding withdrawn")
    return not measure_rules.plan_stands(rectification), _("Plan written anew")


def marks(finding: Finding) -> list[Text]:
    """What stands out about a finding, in a word each."""
    found: list[Text] = []
    if finding.scope == FindingScope.OUTSIDE:
        found.append(gettext_lazy("Outside the campaign"))
    if finding.state == FindingState.DRAFT and finding.shared_at is not None:
        found.append(gettext_lazy("Views are being exchanged"))
    if finding.state == FindingState.DRAFT and finding.withdrawn_reason:
        found.append(gettext_lazy("Set aside"))
    if finding.state == FindingState.DRAFT and finding.leader_note:
        found.append(gettext_lazy("Sent back by the leader"))
    if finding.recurrence_of_id is not None:
        found.append(gettext_lazy("Comes again"))
    return found


def photo_row(photo: CaseFile) -> dict[str, str]:
    """A photo: the picture itself and its title."""
    return {"title": photo.title, "url": reverse("case_photo", args=[photo.case_id, photo.file.uuid])}


def file_rows(files: Iterable[CaseFile]) -> list[dict[str, Any]]:
    """Files as `components/file_row.html` takes them."""
    return [
        {
            "title": each.title,
            "url": reverse("case_file", args=[each.case_id, each.file.uuid]),
            "kind": each.file.extension,
            "size": each.file.size,
            "at": each.added_at,
            "by": each.added_by.name,
        }
        for each in files
    ]
