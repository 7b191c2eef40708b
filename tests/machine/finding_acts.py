"""Findings of the three kinds and the measures against problems, as the model has them."""

import uuid
from datetime import timedelta

from stages.enums import Adoption, FindingKind, Matter, RedLine
from stages.models import Finding, Rectification
from stages.services import findings, rectifications
from teams import clock
from tests.machine.acting import LEADER, TEAM, UNDER_SUPERVISION, UNIT, act, closed, version, words
from tests.machine.model import MENDING, RUNNING, WITH_THE_UNIT, Thing
from tests.stages.building_findings import given, measure

FROM = {
    "WITHDRAWN": {
        "PROBLEM": {"ISSUED", "DISPUTED", "UPHELD", "AMENDED", "ACKNOWLEDGED", "REOPENED"},
        "SUGGESTION": {"ISSUED", "ANSWERED"},
        "EXEMPLAR": {"RECOMMENDED"},
    },
}
STANDS = ("ISSUED", "DISPUTED", "UPHELD", "AMENDED")
WORDS = ("wordless", "stale")


def _noted(kind, *, red=False):
    def then(m, _thing, by, row):
        m.findings.append(Thing(row.pk, "DRAFT", by=by, kind=kind, red=red))

    return {"who": TEAM, "bars": UNDER_SUPERVISION, "then": then}


def _draft(s, user, **changes):
    return findings.draft_finding(case_id=s.case.pk, client_uuid=uuid.uuid4(), given=given(**changes), acting_user=user)


@act(**_noted("PROBLEM"))
def note_problem(s, _thing, user, way):
    return _draft(s, user)


@act(**_noted("PROBLEM", red=True))
def note_red_line(s, _thing, user, way):
    return _draft(s, user, red_line=RedLine.FORMALITY)


@act(**_noted("SUGGESTION"))
def note_suggestion(s, _thing, user, way):
    return _draft(s, user, kind=FindingKind.SUGGESTION, advice="")


@act(**_noted("EXEMPLAR"))
def note_exemplar(s, _thing, user, way):
    exemplar = {"text": "网上报到。", "origin": "石桥镇党委", "effect": "参学率升至九成半。"}
    return _draft(s, user, kind=FindingKind.EXEMPLAR, advice="", **exemplar)


def _kind(*kinds):
    return lambda _m, thing, _by: thing.kind not in kinds


@act(
    of="findings",
    who=TEAM,
    bars=(closed, lambda _m, t, by: t.by != by or t.shared or t.said),
    at=("DRAFT",),
    then=lambda m, t, _by, _row: m.findings.remove(t),
)
def discard_finding(s, thing, user, way):
    return findings.discard_draft(finding_id=thing.pk, acting_user=user)


@act(
    of="findings",
    who=LEADER,
    bars=(closed, _kind("PROBLEM", "SUGGESTION")),
    at=("DRAFT",),
    moved=lambda _m, t: t.aside,
    to="ISSUED",
    ways=("stale",),
)
def issue(s, thing, user, way):
    return findings.issue_finding(**known(thing, way), acting_user=user)


@act(
    of="findings",
    who=LEADER,
    bars=(closed, _kind("EXEMPLAR")),
    at=("DRAFT",),
    moved=lambda _m, t: t.aside,
    to="RECOMMENDED",
    ways=("stale", "unconcluded", "alone"),
)
def recommend_exemplar(s, thing, user, way):
    decision = s.concluded(Matter.EXEMPLAR, way)
    return findings.recommend_exemplar(**known(thing, way), collective_decision_id=decision, acting_user=user)


def _acknowledged(complete):
    def then(m, thing, _by, row):
        for each in row.rectifications.all():
            _laid(m, thing, each, complete)

    return {
        "of": "findings",
        "who": UNIT,
        "bars": (closed, _kind("PROBLEM")),
        "at": STANDS,
        "to": "ACKNOWLEDGED",
        "ways": ("stale",),
        "then": then,
    }


def _laid(m, finding, row, complete):
    m.measures.append(Thing(row.pk, "IN_PROGRESS" if complete else "OPEN", of=finding.pk, complete=complete))


@act(**_acknowledged(complete=True))
def acknowledge(s, thing, user, way):
    return findings.acknowledge_finding(**known(thing, way), measures=[measure()], acting_user=user)


@act(**_acknowledged(complete=False))
def acknowledge_without_deadline(s, thing, user, way):
    return findings.acknowledge_finding(**known(thing, way), measures=[measure(due_on=None)], acting_user=user)


@act(
    of="findings",
    who=UNIT,
    bars=(closed, _kind("PROBLEM")),
    at=("ISSUED",),
    to="DISPUTED",
    ways=WORDS,
)
def dispute(s, thing, user, way):
    return findings.dispute_finding(**known(thing, way), reason=words("并非我单位。", way), acting_user=user)


SETTLED = {"of": "findings", "who": LEADER, "bars": (closed,), "at": ("DISPUTED",), "ways": WORDS}


@act(**SETTLED, to="UPHELD")
def uphold(s, thing, user, way):
    return findings.uphold_finding(**known(thing, way), answer=words("属实。", way), acting_user=user)


