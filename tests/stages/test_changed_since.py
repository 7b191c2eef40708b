"""What was decided is frozen: its page says what has been corrected or taken back since."""

from datetime import timedelta

import pytest

from stages.enums import Act
from stages.models import GateAssessment
from stages.services.findings import withdraw_finding
from stages.services.taken_back import take_back_verdict
from teams import clock
from teams.models import AuditEntry
from tests.pages import words_of
from tests.stages.building_findings import issued
from tests.stages.building_transitions import approved, recommended, ripe
from units.enums import DocumentKind
from units.models import Activity, Document
from units.selectors import standing_of
from units.selectors.changes import SHOWN, changed_since
from units.services.activity_corrections import take_back_verification

CHANGED = "此后有变"
REASON = "误核。"


@pytest.fixture
def review(case, cast, media):
    """On the director's desk."""
    ripe(case, cast)
    recommended(case, cast)
    return Document.objects.get(case=case, kind=DocumentKind.TRANSITION_REVIEW)


@pytest.fixture
def later(review):
    """Acts of these tests come after the snapshot, whatever the clock's grain."""
    with clock.set_to(review.created_at + timedelta(hours=1)):
        yield


@pytest.fixture
def words(client):
    def read(user, address):
        client.force_login(user)
        return words_of(client.get(address))

    return read


def corrected(case, cast):
    """The team takes back what it had verified of a study session that the review counts."""
    session = Activity.objects.filter(case=case, state="VERIFIED").first()
    return take_back_verification(activity_id=session.pk, reason=REASON, acting_user=cast.member)


def changes(document, user):
    return [entry.sentence for entry in changed_since(document, standing_of(user, document.case)).entries]


def test_nothing_has_changed_at_first(review, case, cast, words):
    assert changes(review, cast.leader) == []
    assert CHANGED not in words(cast.leader, f"/cases/{case.pk}/documents/{review.pk}/")


def test_a_correction_shows_on_the_page_and_the_document_stays(review, later, case, cast, words):
    before = (review.snapshot, review.sha256)
    corrected(case, cast)
    page = words(cast.leader, f"/cases/{case.pk}/documents/{review.pk}/")
    assert CHANGED in page
    assert REASON in page
    review.refresh_from_db()
    assert (review.snapshot, review.sha256) == before


def test_the_decision_desk_says_so_beside_the_paper(review, later, case, cast, words):
    corrected(case, cast)
    request = case.runs.get().requests.get()
    page = words(cast.director, f"/cases/{case.pk}/transition/{request.pk}/decide/")
    assert CHANGED in page
    assert REASON in page


def test_the_reply_says_what_was_taken_back_after_the_decision(case, cast, media, words):
    ripe(case, cast)
    finding = issued(case, cast)
    request, sha256 = recommended(case, cast)
    reply = approved(request, cast, sha256).reply
    with clock.set_to(reply.created_at + timedelta(hours=1)):
        withdraw_finding(
            finding_id=finding.pk, expected_version=finding.version, reason=REASON, acting_user=cast.leader
        )
    assert len(changes(reply, cast.leader)) == 1
    assert REASON in words(cast.secretary, f"/cases/{case.pk}/documents/{reply.pk}/")


def test_what_was_recorded_only_afterwards_was_never_part_of_it(review, later, case, cast):
    finding = issued(case, cast)
    withdraw_finding(finding_id=finding.pk, expected_version=finding.version, reason=REASON, acting_user=cast.leader)
    assert changes(review, cast.leader) == []


def test_a_verdict_taken_back_before_the_recommendation_is_no_later_change(case, cast, media):
    ripe(case, cast)
    first = GateAssessment.objects.get(case=case)
    take_back_verdict(assessment_id=first.pk, reason=REASON, acting_user=cast.leader)
    assert GateAssessment.objects.standing().filter(case=case).count() == 0
    document = Document(case=case, created_at=clock.now() + timedelta(seconds=1))
    assert changes(document, cast.leader) == []
    document.created_at = AuditEntry.objects.get(act=Act.GATE_PASSED).at
    assert len(changes(document, cast.leader)) == 1


def test_it_asks_once_however_much_has_changed(review, later, case, cast, django_assert_num_queries):
    standing, review.case = standing_of(cast.leader, case), case
    for _time in range(3):
        corrected(case, cast)
    with django_assert_num_queries(1):
        found = changed_since(review, standing)
    assert (len(found.entries), found.more) == (3, False)
    assert SHOWN >= 3
