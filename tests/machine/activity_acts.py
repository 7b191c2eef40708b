"""What the unit did, from the draft to the team's figure, as the model has it."""

from tests.machine.acting import TEAM, UNDER_SUPERVISION, UNIT, act, closed, version, words
from tests.machine.model import Thing
from tests.units.building_activities import entered
from units.enums import Measure
from units.models import Activity
from units.services import activities
from units.services.activity_corrections import take_back_verification


@act(
    who=UNIT,
    bars=UNDER_SUPERVISION,
    then=lambda m, _t, _by, row: m.activities.append(Thing(row.pk, "DRAFT")),
)
def record_activity(s, _thing, user, way):
    return activities.save_draft(case_id=s.case.pk, entered=entered(has_discussion=True), acting_user=user)


@act(of="activities", who=UNIT, bars=UNDER_SUPERVISION, at=("DRAFT", "RETURNED"), to="SUBMITTED", ways=("stale",))
def hand_in_activity(s, thing, user, way):
    return activities.submit_activity(**_known(thing, way), acting_user=user)


@act(
    of="activities",
    who=UNIT,
    bars=UNDER_SUPERVISION,
    at=("DRAFT",),
    ways=("stale",),
    then=lambda m, t, _by, _row: m.activities.remove(t),
)
def discard_activity(s, thing, user, way):
    return activities.discard_draft(**_known(thing, way), acting_user=user)


@act(
    of="activities",
    who=UNIT,
    bars=UNDER_SUPERVISION,
    at=("SUBMITTED", "RETURNED"),
    to="WITHDRAWN",
    ways=("wordless", "stale"),
)
def withdraw_activity(s, thing, user, way):
    return activities.withdraw_activity(**_known(thing, way), reason=words("重复。", way), acting_user=user)


def _checked(_m, thing, by, _row):
    thing.by = by


CHECKED = {"of": "activities", "who": TEAM, "bars": (closed,), "at": ("SUBMITTED",), "then": _checked}


@act(**CHECKED, to="VERIFIED", ways=("stale",))
def verify_activity(s, thing, user, way):
    row = Activity.objects.get(pk=thing.pk)
    figures = {Measure(figure.measure): figure.declared for figure in row.figures.all()}
    return activities.verify_activity(**_known(thing, way), verified=figures, remark="", acting_user=user)


@act(**CHECKED, to="RETURNED", ways=("wordless", "stale"))
def return_activity(s, thing, user, way):
    return activities.return_activity(**_known(thing, way), remark=words("补签到表。", way), acting_user=user)


def _not_own(m, thing, by):
    """The leader, or whoever checked it."""
    return not m.acts_as(by, "leader") and by != thing.by


def _taken_back(_m, thing, _by, _row):
    thing.by = ""


@act(
    of="activities",
    who=TEAM,
    bars=(closed, _not_own),
    at=("VERIFIED",),
    to="SUBMITTED",
    ways=("wordless", "stale"),
    then=_taken_back,
)
def take_back_activity(s, thing, user, way):
    return take_back_verification(**_known(thing, way), reason=words("核错。", way), acting_user=user)


def _known(thing, way):
    row = Activity.objects.get(pk=thing.pk)
    return {"activity_id": row.pk, "expected_version": version(row, way)}
