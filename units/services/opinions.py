"""What the unit heard: gists with their counts, recorded and withdrawn (rows 26, 62-67).

Nothing ties a gist to a person: the row has no author, and the ledger's entries are about the case and hold no gist.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from teams import audit, clock
from teams.exceptions import Invalid
from teams.models import User
from teams.rulings import require
from teams.services.privacy import require_impersonal
from teams.services.texts import required
from teams.transitions import touch
from units.enums import Act, OpinionSource, ProblemCategory, SolicitingMethod
from units.models import OpinionSummary
from units.rules import opinions as rules
from units.rules.plausibility import MOST
from units.selectors import standing_of
from units.services.locks import locked_case


@dataclass(frozen=True)
class Gist:
    """One gist, how it was heard, of which group, on what, and how often."""

    method: SolicitingMethod
    source: OpinionSource
    theme: ProblemCategory
    count: int
    gist: str


@transaction.atomic
def record_opinion(*, case_id: int, heard: Gist, acting_user: User) -> OpinionSummary:
    """Write one gist down; `Invalid` at `gist` while it holds a telephone or identity number (row 66)."""
    case = locked_case(case_id)
    standing = standing_of(acting_user, case)
    require(rules.may_record(standing, case))
    text = required({"gist": heard.gist}, _("Write the gist in your own words."))["gist"]
    require_impersonal(gist=text)
    if not 1 <= heard.count <= MOST:
        raise Invalid(count=_("Enter how often it was heard, at least once."))
    opinion = OpinionSummary.objects.create(
        case=case,
        method=heard.method,
        source=heard.source,
        theme=heard.theme,
        count=heard.count,
        gist=text,
        recorded_at=clock.now(),
    )
    theme = ProblemCategory(heard.theme).label
    audit.record(acting_user, Act.OPINION_RECORDED, case, scope=case, acting_as=standing.title, theme=theme)
    return opinion


@transaction.atomic
def withdraw_opinion(
    *, opinion_id: int, reason: str, acting_user: User, expected_version: int | None = None
) -> OpinionSummary:
    """Take a gist back; it is shown to nobody any more and counts no longer, the reason stays."""
    case = locked_case(OpinionSummary.objects.values_list("case_id", flat=True).get(pk=opinion_id))
    opinion = OpinionSummary.objects.select_for_update(of=("self",)).get(pk=opinion_id)
    opinion.case = case
    standing = standing_of(acting_user, case)
    require(rules.may_withdraw(standing, opinion))
    text = required({"reason": reason}, _("Say why it is withdrawn."))["reason"]
    require_impersonal(reason=text)
    touch(opinion, expected_version=expected_version, withdrawn_at=clock.now(), withdrawn_reason=text)
    theme = ProblemCategory(opinion.theme).label
    audit.record(
        acting_user, Act.OPINION_WITHDRAWN, case, scope=case, acting_as=standing.title, theme=theme, reason=text
    )
    return opinion
