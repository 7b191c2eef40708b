"""The page where a printed code sets the password."""

import pytest
from axes.models import AccessAttempt

from teams.services.codes import issue_code
from tests.teams.factories import PASSWORD

URL = "/activate/"
NEW = "another long password"


@pytest.fixture
def printed(cast):
    return issue_code(user_id=cast.member.pk, acting_user=cast.clerk)


def activate(client, code, username="member", new_password=NEW, again=None):
    data = {"username": username, "code": code, "new_password": new_password, "again": again or new_password}
    return client.post(URL, data)


def test_it_sets_the_password_and_logs_nobody_in(cast, client, printed):
    assert activate(client, printed.plain)["Location"] == "/login/"
    assert client.get("/account/").status_code == 302
    cast.member.refresh_from_db()
    assert cast.member.check_password(NEW)


def test_it_says_at_the_field_what_does_not_fit(cast, client, printed):
    answer = activate(client, "AAAA-BBBB-CCCC-DDDD")
    assert answer.status_code == 400
    assert list(answer.context["form"].errors) == ["code"]
    answer = activate(client, printed.plain, again="something else")
    assert list(answer.context["form"].errors) == ["again"]
    answer = activate(client, printed.plain, new_password="short")
    assert list(answer.context["form"].errors) == ["new_password"]


def test_guessing_waits_after_five_codes(cast, client, printed):
    for _guess in range(4):
        assert activate(client, "AAAA").status_code == 400
    assert activate(client, "AAAA").status_code == 429
    assert activate(client, printed.plain).status_code == 429
    cast.member.refresh_from_db()
    assert cast.member.check_password(PASSWORD)


def test_whoever_is_locked_out_of_login_can_still_use_the_code(cast, client, printed):
    for _guess in range(5):
        client.post("/login/", {"username": "member", "password": "wrong"})
    assert activate(client, printed.plain).status_code == 302


def test_a_weak_password_counts_as_no_guess(cast, client, printed):
    for _attempt in range(6):
        assert activate(client, printed.plain, new_password="short").status_code == 400
    assert activate(client, printed.plain).status_code == 302


def test_neither_codes_nor_passwords_are_kept_from_a_failure(cast, client):
    activate(client, "WXYZ-WXYZ-WXYZ-WXYZ", new_password="my future password")
    kept = str(list(AccessAttempt.objects.values()))
    assert "WXYZ" not in kept and "my future" not in kept


def test_it_needs_no_login_and_comes_empty(db, client):
    answer = client.get(URL)
    assert answer.status_code == 200
    assert not answer.context["form"].is_bound
