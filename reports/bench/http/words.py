"""The words that the bench writes, by what they are for."""

import tomllib
from pathlib import Path
from typing import Final

WORDS: Final[dict[str, str]] = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
