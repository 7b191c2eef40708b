"""What a campaign asks, as data: stages, gates and criteria of one frozen version (rows 17, 55)."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stages.enums import Counted, CriterionKind, Subject
from teams import clock
from teams.exceptions import Text
from teams.models import Batch, Campaign
from teams.models.named import Named, in_language
from units.enums import Quantity


class Template(models.Model):
    """One version of a campaign's requirements; frozen as soon as a case has entered under it."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="templates")
    version = models.PositiveSmallIntegerField()
    quorum_percent = models.PositiveSmallIntegerField(default=50, help_text="Share of the team, percent")
    quorum_minimum = models.PositiveSmallIntegerField(default=2)
    day_minutes = models.PositiveSmallIntegerField(default=240, help_text="Least minutes of a concentrated day")
    early_recording = models.BooleanField(default=True, help_text="A unit may record before the home stage")
    basic_is_satisfied = models.BooleanField(default=False, help_text="Surveys count 基本满意 among the satisfied")
    created_at = models.DateTimeField(default=clock.now)
    frozen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "version"], name="template_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.campaign} v{self.version}"


class Stage(Named):
    """A stage of the campaign, and the name of the transition that leads out of it."""

    template = models.ForeignKey(Template, on_delete=models.CASCADE, related_name="stages")
    number = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=40)
    transition_zh = models.CharField(max_length=100)
    transition_en = models.CharField(max_length=100)
    closes_case = models.BooleanField(default=False, help_text="Approval closes the case instead of opening a stage")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["template", "number"], name="stage_number_once"),
            models.UniqueConstraint(fields=["template", "code"], name="stage_code_once"),
        ]

    @property
    def transition(self) -> str:
        return in_language(self.transition_zh, self.transition_en)

    @property
    def request_name(self) -> Text:
        """What the request to leave it is called; after the last stage nothing is left to move on to."""
        return _("completion request") if self.closes_case else _("transition request")


class StageSchedule(models.Model):
    """Planned dates of a stage for a batch; they advance nothing by themselves (row 78)."""

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="schedules")
    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="schedules")
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        ordering = ["batch", "stage"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "stage"], name="one_schedule_per_batch_and_stage"),
            models.CheckConstraint(condition=Q(ends_on__gte=models.F("starts_on")), name="schedule_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.stage} {self.starts_on}–{self.ends_on}"


class Gate(Named):
    """A checkpoint (关); the transition gate belongs to every stage and so to none."""

    template = models.ForeignKey(Template, on_delete=models.CASCADE, related_name="gates")
    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, null=True, related_name="gates")
    order = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=40)
    is_transition = models.BooleanField(default=False)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["template", "order"], name="gate_order_once"),
            models.UniqueConstraint(fields=["template", "code"], name="gate_code_once"),
            models.CheckConstraint(
                condition=Q(is_transition=True, stage=None) | Q(is_transition=False, stage__isnull=False),
                name="transition_gate_has_no_single_stage",
            ),
        ]


class Criterion(models.Model):
    """One thing that is asked; quantities are sums of records, never typed."""

    template = models.ForeignKey(Template, on_delete=models.CASCADE, related_name="criteria")
    subject = models.CharField(max_length=20, choices=Subject)
    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, null=True, related_name="criteria")
    gate = models.ForeignKey(Gate, on_delete=models.CASCADE, null=True, related_name="criteria")
    code = models.CharField(max_length=100)
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=CriterionKind)
    group_code = models.CharField(max_length=40, blank=True)
    group_zh = models.CharField(max_length=200, blank=True)
    group_en = models.CharField(max_length=200, blank=True)
    wording_zh = models.TextField()
    wording_en = models.TextField()
    help_zh = models.TextField(blank=True)
    help_en = models.TextField(blank=True)
    entries = models.JSONField(default=list, help_text="Checklist: [{code, zh, en}]")
    quantity = models.CharField(max_length=40, blank=True)
    threshold = models.PositiveIntegerField(null=True, blank=True)
    shown_per = models.PositiveSmallIntegerField(default=1, help_text="60 shows minutes as hours")
    unit_zh = models.CharField(max_length=20, blank=True)
    unit_en = models.CharField(max_length=20, blank=True)
    hard = models.BooleanField(default=False)
    locked = models.BooleanField(default=False, help_text="The speech's own rule: cannot be softened")
    rows = models.JSONField(default=list, help_text="Requirement rows")

    class Meta:
        ordering = ["order"]
        verbose_name_plural = "criteria"
        constraints = [
            models.UniqueConstraint(fields=["template", "code"], condition=Q(stage=None), name="criterion_code_once"),
            models.UniqueConstraint(
                fields=["template", "code", "stage"],
                condition=Q(stage__isnull=False),
                name="stage_criterion_code_once",
            ),
            models.CheckConstraint(condition=Q(locked=False) | Q(hard=True), name="locked_criterion_is_hard"),
            models.CheckConstraint(
                condition=Q(subject=Subject.GATE, gate__isnull=False)
                | Q(subject__in=[Subject.EXIT, Subject.LOOK_BACK], stage__isnull=False, gate=None)
                | Q(subject__in=[Subject.PLAN, Subject.RECTIFICATION_PLAN], gate=None, stage=None),
                name="criterion_belongs_to_its_subject",
            ),
            models.CheckConstraint(
                condition=Q(kind=CriterionKind.QUANTITY, threshold__isnull=False) & ~Q(quantity="")
                | ~Q(kind=CriterionKind.QUANTITY) & Q(threshold=None, quantity=""),
                name="quantity_has_threshold",
            ),
        ]

    def __str__(self) -> str:
        return self.wording

    @property
    def wording(self) -> str:
        return in_language(self.wording_zh, self.wording_en)

    @property
    def group(self) -> str:
        return in_language(self.group_zh, self.group_en)

    @property
    def help(self) -> str:
        return in_language(self.help_zh, self.help_en)

    @property
    def unit(self) -> str:
        return in_language(self.unit_zh, self.unit_en)

    @property
    def entry_choices(self) -> list[tuple[str, str]]:
        """The checklist's entries as (code, wording) pairs."""
        entries: list[dict[str, Any]] = self.entries
        return [(entry["code"], in_language(entry["zh"], entry["en"])) for entry in entries]

    @property
    def measures(self) -> Quantity | Counted | None:
        """The quantity that answers this criterion, if it asks for one."""
        if self.quantity in Counted:
            return Counted(self.quantity)
        return Quantity(self.quantity) if self.quantity in Quantity else None
