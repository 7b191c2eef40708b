"""What a person writes down about a finding, and what of it can be so."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from stages.enums import FindingKind, RedLine
from stages.models import Gate
from stages.selectors.template import template_of
from teams import canonical, clock
from teams.exceptions import Invalid, Text
from teams.services.privacy import require_impersonal
from teams.services.texts import cleaned, required
from units.enums import ProblemCategory
from units.models import Case


@dataclass(frozen=True, kw_only=True)
class FindingGiven:
    """A finding as written down; `gate_id` None is against the plan, `due_on` the day by which it is to be solved."""

    kind: FindingKind
    text: str
    observed_on: date
    gate_id: int | None = None
    category: str = ""
    red_line: str = ""
    cause: str = ""
    advice: str = ""
    due_on: date | None = None


def checked(given: FindingGiven, case: Case) -> FindingGiven:
    """The finding with its texts cleaned; raises `Invalid` at every field that cannot be so (rows 10, 110)."""
    texts = required({"text": given.text}, _("Write down what was seen."))
    texts |= {"cause": cleaned(given.cause), "advice": cleaned(given.advice)}
    require_impersonal(**texts)
    errors: dict[str, list[Text]] = _errors_of_choices(given, case) | _errors_of_dates(given, case)
    if errors:
        raise Invalid(errors)
    return replace(given, text=texts["text"], cause=texts["cause"], advice=texts["advice"])


def _errors_of_choices(given: FindingGiven, case: Case) -> dict[str, list[Text]]:
    errors: dict[str, list[Text]] = {}
    if given.kind not in FindingKind.values:
        errors["kind"] = [_("A finding is a problem or a suggestion.")]
    if given.category and given.category not in ProblemCategory.values:
        errors["category"] = [_("There is no such category.")]
    if given.red_line and (given.red_line not in RedLine.values or given.kind != FindingKind.PROBLEM):
        errors["red_line"] = [_("Only a problem touches a red line.")]
    if given.gate_id is not None and not Gate.objects.filter(pk=given.gate_id, template=template_of(case)).exists():
        errors["gate"] = [_("This checkpoint is not one of this case.")]
    return errors


def _errors_of_dates(given: FindingGiven, case: Case) -> dict[str, list[Text]]:
    errors: dict[str, list[Text]] = {}
    if given.observed_on > clock.today():
        errors["observed_on"] = [_("This date lies in the future.")]
    elif case.entered_on is not None and given.observed_on < case.entered_on:
        errors["observed_on"] = [_("The team had not entered the unit on this day.")]
    if given.due_on is not None and given.due_on < clock.today():
        errors["due_on"] = [_("This date has passed.")]
    return errors


def digest_of(given: FindingGiven, photos: Sequence[UploadedFile[bytes]]) -> str:
    """Tells a form that was sent twice from one that was changed: the words and the bytes of the photos."""
    return canonical.sha256(canonical.dumps({"given": asdict(given), "photos": [_digest(photo) for photo in photos]}))


def _digest(photo: UploadedFile[bytes]) -> str:
    photo.seek(0)
    digest = hashlib.sha256()
    for chunk in photo.chunks():
        digest.update(chunk)
    photo.seek(0)
    return digest.hexdigest()
