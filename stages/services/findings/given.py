"""What a person writes down about a finding, and what of it can be so."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from stages.enums import FindingKind, FindingScope, RedLine
from stages.models import Gate
from stages.selectors.findings import earlier_problems
from stages.selectors.template import template_of
from teams import canonical, clock
from teams.exceptions import Invalid, Text
from teams.services.privacy import require_impersonal
from teams.services.texts import cleaned, required
from units.enums import ProblemCategory
from units.models import Case

ORIGIN_LENGTH = 200


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
    scope: FindingScope = FindingScope.CAMPAIGN
    recurrence_of_id: int | None = None
    origin: str = ""
    effect: str = ""


def checked(given: FindingGiven, case: Case) -> FindingGiven:
    """The finding with its texts cleaned; raises `Invalid` at every field that cannot be so (rows 10, 30, 42, 110)."""
    texts = required({"text": given.text}, _("Write down what was seen."))
    texts |= {name: cleaned(getattr(given, name)) for name in ("cause", "advice", "origin", "effect")}
    require_impersonal(**texts)
    given = replace(given, **texts)  # type: ignore[arg-type]  # the texts alone
    errors: dict[str, list[Text]] = (
        _errors_of_choices(given, case) | _errors_of_dates(given, case) | _errors_of_kind(given, case)
    )
    if errors:
        raise Invalid(errors)
    return given


def _errors_of_choices(given: FindingGiven, case: Case) -> dict[str, list[Text]]:
    errors: dict[str, list[Text]] = {}
    if given.kind not in FindingKind.values:
        errors["kind"] = [_("A finding is a problem, a suggestion or an exemplar.")]
    if given.scope not in FindingScope.values:
        errors["scope"] = [_("Say whether this is a matter of the campaign.")]
    if given.category and given.category not in ProblemCategory.values:
        errors["category"] = [_("There is no such category.")]
    if given.red_line and (given.red_line not in RedLine.values or given.kind != FindingKind.PROBLEM):
        errors["red_line"] = [_("Only a problem touches a red line.")]
    if given.gate_id is not None and not Gate.objects.filter(pk=given.gate_id, template=template_of(case)).exists():
        errors["gate"] = [_("This checkpoint is not one of this case.")]
    return errors


def _errors_of_kind(given: FindingGiven, case: Case) -> dict[str, list[Text]]:
    """What only a problem, and what only an exemplar has."""
    errors: dict[str, list[Text]] = {}
    if given.kind != FindingKind.EXEMPLAR:
        for name in ("origin", "effect"):
            if getattr(given, name):
                errors[name] = [_("Only an exemplar has an origin and an effect.")]
    if len(given.origin) > ORIGIN_LENGTH:
        errors["origin"] = [_("At most 200 characters.")]
    if given.recurrence_of_id is None:
        return errors
    if given.kind != FindingKind.PROBLEM:
        errors["recurrence_of"] = [_("Only a problem comes again.")]
    elif not earlier_problems(case).filter(pk=given.recurrence_of_id).exists():
        errors["recurrence_of"] = [_("This is not an issued problem of this case.")]
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
