"""Records of units, built through the services: one activity, or all that the first gate asks for."""

from datetime import date, timedelta

from tests.cast import Cast
from units.enums import ActivityKind, Measure, Organiser
from units.models import Activity, Case
from units.rules.plausibility import Entered
from units.services.activities import save_draft, submit_activity, verify_activity

ENTERED_ON = date(2005, 1, 20)
LONGEST = 480
PRESENT = {Measure.EXPECTED: 1032, Measure.ATTENDED: 1010}
ABSENT = {"absence_reason": "外出流动11人，病假11人。", "absence_plan": "2月底前由所在支部补课。"}
LEADERS_PRESENT = {Measure.LEADERS_EXPECTED: 9, Measure.LEADERS_ATTENDED: 8}


def entered_case(case: Case, on: date = ENTERED_ON) -> Case:
    """The case after its team's entry, where a test needs no more of stage 1 than the date."""
    Case.objects.filter(pk=case.pk).update(entered_on=on)
    case.refresh_from_db()
    return case


def entered(**facts) -> Entered:
    """A study session of the whole unit on the second day, as its liaison enters it."""
    figures = facts.pop("declared", {Measure.MINUTES: 180} | PRESENT)
    defaults = {"kind": ActivityKind.STUDY_SESSION, "title": "学习《党章》", "held_on": ENTERED_ON + timedelta(days=1)}
    return Entered(**(defaults | ABSENT | facts), declared=figures)


def drafted(case: Case, cast: Cast, **facts) -> Activity:
    """A draft of the liaison's."""
    return save_draft(case_id=case.pk, entered=entered(**facts), acting_user=cast.liaison)


def submitted(case: Case, cast: Cast, **facts) -> Activity:
    """An activity that waits for the team."""
    return submit_activity(activity_id=drafted(case, cast, **facts).pk, acting_user=cast.liaison)


def verified(case: Case, cast: Cast, **facts) -> Activity:
    """An activity that a member of the team verified as declared."""
    activity = submitted(case, cast, **facts)
    figures = {Measure(figure.measure): figure.declared for figure in activity.figures.all()}
    return verify_activity(activity_id=activity.pk, verified=figures, remark="", acting_user=cast.member)


def studied(
    case: Case,
    cast: Cast,
    *,
    minutes: int = 2400,
    days: int = 5,
    discussions: int = 3,
    leaders: bool = True,
    verified: bool = True,
) -> list[Activity]:
    """Study from the day of entry on, one session a day: together `minutes`, on `days` of them concentrated.

    The first `discussions` sessions hold one; `leaders` adds their study in the branch and the central group,
    which count for nobody else. Fewer than 240 minutes a day make no concentrated day. The dates run on from entry;
    the caller's clock must have passed them.
    """
    case.refresh_from_db()
    lengths = _lengths(minutes, days)
    if discussions > len(lengths):
        raise ValueError(f"{len(lengths)} sessions hold no {discussions} discussions.")
    build = _verified if verified else submitted
    made = [
        build(
            case,
            cast,
            title=f"第{number}次集体学习",
            held_on=case.entered_on + timedelta(days=number - 1),
            is_concentrated=number <= days,
            has_discussion=number <= discussions,
            declared={Measure.MINUTES: length} | PRESENT,
        )
        for number, length in enumerate(lengths, start=1)
    ]
    for kind in (ActivityKind.BRANCH_STUDY, ActivityKind.CENTRAL_GROUP) if leaders else ():
        made.append(
            build(
                case,
                cast,
                kind=kind,
                title=str(kind.label),
                held_on=case.entered_on,
                organiser=Organiser.GROUP,
                declared={Measure.MINUTES: 120} | LEADERS_PRESENT,
            )
        )
    return made


def mobilised(case: Case, cast: Cast, *, verified: bool = True, held_on: date | None = None) -> Activity:
    """The mobilisation meeting, on the day of entry unless another is named."""
    case.refresh_from_db()
    build = _verified if verified else submitted
    return build(
        case,
        cast,
        kind=ActivityKind.MOBILISATION,
        title="先进性教育活动动员大会",
        held_on=held_on or case.entered_on,
        declared={Measure.MINUTES: 90} | PRESENT,
    )


_verified = verified


def _lengths(minutes: int, days: int) -> list[int]:
    """The concentrated days first, as long as they can be, then the rest in sessions of a day at most."""
    each = min(LONGEST, minutes // days) if days else 0
    rest = minutes - each * days
    whole, part = divmod(rest, LONGEST)
    return [each] * days + [LONGEST] * whole + ([part] if part else [])
