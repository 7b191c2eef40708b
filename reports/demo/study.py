"""Study: mobilised, held session by session, handed in on the same day and verified on the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from reports.demo import data
from reports.demo.papers import attendance_upload
from reports.demo.story import Story
from units.enums import ActivityKind, Measure, Organiser
from units.rules.plausibility import Entered
from units.services.activities import save_and_submit, verify_activity

# Of a hundred expected, so many came.
ATTENDANCE_PERCENT = 98
WHOLE_DAY_MINUTES, LONG_DAY_MINUTES = 360, 450
MORNING, AFTERNOON, EVENING = time(8, 30), time(13, 30), time(16, 30)
HALF_DAY_MINUTES = 300


@dataclass(frozen=True)
class Session:
    """A session of collective study; `verified` are the minutes that the team counts, where it counts others."""

    day: str
    minutes: int
    concentrated: bool = False
    discussion: bool = False
    verified: int | None = None


def whole_day(day: str, *, discussion: bool = False, verified: int | None = None) -> Session:
    """A concentrated day of six hours."""
    return Session(day, WHOLE_DAY_MINUTES, concentrated=True, discussion=discussion, verified=verified)


def long_day(day: str, *, discussion: bool = False) -> Session:
    """A concentrated day of seven hours and a half."""
    return Session(day, LONG_DAY_MINUTES, concentrated=True, discussion=discussion)


def mobilised(story: Story, day: str, *, verified: bool = True) -> None:
    """The mobilisation meeting."""
    words = data.texts()["activities"]
    entered = Entered(
        kind=ActivityKind.MOBILISATION,
        title=words["mobilisation"],
        held_on=story.days.on(day),
        starts_at=MORNING,
        ends_at=time(10, 30),
        team_attended=True,
        declared={Measure.MINUTES: 120} | _members(story),
    )
    recorded(story, day, entered, entered.declared if verified else None)


def studied(story: Story, sessions: Sequence[Session], *, verified: bool = True) -> None:
    """The unit's sessions in order; concentrated days come with the sheet of attendance."""
    titles = data.texts()["activities"]["sessions"]
    for session, title in zip(sessions, titles, strict=False):
        held(story, session, title, verified=verified)


def held(story: Story, session: Session, title: str, *, verified: bool) -> None:
    """One session."""
    declared = {Measure.MINUTES: session.minutes} | _members(story)
    words = data.texts()["activities"]
    starts_at, ends_at = _times(session)
    entered = Entered(
        kind=ActivityKind.STUDY_SESSION,
        title=title,
        held_on=story.days.on(session.day),
        starts_at=starts_at,
        ends_at=ends_at,
        is_concentrated=session.concentrated,
        has_discussion=session.discussion,
        absence_reason=words["absence_reason"],
        absence_plan=words["absence_plan"],
        summary=words["summary"],
        declared=declared,
    )
    own = declared if session.verified is None else declared | {Measure.MINUTES: session.verified}
    recorded(story, session.day, entered, own if verified else None)


def leaders_studied(story: Story, branch_day: str, central_day: str, *, verified: bool = True) -> None:
    """The leading cadres in their branch, and in the central group on another day."""
    titles = data.texts()["activities"]
    for kind, day, title in (
        (ActivityKind.BRANCH_STUDY, branch_day, titles["branch_study"]),
        (ActivityKind.CENTRAL_GROUP, central_day, titles["central_group"]),
    ):
        entered = Entered(
            kind=kind,
            title=title,
            held_on=story.days.on(day),
            organiser=Organiser.GROUP,
            declared={
                Measure.MINUTES: 120,
                Measure.LEADERS_EXPECTED: story.unit.leaders,
                Measure.LEADERS_ATTENDED: story.unit.leaders - 1,
            },
        )
        recorded(story, day, entered, entered.declared if verified else None)


def recorded(story: Story, day: str, entered: Entered, verified: Mapping[Measure, int] | None) -> None:
    """Handed in on the same day; verified on the next, with a reason where the team counts less."""
    with story.at(day, 17, 30):
        activity = save_and_submit(
            case_id=story.case.pk,
            entered=entered,
            evidence=[_sheet(entered)] if entered.is_concentrated else [],
            acting_user=story.liaison,
        )
    if verified is None:
        return
    with story.at(day, 10, days_later=1):
        verify_activity(
            activity_id=activity.pk,
            verified=verified,
            remark="" if verified == entered.declared else data.texts()["less"][day],
            acting_user=story.member,
        )


def _members(story: Story) -> dict[Measure, int]:
    members = story.unit.members
    return {Measure.EXPECTED: members, Measure.ATTENDED: members * ATTENDANCE_PERCENT // 100}


def _times(session: Session) -> tuple[time, time]:
    """A whole day has its noon break; anything shorter is an afternoon."""
    if session.minutes > HALF_DAY_MINUTES:
        return MORNING, EVENING
    return AFTERNOON, (datetime.combine(date.min, AFTERNOON) + timedelta(minutes=session.minutes)).time()


def _sheet(entered: Entered) -> SimpleUploadedFile:
    figures = entered.declared
    return attendance_upload(
        entered.held_on.isoformat(),
        entered.title,
        figures[Measure.EXPECTED],
        figures[Measure.ATTENDED],
        figures[Measure.MINUTES],
    )
