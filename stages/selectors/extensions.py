"""Askings for longer time, as rules and pages read them."""

from stages.enums import ExtensionState
from stages.models import Extension, StageRun
from units.models import Case


def open_extension(run: StageRun) -> Extension | None:
    """The asking of this run that is not settled yet."""
    return Extension.objects.filter(run=run, state=ExtensionState.ASKED).first()


def extensions_of(case: Case) -> list[Extension]:
    """Every asking of the case, newest first."""
    return list(
        Extension.objects.filter(run__case=case).select_related("run__stage", "asked_by", "opined_by", "decided_by")
    )
