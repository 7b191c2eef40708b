"""A process that a test starts stands on the test's own database and files."""

import subprocess
import sys

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from tests import workers

ASKS = """
from django.core.files.storage import default_storage
from units.models import Case
print(Case.objects.count(), default_storage.open("ab/file").read().decode())
"""


def test_it_sees_what_the_test_committed(committed, media, cast):
    default_storage.save("ab/file", ContentFile(b"bytes"))
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", ASKS]
    asked = subprocess.run(
        command, cwd=workers.ROOT, env=workers.environment(), capture_output=True, text=True, check=True
    )
    assert asked.stdout.split() == ["2", "bytes"]


def test_it_is_killed_with_its_children(committed, tmp_path):
    with workers.celery(*workers.WORKER, log=tmp_path / "worker.log") as worker:
        assert worker.poll() is None
    assert worker.returncode == -9
