"""Writing down a finding on the spot."""

import uuid
from datetime import timedelta

import pytest

from stages.enums import Act, FindingKind, FindingState, RedLine, TodoKind
from stages.models import Finding, Gate
from stages.services.findings import draft_finding
from teams import clock
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import Notification, StoredFile
from tests.samples import uploaded
from tests.stages.building_findings import drafted, given
from tests.stages.building_plans import ENTERED_ON, entered
from tests.teams.ledger import sentences
from units.models import CaseFile, Todo


def codes(refused) -> list[str]:
    return [reason.code for reason in refused.value.ruling.reasons]


@pytest.mark.parametrize("who", ["member", "deputy", "leader"])
def test_it_is_written_down_by_anyone_of_the_team(cast, case, who):
    finding = drafted(case, cast, by=getattr(cast, who))
    assert (finding.state, finding.number, finding.drafted_by) == (FindingState.DRAFT, None, getattr(cast, who))


@pytest.mark.requirement(4)
@pytest.mark.parametrize("who", ["secretary", "liaison", "parent_liaison", "director", "clerk", "other_leader"])
def test_it_is_the_team_s_own(cast, case, who):
    entered(case, cast)
    with pytest.raises(Denied) as refused:
        drafted(case, cast, by=getattr(cast, who))
    assert codes(refused) == ["not_team"]
    assert not Finding.objects.exists()


@pytest.mark.requirement(110)
def test_nothing_is_found_before_entry(cast, case):
    with pytest.raises(Denied) as refused:
        draft_finding(case_id=case.pk, client_uuid=uuid.uuid4(), given=given(), acting_user=cast.member)
    assert codes(refused) == ["not_entered"]


@pytest.mark.requirement(110)
def test_it_was_not_seen_before_entry(cast, case):
    entered(case, cast)
    assert drafted(case, cast, observed_on=ENTERED_ON)
    with pytest.raises(Invalid) as refused:
        drafted(case, cast, observed_on=ENTERED_ON - timedelta(days=1))
    assert list(refused.value.errors) == ["observed_on"]


def test_it_was_not_seen_tomorrow(cast, case):
    with pytest.raises(Invalid) as refused:
        drafted(case, cast, observed_on=clock.today() + timedelta(days=1))
    assert list(refused.value.errors) == ["observed_on"]


def test_it_is_not_written_into_a_closed_case(cast, case):
    entered(case, cast)
    case.closed_on = clock.today()
    case.save(update_fields=["closed_on"])
    with pytest.raises(Denied) as refused:
        drafted(case, cast)
    assert codes(refused) == ["case_closed"]


@pytest.mark.parametrize("text", ["", " \n\t", "\x00"])
def test_it_says_something(cast, case, text):
    with pytest.raises(Invalid) as refused:
        drafted(case, cast, text=text)
    assert list(refused.value.errors) == ["text"]


@pytest.mark.parametrize("field", ["text", "cause", "advice"])
@pytest.mark.parametrize(
    "number",
    [
        "13812345678",
        "138 1234 5678",
        "+86 138-1234-5678",
        "１３８１２３４５６７８",
        "0791-8123456",
        "110101199003070018",
        "11010119900307001X",
        "110101 1990 0307 0018",
        "110101900307001",
    ],
)
def test_it_holds_no_number_of_a_person(cast, case, field, number):
    with pytest.raises(Invalid) as refused:
        drafted(case, cast, **{field: f"反映人电话{number}，请核实"})
    assert list(refused.value.errors) == [field]


@pytest.mark.parametrize(
    "harmless", ["2005年1月20日", "发放12345678份", "江先教发〔2005〕3号", "9人，79个支部", "3.1415926535"]
)
def test_other_figures_are_no_numbers_of_persons(cast, case, harmless):
    assert drafted(case, cast, text=harmless).text == harmless


@pytest.mark.requirement(10)
def test_only_a_problem_touches_a_red_line(cast, case):
    assert drafted(case, cast, red_line=RedLine.FORMALITY).red_line == RedLine.FORMALITY
    with pytest.raises(Invalid) as refused:
        drafted(case, cast, kind=FindingKind.SUGGESTION, red_line=RedLine.DEVIATION)
    assert list(refused.value.errors) == ["red_line"]


