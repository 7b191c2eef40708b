"""What the lines of a timeline speak of: where it is read, and in its own words what it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.text import Truncator

from stages.models import CollectiveDecision, Finding, GateAssessment, OnSiteGuidance, Rectification
from units.enums import PlanKind
from units.models import Case, PlanVersion
from units.selectors.timeline import TimelineEntry
from units.standing import CaseStanding

LENGTH = 60
"""So much of a text tells one row from the next."""

Keys = set[int]


@dataclass(frozen=True)
class Subject:
    """The address of the row, if it has one, and how its text begins, where the sentence does not say which it is."""

    url: str = ""
    text: str = ""


Read = Callable[[Case, CaseStanding, Keys], Iterable[tuple[int, Subject]]]


def with_subjects(entries: Iterable[TimelineEntry], case: Case, standing: CaseStanding) -> list[TimelineEntry]:
    """The entries with what they speak of, as far as this reader may open it: one query for each kind of row."""
    listed = list(entries)
    keys: dict[str, Keys] = defaultdict(set)
    for entry in listed:
        if entry.target_id is not None:
            keys[entry.target].add(entry.target_id)
    found = {
        (target, key): subject
        for target, read in _READ.items()
        if target in keys
        for key, subject in read(case, standing, keys[target])
    }
    return [_of(entry, found.get((entry.target, entry.target_id or 0))) for entry in listed]


def _of(entry: TimelineEntry, subject: Subject | None) -> TimelineEntry:
    return replace(entry, url=subject.url, about=subject.text) if subject else entry


def _findings(case: Case, standing: CaseStanding, keys: Keys) -> Iterator[tuple[int, Subject]]:
    """A draft that was discarded, or that the unit no longer shares, has no page."""
    findings = Finding.objects.filter(case=case, pk__in=keys)
    for finding in findings.for_unit() if standing.is_unit else findings:
        yield finding.pk, Subject(reverse("finding", args=[case.pk, finding.pk]), _beginning(finding.text))


def _measures(case: Case, standing: CaseStanding, keys: Keys) -> Iterator[tuple[int, Subject]]:
    for measure in Rectification.objects.filter(case=case, pk__in=keys):
        yield measure.pk, Subject(reverse("rectification", args=[case.pk, measure.pk]), _beginning(measure.measure))


def _guidances(case: Case, standing: CaseStanding, keys: Keys) -> Iterator[tuple[int, Subject]]:
    """Why a leadership was selected is the team's own."""
    url = reverse("on_the_spot", args=[case.pk])
    for guidance in OnSiteGuidance.objects.filter(case=case, pk__in=keys):
        yield guidance.pk, Subject(url, "" if standing.is_unit else _beginning(guidance.reason))


def _decisions(case: Case, standing: CaseStanding, keys: Keys) -> Iterator[tuple[int, Subject]]:
    """What the team concluded; it has no page of its own, and the unit has no such line."""
    for decision in CollectiveDecision.objects.filter(case=case, pk__in=keys):
        yield decision.pk, Subject(text=_beginning(decision.conclusion))


def _gates(case: Case, standing: CaseStanding, keys: Keys) -> Iterator[tuple[int, Subject]]:
    for assessment in GateAssessment.objects.filter(case=case, pk__in=keys):
        yield assessment.pk, Subject(reverse("gate", args=[case.pk, assessment.gate_id]))


def _plans(case: Case, standing: CaseStanding, keys: Keys) -> Iterator[tuple[int, Subject]]:
    for version in PlanVersion.objects.filter(plan__case=case, pk__in=keys).select_related("plan"):
        page = reverse(PlanKind(version.plan.kind).page, args=[case.pk])
        yield version.pk, Subject(f"{page}#version-{version.pk}")


def _page(name: str, *, of_row: bool = False, part: str = "") -> Read:
    """Rows that nobody takes away: on a page of their own, or on a tab of the case, there in a `part` of their own."""

    def read(case: Case, standing: CaseStanding, keys: Keys) -> Iterator[tuple[int, Subject]]:
        for key in keys:
            page = reverse(name, args=[case.pk, key] if of_row else [case.pk])
            yield key, Subject(f"{page}#{part}-{key}" if part else page)

    return read


_READ: Mapping[str, Read] = {
    "stages.finding": _findings,
    "stages.rectification": _measures,
    "stages.onsiteguidance": _guidances,
    "stages.collectivedecision": _decisions,
    "stages.gateassessment": _gates,
    "units.planversion": _plans,
    "units.activity": _page("activity", of_row=True),
    "stages.makeuptask": _page("make_up_task", of_row=True),
    "stages.transitionrequest": _page("transition", part="request"),
    "stages.lookback": _page("transition"),
    "stages.extension": _page("transition"),
    "stages.survey": _page("on_the_spot"),
    "stages.studyinspection": _page("gates"),
    "stages.selfanalysissampling": _page("on_the_spot"),
    "units.regulationoutput": _page("regulations"),
    "units.document": _page("documents"),
    "units.documentoriginal": _page("documents"),
}


def _beginning(text: str) -> str:
    return Truncator(text).chars(LENGTH)
