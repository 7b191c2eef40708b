"""One spelling of JSON, so that what is stored can be hashed and compared byte by byte."""

import hashlib
import json
import re
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

# NUL as JSON writes it: after an odd number of backslashes. After an even number somebody typed these six characters.
_NUL = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")


def dumps(value: Any) -> str:
    """Canonical JSON text: sorted keys, no spaces, Chinese as itself; without NUL, which PostgreSQL cannot store."""
    text = json.dumps(value, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return _NUL.sub(r"\1", text)


def sha256(text: str) -> str:
    """Hex SHA-256 of the text as stored."""
    return hashlib.sha256(text.encode()).hexdigest()
