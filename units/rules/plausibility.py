"""What cannot be: dates and figures of an activity that no unit and no team can mean.

Each function answers with the sentences by field, under the field's name on the form; empty when all can be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from teams.exceptions import Text
from units.enums import ActivityKind, Measure, Organiser
from units.rules.counting import MINUTES_PER_DAY, STUDY_KINDS, minute_of_day
from units.rules.measures import NOT_NONE, PARTS, asked_of, required_measures

Errors = dict[str, list[Text]]

MOST = 1_000_000
_MORE_THAN_ALL: dict[Measure, Text] = {
    Measure.ATTENDED: _("More members present than expected."),
    Measure.LEADERS_ATTENDED: _("More leading cadres present than expected."),
    Measure.BRANCHES_HELD: _("More branches held it than there are."),
    Measure.SUBSTANTIVE: _("More opinions of substance than opinions."),
    Measure.MEMBERS_DONE: _("More members have done it than there are."),
}


@dataclass(frozen=True)
class Entered:
    """One activity as somebody enters it; the declared figures by measure, minutes and counts."""

    kind: str
    title: str
    held_on: date
    starts_at: time | None = None
    ends_at: time | None = None
    organiser: str = Organiser.UNIT
    is_concentrated: bool = False
    has_discussion: bool = False
    team_attended: bool = False
    method: str = ""
    absence_reason: str = ""
    absence_plan: str = ""
    summary: str = ""
    declared: Mapping[Measure, int] = field(default_factory=dict)


def field_of(measure: str) -> str:
    """The field of a form under which a measure is entered."""
    return measure.lower()


def what_cannot_be(entered: Entered, *, entered_on: date, today: date) -> Errors:
    """Everything wrong with an entry, whether it is only a draft or not."""
    return merged(
        [
            wrong_date(entered.held_on, entered_on, today),
            _wrong_times(entered.starts_at, entered.ends_at),
            _wrong_concentration(entered),
            _wrong_kind(entered),
            wrong_figures(entered.declared, starts_at=entered.starts_at, ends_at=entered.ends_at),
        ]
    )


def wrong_figures(
    figures: Mapping[Measure, int], *, starts_at: time | None = None, ends_at: time | None = None
) -> Errors:
    """Figures that cannot be, of the unit or of the team alike: rows 57-59 rest on them."""
    errors: Errors = {}
    for measure, figure in figures.items():
        if not 0 <= figure <= MOST:
            errors[field_of(measure)] = [_("Enter a whole number, not below 0.")]
    minutes = figures.get(Measure.MINUTES, 0)
    if minutes > MINUTES_PER_DAY:
        errors[field_of(Measure.MINUTES)] = [_("One session has at most 12 hours (720 minutes).")]
    elif starts_at and ends_at and starts_at < ends_at and minutes > _between(starts_at, ends_at):
        errors[field_of(Measure.MINUTES)] = [_("Longer than from the beginning to the end.")]
    return merged([errors, _wrong_parts(figures)])


def what_is_missing(entered: Entered) -> Errors:
    """What an entry still lacks to be handed in to the team: figures, the method, why members were absent."""
    return merged([_missing_figures(entered), _missing_method(entered), missing_absences(entered)])


def missing_absences(entered: Entered) -> Errors:
    """Why members were absent from study meant for all, and how they make up for it (row 12); never who."""
    if not has_absent_members(entered):
        return {}
    errors: Errors = {}
    if not entered.absence_reason.strip():
        errors["absence_reason"] = [_("Fewer were present than expected. Say why, without names.")]
    if not entered.absence_plan.strip():
        errors["absence_plan"] = [_("Say how and by when the absent make up for it.")]
    return errors


def has_absent_members(entered: Entered) -> bool:
    """Whether somebody was missing where the study was meant for every member (row 12)."""
    meant_for_all = entered.kind in STUDY_KINDS and entered.organiser in (Organiser.UNIT, Organiser.BRANCHES)
    present, expected = entered.declared.get(Measure.ATTENDED), entered.declared.get(Measure.EXPECTED)
    return meant_for_all and present is not None and expected is not None and present < expected


def merged(found: Iterable[Errors]) -> Errors:
    """All sentences by field."""
    errors: Errors = {}
    for some in found:
        for name, sentences in some.items():
            errors.setdefault(name, []).extend(sentences)
    return errors


def wrong_date(held_on: date, entered_on: date, today: date, *, field: str = "held_on") -> Errors:
    """A day that has not come yet, or on which the team was not there yet."""
    if held_on > today:
        return {field: [_("This date lies in the future. Record it once it was held.")]}
    if held_on < entered_on:
        return {field: [_("This date lies before the team's entry (%(date)s).") % {"date": date_format(entered_on)}]}
    return {}


def _wrong_times(starts_at: time | None, ends_at: time | None) -> Errors:
    if starts_at and ends_at:
        return {} if starts_at < ends_at else {"ends_at": [_("The end lies before the beginning.")]}
    if starts_at:
        return {"ends_at": [_("Enter the end too, or neither.")]}
    return {"starts_at": [_("Enter the beginning too, or neither.")]} if ends_at else {}


def _wrong_concentration(entered: Entered) -> Errors:
    if entered.is_concentrated and (entered.organiser != Organiser.UNIT or entered.kind not in STUDY_KINDS):
        return {"is_concentrated": [_("Concentrated study is study that the whole unit holds together.")]}
    return {}


def _wrong_kind(entered: Entered) -> Errors:
    """Figures, method and organiser that this kind has no use for."""
    asked = asked_of(entered.kind)
    errors: Errors = {
        field_of(measure): [_("“%(figure)s” is not asked of this kind.") % {"figure": measure.label}]
        for measure in entered.declared
        if measure not in asked.measures
    }
    if entered.method and entered.kind != ActivityKind.SOLICITING:
        errors["method"] = [_("Only soliciting opinions has a method.")]
    if entered.organiser not in asked.organisers:
        errors["organiser"] = [_("This kind is not held by them.")]
    return errors


def _missing_figures(entered: Entered) -> Errors:
    errors: Errors = {}
    for measure in required_measures(entered.kind, entered.organiser):
        if measure not in entered.declared:
            errors[field_of(measure)] = [_("“%(figure)s” is missing.") % {"figure": measure.label}]
    for measure in NOT_NONE:
        if entered.declared.get(measure) == 0:
            errors[field_of(measure)] = [_none_of(measure)]
    return errors


def _none_of(measure: Measure) -> Text:
    if measure is Measure.MINUTES:
        return _("A session without a single minute did not take place.")
    return _("“%(figure)s” cannot be 0.") % {"figure": measure.label}


def _missing_method(entered: Entered) -> Errors:
    if entered.kind == ActivityKind.SOLICITING and not entered.method:
        return {"method": [_("Say by which method opinions were solicited.")]}
    return {}


def _wrong_parts(figures: Mapping[Measure, int]) -> Errors:
    errors: Errors = {}
    for part, whole in PARTS.items():
        if part not in figures:
            continue
        if whole not in figures:
            errors[field_of(whole)] = [_("“%(figure)s” is missing.") % {"figure": whole.label}]
        elif figures[part] > figures[whole]:
            errors[field_of(part)] = [_MORE_THAN_ALL[part]]
    return errors


def _between(starts_at: time, ends_at: time) -> int:
    return minute_of_day(ends_at) - minute_of_day(starts_at)
