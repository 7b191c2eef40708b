"""Rows of units for tests: units with their people, and cases with the team that supervises them."""

from datetime import UTC, date, datetime

import factory

from tests.teams.factories import BatchFactory, TeamFactory, UserFactory
from units.enums import Party, TodoKind, UnitKind, UnitRole
from units.models import Assignment, Case, HomeUnit, Unit, UnitMembership
from units.services.todos import open_todo


class UnitFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Unit
        skip_postgeneration_save = True

    # Beyond the two digits of the cast's own units, so that a long run never meets them.
    code = factory.Sequence(lambda n: f"U{n + 100}")
    kind = UnitKind.DEPARTMENT
    name_zh = factory.LazyAttribute(lambda unit: f"单位{unit.code}")
    name_en = factory.LazyAttribute(lambda unit: f"Unit {unit.code}")
    secretary_title = "党委书记"
    short_mark = factory.LazyAttribute(lambda unit: f"{unit.code}发")

    @factory.post_generation
    def path(self, create, extracted, **kwargs):
        """The path ends with the unit's own number, which the database has only now given."""
        self.path = f"{self.parent.path if self.parent else '/'}{self.pk}/"
        self.save(update_fields=["path"])


class UnitMembershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = UnitMembership

    unit = factory.SubFactory(UnitFactory)
    user = factory.SubFactory(UserFactory)
    role = UnitRole.LIAISON


class HomeUnitFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = HomeUnit

    user = factory.SubFactory(UserFactory)
    unit = factory.SubFactory(UnitFactory)


class CaseFactory(factory.django.DjangoModelFactory):
    """A case before entry; `entered=True` has entered, `profiled=True` has its profile filled in too."""

    class Meta:
        model = Case

    class Params:
        entered = factory.Trait(entered_on=date(2005, 1, 20))
        profiled = factory.Trait(
            entered=True,
            members_total=1032,
            branches=79,
            leaders=9,
            members_away=11,
            profile_filled_at=datetime(2005, 1, 21, 9, tzinfo=UTC),
        )

    unit = factory.SubFactory(UnitFactory)
    batch = factory.SubFactory(BatchFactory)


class AssignmentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Assignment
        skip_postgeneration_save = True

    case = factory.SubFactory(CaseFactory)
    team = factory.SubFactory(TeamFactory)

    @factory.post_generation
    def awaited(self, create, wanted, **kwargs):
        """The duty to enter, for tests of duties."""
        if wanted:
            open_todo(self.case, TodoKind.ENTER, party=Party.TEAM)
