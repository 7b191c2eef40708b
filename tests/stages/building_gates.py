"""Cases on their way through a gate, built through the services."""

from stages.enums import Matter
from stages.models import CollectiveDecision
from stages.services.collective import record_decision
from teams import clock
from teams.models import Membership
from tests.cast import Cast
from units.models import Case


def collective(case: Case, cast: Cast, matter: Matter = Matter.GATE, present=("leader", "member"), **given):
    """A discussion of the team at which two of its three members are present."""
    people = [getattr(cast, name) for name in present]
    given.setdefault("held_on", clock.today())
    given.setdefault("minutes", "组员逐项发表意见。")
    given.setdefault("conclusion", "同意。")
    given.setdefault("acting_user", cast.leader)
    ids = Membership.live.filter(user__in=people).values_list("pk", flat=True)
    decision: CollectiveDecision = record_decision(case_id=case.pk, matter=matter, present=list(ids), **given)
    return decision
