"""The campaign and its batches (row 17)."""

from django.db import models

from teams.models.named import Named, in_language


class Campaign(Named):
    """One education campaign of one leading group."""

    code = models.SlugField(max_length=60, unique=True)
    leading_group_zh = models.CharField(max_length=200)
    leading_group_en = models.CharField(max_length=200)
    office_zh = models.CharField(max_length=200)
    office_en = models.CharField(max_length=200)
    issuing_mark = models.CharField(max_length=20, help_text="Organ code in document numbers (机关代字)")
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="campaign_ends_after_start"
            ),
        ]

    @property
    def leading_group(self) -> str:
        return in_language(self.leading_group_zh, self.leading_group_en)

    @property
    def office(self) -> str:
        return in_language(self.office_zh, self.office_en)


class Batch(Named):
    """One of the waves of units; a unit belongs to one batch."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="batches")
    number = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["campaign", "number"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "number"], name="batch_number_once_per_campaign"),
        ]
