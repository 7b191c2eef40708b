"""`manage.py reset_code`: codes for the office's own accounts."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from teams.enums import NoticeKind
from teams.models import ActivationCode, Notification
from teams.selectors.notices import as_notice
from teams.services.codes import redeem_code, take_untold_resets


def reset(username) -> str:
    out = StringIO()
    call_command("reset_code", username, stdout=out)
    return re.search(r": ([0-9A-Z-]{19})$", out.getvalue(), re.MULTILINE)[1]


@pytest.mark.parametrize("who", ["director", "clerk"])
def test_it_prints_a_code_for_an_office_account(cast, who):
    redeem_code(username=who, code=reset(who), new_password="a long password of my own")
    user = getattr(cast, who)
    user.refresh_from_db()
    assert user.check_password("a long password of my own")


def test_it_tells_the_director_and_the_account(cast):
    reset("clerk")
    notice = Notification.objects.get()
    assert (notice.recipient, notice.kind) == (cast.director, NoticeKind.RESET_AT_SERVER)
    assert "clerk" in as_notice(notice).sentence
    assert take_untold_resets(cast.clerk)


def test_it_knows_the_account(cast):
    with pytest.raises(CommandError):
        reset("nobody")
    assert not ActivationCode.objects.exists()
