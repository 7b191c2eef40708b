"""What the unit heard, as it may be shown: gists by theme, counts by group (rows 26, 62-67)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from units.enums import OpinionSource, ProblemCategory
from units.models import Case, OpinionSummary
from units.rules.opinions import Heard, heard, heard_in_all


@dataclass(frozen=True)
class GistShown:
    """One gist beside how often it was heard."""

    opinion: OpinionSummary
    heard: Heard


@dataclass(frozen=True)
class Opinions:
    """A case's gists by theme, the counts by group, and what was withdrawn."""

    themes: list[tuple[str, list[GistShown]]]
    groups: list[tuple[str, Heard]]
    withdrawn: list[OpinionSummary]


def opinions_of(case: Case) -> Opinions:
    """One query; a withdrawn gist counts nowhere."""
    rows = list(OpinionSummary.objects.filter(case=case).order_by("pk"))
    standing = [row for row in rows if row.withdrawn_at is None]
    by_theme: defaultdict[str, list[GistShown]] = defaultdict(list)
    by_group: defaultdict[str, list[int]] = defaultdict(list)
    for row in standing:
        by_theme[row.theme].append(GistShown(row, heard(row.count)))
        by_group[row.source].append(row.count)
    return Opinions(
        themes=[(str(theme.label), by_theme[theme]) for theme in ProblemCategory if theme in by_theme],
        groups=[(str(source.label), heard_in_all(by_group[source])) for source in OpinionSource if source in by_group],
        withdrawn=[row for row in rows if row.withdrawn_at is not None],
    )
