"""The posts of a person are read once in a request, and anew in the next."""

import pytest
from django.urls import reverse

from teams import clock
from teams.models import Membership, User
from teams.models.posts import posts_of

pytestmark = pytest.mark.django_db


def test_they_are_read_once_for_an_instance(cast, django_assert_num_queries):
    person = User.objects.get(pk=cast.leader.pk)
    with django_assert_num_queries(1):
        assert posts_of(person) == posts_of(person)


def test_a_post_that_ended_opens_nothing_in_the_next_request(client, case, cast):
    client.force_login(cast.leader)
    page = reverse("case", args=[case.pk])
    assert client.get(page).status_code == 200
    Membership.objects.filter(user=cast.leader).update(ended_at=clock.now())
    assert client.get(page).status_code == 404
