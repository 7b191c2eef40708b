"""The unit disputes what the team found: once the finding stands, once it is withdrawn."""

import pytest

from stages.enums import FindingState
from tests.journeys.people import Person
from tests.stages.building_findings import issued
from tests.stages.building_plans import entered

pytestmark = [pytest.mark.journey, pytest.mark.once]
GROUNDS = "表格第二版已取消署名栏。"


@pytest.mark.requirement(35)
def test_one_stands_and_one_is_withdrawn(committed, case, cast, enter):
    entered(case, cast)
    first, second = issued(case, cast), issued(case, cast, text="意见箱设在楼内，群众难以接触。")
    secretary, leader = map(enter, ("secretary", "leader"))
    for finding in (first, second):
        dispute(secretary, finding)

    leader.opens("finding", case.pk, first.pk)
    leader.sees(GROUNDS)
    leader.follows("Answer the dispute")
    leader.fills(answer="抽查三个支部，仍在使用第一版。")
    leader.presses("The finding stands")
    leader.sees("The dispute is answered; the finding stands.")

    leader.opens("finding", case.pk, second.pk)
    leader.follows("Withdraw")
    leader.fills(reason="意见箱已移到大门外，情况不实。")
    leader.presses("Withdraw")
    leader.sees("The finding is withdrawn.")

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (FindingState.UPHELD, FindingState.WITHDRAWN)
    secretary.opens("finding", case.pk, first.pk)
    secretary.sees("抽查三个支部，仍在使用第一版。")
    assert secretary.offered("Acknowledge and set a measure")
    secretary.opens("finding", case.pk, second.pk)
    secretary.sees("意见箱已移到大门外，情况不实。")
    assert not secretary.offered("Acknowledge and set a measure")
    secretary.opens("timeline", case.pk)
    for words in (GROUNDS, "意见箱已移到大门外，情况不实。"):
        secretary.sees(words)


def dispute(secretary: Person, finding) -> None:
    secretary.opens("finding", finding.case_id, finding.pk)
    secretary.follows("Dispute")
    secretary.fills(reason=GROUNDS)
    secretary.presses("Send the dispute")
    secretary.sees("The dispute is with the team's leader.")
