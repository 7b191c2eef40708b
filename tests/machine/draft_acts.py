"""What becomes of a draft before it is issued: views exchanged with the unit, sent back, set aside, taken up again."""

from stages.services import findings
from tests.machine.acting import LEADER, TEAM, UNIT, act, closed, words
from tests.machine.finding_acts import WORDS, known


def shared(_m, thing, _by):
    return thing.shared


def _set_aside(_m, thing):
    return thing.aside


def _of_somebody_else(m, thing, by):
    return thing.by != by and not m.acts_as(by, "leader")


def _own(_m, thing, by):
    return thing.by == by


def _becomes(**changes):
    def then(_m, thing, _by, _row):
        for name, value in changes.items():
            setattr(thing, name, value)

    return then


DRAFT = {"of": "findings", "at": ("DRAFT",)}


@act(**DRAFT, who=LEADER, bars=(closed, shared), moved=_set_aside, ways=("stale",), then=_becomes(shared=True))
def share(s, thing, user, way):
    return findings.share_draft(**known(thing, way), acting_user=user)


@act(
    **DRAFT,
    who=LEADER,
    bars=(closed, lambda _m, t, _by: not t.shared),
    ways=WORDS,
    then=_becomes(shared=False),
)
def no_longer_share(s, thing, user, way):
    return findings.take_back_sharing(**known(thing, way), reason=words("再核。", way), acting_user=user)


@act(
    of="findings",
    who=UNIT | TEAM,
    bars=(closed,),
    moved=lambda _m, t: (t.state == "DRAFT" and not t.shared) or t.state == "WITHDRAWN",
    ways=("wordless",),
    then=_becomes(said=True),
)
def say(s, thing, user, way):
    return findings.write_remark(finding_id=thing.pk, text=words("情况属实。", way), acting_user=user)


@act(**DRAFT, who=LEADER, bars=(closed, shared, _own), moved=_set_aside, ways=WORDS)
def send_back(s, thing, user, way):
    return findings.send_back_draft(**known(thing, way), note=words("写明支部数。", way), acting_user=user)


@act(
    **DRAFT,
    who=TEAM,
    bars=(closed, shared, _of_somebody_else),
    moved=_set_aside,
    ways=WORDS,
    then=_becomes(aside=True),
)
def set_aside(s, thing, user, way):
    return findings.set_aside_draft(**known(thing, way), reason=words("与另一条重复。", way), acting_user=user)


@act(
    **DRAFT,
    who=LEADER,
    bars=(closed,),
    moved=lambda _m, t: not t.aside,
    ways=WORDS,
    then=_becomes(aside=False),
)
def take_up(s, thing, user, way):
    return findings.take_up_draft(**known(thing, way), reason=words("仍有必要。", way), acting_user=user)
