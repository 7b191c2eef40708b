"""The anonymous satisfaction survey: how many forms went out, came back, and said what (rows 18, 26)."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, NoticeKind, SurveyMethod
from stages.models import Survey
from stages.rules import appraisal as rules
from stages.rules.surveys import satisfaction
from stages.selectors.runs import current_run
from teams import audit, clock
from teams.exceptions import Conflict, Invalid, Text
from teams.models import User
from teams.rulings import require
from teams.services.notices import tell
from teams.services.privacy import require_impersonal
from teams.services.texts import cleaned, required
from teams.transitions import touch
from units.selectors import standing_of
from units.selectors.standing import people_of_unit
from units.services.locks import locked_case

MOST = 1_000_000


@dataclass(frozen=True, kw_only=True)
class Counts:
    """Forms, in whole numbers; one without an answer was returned and counts in no grade."""

    issued: int
    returned: int
    satisfied: int
    fairly_satisfied: int
    basically_satisfied: int
    not_satisfied: int


@transaction.atomic
def record_survey(
    *, case_id: int, held_on: date, method: SurveyMethod, counts: Counts, remark: str = "", acting_user: User
) -> Survey:
    """Record a survey of the open stage; of those that stand, the latest counts."""
    case = locked_case(case_id)
    standing = standing_of(acting_user, case)
    require(rules.may_record(standing, case))
    require_impersonal(remark=remark)
    run = current_run(case)
    if run is None:
        raise Conflict(_("No stage is open to survey."))
    errors = _faults(counts)
    if wrong := rules.wrong_day(held_on, case=case, today=clock.today()):
        errors["held_on"] = [wrong]
    if errors:
        raise Invalid(errors)
    survey = Survey.objects.create(
        run=run,
        held_on=held_on,
        method=method,
        remark=cleaned(remark),
        recorded_by=acting_user,
        recorded_at=clock.now(),
        **asdict(counts),
    )
    satisfied = satisfaction(survey, basic=run.stage.template.basic_is_satisfied)
    audit.record(
        acting_user,
        Act.SURVEY_RECORDED,
        survey,
        scope=case,
        acting_as=standing.title,
        held_on=held_on,
        issued=counts.issued,
        returned=counts.returned,
        satisfied=satisfied,
    )
    tell(
        people_of_unit(case),
        NoticeKind.SURVEY_RECORDED,
        key=f"survey:{survey.pk}",
        scope=case,
        unit=case.unit,
        satisfied=satisfied,
    )
    return survey


@transaction.atomic
def withdraw_survey(*, survey_id: int, expected_version: int, reason: str, acting_user: User) -> Survey:
    """Withdraw a survey that was recorded by mistake, with a reason; the one before it counts again."""
    case = locked_case(Survey.objects.values_list("run__case_id", flat=True).get(pk=survey_id))
    survey = Survey.objects.get(pk=survey_id)
    standing = standing_of(acting_user, case)
    require(rules.may_withdraw(standing, case, survey))
    texts = required({"reason": reason}, _("Give the reason."))
    touch(survey, expected_version=expected_version, withdrawn_at=clock.now(), withdrawn_reason=texts["reason"])
    audit.record(
        acting_user,
        Act.SURVEY_WITHDRAWN,
        survey,
        scope=case,
        acting_as=standing.title,
        held_on=survey.held_on,
        reason=texts["reason"],
    )
    return survey


def _faults(counts: Counts) -> dict[str, list[Text]]:
    errors: dict[str, list[Text]] = {
        name: [_("Enter a whole number, not below 0.")]
        for name, number in asdict(counts).items()
        if not 0 <= number <= MOST
    }
    if not errors and not 1 <= counts.returned <= counts.issued:
        errors["returned"] = [_("At least one form came back, and no more than went out.")]
    answers = counts.satisfied + counts.fairly_satisfied + counts.basically_satisfied + counts.not_satisfied
    if not errors and answers > counts.returned:
        errors["not_satisfied"] = [_("The four grades add up to more than came back.")]
    return errors
