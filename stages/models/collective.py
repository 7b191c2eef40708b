"""What a team concluded together on a case (row 96)."""

from django.db import models

from stages.enums import Matter
from teams import clock
from teams.models import Meeting, User
from units.models import Case


class CollectiveDecision(models.Model):
    """A meeting's conclusion on one matter of one case; the quorum is asked when it is used."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="decisions")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="collective_decisions")
    matter = models.CharField(max_length=20, choices=Matter)
    conclusion = models.TextField()
    members_present = models.PositiveSmallIntegerField()
    members_total = models.PositiveSmallIntegerField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(members_present__lte=models.F("members_total"), members_present__gte=1),
                name="present_are_members",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_matter_display()} {self.meeting.held_on}"
