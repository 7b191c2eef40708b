"""What a campaign file says, as frozen values; the services turn them into rows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from stages.enums import CriterionKind, Subject


class Exit(StrEnum):
    """Where a stage leads: into the next one, or to the close of the case."""

    NEXT_STAGE = "NEXT_STAGE"
    CLOSE = "CLOSE"


@dataclass(frozen=True)
class Wording:
    """One text in the product's two languages; neither is ever empty."""

    zh: str
    en: str


@dataclass(frozen=True)
class Entry:
    """One line of a checklist, an inspection or a list of reasons."""

    code: str
    wording: Wording


@dataclass(frozen=True)
class CampaignSpec:
    code: str
    name: Wording
    leading_group: Wording
    office: Wording
    issuing_mark: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class TemplateSpec:
    """What holds for the whole version.

    The quorum of row 96 is a share of the team in percent and a least number of people; `day_minutes` make a
    concentrated day (row 58); `early_recording` lets a unit record for a gate whose stage is still to come;
    `not_yet_counted` are quantities that gates ask for and that the software cannot sum yet.
    """

    version: int
    quorum_percent: int
    quorum_minimum: int
    day_minutes: int
    early_recording: bool
    not_yet_counted: tuple[str, ...]


@dataclass(frozen=True)
class ScheduleSpec:
    """Planned dates of one stage, both included."""

    stage: int
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class BatchSpec:
    number: int
    name: Wording
    schedule: tuple[ScheduleSpec, ...]


@dataclass(frozen=True)
class StageSpec:
    number: int
    code: str
    name: Wording
    transition: Wording
    exit: Exit


@dataclass(frozen=True)
class GateSpec:
    """A checkpoint; `stage` is None for the transition gate, which stands at the end of every stage."""

    order: int
    code: str
    name: Wording
    stage: int | None
    is_transition: bool


@dataclass(frozen=True)
class GroupSpec:
    """A heading under which criteria of one subject stand."""

    code: str
    subject: Subject
    name: Wording


@dataclass(frozen=True)
class CriterionSpec:
    """One thing that is asked.

    `stages` is empty for the plan, the gate's own stage for a gate, and otherwise each stage whose exit or
    look-back asks it. `threshold` is in the quantity's smallest unit; `shown_per` of them make one `unit`
    (60 minutes, one hour). `order` is the place in the file.
    """

    code: str
    order: int
    subject: Subject
    stages: tuple[int, ...]
    gate: str | None
    group: GroupSpec
    kind: CriterionKind
    wording: Wording
    help: Wording | None
    entries: tuple[Entry, ...]
    quantity: str
    threshold: int | None
    unit: Wording | None
    shown_per: int
    hard: bool
    locked: bool
    rows: tuple[int, ...]


@dataclass(frozen=True)
class ReasonListSpec:
    code: str
    name: Wording
    entries: tuple[Entry, ...]
    rows: tuple[int, ...]


@dataclass(frozen=True)
class CampaignFile:
    """A whole campaign, checked: every reference in it leads somewhere."""

    campaign: CampaignSpec
    template: TemplateSpec
    batches: tuple[BatchSpec, ...]
    stages: tuple[StageSpec, ...]
    gates: tuple[GateSpec, ...]
    groups: tuple[GroupSpec, ...]
    criteria: tuple[CriterionSpec, ...]
    reason_lists: tuple[ReasonListSpec, ...]
