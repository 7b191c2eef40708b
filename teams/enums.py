"""The closed vocabularies of the lowest app: who acts, in which role, and which acts the ledger knows."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TeamKind(models.TextChoices):
    SUPERVISION = "SUPERVISION", _("Supervision team")
    OFFICE = "OFFICE", _("Leading group office")


class Role(models.TextChoices):
    """A member's role: the first three in a supervision team, the last two in the office."""

    LEADER = "LEADER", _("Leader")
    DEPUTY = "DEPUTY", _("Deputy leader")
    MEMBER = "MEMBER", _("Member")
    DIRECTOR = "DIRECTOR", _("Director")
    CLERK = "CLERK", _("Clerk")


SUPERVISION_ROLES = frozenset({Role.LEADER, Role.DEPUTY, Role.MEMBER})
OFFICE_ROLES = frozenset({Role.DIRECTOR, Role.CLERK})


class MeetingKind(models.TextChoices):
    COLLECTIVE = "COLLECTIVE", _("Collective discussion")
    TEAM = "TEAM", _("Team meeting")
    PARTY_LIFE = "PARTY_LIFE", _("Organisational life")


class CodePurpose(models.TextChoices):
    ACTIVATE = "ACTIVATE", _("First activation")
    RESET = "RESET", _("Password reset")


class JobState(models.TextChoices):
    QUEUED = "QUEUED", _("Queued")
    RUNNING = "RUNNING", _("Running")
    DONE = "DONE", _("Done")
    FAILED = "FAILED", _("Failed")
    VOID = "VOID", _("Void")


class Audience(models.TextChoices):
    """Who may read an entry of the ledger about a case; each act declares one."""

    ALL = "ALL", _("Unit, team and office")
    TEAM = "TEAM", _("Team and office")
    OFFICE = "OFFICE", _("Office only")
    UNIT = "UNIT", _("Unit only")


class Act(models.TextChoices):
    """Acts of this app; every app has its own list, with the app's prefix."""

    TEAM_CREATED = "teams.team_created", _("Team created")
    MEMBER_APPOINTED = "teams.member_appointed", _("Member appointed")
    MEMBER_ENDED = "teams.member_ended", _("Membership ended")
    ACCOUNT_CREATED = "teams.account_created", _("Account created")
    ACCOUNT_ACTIVATED = "teams.account_activated", _("Account activated")
    CODE_ISSUED = "teams.code_issued", _("One-time code issued")
    CODE_WITHDRAWN = "teams.code_withdrawn", _("One-time code withdrawn")
    PASSWORD_RESET = "teams.password_reset", _("Password reset")
    PASSWORD_CHANGED = "teams.password_changed", _("Password changed")
    MEETING_RECORDED = "teams.meeting_recorded", _("Meeting recorded")
    DELEGATION_RECORDED = "teams.delegation_recorded", _("Delegation recorded")
    DELEGATION_ENDED = "teams.delegation_ended", _("Delegation ended")
    JOB_FAILED = "teams.job_failed", _("Job failed")
    JOB_RETRIED = "teams.job_retried", _("Job tried again")


class NoticeKind(models.TextChoices):
    """Kinds of notices of this app; every app has its own list, with the app's prefix."""

    APPOINTED = "teams.appointed", _("Appointed to a team")
    MEMBERSHIP_ENDED = "teams.membership_ended", _("Membership ended")
    DELEGATION_RECORDED = "teams.delegation_recorded", _("Delegation recorded")
    DELEGATION_ENDED = "teams.delegation_ended", _("Delegation ended")
    RESET_AT_SERVER = "teams.reset_at_server", _("Reset code issued at the server")
