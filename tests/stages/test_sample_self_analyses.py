"""Self-analyses are read on the spot: counts and a grade (row 68)."""

import pytest

from stages.enums import Act, Counted
from stages.models import SelfAnalysisSampling
from stages.selectors.quantities import counted
from stages.services.samplings import withdraw_sampling
from teams.exceptions import Denied, Invalid
from tests.stages.building_appraisal import sampled
from tests.stages.building_plans import entered
from tests.teams.ledger import sentences


@pytest.fixture(autouse=True)
def _entered(case, cast):
    entered(case, cast)


def total(case):
    return counted(case, None)[Counted.SELF_ANALYSES_SAMPLED].verified


@pytest.mark.requirement(68)
def test_what_was_read_adds_up_and_what_was_withdrawn_does_not_count(case, cast):
    sampled(case, cast)
    wrong = sampled(case, cast, sampled=5, sent_back=0)
    assert total(case) == 35
    withdraw_sampling(sampling_id=wrong.pk, expected_version=wrong.version, reason="重复。", acting_user=cast.leader)
    assert total(case) == 30


@pytest.mark.parametrize("who", ["secretary", "liaison", "director", "clerk", "stranger"])
def test_the_team_reads_them(case, cast, who):
    with pytest.raises(Denied):
        sampled(case, cast, acting_user=getattr(cast, who))


@pytest.mark.parametrize(
    ("changes", "field"), [({"sampled": 0, "sent_back": 0}, "sampled"), ({"sent_back": 31}, "sent_back")]
)
def test_counts_that_cannot_be_are_refused(case, cast, changes, field):
    with pytest.raises(Invalid) as refused:
        sampled(case, cast, **changes)
    assert list(refused.value.errors) == [field]


@pytest.mark.requirement(68)
def test_no_text_of_a_paper_is_kept(case, cast):
    """There is no field for one, and none for a file."""
    texts = {field.name for field in SelfAnalysisSampling._meta.get_fields() if hasattr(field, "max_length")}
    assert "file" not in texts
    with pytest.raises(Invalid):
        sampled(case, cast, remark="联系人13800138000。")


def test_the_unit_reads_none_of_it(client, case, cast):
    sampling = sampled(case, cast, remark="谈现象多、谈根源少。")
    assert "退回重写9份" in sentences(Act.SELF_ANALYSES_SAMPLED)[0]
    client.force_login(cast.secretary)
    assert sampling.remark not in client.get(f"/cases/{case.pk}/on-the-spot/").content.decode()
    assert client.get(f"/cases/{case.pk}/samplings/{sampling.pk}/withdraw/").status_code == 404
