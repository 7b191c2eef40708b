"""Guidance at the democratic-life meeting of leaderships whose problems stand out (row 72)."""

from django.db import models
from django.db.models import Q

from stages.enums import GuidanceState
from teams import clock
from teams.models import User
from teams.models.versioned import Versioned
from units.models import Case


class OnSiteGuidance(Versioned):
    """The team selects a leadership, goes to its meeting and says what it saw there; counts and a judgement."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="guidances")
    state = models.CharField(max_length=10, choices=GuidanceState, default=GuidanceState.SELECTED)
    reason = models.TextField(help_text="Why this leadership was selected")
    selected_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    selected_at = models.DateTimeField(default=clock.now)
    held_on = models.DateField(null=True)
    team_present = models.PositiveSmallIntegerField(null=True, help_text="Members of the team at the meeting")
    evaluation = models.TextField(blank=True)
    settled_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)
    released_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(state=GuidanceState.SELECTED), name="one_open_guidance_per_case"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="guidance_has_reason"),
            models.CheckConstraint(
                condition=Q(state=GuidanceState.SELECTED, settled_at=None, settled_by=None)
                | ~Q(state=GuidanceState.SELECTED) & Q(settled_at__isnull=False, settled_by__isnull=False),
                name="settled_guidance_is_stamped",
            ),
            models.CheckConstraint(
                condition=~Q(state=GuidanceState.GIVEN)
                | Q(held_on__isnull=False, team_present__isnull=False, team_present__gte=1) & ~Q(evaluation=""),
                name="given_guidance_is_recorded",
            ),
            models.CheckConstraint(
                condition=~Q(state=GuidanceState.RELEASED) | ~Q(released_reason=""),
                name="released_guidance_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.get_state_display()}"
