"""A unit's words stay with those who work on its case: canaries in every text, and a crawl of all that others reach."""

import uuid
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client

from tests import samples
from tests.stages import building_findings as findings
from tests.stages import building_gates as gates
from tests.units import building_activities as activities
from tests.units import building_records as records
from units.enums import ActivityKind
from units.models import Activity, Case, CaseFile, PlanProblem, Unit
from units.services.evidence import attach_evidence
from units.services.opinions import withdraw_opinion

pytestmark = [pytest.mark.django_db, pytest.mark.requirement(4)]

CANARY = "金丝雀"
WORDS = ("liaison", "secretary", "parent_liaison", "leader")
FETCHED = {("link", "href"), ("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("use", "href")}


class Links(HTMLParser):
    """Where a page leads, and what it loads by itself."""

    def __init__(self, page):
        super().__init__()
        self.followed, self.loaded = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        for key, value in attrs:
            if (tag, key) == ("a", "href"):
                self.followed.append(value)
            elif (tag, key) in FETCHED:
                self.loaded.append(value)


@pytest.fixture(scope="module")
def filled(world):
    """The other unit's case speaks of canaries wherever somebody writes."""
    side, cast = world.other, world.other.people
    case = side.case
    Unit.objects.filter(pk=case.unit_id).update(name_zh=f"{CANARY}县委", name_en="Canary county committee")
    photo = samples.uploaded(f"{CANARY}.png")
    titled = activities.drafted(case, cast, title=f"{CANARY}学习")
    attach_evidence(activity_id=titled.pk, uploads=[photo], acting_user=cast.liaison)
    activities.submitted(case, cast, title=f"{CANARY}报告")
    records.submitted_record(case, cast, ActivityKind.SOLICITING, title=f"{CANARY}征求意见")
    records.heard(case, cast, gist=f"{CANARY}排队久")
    withdraw_opinion(opinion_id=records.heard(case, cast).pk, reason=f"{CANARY}说得太细", acting_user=cast.liaison)
    records.made_rule(case, cast, title=f"{CANARY}制度")
    for built in (findings.issued, findings.suggested, findings.disputed, findings.drafted):
        built(case, cast, text=f"{CANARY}{uuid.uuid4()}")
    findings.closed(case, cast, text=f"{CANARY}问题", advice=f"{CANARY}建议")
    findings.amended(case, cast, text=f"{CANARY}修改", advice=f"{CANARY}建议")
    findings.remarked(findings.shared(case, cast, text=f"{CANARY}交换"), cast.secretary, f"{CANARY}看法")
    findings.remarked(findings.reopened(case, cast), cast.member, f"{CANARY}跟踪")
    findings.recommended(case, cast, text=f"{CANARY}做法", origin=f"{CANARY}镇党委", effect=f"{CANARY}成效")
    findings.sent_back(case, cast, text=f"{CANARY}草稿")
    gates.failed_gate(case, cast)
    Case.objects.filter(pk=case.pk).update(situation=f"{CANARY}情况")
    PlanProblem.objects.filter(plan_version__plan__case=case).update(text=f"{CANARY}排队", measure=f"{CANARY}增开")
    Activity.objects.filter(case=case).update(
        summary=f"{CANARY}会场", absence_reason=f"{CANARY}外出", absence_plan=f"{CANARY}补课"
    )
    assert CaseFile.objects.filter(case=case, title__contains=CANARY).exists()
    return world


def crawled(client, start="/"):
    """Every page that links lead to from `start`, by address; the words of a list's filters are not tried in turn."""
    waiting, pages = [start], {}
    while waiting:
        address = waiting.pop()
        if address in pages:
            continue
        response = client.get(address)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        pages[address] = (response.status_code, "" if response.streaming else body.decode())
        if not response.streaming:
            waiting += [found for found in _inside(address, pages[address][1]) if found not in pages]
    return pages


def _inside(address, page):
    for link in Links(page).followed:
        target = urlsplit(urljoin(address, link))
        if not target.netloc and not target.query:
            yield target.path


@pytest.fixture
def crawl(filled):
    def crawl(person, language="zh-hans"):
        client = Client()
        client.force_login(filled.cast.everybody[person])
        client.cookies["django_language"] = language
        return crawled(client)

    return crawl


@pytest.mark.parametrize(
    ("person", "language"),
    [("liaison", "zh-hans"), ("liaison", "en"), *((person, "zh-hans") for person in WORDS if person != "liaison")],
)
def test_no_word_of_another_unit_is_on_any_page(crawl, person, language):
    pages = crawl(person, language)
    assert {address: status for address, (status, _page) in pages.items() if status != 200} == {}
    assert [address for address, (_status, page) in pages.items() if CANARY in page or "anary county" in page] == []
    assert len(pages) >= (5 if person == "parent_liaison" else 20)


def test_the_canary_sings_where_it_belongs(crawl):
    """The crawl would find it: whoever works on the case reads it on many of its pages."""
    for person in ("other_leader", "other_liaison"):
        pages = crawl(person)
        assert {address: status for address, (status, _page) in pages.items() if status != 200} == {}
        assert sum(CANARY in page for _status, page in pages.values()) > 10


@pytest.mark.parametrize("person", ["liaison", "leader", "director"])
def test_no_page_loads_anything_from_another_host(crawl, person):
    loaded = {link for _status, page in crawl(person).values() for link in Links(page).loaded}
    assert loaded
    assert [link for link in loaded if urlsplit(link).scheme or urlsplit(link).netloc] == []


def test_the_crawl_sees_demo_mode_off(settings):
    assert not getattr(settings, "DEMO_MODE", False)
