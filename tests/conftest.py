"""What every test stands on: the cast, both engines, files of its own, and the first language."""

import shutil
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from teams import triggers
from tests.cast import Cast, assemble
from tests.stages.factories import load
from tests.teams.building_mandates import acts_for


def pytest_addoption(parser):
    parser.addoption(
        "--on-services",
        action="store_true",
        help="only what meets the database or the broker: the rest was proved on the embedded default",
    )


def pytest_collection_modifyitems(config, items):
    if config.getoption("--on-services"):
        others = [item for item in items if not _meets_services(item)]
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if _meets_services(item)]


def _meets_services(item) -> bool:
    if item.get_closest_marker("once"):
        return False
    return item.get_closest_marker("django_db") is not None or bool(
        {"db", "transactional_db", "_django_db_helper"} & set(item.fixturenames)
    )


# A busy machine is no failure: nothing in the suite asserts how long it takes.
hypothesis_settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("suite")


@pytest.fixture(scope="session", autouse=True)
def _data_folder():
    """Files of an earlier run are gone before the first test."""
    shutil.rmtree(django_settings.MEDIA_ROOT, ignore_errors=True)


@pytest.fixture(autouse=True)
def _first_language():
    """Chinese first; a request in English must not leave its language to the next test."""
    with translation.override("zh-hans"):
        yield


@pytest.fixture
def media(settings, tmp_path) -> Path:
    """An empty file storage of this test's own, to see which files an act leaves."""
    folder = tmp_path / "media"
    folder.mkdir()
    default = settings.STORAGES["default"]
    settings.MEDIA_ROOT = str(folder)
    settings.STORAGES = settings.STORAGES | {
        "default": default | {"OPTIONS": default["OPTIONS"] | {"location": str(folder)}}
    }
    return folder


@pytest.fixture
def committed(transactional_db):
    """A database whose transactions really commit: for races, workers and what happens on commit.

    It is emptied afterwards, which the ledger's triggers would refuse; `post_migrate`, sent after the
    emptying, puts them back.
    """
    yield
    triggers.drop()


@pytest.fixture
def template(db):
    """The whole 2005 campaign, as loaded from its file."""
    return load()


@pytest.fixture
def campaign(template):
    return template.campaign


@pytest.fixture
def batch(campaign):
    return campaign.batches.get(number=1)


@pytest.fixture
def cast(campaign, batch) -> Cast:
    return assemble(campaign, batch)


@pytest.fixture
def director(cast):
    return cast.director


@pytest.fixture
def clerk(cast):
    return cast.clerk


@pytest.fixture
def leader(cast):
    return cast.leader


@pytest.fixture
def member(cast):
    return cast.member


@pytest.fixture
def secretary(cast):
    return cast.secretary


@pytest.fixture
def liaison(cast):
    return cast.liaison


@pytest.fixture
def unit(cast):
    return cast.unit


@pytest.fixture
def case(cast):
    return cast.case


@pytest.fixture
def deputy_leads(cast):
    """The deputy acts in the leader's place, on a written basis."""
    return acts_for(cast.deputy, cast.leader, days=3650)


@pytest.fixture
def other_case(cast):
    return cast.other_case
