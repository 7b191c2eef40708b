"""The campaign is data: loading its file makes rows, and what the speech fixed cannot be softened."""

from dataclasses import replace

import pytest

from stages.enums import Subject
from stages.models import Criterion
from stages.services.campaigns import load_campaign
from teams.exceptions import Conflict
from tests.stages.factories import TWO_STAGES, campaign_file, load


@pytest.mark.requirement(17)
def test_it_makes_three_batches_of_three_stages(template):
    assert template.campaign.batches.count() == 3
    assert [stage.number for stage in template.stages.all()] == [1, 2, 3]
    assert template.gates.count() == 6


def test_it_makes_another_campaign_from_another_file(db):
    template = load(TWO_STAGES)
    assert template.stages.count() == 2
    assert template.gates.count() == 4


@pytest.mark.requirement(57, 58, 59)
def test_it_locks_the_numbers_of_the_speech(template):
    locked = Criterion.objects.filter(template=template, locked=True, subject=Subject.GATE)
    assert dict(locked.values_list("quantity", "threshold")) == {
        "STUDY_MINUTES": 2400,
        "CONCENTRATED_DAYS": 5,
        "DISCUSSIONS": 3,
    }


def test_it_refuses_the_same_version_twice(template):
    with pytest.raises(Conflict):
        load()


@pytest.mark.requirement(57)
def test_it_refuses_a_version_that_softens_a_locked_number(template):
    file = campaign_file()
    softened = tuple(
        replace(criterion, threshold=1200) if criterion.quantity == "STUDY_MINUTES" else criterion
        for criterion in file.criteria
    )
    with pytest.raises(Conflict):
        load_campaign(replace(file, template=replace(file.template, version=2), criteria=softened))
    assert template.campaign.templates.count() == 1
