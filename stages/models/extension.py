"""Time yields to quality: the unit asks for longer, the team gives its opinion, the leading group permits (row 78)."""

from django.db import models
from django.db.models import F, Q

from stages.enums import ExtensionReason, ExtensionState
from stages.models.run import StageRun
from teams import clock
from teams.models import User
from teams.models.versioned import Versioned


class Extension(Versioned):
    """One asking; the end that stood when it was asked stays with it."""

    run = models.ForeignKey(StageRun, on_delete=models.PROTECT, related_name="extensions")
    state = models.CharField(max_length=10, choices=ExtensionState, default=ExtensionState.ASKED)
    reason = models.CharField(max_length=20, choices=ExtensionReason)
    grounds = models.TextField()
    end_before = models.DateField(help_text="The end that stood when it was asked")
    asked_end = models.DateField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=clock.now)
    supported = models.BooleanField(null=True)
    opinion = models.TextField(blank=True)
    opined_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    opined_at = models.DateTimeField(null=True)
    permitted_end = models.DateField(null=True)
    decision_remark = models.TextField(blank=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["run"], condition=Q(state=ExtensionState.ASKED), name="one_open_extension_per_run"
            ),
            models.CheckConstraint(condition=Q(asked_end__gt=F("end_before")), name="extension_asks_for_longer"),
            models.CheckConstraint(condition=~Q(grounds=""), name="extension_has_grounds"),
            models.CheckConstraint(
                condition=Q(opined_at=None, opined_by=None, supported=None)
                | Q(opined_at__isnull=False, opined_by__isnull=False, supported__isnull=False) & ~Q(opinion=""),
                name="extension_opinion_is_stamped",
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=[ExtensionState.PERMITTED, ExtensionState.REFUSED],
                    decided_by__isnull=False,
                    decided_at__isnull=False,
                    opined_at__isnull=False,
                )
                | Q(state__in=[ExtensionState.ASKED, ExtensionState.WITHDRAWN], decided_by=None, decided_at=None),
                name="decided_extension_is_stamped",
            ),
            models.CheckConstraint(
                condition=Q(
                    state=ExtensionState.PERMITTED, permitted_end__isnull=False, permitted_end__gt=F("end_before")
                )
                | ~Q(state=ExtensionState.PERMITTED) & Q(permitted_end=None),
                name="permitted_extension_has_end",
            ),
            models.CheckConstraint(
                condition=~Q(state=ExtensionState.REFUSED) | ~Q(decision_remark=""), name="refused_extension_has_reason"
            ),
            models.CheckConstraint(
                condition=~Q(state=ExtensionState.WITHDRAWN) | ~Q(withdrawn_reason=""),
                name="withdrawn_extension_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("opined_by")), name="extension_decided_by_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.run} {self.get_state_display()}"
