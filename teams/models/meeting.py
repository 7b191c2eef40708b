"""Meetings of a team: what was discussed together, and who was there (rows 95, 96)."""

from django.db import models

from teams import clock
from teams.enums import MeetingKind
from teams.models.team import Membership, Team
from teams.models.user import User


class Meeting(models.Model):
    """One meeting with its attendees; the minutes are the team's own."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="meetings")
    kind = models.CharField(max_length=20, choices=MeetingKind)
    held_on = models.DateField()
    minutes = models.TextField(blank=True)
    present = models.ManyToManyField(Membership, related_name="meetings")
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-held_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.team} {self.held_on}"
