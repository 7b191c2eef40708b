"""Findings written down and issued at the same moment: each once, each under a number of its own."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connections

from stages.enums import Act, FindingState, RectificationState
from stages.models import Finding, Rectification
from stages.services.findings import draft_finding, issue_finding
from stages.services.rectifications import reopen, verify
from teams.exceptions import Conflict
from teams.models import AuditEntry
from tests.stages.building_findings import drafted, given, reported
from tests.stages.building_plans import entered
from tests.teams.building_mandates import acts_for

AT_ONCE = 6


def at_once(acts):
    """What each act gave, None for one that came too late; all begin together."""
    start = Barrier(len(acts))

    def perform(act):
        start.wait(timeout=60)
        try:
            return act()
        except Conflict:
            return None
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(perform, acts))


def test_a_form_that_is_sent_several_times_at_once_is_written_down_once(committed, cast, case):
    entered(case, cast)
    form, words = uuid.uuid4(), given()

    def send():
        return draft_finding(case_id=case.pk, client_uuid=form, given=words, acting_user=cast.member).pk

    assert len(set(at_once([send] * AT_ONCE))) == 1
    assert Finding.objects.count() == AuditEntry.objects.filter(act=Act.FINDING_DRAFTED).count() == 1


def test_findings_issued_at_once_have_numbers_of_their_own(committed, cast, case):
    drafts = [drafted(case, cast) for _ in range(AT_ONCE)]

    def issuing(draft):
        return lambda: issue_finding(finding_id=draft.pk, expected_version=draft.version, acting_user=cast.leader)

    issued = at_once([issuing(draft) for draft in drafts])
    assert sorted(finding.number for finding in issued) == list(range(1, AT_ONCE + 1))


def test_a_draft_issued_by_leader_and_deputy_at_once_is_issued_once(committed, cast, case):
    acts_for(cast.deputy, cast.leader)
    draft = drafted(case, cast)

    def issuing(who):
        return lambda: issue_finding(finding_id=draft.pk, expected_version=draft.version, acting_user=who)

    outcomes = at_once([issuing(who) for who in (cast.leader, cast.deputy) * 3])
    assert sum(outcome is not None for outcome in outcomes) == 1
    assert Finding.objects.get().state == FindingState.ISSUED
    assert AuditEntry.objects.filter(act=Act.FINDING_ISSUED).count() == 1


def test_a_report_is_verified_or_sent_back_but_not_both(committed, cast, case):
    row = reported(case, cast)
    known = {"rectification_id": row.pk, "expected_version": row.version}
    acts = [
        lambda: verify(**known, acting_user=cast.member),
        lambda: reopen(**known, note="不够。", acting_user=cast.leader),
    ]
    outcomes = [outcome for outcome in at_once(acts * 2) if outcome is not None]
    assert len(outcomes) == 1
    assert Rectification.objects.get().state == outcomes[0].state
    assert outcomes[0].state in (RectificationState.VERIFIED, RectificationState.REOPENED)
