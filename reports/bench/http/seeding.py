"""Cases in any number, by bulk inserts: each entered, with activities, findings, a to-do and a ledger of its own."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC, datetime, time, timedelta
from importlib import import_module
from pathlib import Path

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connection
from django.urls import reverse

from reports.bench.http.words import WORDS
from stages import campaigns
from stages.enums import Act, FindingKind, FindingState, RunState
from stages.models import Finding, Stage, StageRun
from stages.services.campaigns import load_campaign
from teams import canonical, clock
from teams.enums import Role, TeamKind
from teams.models import AuditEntry, Campaign, Membership, Team, User
from units.enums import ActivityKind, ActivityState, Measure, Party, TodoKind, UnitKind
from units.models import Activity, ActivityFigure, Assignment, Case, Todo, Unit

FILE = Path(campaigns.__file__).parent / "advanced_nature_2005.toml"
TEAMS = 30
ACTIVITIES, FINDINGS, ENTRIES = 12, 3, 12
AT_ONCE = 1000
DAYS_AGO = 30
DUTIES = ((20, TodoKind.CONFIRM_PROFILE, Party.TEAM), (22, TodoKind.PLAN, Party.UNIT))


@dataclass(frozen=True)
class Seeded:
    """Whose sessions there are, and the addresses of what is measured."""

    director: str
    member: str
    pages: dict[str, str]


def seed(number: int) -> dict[str, object]:
    """Fill an empty database with so many cases of one campaign; what the load generator needs to know of it."""
    campaign = load_campaign(campaigns.read(FILE)).campaign
    office = Team.objects.create(
        campaign=campaign, kind=TeamKind.OFFICE, number=0, name_zh=WORDS["office"], name_en="Office"
    )
    director = _member(office, Role.DIRECTOR, "director")
    teams = _teams(campaign)
    member = _member(teams[0], Role.MEMBER, "member")
    cases = _cases(campaign, teams, number)
    _runs(campaign, cases)
    _records(cases, member)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    # Both of the first team, whose member asks.
    first, second = cases[0], cases[TEAMS]
    pages = {
        "one row": reverse("bench_row", args=[first.pk]),
        "lean list": reverse("bench_list"),
        "home": reverse("home"),
        "case list": reverse("cases"),
        "case overview": reverse("case", args=[first.pk]),
        "form shown": reverse("finding_new", args=[first.pk]),
        # Of another case, so that the form that is shown does not grow.
        "finding saved": reverse("finding_new", args=[second.pk]),
    }
    return asdict(Seeded(_session(director), _session(member), pages))


def _member(team: Team, role: Role, username: str) -> User:
    user = User.objects.create_user(username, f"{team.name_zh}{role.label}")
    Membership.objects.create(team=team, user=user, role=role)
    return user


def _session(user: User) -> str:
    """The key of a session in which this person is logged in."""
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    store[SESSION_KEY] = str(user.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    store.create()
    return str(store.session_key)


def _teams(campaign: Campaign) -> list[Team]:
    return Team.objects.bulk_create(
        (
            Team(
                campaign=campaign,
                kind=TeamKind.SUPERVISION,
                number=n,
                name_zh=WORDS["team"].format(n=n),
                name_en=f"Supervision team {n}",
            )
            for n in range(1, TEAMS + 1)
        ),
        AT_ONCE,
    )


def _cases(campaign: Campaign, teams: list[Team], number: int) -> list[Case]:
    units = Unit.objects.bulk_create(
        (
            Unit(
                code=f"U{n:06}",
                kind=UnitKind.DEPARTMENT,
                name_zh=WORDS["unit"].format(n=n),
                name_en=f"Unit {n}",
                path=f"/{n}/",
            )
            for n in range(1, number + 1)
        ),
        AT_ONCE,
    )
    batch, entered = campaign.batches.get(number=1), clock.today() - timedelta(days=DAYS_AGO)
    opened = datetime.combine(entered, time(9), UTC)
    cases = Case.objects.bulk_create(
        (
            Case(
                unit=unit,
                batch=batch,
                opened_at=opened,
                entered_on=entered,
                members_total=320,
                branches=12,
                leaders=7,
                members_away=9,
                profile_filled_at=opened,
                holder=Party.TEAM,
                holder_since=opened,
                holder_reason=TodoKind.CONFIRM_PROFILE,
            )
            for unit in units
        ),
        AT_ONCE,
    )
    Assignment.objects.bulk_create(
        (Assignment(case=case, team=teams[n % TEAMS]) for n, case in enumerate(cases)), AT_ONCE
    )
    return cases


def _runs(campaign: Campaign, cases: list[Case]) -> None:
    stage = Stage.objects.get(template__campaign=campaign, number=1)
    opened = cases[0].opened_at.date()
    StageRun.objects.bulk_create(
        (
            StageRun(
                case=case, stage=stage, state=RunState.OPEN, opened_on=opened, planned_end=opened + timedelta(days=90)
            )
            for case in cases
        ),
        AT_ONCE,
    )
    Todo.objects.bulk_create(
        (
            Todo(
                case=case,
                kind=kind,
                key=kind,
                party=party,
                rank=rank,
                since=case.opened_at,
                due_on=opened + timedelta(days=n % (2 * DAYS_AGO)),
            )
            for n, case in enumerate(cases)
            for rank, kind, party in DUTIES
        ),
        AT_ONCE,
    )


def _records(cases: list[Case], member: User) -> None:
    activities = Activity.objects.bulk_create(
        (_activity(case, n, member) for case in cases for n in range(ACTIVITIES)), AT_ONCE
    )
    ActivityFigure.objects.bulk_create(
        (ActivityFigure(activity=each, measure=Measure.MINUTES, declared=150, verified=120) for each in activities),
        AT_ONCE,
    )
    Finding.objects.bulk_create((_finding(case, n, member) for case in cases for n in range(FINDINGS)), AT_ONCE)
    AuditEntry.objects.bulk_create((_entry(case, n, member) for case in cases for n in range(ENTRIES)), AT_ONCE)


def _activity(case: Case, number: int, member: User) -> Activity:
    return Activity(
        case=case,
        kind=ActivityKind.STUDY_SESSION,
        title=WORDS["session"].format(n=number),
        held_on=case.opened_at.date() + timedelta(days=number),
        is_concentrated=True,
        state=ActivityState.VERIFIED,
        drafted_by=member,
        submitted_by=member,
        submitted_at=case.opened_at,
        checked_by=member,
        checked_at=case.opened_at,
    )


def _finding(case: Case, number: int, member: User) -> Finding:
    return Finding(
        case=case,
        number=number + 1,
        kind=FindingKind.PROBLEM,
        state=FindingState.ISSUED,
        text=WORDS["finding"],
        advice=WORDS["advice"],
        observed_on=case.opened_at.date(),
        drafted_by=member,
        issued_by=member,
        issued_at=case.opened_at,
    )


def _entry(case: Case, number: int, member: User) -> AuditEntry:
    return AuditEntry(
        at=case.opened_at + timedelta(days=number),
        act=Act.CASE_ENTERED,
        actor=member,
        actor_name=member.name,
        scope=case._meta.label_lower,
        scope_id=case.pk,
        target=case._meta.label_lower,
        target_id=case.pk,
        details=canonical.dumps({"entered_on": "2005-01-20", "stage": WORDS["stage"]}),
    )
