"""The reference model: the whole workflow of one case in plain Python, without the platform's rules.

It says of every act by everybody whether it is allowed, and what stands afterwards. The acts are in the modules
`*_acts`; this module holds the state that they read and change.
"""

from __future__ import annotations

from dataclasses import dataclass, field

RUNNING = ("ACKNOWLEDGED", "REOPENED")
WITH_THE_UNIT = ("OPEN", "IN_PROGRESS", "REOPENED")
OPEN_REQUEST = ("DRAFT", "SUBMITTED", "RECOMMENDED")
UNCLEARED = ("OPEN", "ANSWERED", "RETURNED")
STAGES = (1, 2)
MENDING = "RECTIFICATION"


@dataclass
class Thing:
    """A row: its id, its state, and what else decides on acts."""

    pk: int
    state: str
    by: str = ""  # who drafted a finding, who verified an activity, who acts in another's place
    kind: str = ""  # of a finding, a plan; the post in which another acts; MENDING: a measure of that plan
    red: bool = False
    cause: bool = False
    shared: bool = False  # the unit reads the draft
    said: bool = False  # somebody wrote to its thread
    aside: bool = False
    of: int = 0  # the finding or the plan of a measure, the round of a task
    complete: bool = True
    stage: int = 0
    round: int = 0
    taken_back: bool = False
    opined: bool = False
    decided: str = ""  # what the leading group said to a request, as long as it stands
    rests_on: frozenset[int] = frozenset()  # the plans that were reviewed when the request was approved


@dataclass
class Model:
    """What stands in one case."""

    entered: bool = False
    closed: bool = False
    profile: str = ""
    runs: dict[int, str] = field(default_factory=dict)
    looked_back: set[int] = field(default_factory=set)
    plans: list[Thing] = field(default_factory=list)
    activities: list[Thing] = field(default_factory=list)
    findings: list[Thing] = field(default_factory=list)
    measures: list[Thing] = field(default_factory=list)
    rounds: list[Thing] = field(default_factory=list)
    tasks: list[Thing] = field(default_factory=list)
    requests: list[Thing] = field(default_factory=list)
    extensions: list[Thing] = field(default_factory=list)
    guidances: list[Thing] = field(default_factory=list)
    mandates: list[Thing] = field(default_factory=list)

    @property
    def stage(self) -> int | None:
        """The open one."""
        return next((number for number, state in self.runs.items() if state == "OPEN"), None)

    def acts_as(self, by: str, post: str) -> bool:
        """Whether this is who holds the post, or acts in that place."""
        return by == post or any(each.state == "LIVE" and (each.kind, each.by) == (post, by) for each in self.mandates)

    def measures_of(self, finding: Thing) -> list[Thing]:
        return [each for each in self.measures if each.kind != MENDING and each.of == finding.pk]

    def finding_of(self, measure: Thing) -> Thing:
        return next(finding for finding in self.findings if finding.pk == measure.of)

    def origin_waits(self, measure: Thing, *states: str) -> bool:
        """Whether what the measure is set against still asks for it: a finding at these states, a plan that stands."""
        if measure.kind == MENDING:
            return any(each.pk == measure.of and each.state == "PASSED" for each in self.plans)
        return self.finding_of(measure).state in states

    def latest_plan(self, kind: str) -> Thing | None:
        return next((each for each in reversed(self.plans) if each.kind == kind), None)

    def passed_plan(self, kind: str) -> bool:
        return any(each.state == "PASSED" for each in self.plans if each.kind == kind)

    def latest_round(self, stage: int) -> Thing | None:
        """The one whose verdict counts."""
        standing = [each for each in self.rounds if each.stage == stage and not each.taken_back]
        return standing[-1] if standing else None

    def tasks_of(self, stage: int) -> list[Thing]:
        rounds = {each.pk for each in self.rounds if each.stage == stage}
        return [task for task in self.tasks if task.of in rounds and task.state in UNCLEARED]

    def requests_of(self, stage: int) -> list[Thing]:
        return [request for request in self.requests if request.stage == stage]

    def pinned(self, request: Thing) -> bool:
        """Whether an earlier round of the stage was returned with items."""
        return any(each.state.startswith("RETURNED") for each in self.requests_of(request.stage))

    def selected(self) -> bool:
        return any(each.state == "SELECTED" for each in self.guidances)

    def obstacles(self, moment: str) -> set[str]:
        """What stands between the case and its next stage: when the unit asks, when the team or the group answers."""
        if self.closed:
            return set()
        stage = self.stage
        if stage is None:
            return {"not entered"}
        judged = self.latest_round(stage)
        discussed = {"VERIFIED"} if moment != "submit" else {"SUBMITTED", "VERIFIED"}
        found = {
            "plan": not self.passed_plan(""),
            "rectification plan": stage == 2 and not self.passed_plan(MENDING),
            "discussions": stage == 1 and not any(each.state in discussed for each in self.activities),
            "red line": any(each.red and _unsettled(each) for each in self.findings),
            "finding": stage == STAGES[-1] and any(_unsettled(each) for each in self.findings),
            "make-up": any(task.state in UNCLEARED for task in self.tasks),
            "look-back": stage not in self.looked_back,
            "gate": moment != "submit" and not (judged and judged.state == "PASSED"),
            "guidance": moment != "submit" and self.selected(),
        }
        return {name for name, stands_in_the_way in found.items() if stands_in_the_way}


def _unsettled(finding: Thing) -> bool:
    settled = {"PROBLEM": "CLOSED", "SUGGESTION": "ANSWERED", "EXEMPLAR": "RECOMMENDED"}[finding.kind]
    return finding.state not in ("DRAFT", "WITHDRAWN", settled)
