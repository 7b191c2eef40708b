"""Rows of teams for tests: people, campaign, teams and who sits in them."""

from datetime import date

import factory

from teams.enums import Role, TeamKind
from teams.models import Batch, Campaign, Membership, Team, User

PASSWORD = "a long password for tests"


class UserFactory(factory.django.DjangoModelFactory):
    """An activated account whose password is PASSWORD."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    class Params:
        deactivated = factory.Trait(is_active=False)

    username = factory.Sequence(lambda n: f"person{n}")
    name = factory.Sequence(lambda n: f"人员{n}")
    password = factory.django.Password(PASSWORD)


class CampaignFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Campaign

    code = factory.Sequence(lambda n: f"CAMPAIGN_{n}")
    name_zh = "江源省先进性教育活动"
    name_en = "Jiangyuan education campaign"
    leading_group_zh = "省委先进性教育活动领导小组"
    leading_group_en = "Provincial leading group"
    office_zh = "领导小组办公室"
    office_en = "Leading group office"
    issuing_mark = "江先教发"
    starts_on = date(2004, 9, 1)
    ends_on = date(2006, 6, 30)


class BatchFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Batch

    campaign = factory.SubFactory(CampaignFactory)
    number = factory.Sequence(lambda n: n + 1)
    name_zh = factory.LazyAttribute(lambda batch: f"第{batch.number}批")
    name_en = factory.LazyAttribute(lambda batch: f"Batch {batch.number}")


class TeamFactory(factory.django.DjangoModelFactory):
    """A supervision team; `office=True` makes the campaign's office."""

    class Meta:
        model = Team

    class Params:
        office = factory.Trait(kind=TeamKind.OFFICE, number=0, name_zh="领导小组办公室", name_en="Leading group office")

    campaign = factory.SubFactory(CampaignFactory)
    kind = TeamKind.SUPERVISION
    number = factory.Sequence(lambda n: n + 1)
    name_zh = factory.LazyAttribute(lambda team: f"第{team.number}督导组")
    name_en = factory.LazyAttribute(lambda team: f"Supervision team {team.number}")


class MembershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Membership

    team = factory.SubFactory(TeamFactory)
    user = factory.SubFactory(UserFactory)
    role = Role.MEMBER
