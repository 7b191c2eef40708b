"""What was heard: gists without anybody's identity, recorded and withdrawn by the unit (rows 26, 62-67)."""

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from teams import clock
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import AuditEntry
from tests.pages import words_of
from tests.teams.ledger import sentences
from tests.units.building_activities import entered_case
from tests.units.building_records import gist, heard
from units.enums import Act, OpinionSource, ProblemCategory
from units.models import Case, OpinionSummary
from units.rules.opinions import SMALLEST_SHOWN, heard_in_all
from units.selectors.opinions import opinions_of
from units.services.opinions import record_opinion, withdraw_opinion


@pytest.fixture
def case(case):
    return entered_case(case)


def record(case, who, **facts):
    return record_opinion(case_id=case.pk, heard=gist(**facts), acting_user=who)


def withdraw(opinion, who, reason="归纳不准。", version=None):
    return withdraw_opinion(opinion_id=opinion.pk, reason=reason, acting_user=who, expected_version=version)


@pytest.mark.parametrize("who", ["liaison", "secretary"])
def test_the_unit_records_what_it_heard(case, cast, who):
    assert record(case, getattr(cast, who), gist=" 排队久。 ").gist == "排队久。"


@pytest.mark.requirement(4)
@pytest.mark.parametrize("who", ["leader", "member", "director", "other_liaison", "parent_liaison"])
def test_nobody_else_records_or_withdraws(case, cast, who):
    with pytest.raises(Denied):
        record(case, getattr(cast, who))
    with pytest.raises(Denied):
        withdraw(heard(case, cast), getattr(cast, who))


def test_nothing_is_recorded_before_entry_or_after_the_close(case, cast, other_case):
    with pytest.raises(Denied):
        record(other_case, cast.other_liaison)
    Case.objects.filter(pk=case.pk).update(closed_on=clock.today())
    with pytest.raises(Denied):
        record(case, cast.liaison)


@pytest.mark.requirement(26, 66)
@pytest.mark.parametrize("words", ["联系13912345678。", "身份证11010519491231002X。", "电话０２５－８３３３４４４４"])
def test_no_number_of_a_person_is_kept(case, cast, words):
    with pytest.raises(Invalid) as refusal:
        record(case, cast.liaison, gist=words)
    assert set(refusal.value.errors) == {"gist"}
    with pytest.raises(Invalid) as refusal:
        withdraw(heard(case, cast), cast.liaison, reason=words)
    assert set(refusal.value.errors) == {"reason"}
    assert OpinionSummary.objects.get().withdrawn_at is None


@pytest.mark.parametrize(
    ("facts", "field"), [({"gist": " "}, "gist"), ({"count": 0}, "count"), ({"count": -3}, "count")]
)
def test_what_says_nothing_is_refused(case, cast, facts, field):
    with pytest.raises(Invalid) as refusal:
        record(case, cast.liaison, **facts)
    assert set(refusal.value.errors) == {field}
    assert not OpinionSummary.objects.exists()


@pytest.mark.requirement(26, 66)
def test_nothing_ties_a_gist_to_a_person(case, cast):
    """Neither the row nor the ledger: its entries are about the case, and none holds a word of a gist."""
    fields = {field.name for field in OpinionSummary._meta.get_fields()}
    assert not fields & {"recorded_by", "author", "name", "phone", "ip", "session"}
    withdraw(heard(case, cast, gist="金丝雀排队久"), cast.secretary)
    entries = AuditEntry.objects.filter(act__in=[Act.OPINION_RECORDED, Act.OPINION_WITHDRAWN])
    assert {(entry.target, entry.target_id) for entry in entries} == {("units.case", case.pk)}
    assert not any("金丝雀" in entry.details for entry in entries)
    assert sentences(Act.OPINION_RECORDED) == ["县委联络员登记了一条关于“内部管理方面的突出问题”的意见要点。"]
    assert sentences(Act.OPINION_WITHDRAWN) == ["县委书记撤回了一条关于“内部管理方面的突出问题”的意见要点：归纳不准。"]


