"""Which transitions were taken: `teams.transitions.move`, watched wherever it was imported."""

import sys
from contextlib import contextmanager

import pytest

from stages.rules import appraisal, extensions, findings, make_up, rectifications, transitions
from teams import transitions as moving
from units.rules import activities, plans

TABLES = {
    "plan": plans.PLAN,
    "activity": activities.ACTIVITY,
    "problem": findings.PROBLEM,
    "suggestion": findings.SUGGESTION,
    "exemplar": findings.EXEMPLAR,
    "rectification": rectifications.RECTIFICATION,
    "make-up": make_up.MAKE_UP,
    "guidance": appraisal.GUIDANCE,
    "request": transitions.REQUEST,
    "extension": extensions.EXTENSION,
}
Taken = tuple[str, str, str]


def all_transitions() -> set[Taken]:
    """(table, from, to) of everything that is designed."""
    return {
        (name, str(source), str(target))
        for name, table in TABLES.items()
        for source, targets in table.moves.items()
        for target in targets
    }


def all_tables() -> list[moving.StateTable]:
    """Every table that a module of the platform holds, so that none is forgotten here."""
    found = {}
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] in ("teams", "units", "stages", "reports"):
            found |= {id(value): value for value in vars(module).values() if isinstance(value, moving.StateTable)}
    return list(found.values())


@contextmanager
def recorded():
    """The set of transitions that are taken meanwhile."""
    taken: set[Taken] = set()
    names = {id(table): name for name, table in TABLES.items()}
    original = moving.move

    def watched(row, to, table, **given):
        source = type(row)._default_manager.values_list("state", flat=True).get(pk=row.pk)
        moved = original(row, to, table, **given)
        taken.add((names[id(table)], str(source), str(to)))
        return moved

    with pytest.MonkeyPatch.context() as patch:
        for name, module in list(sys.modules.items()):
            if name.split(".")[0] in ("teams", "units", "stages") and getattr(module, "move", None) is original:
                patch.setattr(module, "move", watched)
        yield taken
