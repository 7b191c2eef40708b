"""What is entered of an activity, checked before it is written: one place for one entry and for many."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext_lazy as _

from teams import clock
from teams.exceptions import Invalid
from teams.rulings import require
from teams.services.privacy import require_impersonal
from teams.services.texts import cleaned, required
from units.models import Case
from units.rules import activities as rules
from units.rules import plausibility
from units.rules.plausibility import Entered


def require_new(case: Case, entered: Entered, not_yet: Collection[str]) -> dict[str, Any]:
    """The fields of a new record of this case; `Denied` for a kind whose stage has not begun, `Invalid` by field."""
    require(rules.may_record_kind(entered.kind, not_yet))
    return facts_of(case, entered)


def facts_of(case: Case, entered: Entered) -> dict[str, Any]:
    """The fields of an entry, checked; `Invalid` by field for what cannot be. It asks the database nothing."""
    title = required({"title": entered.title}, _("Give it a title."))["title"]
    assert case.entered_on is not None  # `may_record` has asked
    errors = plausibility.what_cannot_be(entered, entered_on=case.entered_on, today=clock.today())
    if errors:
        raise Invalid(errors)
    absences = {"absence_reason": cleaned(entered.absence_reason), "absence_plan": cleaned(entered.absence_plan)}
    require_impersonal(**absences)
    return {
        "kind": entered.kind,
        "title": title,
        "held_on": entered.held_on,
        "starts_at": entered.starts_at,
        "ends_at": entered.ends_at,
        "organiser": entered.organiser,
        "is_concentrated": entered.is_concentrated,
        "has_discussion": entered.has_discussion,
        "team_attended": entered.team_attended,
        "method": entered.method,
        "absence_reason": absences["absence_reason"],
        "absence_plan": absences["absence_plan"],
        "summary": cleaned(entered.summary),
    }
