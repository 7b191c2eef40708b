"""Logging in and out."""

import re
from html import unescape

import pytest
from axes.models import AccessAttempt
from django.urls import reverse

from teams import registry
from teams.services.codes import issue_code
from tests.teams.factories import PASSWORD

URL = "/login/"
HERE = "/account/"


def log_in(client, username="member", password=PASSWORD, next_page=HERE, **extra):
    return client.post(URL, {"username": username, "password": password, "next": next_page}, **extra)


def logged_in(client) -> bool:
    return client.get(HERE).status_code == 200


def test_it_lets_in_with_the_password(cast, client):
    answer = log_in(client)
    assert (answer.status_code, answer["Location"]) == (302, HERE)
    assert logged_in(client)


def test_it_asks_for_login_first_and_then_leads_on(cast, client):
    assert client.get(HERE)["Location"] == f"{URL}?next={HERE}"
    assert f'name="next" value="{HERE}"' in client.get(f"{URL}?next={HERE}").text


def test_it_leads_to_no_other_site(cast, client, settings):
    settings.LOGIN_REDIRECT_URL = "account"
    assert log_in(client, next_page="https://elsewhere.example/")["Location"] == HERE


def test_it_gives_one_answer_to_every_misfit(cast, client):
    cast.leader.is_active = False
    cast.leader.save()
    cast.deputy.set_unusable_password()
    cast.deputy.save()
    answers = [
        log_in(client, "member", "wrong"),
        log_in(client, "nobody", "wrong"),
        log_in(client, "leader"),
        log_in(client, "deputy", ""),
        log_in(client, "deputy", "!"),
    ]
    assert {answer.status_code for answer in answers} == {400}
    said = {
        str(answer.context["form"].non_field_errors()) for answer in answers if answer.context["form"].data["password"]
    }
    assert len(said) == 1
    assert not logged_in(client)


def test_after_five_failures_account_and_address_wait(cast, client):
    for _attempt in range(4):
        assert log_in(client, password="wrong").status_code == 400
    assert log_in(client, password="wrong").status_code == 429
    answer = log_in(client)
    assert answer.status_code == 429
    assert "十五分钟" in answer.text
    assert not logged_in(client)


def test_the_wait_is_said_in_the_person_s_language(cast, client):
    for _attempt in range(5):
        answer = log_in(client, password="wrong", headers={"accept-language": "en"})
    assert "Wait a quarter of an hour" in answer.text


def test_neither_another_address_nor_another_account_waits(cast, client):
    for _attempt in range(5):
        log_in(client, password="wrong")
    assert log_in(client, "leader").status_code == 302
    client.post("/logout/")
    assert log_in(client, REMOTE_ADDR="10.0.0.9").status_code == 302


def test_it_keeps_no_password_that_was_tried(cast, client):
    log_in(client, password="nearly the right one")
    assert "nearly" not in str(list(AccessAttempt.objects.values()))


def test_it_tells_of_a_reset_once(cast, client):
    issue_code(user_id=cast.member.pk, acting_user=cast.clerk)
    log_in(client)
    assert "办公室工作人员于" in client.get(HERE).context["messages"]._loaded_data[0].message
    client.post("/logout/")
    log_in(client)
    assert not list(client.get(HERE).context["messages"])


def test_whoever_is_logged_in_is_led_on(cast, client, settings):
    settings.LOGIN_REDIRECT_URL = "account"
    client.force_login(cast.member)
    assert client.get(URL)["Location"] == HERE


@pytest.mark.parametrize("demo", [True, False])
def test_it_names_the_demonstration_s_accounts_only_there(db, client, settings, monkeypatch, demo):
    settings.DEMO_MODE = demo
    groups = [{"title": "第一督导组", "accounts": [{"username": "team1.leader", "what": "组长"}]}]
    monkeypatch.setattr(registry, "_demo_accounts", [lambda: groups])
    assert ("team1.leader" in client.get(URL).text) == demo


@pytest.fixture
def demonstration(db, settings, monkeypatch):
    settings.DEMO_MODE = True
    groups = [{"title": "第一督导组", "accounts": [{"username": "team1.leader", "what": "组长"}]}]
    monkeypatch.setattr(registry, "_demo_accounts", [lambda: groups])


def test_its_account_is_a_link_that_fills_in_the_name_and_keeps_where_to_go(demonstration, client):
    [link] = re.findall(r'href="(\?account=[^"]+)"', client.get(f"{URL}?next={HERE}").text)
    page = client.get(URL + unescape(link)).text
    assert re.search(r'<input[^>]*name="username"[^>]*value="team1.leader"', page)
    assert f'name="next" value="{HERE}"' in page


def test_no_address_fills_in_a_name_outside_the_demonstration(db, client, settings):
    settings.DEMO_MODE = False
    assert 'value="somebody"' not in client.get(f"{URL}?account=somebody").text


def test_logging_out_ends_the_session(cast, client):
    client.force_login(cast.member)
    assert client.post(reverse("logout"))["Location"] == URL
    assert not logged_in(client)


def test_logging_out_is_no_link(cast, client):
    client.force_login(cast.member)
    assert client.get(reverse("logout")).status_code == 405
    assert logged_in(client)


def test_pages_stay_in_no_cache(cast, client):
    client.force_login(cast.member)
    assert "no-store" in client.get(HERE)["Cache-Control"]
