"""Where a case stands."""

from stages.enums import RunState
from stages.models import StageRun
from units.models import Case


def current_run(case: Case) -> StageRun | None:
    """The open run, with its stage and its look-back; None before entry and after the close."""
    runs = StageRun.objects.filter(case=case, state=RunState.OPEN)
    return runs.select_related("stage__template", "look_back").first()


def runs_of(case: Case) -> list[StageRun]:
    """All runs so far, in order."""
    return list(StageRun.objects.filter(case=case).select_related("stage").order_by("stage__number"))
