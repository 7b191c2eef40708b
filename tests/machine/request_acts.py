"""Leaving a stage: asked, reviewed, decided, revoked, as the model has it."""

from stages.enums import Matter, RequestState, ReviewVerdict
from stages.models import TransitionRequest
from stages.selectors.runs import current_run
from stages.selectors.template import look_back_criteria
from stages.services.decisions import approve_transition, return_transition
from stages.services.look_backs import LookedAt, record_look_back
from stages.services.revocations import revoke_approval
from stages.services.transitions import (
    draft_transition,
    pinned_before,
    save_transition,
    submit_transition,
    withdraw_transition,
)
from teams import clock
from tests.machine.acting import DIRECTOR, LEADER, RESOLUTION, SECRETARY, UNIT, act, version, words
from tests.machine.model import OPEN_REQUEST, STAGES, Thing
from tests.reports.building_documents import printed_without_paper
from tests.samples import uploaded
from tests.stages.building_transitions import PINNED, TEXT, exit_answers, reviewed
from units.models import Document

WORDS = ("wordless", "stale")


@act(
    who=UNIT,
    moved=lambda m, _t: (
        m.stage is None or any(each.state in ("SUBMITTED", "RECOMMENDED") for each in m.requests_of(m.stage))
    ),
    ways=("wordless",),
    then=lambda m, _t, _by, _row: m.looked_back.add(m.stage),
)
def look_back(s, _thing, user, way):
    run = current_run(s.case)
    criteria = look_back_criteria(run.stage) if run else []
    return record_look_back(
        case_id=s.case.pk,
        held_on=clock.today(),
        answers=[LookedAt(criterion.pk, in_order=True) for criterion in criteria],
        summary=words("未发现。", way),
        acting_user=user,
    )


def _begun(m, _thing, _by, row):
    if not any(each.pk == row.pk for each in m.requests):
        count = len(m.requests_of(m.stage)) + 1
        m.requests.append(Thing(row.pk, "DRAFT", stage=m.stage, round=count))


@act(who=UNIT, moved=lambda m, _t: m.stage is None, then=_begun)
def draft_request(s, _thing, user, way):
    """Begun and written; one that is open already is returned instead, and written anew while it is a draft."""
    row = draft_transition(case_id=s.case.pk, acting_user=user)
    return _write(row, user) if row.state == RequestState.DRAFT else row


@act(of="requests", who=UNIT, at=("DRAFT",), ways=("stale",))
def write_request(s, thing, user, way):
    return _write(_row(thing), user, way)


def _write(row, user, way="well"):
    answers = {item.pk: "已补齐。" for item in pinned_before(row)}
    return save_transition(
        request_id=row.pk, expected_version=version(row, way), text=TEXT, answers=answers, acting_user=user
    )


@act(
    of="requests",
    who=SECRETARY,
    bars=(lambda m, _t, _by: m.obstacles("submit"),),
    at=("DRAFT",),
    to="SUBMITTED",
    ways=("stale",),
)
def hand_in_request(s, thing, user, way):
    row = _row(thing)
    return submit_transition(request_id=row.pk, expected_version=version(row, way), acting_user=user)


@act(
    of="requests",
    who=UNIT,
    bars=(lambda m, _t, _by: m.obstacles("submit"),),
    at=("DRAFT",),
    to="SUBMITTED",
    ways=("stale",),
)
def file_request(s, thing, user, way):
    """In the secretary's name, with the sealed resolution."""
    row = _row(thing)
    return submit_transition(
        request_id=row.pk, expected_version=version(row, way), resolution=uploaded(RESOLUTION), acting_user=user
    )


@act(of="requests", who=SECRETARY, at=("DRAFT", "SUBMITTED"), to="WITHDRAWN", ways=WORDS)
def withdraw_request(s, thing, user, way):
    row = _row(thing)
    return withdraw_transition(
        request_id=row.pk, expected_version=version(row, way), reason=words("再补。", way), acting_user=user
    )


REVIEWED = {"of": "requests", "who": LEADER, "at": ("SUBMITTED",)}
CONCLUDED = ("unconcluded", "alone", "stale", "wordless")


@act(**REVIEWED, late=lambda m, _t: m.obstacles("recommend"), to="RECOMMENDED", ways=CONCLUDED)
def recommend_request(s, thing, user, way):
    review = _review(s, thing, user, way, ReviewVerdict.RECOMMENDED)
    printed_without_paper(review.document)
    return review


@act(**REVIEWED, to="RETURNED_BY_TEAM", ways=CONCLUDED)
def return_by_team(s, thing, user, way):
    return _review(s, thing, user, way, ReviewVerdict.RETURNED)


def _review(s, thing, user, way, verdict):
    row = _row(thing)
    return reviewed(
        row,
        s.cast,
        verdict,
        answers=exit_answers(row),
        opinion=words("一致同意。", way),
        collective_decision_id=s.concluded(Matter.TRANSITION, way),
        expected_version=version(row, way),
        acting_user=user,
    )


def _approved(m, thing, _by, _row):
    m.runs[thing.stage] = "CLOSED"
    thing.decided = "APPROVED"
    thing.rests_on = frozenset(each.pk for each in m.plans if each.state in ("PASSED", "RETURNED"))
    if thing.stage == STAGES[-1]:
        m.closed = True
    else:
        m.runs[thing.stage + 1] = "OPEN"


@act(
    of="requests",
    who=DIRECTOR,
    at=("RECOMMENDED",),
    # What has come up since the review is a conflict: the director's page was older than the record.
    moved=lambda m, _t: m.obstacles("approve"),
    to="APPROVED",
    ways=("stale",),
    then=_approved,
)
def approve(s, thing, user, way):
    return approve_transition(request_id=thing.pk, expected_sha256=_sha256(thing, way), acting_user=user)


def _returned(_m, thing, _by, _row):
    thing.decided = "RETURNED"


@act(of="requests", who=DIRECTOR, at=("RECOMMENDED",), to="RETURNED_BY_GROUP", ways=WORDS, then=_returned)
def return_by_group(s, thing, user, way):
    return return_transition(
        request_id=thing.pk,
        expected_sha256=_sha256(thing, way),
        remark=words("补齐再报。", way),
        pinned=PINNED,
        acting_user=user,
    )


def _next_decided(m, thing, _by):
    return any(each.decided for each in m.requests_of(thing.stage + 1))


def _revoked(m, thing, _by, _row):
    thing.decided = ""
    m.runs[thing.stage] = "OPEN"
    m.closed = False
    if thing.stage + 1 in m.runs:
        m.runs[thing.stage + 1] = "SUSPENDED"
        for each in m.requests_of(thing.stage + 1):
            if each.state in OPEN_REQUEST:
                each.state = "WITHDRAWN"


@act(
    of="requests",
    who=DIRECTOR,
    bars=(_next_decided,),
    at=("APPROVED",),
    to="REVOKED",
    ways=WORDS,
    then=_revoked,
)
def revoke(s, thing, user, way):
    row = _row(thing)
    return revoke_approval(
        request_id=row.pk, expected_version=version(row, way), reason=words("查有虚报。", way), acting_user=user
    )


def _row(thing):
    return TransitionRequest.objects.get(pk=thing.pk)


def _sha256(thing, way):
    document = Document.objects.filter(review__request=thing.pk).first()
    return "0" * 64 if document is None or way == "stale" else document.sha256
