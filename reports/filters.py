"""Filters above the lists across cases."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from reports.selectors.cases import stages_of, teams_in_use
from stages.enums import RunState
from teams.models import User
from units.enums import Party
from units.models import Case
from units.selectors.divisions import looked_after_by

NOT_ENTERED, CLOSED = "not-entered", "closed"


class CaseFilter(django_filters.FilterSet):  # type: ignore[misc]  # the package has no types
    """By stage, holder, team and text; the team only where there is more than one, one's own only for who has any."""

    stage = django_filters.ChoiceFilter(label=_("Stage"), method="in_stage", empty_label=_("all"))
    holder = django_filters.ChoiceFilter(label=_("In whose hands"), choices=Party.choices, empty_label=_("all"))
    team = django_filters.ModelChoiceFilter(label=_("Team"), method="of_team", queryset=None, empty_label=_("all"))
    mine = django_filters.ChoiceFilter(
        label=_("Looked after by"), method="in_care", choices=[("me", _("me"))], empty_label=_("all")
    )
    text = django_filters.CharFilter(label=_("Unit or code"), method="called", max_length=60)

    class Meta:
        model = Case
        fields: list[str] = []

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stages = [(stage.code, stage.name) for stage in stages_of(user)]
        self.filters["stage"].extra["choices"] = [(NOT_ENTERED, _("Not entered yet")), *stages, (CLOSED, _("Closed"))]
        self.filters["team"].queryset = teams_in_use(user)
        self.cared_for = looked_after_by(user).values("assignment__case")
        if not self.cared_for.exists():
            del self.filters["mine"]

    def in_stage(self, cases: QuerySet[Case], name: str, value: str) -> QuerySet[Case]:
        if value == NOT_ENTERED:
            return cases.filter(entered_on=None)
        if value == CLOSED:
            return cases.filter(closed_on__isnull=False)
        return cases.filter(runs__stage__code=value, runs__state=RunState.OPEN)

    def of_team(self, cases: QuerySet[Case], name: str, value: Any) -> QuerySet[Case]:
        return cases.filter(assignments__team=value, assignments__ended_at=None)

    def in_care(self, cases: QuerySet[Case], name: str, value: str) -> QuerySet[Case]:
        return cases.filter(pk__in=self.cared_for)

    def called(self, cases: QuerySet[Case], name: str, value: str) -> QuerySet[Case]:
        return cases.filter(
            Q(unit__code__iexact=value) | Q(unit__name_zh__icontains=value) | Q(unit__name_en__icontains=value)
        )
