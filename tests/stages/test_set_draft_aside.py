"""A draft on which views were exchanged cannot be discarded: it is set aside, with a reason, and taken up again."""

import pytest
from django.urls import reverse

from stages.enums import Act, TodoKind
from stages.services import findings as services
from teams.exceptions import Conflict, Denied, Invalid
from tests.stages import building_findings as findings
from tests.teams.ledger import sentences
from tests.units.building_todos import open_todos
from units.selectors import standing_of
from units.selectors.timeline import timeline_of

REASON = "与单位交换意见后，情况属实但已改正。"


@pytest.fixture
def draft(case, cast):
    """The unit gave its views, then the sharing was taken back: neither discarding nor withdrawing is open."""
    draft = findings.drafted(case, cast)
    draft = services.share_draft(finding_id=draft.pk, expected_version=draft.version, acting_user=cast.leader)
    services.write_remark(finding_id=draft.pk, text="此事已经改正。", acting_user=cast.secretary)
    return services.take_back_sharing(
        finding_id=draft.pk, expected_version=draft.version, reason="不再交换。", acting_user=cast.leader
    )


def set_aside(draft, who, reason=REASON, version=None):
    return services.set_aside_draft(
        finding_id=draft.pk, expected_version=version or draft.version, reason=reason, acting_user=who
    )


@pytest.mark.requirement(45)
@pytest.mark.parametrize("who", ["member", "leader"])
def test_a_draft_with_remarks_is_set_aside_and_keeps_them(case, cast, draft, who):
    with pytest.raises(Denied):
        services.discard_draft(finding_id=draft.pk, acting_user=cast.member)
    aside = set_aside(draft, getattr(cast, who))
    assert (aside.withdrawn_reason, aside.remarks.count()) == (REASON, 1)
    assert TodoKind.ISSUE_FINDING not in open_todos(case)
    assert REASON in sentences(Act.FINDING_SET_ASIDE)[0]


def test_nothing_more_is_done_with_it_until_it_is_taken_up(case, cast, draft):
    aside = set_aside(draft, cast.leader)
    for act in (services.issue_finding, services.share_draft):
        with pytest.raises(Conflict):
            act(finding_id=aside.pk, expected_version=aside.version, acting_user=cast.leader)
    with pytest.raises(Conflict):
        set_aside(aside, cast.leader)
    again = services.take_up_draft(
        finding_id=aside.pk, expected_version=aside.version, reason="又有反映。", acting_user=cast.leader
    )
    assert TodoKind.ISSUE_FINDING in open_todos(case)
    assert services.issue_finding(finding_id=again.pk, expected_version=again.version, acting_user=cast.leader).number


@pytest.mark.parametrize("who", ["secretary", "other_leader", "director"])
def test_nobody_else_sets_it_aside_or_takes_it_up(cast, draft, who):
    with pytest.raises(Denied):
        set_aside(draft, getattr(cast, who))
    aside = set_aside(draft, cast.member)
    with pytest.raises(Denied):
        services.take_up_draft(
            finding_id=aside.pk, expected_version=aside.version, reason="。", acting_user=getattr(cast, who)
        )


def test_it_asks_for_a_reason_and_for_the_version_that_was_read(cast, draft):
    with pytest.raises(Invalid):
        set_aside(draft, cast.member, reason=" ")
    with pytest.raises(Conflict):
        set_aside(draft, cast.member, version=draft.version + 1)


def test_what_is_shared_is_unshared_first(case, cast):
    draft = findings.drafted(case, cast)
    shared = services.share_draft(finding_id=draft.pk, expected_version=draft.version, acting_user=cast.leader)
    with pytest.raises(Denied):
        set_aside(shared, cast.leader)


def test_the_unit_reads_nothing_of_it(case, cast, draft):
    set_aside(draft, cast.leader)
    read = timeline_of(case, standing_of(cast.secretary, case), size=50).entries
    assert not [entry for entry in read if REASON in entry.sentence]


def test_it_is_done_on_its_pages(case, client, cast, draft):
    client.force_login(cast.leader)
    page, aside = (reverse(name, args=[case.pk, draft.pk]) for name in ("finding", "finding_set_aside"))
    assert aside in client.get(page).text
    assert client.post(aside, {"version": draft.version}).status_code == 400
    assert client.post(aside, {"version": draft.version, "reason": REASON}).status_code == 302
    shown = client.get(page).text
    assert REASON in shown
    assert reverse("finding_take_up", args=[case.pk, draft.pk]) in shown
    assert aside not in shown
