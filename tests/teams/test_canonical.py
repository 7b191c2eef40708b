"""One spelling of JSON: what goes in comes out again, but for NUL, which PostgreSQL cannot store."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teams import canonical

NUL, BACKSLASH = "\0", "\\"


@pytest.mark.parametrize("typed", [r"\u0000", r"\\u0000", r"a\u0000b", BACKSLASH * 3 + "u0000"])
def test_what_somebody_typed_is_no_nul(typed):
    assert json.loads(canonical.dumps({"text": typed})) == {"text": typed}


@given(st.text(alphabet=[NUL, BACKSLASH, "u", "0", "字", '"']))
def test_every_text_comes_out_without_its_nuls(text):
    assert json.loads(canonical.dumps([text])) == [text.replace(NUL, "")]
