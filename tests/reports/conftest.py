"""The two documents, set once for all tests that only look at them; no test here needs the database."""

import pytest

from reports.rendering.pdf import render
from tests.reports import snapshots


@pytest.fixture(scope="session")
def review():
    return render("TRANSITION_REVIEW", snapshots.review())


@pytest.fixture(scope="session")
def reply():
    return render("TRANSITION_REPLY", snapshots.reply())
