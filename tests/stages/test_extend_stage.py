"""Time yields to quality: the unit asks, the team gives its opinion, the leading group permits (row 78)."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from stages.enums import Act, ExtensionState, RunState, TodoKind
from stages.models import Extension, StageRun
from stages.rules import extensions as rules
from stages.selectors.runs import current_run
from stages.services import extensions as service
from stages.services.extensions import opine_on_extension, permit_extension, refuse_extension, withdraw_extension
from teams import clock, registry
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import AuditEntry
from teams.rulings import ALLOWED
from tests.stages.building_extensions import TEN_DAYS, asked_longer, permitted, supported
from tests.stages.building_plans import entered
from tests.teams.ledger import sentences
from tests.units.building_todos import open_todos
from units.selectors import standing_of

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOT_SECRETARY = ["liaison", "leader", "deputy", "member", "director", "clerk", "stranger"]
NOT_DIRECTOR = ["clerk", "leader", "deputy", "member", "secretary", "liaison", "stranger"]


@pytest.fixture(autouse=True)
def _within_the_stage():
    with clock.set_to(datetime(2005, 3, 1, 9, 0, tzinfo=SHANGHAI)):
        yield


@pytest.fixture
def run(case, cast):
    entered(case, cast)
    return current_run(case)


@pytest.mark.requirement(78)
def test_the_permitted_end_stands_beside_the_planned_one(case, cast, run):
    planned = run.planned_end
    extension = permitted(supported(asked_longer(case, cast), cast), cast)
    run.refresh_from_db()
    assert (run.planned_end, run.extended_end) == (planned, planned + TEN_DAYS)
    assert run.due_on == planned + TEN_DAYS
    assert extension.end_before == planned
    assert open_todos(case)[TodoKind.REQUEST].due_on == run.extended_end


@pytest.mark.requirement(78)
def test_no_day_moves_a_stage(case, cast, run):
    """Long after planned and extended end the stage is as open as before, and nothing was written."""
    permitted(supported(asked_longer(case, cast), cast), cast)
    entries = AuditEntry.objects.count()
    with clock.set_to(clock.now() + timedelta(days=400)):
        assert current_run(case).state == RunState.OPEN
        assert AuditEntry.objects.count() == entries
        assert not StageRun.objects.filter(case=case, stage__number=2).exists()


@pytest.mark.requirement(78)
@pytest.mark.parametrize("who", NOT_SECRETARY)
def test_the_party_committee_asks(case, cast, run, who):
    with pytest.raises(Denied):
        asked_longer(case, cast, acting_user=getattr(cast, who))


@pytest.mark.requirement(78)
@pytest.mark.parametrize("who", NOT_DIRECTOR)
def test_the_leading_group_permits(case, cast, run, who):
    extension = supported(asked_longer(case, cast), cast)
    with pytest.raises(Denied):
        permitted(extension, cast, acting_user=getattr(cast, who))
    run.refresh_from_db()
    assert run.extended_end is None


def test_the_proof_fails_with_the_rule_switched_off(case, cast, run, monkeypatch):
    monkeypatch.setattr(service.rules, "may_decide", lambda *given: ALLOWED)
    with pytest.raises(pytest.fail.Exception):
        test_the_leading_group_permits(case, cast, run, "clerk")


@pytest.mark.requirement(78)
def test_nothing_is_decided_before_the_team_has_spoken(case, cast, run):
    extension = asked_longer(case, cast)
    with pytest.raises(Denied) as refused:
        permitted(extension, cast)
    assert [reason.code for reason in refused.value.ruling.reasons] == ["no_opinion"]


@pytest.mark.parametrize("who", ["member", "director", "clerk", "secretary", "liaison", "stranger"])
def test_the_teams_leader_gives_the_opinion(case, cast, run, who):
    extension = asked_longer(case, cast)
    with pytest.raises(Denied):
        supported(extension, cast, acting_user=getattr(cast, who))


def test_the_opinion_is_given_once(case, cast, run):
    extension = supported(asked_longer(case, cast), cast)
    with pytest.raises(Conflict):
        supported(extension, cast)


def test_an_opinion_against_it_lets_the_leading_group_decide_all_the_same(case, cast, run):
    extension = supported(asked_longer(case, cast), cast, supported=False, opinion="现有时间足够。")
    assert open_todos(case)[TodoKind.DECIDE_EXTENSION].target_id == extension.pk
    assert permitted(extension, cast).state == ExtensionState.PERMITTED


def test_a_refusal_has_its_reason_and_the_unit_may_ask_again(case, cast, run):
    extension = supported(asked_longer(case, cast), cast)
    with pytest.raises(Invalid):
        refuse_extension(
            extension_id=extension.pk, expected_version=extension.version, remark=" ", acting_user=cast.director
        )
    refused = refuse_extension(
        extension_id=extension.pk, expected_version=extension.version, remark="请抓紧补课。", acting_user=cast.director
    )
    run.refresh_from_db()
    assert (refused.state, run.extended_end) == (ExtensionState.REFUSED, None)
    assert asked_longer(case, cast).state == ExtensionState.ASKED


def test_it_is_asked_for_once_at_a_time(case, cast, run):
    asked_longer(case, cast)
    with pytest.raises(Conflict):
        asked_longer(case, cast)
    assert Extension.objects.count() == 1


def test_a_second_extension_begins_where_the_first_ends(case, cast, run):
    permitted(supported(asked_longer(case, cast), cast), cast)
    again = permitted(supported(asked_longer(case, cast), cast), cast)
    run.refresh_from_db()
    assert again.end_before == run.planned_end + TEN_DAYS
    assert run.extended_end == run.planned_end + 2 * TEN_DAYS


def test_a_new_end_lies_after_the_old_one_and_not_in_the_past(case, cast, run):
    with pytest.raises(Invalid) as refused:
        asked_longer(case, cast, asked_end=run.planned_end)
    assert list(refused.value.errors) == ["asked_end"]
    extension = supported(asked_longer(case, cast), cast)
    with pytest.raises(Invalid) as refused:
        permitted(extension, cast, permitted_end=run.planned_end)
    assert list(refused.value.errors) == ["permitted_end"]


def test_it_can_be_taken_back_until_it_is_decided(case, cast, run):
    extension = asked_longer(case, cast)
    withdraw_extension(
        extension_id=extension.pk, expected_version=extension.version, reason="已补齐。", acting_user=cast.secretary
    )
    assert not {TodoKind.OPINE_EXTENSION, TodoKind.DECIDE_EXTENSION} & set(open_todos(case))
    with pytest.raises(Conflict):
        supported(extension, cast)


def test_a_stale_form_is_refused(case, cast, run):
    extension = supported(asked_longer(case, cast), cast)
    with pytest.raises(Conflict):
        permit_extension(
            extension_id=extension.pk, expected_version=1, permitted_end=extension.asked_end, acting_user=cast.director
        )
    with pytest.raises(Conflict):
        opine_on_extension(
            extension_id=asked_again(case, cast, extension).pk,
            expected_version=9,
            supported=True,
            opinion="同意。",
            acting_user=cast.leader,
        )


def asked_again(case, cast, extension):
    permitted(extension, cast)
    return asked_longer(case, cast)


def test_the_work_stays_in_the_units_hands_meanwhile(case, cast, run):
    case.refresh_from_db()
    before = (case.holder, case.holder_reason)
    asked_longer(case, cast)
    case.refresh_from_db()
    assert (case.holder, case.holder_reason) == before


def test_each_step_stands_in_the_ledger_and_the_opinion_is_not_for_the_unit(case, cast, run):
    permitted(supported(asked_longer(case, cast), cast), cast)
    acts = AuditEntry.objects.filter(act__startswith="stages.extension").order_by("pk").values_list("act", flat=True)
    assert list(acts) == [Act.EXTENSION_ASKED, Act.EXTENSION_SUPPORTED, Act.EXTENSION_PERMITTED]
    assert "批准" in sentences(Act.EXTENSION_PERMITTED)[0]
    readable = registry.acts_for(standing_of(cast.secretary, case).audiences)
    assert Act.EXTENSION_ASKED in readable
    assert Act.EXTENSION_SUPPORTED not in readable


def test_there_is_nothing_to_extend_before_entry(case, cast):
    with pytest.raises(Denied) as refused:
        service.ask_extension(
            case_id=case.pk,
            reason="MAKE_UP",
            grounds="补课。",
            asked_end=clock.today() + TEN_DAYS,
            acting_user=cast.secretary,
        )
    assert [reason.code for reason in refused.value.ruling.reasons] == ["no_end"]


def test_the_table_has_no_way_back():
    assert rules.EXTENSION.sources(ExtensionState.ASKED) == []


def test_the_pages_offer_each_person_the_own_step(client, case, cast, run):
    tab = f"/cases/{case.pk}/transition/"
    client.force_login(cast.secretary)
    assert "/extensions/new/" in client.get(tab).content.decode()
    refused = client.post(
        f"/cases/{case.pk}/extensions/new/", {"asked_end": "2005-01-01", "reason": "MAKE_UP", "grounds": "尚缺6小时。"}
    )
    assert refused.status_code == 400
    assert "尚缺6小时。" in refused.content.decode()
    extension = asked_longer(case, cast)
    opine, decide, refuse = (
        f"/cases/{case.pk}/extensions/{extension.pk}/{act}/" for act in ("opine", "decide", "refuse")
    )
    assert client.get(opine).status_code == 403
    client.force_login(cast.leader)
    assert opine in client.get(tab).content.decode()
    told = client.post(opine, {"supported": "True", "opinion": "同意延长。", "version": extension.version})
    assert told.status_code == 302
    extension.refresh_from_db()
    client.force_login(cast.director)
    assert decide in client.get(tab).content.decode()
    assert client.post(refuse, {"refuse-remark": "", "version": extension.version}).status_code == 400
    done = client.post(
        decide, {"permitted_end": extension.asked_end.isoformat(), "remark": "", "version": extension.version}
    )
    assert done.status_code == 302
    client.force_login(cast.secretary)
    assert "同意延长。" not in client.get(tab).content.decode()