@act(**SETTLED, to="AMENDED")
def amend(s, thing, user, way):
    changed = {"text": words("仅两个支部如此。", way), "advice": "更正。", "answer": "经复核。"}
    return findings.amend_finding(**known(thing, way), **changed, acting_user=user)


@act(
    of="findings",
    who=UNIT,
    bars=(closed, _kind("SUGGESTION")),
    at=("ISSUED", "ANSWERED"),
    to="ANSWERED",
    ways=WORDS,
)
def answer_suggestion(s, thing, user, way):
    adoption = Adoption.PARTLY if way == "wordless" else Adoption.ADOPTED
    return findings.answer_suggestion(**known(thing, way), adoption=adoption, acting_user=user)


@act(
    of="findings",
    who=LEADER,
    moved=lambda _m, t: t.state not in FROM["WITHDRAWN"][t.kind],
    to="WITHDRAWN",
    ways=WORDS,
)
def withdraw_finding(s, thing, user, way):
    return findings.withdraw_finding(**known(thing, way), reason=words("查无此事。", way), acting_user=user)


def _unverified(m, thing, _by):
    states = {each.state for each in m.measures_of(thing)}
    return states != {"VERIFIED"}


def _closed(_m, thing, _by, _row):
    thing.cause = True


@act(
    of="findings",
    who=LEADER,
    bars=(closed, _kind("PROBLEM"), _unverified),
    at=RUNNING,
    to="CLOSED",
    # A cause that was written once stays.
    ways=lambda _m, t: ("stale",) if t.cause else WORDS,
    then=_closed,
)
def close(s, thing, user, way):
    return findings.close_finding(**known(thing, way), cause=words("研究不够。", way), acting_user=user)


def _all_again(m, thing, _by, _row):
    for each in m.measures_of(thing):
        if each.state == "VERIFIED":
            each.state = "REOPENED"


@act(
    of="findings",
    who=LEADER,
    bars=(closed, _kind("PROBLEM")),
    at=("CLOSED",),
    to="REOPENED",
    ways=WORDS,
    then=_all_again,
)
def reopen_finding(s, thing, user, way):
    return findings.reopen_finding(**known(thing, way), reason=words("又用旧表。", way), acting_user=user)


def _add(complete):
    def then(m, thing, _by, row):
        _laid(m, thing, row, complete)

    return {"of": "findings", "who": UNIT, "bars": (closed,), "at": RUNNING, "ways": ("wordless",), "then": then}


@act(**_add(complete=True))
def add_measure(s, thing, user, way):
    return rectifications.add(finding_id=thing.pk, given=measure(measure=words("补办。", way)), acting_user=user)


@act(**_add(complete=False))
def add_measure_without_deadline(s, thing, user, way):
    written = measure(measure=words("补办。", way), due_on=None)
    return rectifications.add(finding_id=thing.pk, given=written, acting_user=user)


def _finding_rests(m, thing):
    """A measure against a finding closed or withdrawn, or of a plan taken back, asks for nothing more."""
    return not m.origin_waits(thing, *RUNNING)


def _planned(_m, thing, _by, _row):
    thing.complete = True


@act(
    of="measures",
    who=UNIT,
    bars=(closed,),
    at=WITH_THE_UNIT,
    moved=_finding_rests,
    to="IN_PROGRESS",
    ways=WORDS,
    then=_planned,
)
def plan_measure(s, thing, user, way):
    later = clock.today() + timedelta(days=10)
    written = measure(measure=words("重新印发。", way), due_on=later)
    return rectifications.plan(**_laid_out(thing, way), given=written, acting_user=user)


@act(
    of="measures",
    who=UNIT,
    bars=(closed, lambda _m, t, _by: not t.complete),
    at=WITH_THE_UNIT,
    moved=_finding_rests,
    to="REPORTED",
    ways=WORDS,
)
def report(s, thing, user, way):
    return rectifications.report(**_laid_out(thing, way), result=words("已收回。", way), acting_user=user)


@act(
    of="measures",
    who=TEAM,
    bars=(closed,),
    at=("REPORTED",),
    moved=_finding_rests,
    to="VERIFIED",
    ways=("stale",),
)
def strike_off(s, thing, user, way):
    return rectifications.verify(**_laid_out(thing, way), acting_user=user)


def _rebounds(m, thing, _by, _row):
    if thing.kind == MENDING:
        return
    finding = m.finding_of(thing)
    if finding.state == "CLOSED":
        finding.state = "REOPENED"


@act(
    of="measures",
    who=TEAM,
    bars=(closed, lambda m, t, by: t.state == "VERIFIED" and not m.acts_as(by, "leader")),
    at=("REPORTED", "VERIFIED"),
    moved=lambda m, t: not m.origin_waits(t, *RUNNING, "CLOSED"),
    to="REOPENED",
    ways=WORDS,
    then=_rebounds,
)
def reopen_measure(s, thing, user, way):
    return rectifications.reopen(**_laid_out(thing, way), note=words("不够。", way), acting_user=user)


def known(thing, way):
    """The finding, and the version that the form carries."""
    row = Finding.objects.get(pk=thing.pk)
    return {"finding_id": row.pk, "expected_version": version(row, way)}


def _laid_out(thing, way):
    row = Rectification.objects.get(pk=thing.pk)
    return {"rectification_id": row.pk, "expected_version": version(row, way)}
