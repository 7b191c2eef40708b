"""Acting in another's place by a written delegation: the leader's, the director's, the secretary's."""

from datetime import timedelta

from teams import clock
from teams.models import Membership
from teams.services.mandates import Terms, end_delegation, record_delegation
from tests.machine.acting import OFFICE, act, words
from tests.machine.model import Thing
from units.models import UnitMembership
from units.services.mandates import end_unit_delegation, record_unit_delegation


def _let(post, delegate, who):
    return {
        "who": who,
        "moved": lambda m, _t: any(each.kind == post and each.state == "LIVE" for each in m.mandates),
        "ways": ("wordless",),
        "then": lambda m, _t, _by, row: m.mandates.append(Thing(row.pk, "LIVE", by=delegate, kind=post)),
    }


def _terms(s, delegate, way):
    today = clock.today()
    basis = words("3月1日书面授权书。", way)
    return Terms(getattr(s.cast, delegate).pk, basis, today, today + timedelta(days=29))


def _record(s, post, delegate, user, way):
    membership = Membership.live.get(user=getattr(s.cast, post))
    return record_delegation(membership_id=membership.pk, terms=_terms(s, delegate, way), acting_user=user)


@act(**_let("leader", "deputy", frozenset({"leader"}) | OFFICE))
def let_deputy_act_for_leader(s, _thing, user, way):
    return _record(s, "leader", "deputy", user, way)


@act(**_let("leader", "member", frozenset({"leader"}) | OFFICE))
def let_member_act_for_leader(s, _thing, user, way):
    return _record(s, "leader", "member", user, way)


@act(**_let("director", "clerk", frozenset({"director"})))
def let_clerk_act_for_director(s, _thing, user, way):
    return _record(s, "director", "clerk", user, way)


@act(**_let("secretary", "liaison", frozenset({"secretary"}) | OFFICE))
def let_liaison_act_for_secretary(s, _thing, user, way):
    membership = UnitMembership.live.get(user=s.cast.secretary, unit=s.cast.unit)
    return record_unit_delegation(membership_id=membership.pk, terms=_terms(s, "liaison", way), acting_user=user)


def _not_theirs(_m, thing, by):
    """Whoever could record it ends it; whoever acts by it lays it down."""
    may_end = {thing.kind, thing.by} | (set() if thing.kind == "director" else OFFICE)
    return by not in may_end


@act(
    of="mandates",
    who=frozenset({"leader", "member", "deputy", "secretary", "liaison"}) | OFFICE,
    bars=(_not_theirs,),
    at=("LIVE",),
    to="ENDED",
    ways=("wordless",),
)
def end_mandate(s, thing, user, way):
    end = end_unit_delegation if thing.kind == "secretary" else end_delegation
    return end(delegation_id=thing.pk, reason=words("组长已返回。", way), acting_user=user)
