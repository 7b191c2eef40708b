"""What the team does in the later stages: self-analyses read, guidance on the spot, surveys of the public.

What it saw is the team's own; that a leadership was selected, and what the public answered, its committee knows.
"""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, NoticeKind
from teams.enums import Audience
from teams.registry import ActSpec, NoticeSpec

ACTS = {
    Act.SELF_ANALYSES_SAMPLED: ActSpec(
        _("%(who)s read %(sampled)s self-analyses on the spot on %(sampled_on)s; %(sent_back)s were sent back."),
        Audience.TEAM,
    ),
    Act.SAMPLING_WITHDRAWN: ActSpec(
        _("%(who)s withdrew the record of the self-analyses read on %(sampled_on)s: %(reason)s"),
        Audience.TEAM,
        corrects=True,
    ),
    Act.GUIDANCE_SELECTED: ActSpec(
        _("%(who)s selected the leadership for guidance at its democratic-life meeting."), Audience.ALL
    ),
    Act.GUIDANCE_GIVEN: ActSpec(
        _(
            "%(who)s recorded the guidance given at the democratic-life meeting of %(held_on)s "
            "(%(present)s of the team)."
        ),
        Audience.ALL,
    ),
    Act.GUIDANCE_RELEASED: ActSpec(
        _("%(who)s no longer selects the leadership for guidance: %(reason)s"), Audience.TEAM, corrects=True
    ),
    Act.SURVEY_RECORDED: ActSpec(
        _(
            "%(who)s recorded the satisfaction survey of %(held_on)s: %(returned)s of %(issued)s forms returned, "
            "%(satisfied)s per cent satisfied."
        ),
        Audience.ALL,
    ),
    Act.SURVEY_WITHDRAWN: ActSpec(
        _("%(who)s withdrew the satisfaction survey of %(held_on)s: %(reason)s"), Audience.ALL, corrects=True
    ),
}


def _on_the_spot(details: Mapping[str, Any]) -> str:
    return reverse("on_the_spot", args=[details["scope_id"]])


NOTICES = {
    NoticeKind.GUIDANCE_SELECTED: NoticeSpec(
        _("The team will give guidance at the democratic-life meeting of %(unit)s."), _on_the_spot
    ),
    NoticeKind.SURVEY_RECORDED: NoticeSpec(
        _("The satisfaction survey of %(unit)s is recorded: %(satisfied)s per cent satisfied."), _on_the_spot
    ),
}