def test_it_is_against_the_plan_or_a_gate_of_the_case(cast, case, template):
    gate = template.gates.first()
    assert drafted(case, cast).gate is None
    assert drafted(case, cast, gate_id=gate.pk).gate == gate
    with pytest.raises(Invalid) as refused:
        drafted(case, cast, gate_id=Gate.objects.order_by("-pk").first().pk + 1)
    assert list(refused.value.errors) == ["gate"]


@pytest.mark.parametrize(("field", "value"), [("kind", "GOSSIP"), ("category", "WEATHER"), ("red_line", "THICK")])
def test_unknown_words_are_refused(cast, case, field, value):
    with pytest.raises(Invalid) as refused:
        drafted(case, cast, **{field: value})
    assert field in refused.value.errors


def test_the_same_form_sent_again_gives_the_first_result(cast, case, media):
    form = uuid.uuid4()
    first = drafted(case, cast, client_uuid=form, photos=[uploaded("现场.jpg", _photo())])
    again = drafted(case, cast, client_uuid=form, photos=[uploaded("现场.jpg", _photo())])
    assert again == first
    assert Finding.objects.count() == StoredFile.objects.count() == len(_files(media)) == 1
    assert len(sentences(Act.FINDING_DRAFTED)) == 1


@pytest.mark.parametrize("changed", ["text", "photo", "person", "case"])
def test_the_same_form_with_other_content_is_refused(cast, case, media, changed):
    form = uuid.uuid4()
    drafted(case, cast, client_uuid=form, photos=[uploaded("现场.jpg", _photo())])
    photos = [uploaded("现场.jpg", _photo(shade=9) if changed == "photo" else _photo())]
    person = cast.deputy if changed == "person" else cast.member
    text = {"text": "另一件事。"} if changed == "text" else {}
    target = case
    if changed == "case":
        target, person = entered_elsewhere(cast), cast.other_member
    with pytest.raises(Conflict):
        drafted(target, cast, client_uuid=form, photos=photos, by=person, **text)
    assert Finding.objects.count() == len(_files(media)) == 1


def entered_elsewhere(cast):
    cast.other_case.entered_on = ENTERED_ON
    cast.other_case.save(update_fields=["entered_on"])
    return cast.other_case


def test_its_photos_are_the_team_s_until_it_is_issued(cast, case, media):
    finding = drafted(case, cast, photos=[uploaded("一.jpg"), uploaded("二.png")])
    assert finding.files.count() == 2
    assert not CaseFile.objects.filter(case=case).for_unit().exists()


def test_a_refused_photo_leaves_nothing_behind(cast, case, media):
    entered(case, cast)
    with pytest.raises(Invalid) as refused:
        drafted(case, cast, photos=[uploaded("一.jpg"), uploaded("方案.docx")])
    assert list(refused.value.errors) == ["photos"]
    assert not Finding.objects.exists()
    assert not StoredFile.objects.exists()
    assert _files(media) == []


def test_ten_photos_are_too_many(cast, case, media):
    with pytest.raises(Invalid) as refused:
        drafted(case, cast, photos=[uploaded("一.jpg") for _ in range(10)])
    assert list(refused.value.errors) == ["photos"]


def test_drafts_wait_for_the_leader_as_one_pile(cast, case):
    drafted(case, cast)
    drafted(case, cast)
    todo = Todo.objects.get(kind=TodoKind.ISSUE_FINDING, settled_at=None)
    assert (todo.party, todo.count) == ("TEAM", 2)


@pytest.mark.requirement(91)
def test_it_stands_in_the_ledger_without_a_word_of_its_text(cast, case):
    drafted(case, cast)
    assert sentences(Act.FINDING_DRAFTED) == ["组员记下一条督导记录（问题）。"]
    assert not Notification.objects.filter(recipient__in=[cast.secretary, cast.liaison], kind__contains="finding")


def _photo(shade: int = 0) -> bytes:
    content = uploaded("一.jpg").read()
    return content if not shade else content + bytes([shade])


def _files(media) -> list:
    return [path for path in media.rglob("*") if path.is_file()]
