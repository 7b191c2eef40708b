"""The page where one changes one's own password."""

from django.test import Client

from tests.teams.factories import PASSWORD

URL = "/account/password/"
NEW = "another long password"


def change(client, old=PASSWORD, new=NEW, again=None):
    return client.post(URL, {"old_password": old, "new_password": new, "again": again or new})


def test_this_session_goes_on_and_the_others_end(cast, client):
    other = Client()
    for session in (client, other):
        session.force_login(cast.member)
    assert change(client)["Location"] == "/account/"
    assert client.get("/account/").status_code == 200
    assert other.get("/account/").status_code == 302


def test_it_says_at_the_field_what_is_wrong(cast, client):
    client.force_login(cast.member)
    assert list(change(client, old="wrong").context["form"].errors) == ["old_password"]
    assert list(change(client, new="short").context["form"].errors) == ["new_password"]
    assert list(change(client, again="other").context["form"].errors) == ["again"]
    assert change(client, new="short").status_code == 400


def test_guessing_the_present_password_waits_after_five_failures(cast, client):
    client.force_login(cast.member)
    for _guess in range(4):
        assert change(client, old="wrong").status_code == 400
    assert change(client, old="wrong").status_code == 429
    assert change(client).status_code == 429
    cast.member.refresh_from_db()
    assert cast.member.check_password(PASSWORD)
