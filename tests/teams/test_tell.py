"""Telling people by notices."""

import pytest
from django.db import transaction
from django.utils import translation

from teams.enums import NoticeKind, Role
from teams.models import Notification
from teams.selectors.notices import as_notice, notices_to, unread_count
from teams.services.notices import mark_read, tell


def appointed(*recipients, key="appointed:1", team=None):
    tell(recipients, NoticeKind.APPOINTED, key=key, team=team, role=Role.LEADER.label)


def test_it_tells_each_person_once_of_one_event(cast):
    appointed(cast.leader, cast.member, team=cast.team)
    appointed(cast.leader, team=cast.team)
    assert unread_count(cast.leader) == unread_count(cast.member) == 1


def test_it_tells_of_every_event(cast):
    appointed(cast.leader, team=cast.team)
    appointed(cast.leader, key="appointed:2", team=cast.team)
    assert unread_count(cast.leader) == 2


def test_it_leaves_out_accounts_that_are_closed(cast):
    cast.stranger.is_active = False
    appointed(cast.stranger, team=cast.team)
    assert not Notification.objects.exists()


def test_it_knows_only_registered_kinds(cast):
    with pytest.raises(KeyError):
        tell([cast.leader], "teams.gossip", key="1")


def test_it_says_the_sentence_in_the_reader_s_language(cast):
    appointed(cast.leader, team=cast.team)
    row = notices_to(cast.leader).get()
    with translation.override("en"):
        assert as_notice(row).sentence == f"You were appointed to {cast.team.name_en} as Leader."
    assert cast.team.name_zh in as_notice(row).sentence


def test_it_is_gone_with_the_act_that_failed(cast):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        appointed(cast.leader, team=cast.team)
        raise ZeroDivisionError
    assert not Notification.objects.exists()


def test_it_marks_as_read_what_the_page_showed_and_nothing_newer(cast):
    appointed(cast.leader, team=cast.team)
    shown = notices_to(cast.leader).first().pk
    appointed(cast.leader, key="appointed:2", team=cast.team)
    assert mark_read(up_to=shown, acting_user=cast.leader) == 1
    assert [as_notice(row).unread for row in notices_to(cast.leader)] == [True, False]


def test_it_marks_nobody_else_s_notices_as_read(cast):
    appointed(cast.leader, cast.member, team=cast.team)
    mark_read(up_to=10**9, acting_user=cast.leader)
    assert unread_count(cast.member) == 1
