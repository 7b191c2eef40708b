"""Words stay with those who work on a case: canaries in every text, and a crawl of all that each person reaches."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.permissions.crawling import Links, crawled
from tests.permissions.planting import CANARY
from tests.permissions.secrets import NIGHTINGALE, THRUSH

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.requirement(4)]

UNIT = ("secretary", "liaison")
TEAM = ("leader", "deputy", "member")
WITHOUT_A_CASE = ("parent_liaison", "stranger")
OFFICE = ("director", "clerk")
LANGUAGES = ("zh-hans", "en")
# What an address says on purpose to who may not act: a page of a form whose link another role sees.
REACHED = {200, 302}


@pytest.fixture(scope="module")
def crawls():
    return {}


@pytest.fixture
def crawl(canaries, crawls):
    """What a person reaches in a language, crawled once."""

    def crawl(person, language="zh-hans"):
        if (person, language) not in crawls:
            client = Client()
            client.force_login(canaries.world.cast.everybody[person])
            client.cookies["django_language"] = language
            crawls[person, language] = crawled(client)
        return crawls[person, language]

    return crawl


def singing(pages, word):
    return [address for address, page in pages.items() if page.says(word)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("person", UNIT + TEAM + WITHOUT_A_CASE)
def test_no_word_of_another_unit_is_on_any_page(crawl, person, language):
    pages = crawl(person, language)
    assert {address: page.status for address, page in pages.items() if page.status not in REACHED} == {}
    assert singing(pages, CANARY) == []
    assert len(pages) >= (5 if person in WITHOUT_A_CASE else 40)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("person", UNIT)
def test_the_unit_finds_no_secret_of_its_team(crawl, person, language):
    """Drafts, meetings, the running assessment, opinions to the leading group, the review (rows 4, 96)."""
    assert singing(crawl(person, language), NIGHTINGALE) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("person", TEAM + OFFICE)
def test_nobody_else_finds_what_the_unit_has_not_handed_in(crawl, person, language):
    assert singing(crawl(person, language), THRUSH) == []


@pytest.mark.parametrize(("person", "word"), [("leader", NIGHTINGALE), ("liaison", THRUSH), ("other_leader", CANARY)])
def test_each_word_is_found_where_it_belongs(crawl, person, word):
    """The crawl would find it."""
    assert len(singing(crawl(person), word)) >= 5


@pytest.mark.parametrize("secrets", ["of_team", "of_unit"])
def test_every_secret_was_planted(canaries, secrets):
    assert [text for text, rows in getattr(canaries, secrets).items() if not rows] == []


def test_downloads_are_reached_with_their_names(crawl):
    for person in ("other_leader", "other_liaison"):
        named = [page for page in crawl(person).values() if "attachment" in page.headers and CANARY in page.headers]
        assert named


@pytest.mark.parametrize("person", ["liaison", "leader", "director"])
def test_no_page_loads_anything_from_another_host(crawl, person):
    loaded = {link for page in crawl(person).values() for link in Links(page.words).loaded}
    assert loaded
    assert [link for link in loaded if link.startswith("//") or "://" in link] == []


def test_the_crawl_sees_demo_mode_off(settings, client):
    assert not getattr(settings, "DEMO_MODE", False)
    assert CANARY not in client.get(reverse("login")).content.decode()
