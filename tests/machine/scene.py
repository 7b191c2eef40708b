"""One case of the platform beside its model: acts are asked of both, and both must say the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from stages.enums import Matter
from teams import clock
from teams.exceptions import Conflict, Denied, Invalid
from tests.cast import Cast
from tests.machine.acting import Answer
from tests.machine.acts import ACTS
from tests.machine.model import Model
from tests.stages.building_gates import collective
from units.models import Case

MORNING = datetime(2005, 3, 1, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
REFUSALS = {Denied: Answer.DENIED, Conflict: Answer.CONFLICT, Invalid: Answer.INVALID}


@dataclass
class Scene:
    """The people and the case; the clock goes on by a minute with each act."""

    cast: Cast
    model: Model = field(default_factory=Model)
    at: datetime = MORNING
    told: list[str] = field(default_factory=list)

    @property
    def case(self) -> Case:
        """Read afresh: no act rests on what an earlier one had loaded."""
        return Case.objects.select_related("unit", "batch").get(pk=self.cast.case.pk)

    def do(self, name: str, by: str, thing: Any = None, way: str = "well") -> Answer:
        """Ask the platform and the model, of the latest row unless one is named; AssertionError where they differ."""
        act, model = ACTS[name], self.model
        thing = act.targets(model)[-1] if thing is None else thing
        expected = act.answer(model, thing, by, way)
        self.at += timedelta(minutes=1)
        result: Any = None
        with clock.set_to(self.at):
            try:
                result = act.perform(self, thing, getattr(self.cast, by), way)
                found = Answer.ALLOWED
            except (Denied, Conflict, Invalid) as refusal:
                found = REFUSALS[type(refusal)]
                self.told = [*self.told[-40:], f"{name} by {by} ({way}): {refusal}"]
        assert found is expected, (
            f"{name} by {by} on {thing} ({way}): {found}, not {expected}\n{model}\n{self.told[-1:]}"
        )
        if found is Answer.ALLOWED:
            act.change(model, thing, by, result)
        return found

    def concluded(self, matter: Matter, way: str) -> int | None:
        """The discussion that an act names, held just now; nobody can hold one before entry and after the close."""
        if way == "unconcluded" or not self.model.entered or self.model.closed:
            return None
        present = ("leader",) if way == "alone" else ("leader", "member")
        return int(collective(self.case, self.cast, matter, present=present).pk)
