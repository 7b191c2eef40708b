"""Judging a gate: when it may be judged, when each kind of criterion is met, and what follows (rows 55-61, 76, 77).

The verdict is nobody's to choose: a gate is passed when every hard criterion is met, and not otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy, ngettext

from stages.enums import Adequacy, GateVerdict, Grade
from teams.rulings import Ruling, all_of, unless, unless_moved_on
from units.standing import CaseStanding


@dataclass(frozen=True)
class Rounds:
    """What earlier rounds left: the verdict of the latest, and how many of their make-up tasks are not cleared."""

    count: int = 0
    latest: GateVerdict | None = None
    uncleared: int = 0


def may_judge(standing: CaseStanding) -> Ruling:
    """Whose the judgement of gates is: the leader's, or the deputy's acting for the leader."""
    return unless(standing.may_lead, "leader_only", gettext_lazy("The team's leader judges the gate."))


def may_assess(standing: CaseStanding, *, in_home_stage: bool, rounds: Rounds) -> Ruling:
    """The leader, or the deputy acting for the leader, judges in the gate's own stage.

    Recording may begin early, judging not (row 76). A further round needs a reason: the one before did not pass, and
    all that it asked to be made up has been cleared (row 77).
    """
    return all_of(
        (
            may_judge(standing),
            unless(
                in_home_stage,
                "not_home_stage",
                gettext_lazy("A gate is judged while its own stage is open. What is done before may be recorded."),
                row=76,
            ),
            unless_moved_on(
                rounds.latest is not GateVerdict.PASSED,
                gettext_lazy("This gate has been passed; it is not judged again."),
                row=77,
            ),
            earlier_round_made_up(rounds.uncleared),
        )
    )


def earlier_round_made_up(uncleared: int) -> Ruling:
    """Nothing that an earlier round asked for is still to be made up (row 77)."""
    return unless(
        not uncleared,
        "make_up_open",
        ngettext(
            "%(count)s make-up task of the earlier round is not cleared. First make up, then judge again.",
            "%(count)s make-up tasks of the earlier round are not cleared. First make up, then judge again.",
            uncleared,
        )
        % {"count": uncleared},
        row=77,
    )


def judge_again(rounds: Rounds) -> bool:
    """Whether the team is to judge again: the latest round did not pass, and nothing of it is to be made up."""
    return rounds.latest is GateVerdict.NOT_PASSED and not rounds.uncleared


def may_take_back(standing: CaseStanding, *, is_latest: bool, in_home_stage: bool, with_the_group: bool) -> Ruling:
    """The leader takes back the verdict that stands, while its stage is open and the leading group has no request."""
    return all_of(
        (
            may_judge(standing),
            unless_moved_on(is_latest, gettext_lazy("This is not the verdict that stands.")),
            unless(
                in_home_stage,
                "stage_closed",
                gettext_lazy("The stage is not open: its verdicts stand."),
                row=76,
            ),
            unless(
                not with_the_group,
                "with_the_group",
                gettext_lazy("The request is with the leading group: it rests on this verdict."),
                row=76,
            ),
        )
    )


def may_inspect(standing: CaseStanding, *, entered: bool, closed: bool) -> Ruling:
    """Any member of the case's team inspects, from entry to the close of the case, and at any stage (rows 61, 110)."""
    return all_of(
        (
            unless(standing.is_team, "team_only", gettext_lazy("Study is inspected by the case's team."), row=61),
            unless(entered, "not_entered", gettext_lazy("The team has not entered the unit yet."), row=110),
            unless(not closed, "case_closed", gettext_lazy("This case is closed.")),
        )
    )


def quantity_suffices(verified: int, threshold: int) -> bool:
    """What the team verified reaches what is asked; what was merely declared counts for nothing (rows 57-60)."""
    return verified >= threshold


def all_ticked(asked: Collection[str], ticked: Collection[str]) -> bool:
    """Every entry of the list is there (rows 55, 56)."""
    return set(asked) <= set(ticked)


def inspection_suffices(asked: Collection[str], grades: Mapping[str, str]) -> bool:
    """The latest inspection looked at every kind asked for and found none poor (row 61)."""
    return all(grades.get(kind, Grade.POOR) != Grade.POOR for kind in asked)


def is_adequate(answer: str) -> bool:
    """Adequate passes, mostly adequate passes with a follow-up, not adequate does not pass (row 37)."""
    return answer in (Adequacy.ADEQUATE, Adequacy.MOSTLY)


def verdict_of(answers: Iterable[tuple[bool, bool]]) -> GateVerdict:
    """From (hard, met) of every criterion: one hard criterion unmet and the gate is not passed (row 76)."""
    return GateVerdict.PASSED if all(met or not hard for hard, met in answers) else GateVerdict.NOT_PASSED


def needs_collective_decision(verdict: GateVerdict) -> bool:
    """“Not passed” is concluded together; “passed” may be (row 96)."""
    return verdict is GateVerdict.NOT_PASSED


def may_name(used_before: bool) -> Ruling:
    """A new round is a new conclusion: the discussion of an earlier one does not carry it (row 96)."""
    return unless(
        not used_before,
        "discussion_used",
        gettext_lazy("An earlier round rests on this discussion. Discuss this round, too."),
        row=96,
    )
