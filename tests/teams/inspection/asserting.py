"""How these tests put a file to the question."""

import pytest

from teams.inspection import EVIDENCE_FILES, Refused, inspect
from tests.samples import uploaded


def refusal_of(name, content, **options):
    """The refusal that an upload meets; fails the test when it is accepted."""
    options.setdefault("accept", EVIDENCE_FILES)
    with pytest.raises(Refused) as caught:
        inspect(uploaded(name, content), **options)
    return caught.value


def code_of(name, content, **options):
    return refusal_of(name, content, **options).code
