"""A file that is too large does not fill the disk before it is refused."""

import pytest
from django.test import RequestFactory

from teams.inspection import MAX_BYTES
from tests.samples import pdf, uploaded
from tests.teams.inspection.asserting import code_of

PIECE = 64 * 1024


@pytest.fixture
def received():
    """What a view finds of a file that a browser sent."""
    requests = []

    def send(content):
        requests.append(RequestFactory().post("/", {"file": uploaded("plan.pdf", content)}))
        return requests[-1].FILES["file"]

    yield send
    for request in requests:
        request.close()


@pytest.mark.parametrize("size", [1, MAX_BYTES - 1, MAX_BYTES])
def test_what_may_be_taken_in_arrives_whole(received, size):
    assert received(bytes(size)).size == size


def test_of_what_is_too_large_no_more_arrives_than_shows_it(received):
    cut = received(pdf() + bytes(MAX_BYTES + 40 * PIECE))
    assert MAX_BYTES < cut.size <= MAX_BYTES + PIECE
    assert code_of("plan.pdf", cut.read()) == "too-large"
