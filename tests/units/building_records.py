"""Records of the later gates, built through the services: what is no session, gists, rules that the unit made."""

from datetime import timedelta

from tests.cast import Cast
from tests.units.building_activities import ENTERED_ON
from units.enums import (
    ActivityKind,
    Measure,
    OpinionSource,
    Organiser,
    ProblemCategory,
    RegulationChange,
    SolicitingMethod,
)
from units.models import Activity, Case, OpinionSummary, RegulationOutput
from units.rules.measures import asked_of
from units.rules.plausibility import Entered
from units.services.activities import save_and_submit, save_draft, verify_activity
from units.services.opinions import Gist, record_opinion
from units.services.regulations import Regulation, record_regulation, verify_regulation

FIGURES = {
    ActivityKind.SOLICITING: {
        Measure.TIMES: 3,
        Measure.PEOPLE: 120,
        Measure.OPINIONS: 86,
        Measure.SUBSTANTIVE: 71,
    },
    ActivityKind.SELF_ANALYSIS: {Measure.MEMBERS_TOTAL: 1032, Measure.MEMBERS_DONE: 1030},
    ActivityKind.HEART_TO_HEART: {Measure.TALKS: 412},
    ActivityKind.ORGANISATIONAL_LIFE: {
        Measure.EXPECTED: 1032,
        Measure.ATTENDED: 1011,
        Measure.BRANCHES_TOTAL: 79,
        Measure.BRANCHES_HELD: 79,
    },
    ActivityKind.DEMOCRATIC_LIFE: {
        Measure.MINUTES: 210,
        Measure.LEADERS_EXPECTED: 9,
        Measure.LEADERS_ATTENDED: 9,
    },
    ActivityKind.DEMOCRATIC_APPRAISAL: {Measure.MEMBERS_TOTAL: 1032, Measure.MEMBERS_DONE: 1020},
    ActivityKind.INDIVIDUAL_MEASURES: {Measure.MEMBERS_TOTAL: 1032, Measure.MEMBERS_DONE: 1032},
}


def entered_record(kind: ActivityKind, **facts) -> Entered:
    """A record of this kind as the liaison enters it."""
    organiser: Organiser = asked_of(kind).organisers[0]
    method = SolicitingMethod.SYMPOSIUM if kind is ActivityKind.SOLICITING else ""
    defaults = {"title": str(kind.label), "held_on": ENTERED_ON + timedelta(days=1), "method": method}
    return Entered(**({"kind": kind, "organiser": organiser, "declared": FIGURES[kind]} | defaults | facts))


def drafted_record(case: Case, cast: Cast, kind: ActivityKind, **facts) -> Activity:
    return save_draft(case_id=case.pk, entered=entered_record(kind, **facts), acting_user=cast.liaison)


def submitted_record(case: Case, cast: Cast, kind: ActivityKind, **facts) -> Activity:
    """A record that waits for the team."""
    return save_and_submit(case_id=case.pk, entered=entered_record(kind, **facts), acting_user=cast.liaison)


def verified_record(case: Case, cast: Cast, kind: ActivityKind, **facts) -> Activity:
    """A record that a member of the team verified as declared."""
    record = submitted_record(case, cast, kind, **facts)
    figures = {Measure(figure.measure): figure.declared for figure in record.figures.all()}
    return verify_activity(activity_id=record.pk, verified=figures, remark="", acting_user=cast.member)


def gist(**facts) -> Gist:
    """What a symposium of the public said on daily management."""
    defaults = {
        "method": SolicitingMethod.SYMPOSIUM,
        "source": OpinionSource.PUBLIC,
        "theme": ProblemCategory.INTERNAL_MGMT,
        "count": 12,
        "gist": "办事窗口排队时间长。",
    }
    return Gist(**(defaults | facts))


def heard(case: Case, cast: Cast, **facts) -> OpinionSummary:
    return record_opinion(case_id=case.pk, heard=gist(**facts), acting_user=cast.liaison)


def regulation(**facts) -> Regulation:
    defaults = {
        "title": "窗口首问负责制",
        "change": RegulationChange.NEW,
        "adopted_on": ENTERED_ON + timedelta(days=1),
    }
    return Regulation(**(defaults | facts))


def made_rule(case: Case, cast: Cast, upload=None, **facts) -> RegulationOutput:
    """A rule that waits for the team."""
    return record_regulation(case_id=case.pk, regulation=regulation(**facts), upload=upload, acting_user=cast.liaison)


def verified_rule(case: Case, cast: Cast, **facts) -> RegulationOutput:
    return verify_regulation(regulation_id=made_rule(case, cast, **facts).pk, acting_user=cast.member)
