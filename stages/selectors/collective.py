"""What a case's team concluded together."""

from django.db.models import QuerySet

from stages.enums import Matter
from stages.models import CollectiveDecision, Gate, GateAssessment
from teams.models import Membership
from units.models import Assignment, Case


def decisions_of(case: Case, matter: Matter) -> QuerySet[CollectiveDecision]:
    """Conclusions on one matter of the case, newest first, with their meetings."""
    return CollectiveDecision.objects.filter(case=case, matter=matter).select_related("meeting")


def decisions_for_gate(case: Case, gate: Gate) -> QuerySet[CollectiveDecision]:
    """Those on gates that a new round of `gate` may name: no earlier round of it rests on them."""
    used = GateAssessment.objects.filter(gate=gate, collective_decision__isnull=False).values("collective_decision")
    return decisions_of(case, Matter.GATE).exclude(pk__in=used)


def team_of(case: Case) -> list[Membership]:
    """The live memberships of the team that supervises the case: who can have been present."""
    teams = Assignment.live.filter(case=case).values("team")
    return list(Membership.live.filter(team__in=teams).select_related("user", "team").order_by("pk"))