def test_what_is_withdrawn_is_shown_and_counted_no_longer(case, cast, client):
    opinion = heard(case, cast, gist="说得太细")
    withdraw(opinion, cast.liaison)
    shown = opinions_of(case)
    assert (shown.themes, shown.groups) == ([], [])
    client.force_login(cast.liaison)
    page = client.get(reverse("opinions", args=[case.pk])).text
    assert "说得太细" not in page
    assert "归纳不准。" in page
    with pytest.raises(Conflict):
        withdraw(opinion, cast.liaison)


def test_a_stale_form_withdraws_nothing_and_no_reason_is_no_act(case, cast):
    opinion = heard(case, cast)
    with pytest.raises(Conflict):
        withdraw(opinion, cast.liaison, version=opinion.version + 1)
    with pytest.raises(Invalid):
        withdraw(opinion, cast.liaison, reason=" ")
    opinion.refresh_from_db()
    assert opinion.withdrawn_at is None


@pytest.mark.requirement(26)
@pytest.mark.parametrize("count", [1, 4])
def test_a_small_count_is_not_said(case, cast, client, count):
    heard(case, cast, count=count, source=OpinionSource.CADRES)
    heard(case, cast, count=37)
    client.force_login(cast.member)
    assert "少于5" in words_of(client.get(reverse("opinions", args=[case.pk])))
    assert {str(said) for _group, said in opinions_of(case).groups} == {"少于5", "37"}


@given(st.lists(st.integers(1, 40), min_size=1, max_size=8))
def test_a_small_count_is_not_reckoned_from_the_others(counts):
    """A sum is said in full only where no single small count could be found by subtracting those that are said."""
    said = heard_in_all(counts)
    small = [count for count in counts if count < SMALLEST_SHOWN]
    if sum(counts) < SMALLEST_SHOWN:
        assert said.is_small
    elif len(small) == 1:
        assert said.is_least
        assert said.count == sum(counts) - small[0]
    else:
        assert (said.count, said.is_least, said.is_small) == (sum(counts), False, False)


def test_gists_stand_by_theme(case, cast):
    heard(case, cast, gist="甲", theme=ProblemCategory.LIVELIHOOD)
    heard(case, cast, gist="乙", theme=ProblemCategory.MEMBER_ORG)
    heard(case, cast, gist="丙", theme=ProblemCategory.LIVELIHOOD)
    themes = [[each.opinion.gist for each in gists] for _theme, gists in opinions_of(case).themes]
    assert themes == [["乙"], ["甲", "丙"]]


@pytest.mark.requirement(26)
def test_unit_team_and_office_read_it_without_the_name_of_who_wrote_it(case, cast, client):
    heard(case, cast, gist="办事慢")
    address = reverse("opinions", args=[case.pk])
    for who in ("liaison", "secretary", "member", "leader", "director", "clerk"):
        client.force_login(getattr(cast, who))
        content = client.get(address).text.split('class="stack"', 1)[1]
        assert "办事慢" in content
        assert cast.liaison.name not in content
    for who in ("other_liaison", "other_leader", "parent_liaison", "stranger"):
        client.force_login(getattr(cast, who))
        assert client.get(address).status_code == 404


def test_it_is_recorded_and_withdrawn_on_pages(case, cast, client):
    client.force_login(cast.liaison)
    typed = {"method": "SYMPOSIUM", "source": "PUBLIC", "theme": "LIVELIHOOD", "count": "12", "gist": "看病难。"}
    new = reverse("opinion_new", args=[case.pk])
    refused = client.post(new, typed | {"gist": "打13912345678。"})
    assert (refused.status_code, set(refused.context["form"].errors)) == (400, {"gist"})
    assert client.post(new, typed | {"count": "0"}).status_code == 400
    assert client.post(new, typed).url == reverse("opinions", args=[case.pk])
    opinion = OpinionSummary.objects.get()
    address = reverse("opinion_withdraw", args=[case.pk, opinion.pk])
    assert address in client.get(reverse("opinions", args=[case.pk])).text
    assert client.post(address, {"version": "9", "reason": "写好的理由"}).status_code == 409
    assert client.post(address, {"version": opinion.version, "reason": "重复。"}).status_code == 302
    opinion.refresh_from_db()
    assert opinion.withdrawn_reason == "重复。"
