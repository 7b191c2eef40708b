"""Every reset is shown to the account at its next login."""

from teams.services.codes import issue_code, redeem_code, take_untold_resets

NEW = "another long password"


def issued_to(cast, user):
    return issue_code(user_id=user.pk, acting_user=cast.clerk)


def test_it_is_told_once(cast):
    row = issued_to(cast, cast.member).row
    assert take_untold_resets(cast.member) == [row]
    assert take_untold_resets(cast.member) == []
    row.refresh_from_db()
    assert row.shown_at


def test_it_is_told_again_when_the_code_is_used_after_all(cast):
    printed = issued_to(cast, cast.member)
    take_untold_resets(cast.member)
    redeem_code(username="member", code=printed.plain, new_password=NEW)
    assert take_untold_resets(cast.member) == [printed.row]


def test_it_is_told_of_a_code_that_was_replaced_by_another(cast):
    rows = [issued_to(cast, cast.member).row, issued_to(cast, cast.member).row]
    assert take_untold_resets(cast.member) == rows


def test_it_is_told_to_nobody_else(cast):
    issued_to(cast, cast.member)
    assert take_untold_resets(cast.leader) == []


def test_the_first_activation_is_no_reset(cast):
    cast.member.set_unusable_password()
    cast.member.save()
    issued_to(cast, cast.member)
    assert take_untold_resets(cast.member) == []
