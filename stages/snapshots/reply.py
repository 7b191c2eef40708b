"""The snapshot of the leading group's reply (批复)."""

from __future__ import annotations

from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from stages.models import Decision, Stage, TransitionRequest
from units.models import Assignment


def reply_title(request: TransitionRequest, following: Stage | None) -> str:
    """The document's title, in Chinese as documents are."""
    with translation.override("zh-hans"):
        unit = request.run.case.unit.name
        if following is None:
            return _("Reply agreeing to close the campaign at %(unit)s") % {"unit": unit}
        return _("Reply agreeing to the transition of %(unit)s to “%(stage)s”") % {
            "unit": unit,
            "stage": following.name,
        }


def reply_snapshot(
    request: TransitionRequest, decision: Decision, following: Stage | None, number: str
) -> dict[str, Any]:
    """What the reply prints; its shape is described in docs/documents.md."""
    with translation.override("zh-hans"):
        case = request.run.case
        campaign = case.batch.campaign
        team = Assignment.live.select_related("team").get(case=case).team
        return {
            "kind": "TRANSITION_REPLY",
            "mark": campaign.leading_group,
            "number": number,
            "title": reply_title(request, following),
            "addressee": case.unit.name,
            "request_number": request.paper_number,
            "paragraphs": _paragraphs(request, decision, following),
            "signature": campaign.leading_group,
            "decided_on": timezone.localdate(decision.decided_at),
            "copy_to": [team.name],
        }


def _paragraphs(request: TransitionRequest, decision: Decision, following: Stage | None) -> list[str]:
    decided_on = timezone.localdate(decision.decided_at)
    names = {
        "paper": _paper(request),
        "year": decided_on.year,
        "month": decided_on.month,
        "day": decided_on.day,
        "stage": request.run.stage.name,
        "next": following.name if following else "",
    }
    if following is None:
        agreed = _(
            "Your %(paper)s has been received. After study we agree that the stage “%(stage)s” is complete and that "
            "the campaign at your unit closes on %(year)s-%(month)s-%(day)s."
        )
    else:
        agreed = _(
            "Your %(paper)s has been received. After study we agree that from %(year)s-%(month)s-%(day)s on you enter "
            "the stage “%(next)s”. Carry its work out as required and do not go through the motions."
        )
    return [agreed % names, *([decision.remark] if decision.remark else []), _("This is our reply.")]


def _paper(request: TransitionRequest) -> str:
    """The request that is answered: by the number it bears, else by its round."""
    if request.paper_number:
        return _("request %(number)s") % {"number": request.paper_number}
    return _("%(request)s (round %(round)s)") % {"request": request.run.stage.request_name, "round": request.round}
