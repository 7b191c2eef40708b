"""What is to be done about a case, by which party; opened and settled by acts."""

from django.db import models
from django.db.models import Q

from teams import clock
from units.enums import Party
from units.models.case import Case


class Todo(models.Model):
    """One open duty; a pile (activities to verify) is one row with a count."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="todos")
    kind = models.CharField(max_length=60)
    key = models.CharField(max_length=80)
    party = models.CharField(max_length=10, choices=Party)
    rank = models.PositiveSmallIntegerField()
    count = models.PositiveIntegerField(default=1)
    since = models.DateTimeField(default=clock.now)
    due_on = models.DateField(null=True, blank=True)
    target_id = models.BigIntegerField(null=True, blank=True, help_text="The row to act on, if one")
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["rank", "since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "key"], condition=Q(settled_at=None), name="todo_key_unique_while_open"
            ),
        ]
        indexes = [
            models.Index(fields=["party", "case"], condition=Q(settled_at=None), name="todos_open"),
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.kind}"
