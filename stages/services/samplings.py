"""Self-analyses read on the spot: how many, how many sent back, how deep; never a text (row 68)."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, Grade
from stages.models import SelfAnalysisSampling
from stages.rules import appraisal as rules
from teams import audit, clock
from teams.exceptions import Invalid, Text
from teams.models import User
from teams.rulings import require
from teams.services.privacy import require_impersonal
from teams.services.texts import cleaned, required
from teams.transitions import touch
from units.selectors import standing_of
from units.services.locks import locked_case

MOST = 100_000


@transaction.atomic
def record_sampling(
    *, case_id: int, sampled_on: date, sampled: int, sent_back: int, depth: Grade, remark: str = "", acting_user: User
) -> SelfAnalysisSampling:
    """Record what the team read on one day; whole numbers of papers. `Invalid` at each field that cannot be so."""
    case = locked_case(case_id)
    standing = standing_of(acting_user, case)
    require(rules.may_record(standing, case))
    require_impersonal(remark=remark)
    errors: dict[str, list[Text]] = {}
    if wrong := rules.wrong_day(sampled_on, case=case, today=clock.today()):
        errors["sampled_on"] = [wrong]
    if not 1 <= sampled <= MOST:
        errors["sampled"] = [_("Enter how many were read, at least 1.")]
    if not 0 <= sent_back <= sampled:
        errors["sent_back"] = [_("No more can be sent back than were read.")]
    if errors:
        raise Invalid(errors)
    sampling = SelfAnalysisSampling.objects.create(
        case=case,
        sampled_on=sampled_on,
        sampled=sampled,
        sent_back=sent_back,
        depth=depth,
        remark=cleaned(remark),
        sampled_by=acting_user,
        recorded_at=clock.now(),
    )
    audit.record(
        acting_user,
        Act.SELF_ANALYSES_SAMPLED,
        sampling,
        scope=case,
        acting_as=standing.title,
        sampled_on=sampled_on,
        sampled=sampled,
        sent_back=sent_back,
    )
    return sampling


@transaction.atomic
def withdraw_sampling(
    *, sampling_id: int, expected_version: int, reason: str, acting_user: User
) -> SelfAnalysisSampling:
    """Withdraw what was recorded by mistake, with a reason; it counts no longer."""
    case = locked_case(SelfAnalysisSampling.objects.values_list("case_id", flat=True).get(pk=sampling_id))
    sampling = SelfAnalysisSampling.objects.get(pk=sampling_id)
    standing = standing_of(acting_user, case)
    require(rules.may_withdraw(standing, case, sampling))
    texts = required({"reason": reason}, _("Give the reason."))
    touch(sampling, expected_version=expected_version, withdrawn_at=clock.now(), withdrawn_reason=texts["reason"])
    audit.record(
        acting_user,
        Act.SAMPLING_WITHDRAWN,
        sampling,
        scope=case,
        acting_as=standing.title,
        sampled_on=sampling.sampled_on,
        reason=texts["reason"],
    )
    return sampling
