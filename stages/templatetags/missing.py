"""What is missing, as the sheet that unit, team and office share: rules, figures, and the way to mend each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from stages.models import StageRun
from stages.rules.blockers import Blocker, MendBy
from stages.templatetags import recording
from teams.exceptions import Text
from units.models import Case
from units.standing import CaseStanding

register = template.Library()

# Code of the mending act → page, label for the side that mends; the others only look.
_PAGES: dict[str, tuple[str, Text]] = {
    MendBy.ENTER: ("enter", gettext_lazy("Enter the unit")),
    MendBy.PLAN: ("plan", gettext_lazy("To the plan")),
    MendBy.RECTIFICATION_PLAN: ("plan_rectification", gettext_lazy("To the rectification plan")),
    MendBy.RECORD_ACTIVITY: ("activity_new", gettext_lazy("Record it")),
    MendBy.VERIFY_ACTIVITIES: ("activities", gettext_lazy("See the records")),
    MendBy.LOOK_BACK: ("look_back", gettext_lazy("Look back")),
    MendBy.FINDINGS: ("findings", gettext_lazy("See the findings")),
    MendBy.MAKE_UP: ("gates", gettext_lazy("Make up")),
    MendBy.ASSESS_GATE: ("gate", gettext_lazy("Judge the gate")),
    MendBy.GUIDANCE: ("on_the_spot", gettext_lazy("Record the guidance")),
    MendBy.SAMPLE: ("on_the_spot", gettext_lazy("Read on the spot")),
    MendBy.SURVEY: ("on_the_spot", gettext_lazy("Record the survey")),
    MendBy.RECORD_FINDING: ("finding_new", gettext_lazy("Record what you find")),
    MendBy.RECTIFY: ("rectifications", gettext_lazy("See the measures")),
}
# What only one side does; the others are shown no way to it.
_ONLY_UNIT = frozenset({MendBy.LOOK_BACK, MendBy.RECORD_ACTIVITY})
_ONLY_TEAM = frozenset({MendBy.GUIDANCE, MendBy.SAMPLE, MendBy.SURVEY, MendBy.RECORD_FINDING})
_ONLY_LEADER = frozenset({MendBy.ENTER})


@register.inclusion_tag("stages/partials/_missing.html")
def missing(case: Case, run: StageRun | None, blockers: Sequence[Blocker], standing: CaseStanding) -> dict[str, Any]:
    """The sheet for `case`; `blockers` come from `stages.selectors.blockers`."""
    hard = sum(1 for blocker in blockers if blocker.hard)
    return {
        "title": _title(run, hard),
        "entered": run is not None,
        "blockers": [_row(case, blocker, standing) for blocker in blockers],
    }


def _title(run: StageRun | None, count: int) -> str:
    if run is None:
        return _("Before the campaign begins here")
    names = {"transition": run.stage.transition, "count": count}
    if not count:
        return _("%(transition)s: nothing is missing") % names
    return (
        ngettext("%(transition)s: %(count)s item is missing", "%(transition)s: %(count)s items are missing", count)
        % names
    )


def _row(case: Case, blocker: Blocker, standing: CaseStanding) -> dict[str, Any]:
    return {
        "title": blocker.message,
        "tone": "wait" if blocker.waits_for_team or not blocker.hard else "block",
        "figures": blocker.figures,
        "note": "" if blocker.hard else _("A reminder; it does not stand in the way."),
        "action": _action(case, blocker, standing),
    }


def _is_for_others(blocker: Blocker, standing: CaseStanding) -> bool:
    return (
        (blocker.act in _ONLY_UNIT and not standing.is_unit)
        or (blocker.act in _ONLY_TEAM and not standing.is_team)
        or (blocker.act in _ONLY_LEADER and not standing.may_lead)
    )


def _action(case: Case, blocker: Blocker, standing: CaseStanding) -> dict[str, Text] | None:
    if _is_for_others(blocker, standing):
        return None
    if blocker.act == MendBy.RECORD_ACTIVITY and (url := recording.url_of(case, blocker.quantity)):
        return {"url": url, "label": recording.label_of(blocker.quantity)}
    page, label = _PAGES[blocker.act]
    if blocker.target_id is not None:
        url = reverse(page, args=[case.pk, blocker.target_id])
        return {"url": url, "label": label if standing.may_lead else _("See the gate")}
    url = reverse(page, args=[case.pk])
    if blocker.act == MendBy.MAKE_UP and not standing.is_unit:
        return {"url": url, "label": _("See the tasks")}
    return {"url": url, "label": label}
