"""The team's answers to a gate: every criterion answered, what is not met asked for (rows 55-61, 77).

Quantities and the inspection answer themselves from the record: nobody types a sum, and nobody passes one that is
not reached.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from stages.enums import Adequacy, CriterionKind, Grade
from stages.models import Criterion
from stages.rules import gates
from stages.rules.figures import Figures
from teams.exceptions import Invalid, Text

# Answers that something has to follow (row 37): 基本够 passes with a follow-up, 不够 does not pass.
DOUBTFUL = (Adequacy.MOSTLY, Adequacy.INADEQUATE)


@dataclass(frozen=True)
class KindSeen:
    """One kind of an inspection, in words."""

    wording: str
    grade: str


@dataclass(frozen=True)
class Asked:
    """A criterion of a gate, with what the record has to say to it: three sums, or the latest inspection's grades.

    `follow_ups` are the problems issued against the gate, by id: what follows up an adequacy answer (row 37).
    """

    criterion: Criterion
    figures: Figures | None = None
    grades: Mapping[str, str] = field(default_factory=dict)
    follow_ups: Mapping[int, str] = field(default_factory=dict)

    @property
    def entries(self) -> list[str]:
        """The codes of the list or of the kinds that are asked for."""
        return [code for code, _wording in self.criterion.entry_choices]

    @property
    def met(self) -> bool | None:
        """Whether the record meets it; None where the team answers."""
        if self.figures is not None:
            return gates.quantity_suffices(self.figures.verified_sum, self.figures.threshold)
        if self.criterion.kind == CriterionKind.INSPECTION:
            return gates.inspection_suffices(self.entries, self.grades)
        return None

    @property
    def seen(self) -> list[KindSeen]:
        """Each kind that an inspection is asked to look at, and how good it was found, if it was looked at."""
        if self.criterion.kind != CriterionKind.INSPECTION:
            return []
        return [
            KindSeen(wording, str(Grade(self.grades[code]).label) if code in self.grades else _("not looked at"))
            for code, wording in self.criterion.entry_choices
        ]


@dataclass(frozen=True)
class GateAnswer:
    """What the team says of one criterion.

    `met` answers a judgement, `adequacy` an adequacy question with the finding that follows it up, `ticked` a checklist
    (the codes that are there). `demand` and `due_on` ask the unit to make up what is not met.
    """

    criterion_id: int
    met: bool | None = None
    adequacy: str = ""
    follow_up_id: int | None = None
    ticked: Sequence[str] = ()
    note: str = ""
    demand: str = ""
    due_on: date | None = None


@dataclass(frozen=True)
class Judged:
    """A criterion with its answer; `demand` and `due_on` stand together or not at all."""

    asked: Asked
    met: bool
    ticked: list[str]
    note: str
    demand: str
    due_on: date | None
    adequacy: str = ""
    follow_up_id: int | None = None


def judge(asked: Sequence[Asked], answers: Sequence[GateAnswer], *, today: date) -> list[Judged]:
    """Judge every criterion of the gate: none is left out, and none of another gate is answered (row 55).

    Texts are taken as clean. `Invalid` at `met_<id>`, `adequacy_<id>`, `follow_up_<id>`, `ticked_<id>`, `note_<id>`,
    `demand_<id>` or `due_on_<id>`.
    """
    given = {answer.criterion_id: answer for answer in answers}
    if len(given) < len(answers) or set(given) - {each.criterion.pk for each in asked}:
        raise Invalid({"": [_("These are not the criteria of this gate, each answered once.")]})
    errors: dict[str, list[Text]] = {}
    judged = []
    for each in asked:
        faults, one = _judge_one(each, given.get(each.criterion.pk), today)
        errors |= {f"{name}_{each.criterion.pk}": [message] for name, message in faults.items()}
        judged.append(one)
    if errors:
        raise Invalid(errors)
    return judged


def _judge_one(asked: Asked, given: GateAnswer | None, today: date) -> tuple[dict[str, Text], Judged]:
    answer = given or GateAnswer(asked.criterion.pk)
    met = _met(asked, answer)
    faults = _unanswered(asked, given) or (_undemanded(asked, answer, today) if not met else _needless(answer))
    if asked.met is False and answer.met:
        faults["met"] = _("The record does not meet this: nobody can pass it.")
    if answer.adequacy in DOUBTFUL:
        faults |= _not_followed_up(asked, answer)
    judged = Judged(
        asked=asked,
        met=met,
        ticked=[code for code in asked.entries if code in answer.ticked] if asked.met is None else [],
        note=answer.note,
        demand=answer.demand,
        due_on=answer.due_on if answer.demand else None,
        adequacy=answer.adequacy if _asks_adequacy(asked) else "",
        follow_up_id=answer.follow_up_id if answer.adequacy in DOUBTFUL else None,
    )
    return faults, judged


def _met(asked: Asked, answer: GateAnswer) -> bool:
    """The record's word where it has one; a checklist is met when all is ticked, a judgement as the team says."""
    if asked.met is not None:
        return asked.met
    if asked.criterion.kind == CriterionKind.CHECKLIST:
        return gates.all_ticked(asked.entries, answer.ticked)
    if _asks_adequacy(asked):
        return gates.is_adequate(answer.adequacy)
    return bool(answer.met)


def _asks_adequacy(asked: Asked) -> bool:
    return asked.criterion.kind == CriterionKind.ADEQUACY


def _not_followed_up(asked: Asked, answer: GateAnswer) -> dict[str, Text]:
    """Whatever is less than adequate names its ground, and the finding that follows it up (row 37)."""
    faults: dict[str, Text] = {}
    if answer.follow_up_id not in asked.follow_ups:
        faults["follow_up"] = _("Name the problem, issued against this gate, that follows this up.")
    if not answer.note:
        faults["note"] = _("Say what is lacking.")
    return faults


def _unanswered(asked: Asked, given: GateAnswer | None) -> dict[str, Text]:
    if asked.met is not None:
        return {}
    if asked.criterion.kind == CriterionKind.CHECKLIST:
        return {} if given else {"ticked": _("Answer this: no criterion is left out.")}
    if _asks_adequacy(asked):
        answered = given is not None and given.adequacy in Adequacy.values
        return {} if answered else {"adequacy": _("Answer this: no criterion is left out.")}
    return {} if given and given.met is not None else {"met": _("Answer this: no criterion is left out.")}


def _undemanded(asked: Asked, answer: GateAnswer, today: date) -> dict[str, Text]:
    """What is not met says why, and asks the unit for it until a day that is still to come (row 77)."""
    faults: dict[str, Text] = {}
    is_judgement = asked.met is None and asked.criterion.kind != CriterionKind.CHECKLIST
    if is_judgement and not answer.note:
        faults["note"] = _("Say what is lacking.")
    if asked.figures is not None and not asked.criterion.hard and not answer.note:
        faults["note"] = _("A reminder that is not met is passed over only with its reason.")
    if asked.criterion.hard and not answer.demand:
        faults["demand"] = _("Not met: say what is to be made up.")
    if (asked.criterion.hard or answer.demand) and answer.due_on is None:
        faults["due_on"] = _("Say by when.")
    if answer.due_on is not None and answer.due_on < today:
        faults["due_on"] = _("This day has passed.")
    return faults


def _needless(answer: GateAnswer) -> dict[str, Text]:
    return {"demand": _("This is met: there is nothing to make up.")} if answer.demand else {}
