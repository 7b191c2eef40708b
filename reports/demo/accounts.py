"""Who is who in the demo, for its login page and for whoever starts it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from reports.demo import data
from reports.demo.data import TeamData, UnitData
from reports.demo.people import CLERK, DIRECTOR

Text = str | Promise


@dataclass(frozen=True)
class Part:
    """A case that is worth a visit: where it stands, and what each post can do about it."""

    code: str
    state: Text
    posts: tuple[tuple[str, Text], ...]


_PARTS = (
    Part(
        "U15",
        gettext_lazy("plan passed: walk it to the next stage"),
        (
            ("secretary", gettext_lazy("answers the suggestion, submits the transition request")),
            ("liaison", gettext_lazy("records mobilisation, study and the look-back check")),
            ("leader", gettext_lazy("judges the gate, reviews the request")),
            ("member", gettext_lazy("verifies activities, inspects study")),
        ),
    ),
    Part(
        "U07",
        gettext_lazy("31 of 40 hours, 4 of 5 days, 2 of 3 discussions"),
        (
            ("liaison", gettext_lazy("sees what is missing and cannot apply yet")),
            ("secretary", gettext_lazy("acknowledges findings or disputes them")),
            ("leader", gettext_lazy("issues findings, judges the gate")),
        ),
    ),
    Part(
        "U08",
        gettext_lazy("request submitted, nothing verified yet"),
        (
            ("member", gettext_lazy("verifies what the unit declared")),
            ("liaison", gettext_lazy("may still withdraw the request")),
        ),
    ),
    Part(
        "U09",
        gettext_lazy("recommended: with the leading group"),
        (
            ("director", gettext_lazy("approves or returns on the printed review")),
            ("leader", gettext_lazy("sees the review that was sent on")),
        ),
    ),
    Part(
        "U10",
        gettext_lazy("returned by the team for make-up"),
        (
            ("liaison", gettext_lazy("answers the make-up tasks")),
            ("leader", gettext_lazy("clears them and judges the gate again")),
        ),
    ),
    Part(
        "U03",
        gettext_lazy("first stage approved: second stage open"),
        (
            ("secretary", gettext_lazy("reads the reply")),
            ("leader", gettext_lazy("reads the review and the reply")),
        ),
    ),
    Part(
        "U22",
        gettext_lazy("the mended plan is in review"),
        (
            ("leader", gettext_lazy("reviews it on the four points")),
            ("secretary", gettext_lazy("reads what was returned and what was answered")),
        ),
    ),
    Part(
        "U01",
        gettext_lazy("second stage: guidance at the democratic-life meeting is due"),
        (
            ("liaison", gettext_lazy("records the meeting")),
            ("leader", gettext_lazy("records the guidance, judges the gate")),
        ),
    ),
    Part(
        "U02",
        gettext_lazy("second stage: opinions not solicited widely enough"),
        (
            ("liaison", gettext_lazy("answers the make-up tasks")),
            ("secretary", gettext_lazy("acknowledges the finding that was upheld")),
        ),
    ),
    Part(
        "U05",
        gettext_lazy("third stage: one measure overdue, one problem come again"),
        (
            ("secretary", gettext_lazy("reports what has been carried out")),
            ("member", gettext_lazy("verifies what was reported")),
        ),
    ),
)


def account_groups() -> list[dict[str, Any]]:
    """The accounts in the active language: the cases worth a visit first, then the office, all teams, all units."""
    return [*(_group_of(part) for part in _PARTS), _office(), _teams(), _units()]


def _group_of(part: Part) -> dict[str, Any]:
    unit = data.unit(part.code)
    title = _("%(code)s %(unit)s — %(state)s") % {"code": unit.code, "unit": _name(unit), "state": part.state}
    return {
        "title": title,
        "accounts": [{"username": _username(unit, post), "what": str(what)} for post, what in part.posts],
    }


def _office() -> dict[str, Any]:
    accounts = [
        {"username": DIRECTOR, "what": _("decides, appoints to the office")},
        {"username": CLERK, "what": _("looks after units, teams and their accounts")},
    ]
    return {"title": _("The leading group office"), "accounts": accounts}


def _teams() -> dict[str, Any]:
    accounts = [
        {"username": f"team{team.number}.{post}", "what": _name(team)}
        for team in data.teams()
        for post in ("leader", "member")
    ]
    return {"title": _("Supervision teams (also .deputy, .member2 and .member3)"), "accounts": accounts, "folded": True}


def _units() -> dict[str, Any]:
    accounts = [{"username": f"{unit.prefix}.secretary", "what": _name(unit)} for unit in data.units()]
    return {"title": _("Units (also .liaison)"), "accounts": accounts, "folded": True}


def _username(unit: UnitData, post: str) -> str:
    if post == "director":
        return DIRECTOR
    prefix = unit.prefix if post in {"secretary", "liaison"} else f"team{unit.team}"
    return f"{prefix}.{post}"


def _name(named: UnitData | TeamData) -> str:
    return named.zh if (get_language() or "").startswith("zh") else named.en
