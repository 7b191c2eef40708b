"""Translations: `python -m scripts.messages update` and `python -m scripts.messages check`.

Both extract the messages of a copy of code and templates, because Django writes beside the templates it
reads. `update` then brings the catalogue up to date: nothing is guessed (no entry becomes fuzzy), and what is
no longer used goes. `check` only tells what the catalogue lacks.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import polib
from django.conf import settings
from django.core.management import call_command
from django.core.management.commands import makemessages

ROOT = Path(__file__).parents[1]
CATALOGUE = ROOT / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
SOURCES = ("config", "teams", "units", "stages", "reports", "templates")
MAKE_MESSAGES = [
    "django",
    "makemessages",
    "--exclude=en",
    "--keep-pot",
    "--add-location=file",
    "--verbosity=0",
]

Key = tuple[str | None, str, str]


def extracted() -> polib.POFile:
    """Every message of code and templates, in the order of the files."""
    with tempfile.TemporaryDirectory(prefix="messages-") as name:
        copy = Path(name)
        for source in SOURCES:
            shutil.copytree(ROOT / source, copy / source, ignore=shutil.ignore_patterns("__pycache__"))
        # No app is loaded: reading needs none, and a half-written one must not stop it.
        settings.configure(LOCALE_PATHS=[copy / "locale"])
        with chdir(copy):
            call_command(makemessages.Command(), exclude=["en"], keep_pot=True, add_location="file", verbosity=0)
        return polib.pofile(str(copy / "locale" / "django.pot"))


def key(entry: polib.POEntry) -> Key:
    return entry.msgctxt, entry.msgid, entry.msgid_plural


def is_translated(entry: polib.POEntry) -> bool:
    texts = entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
    return bool(texts) and all(texts) and not entry.fuzzy


def update() -> int:
    """Write the catalogue anew in the order of the files, with the translations it has."""
    old = polib.pofile(str(CATALOGUE))
    translations = {key(entry): entry for entry in old if not entry.obsolete and not entry.fuzzy}
    new = extracted()
    new.header, new.metadata, new.metadata_is_fuzzy = old.header, old.metadata, False
    for entry in new:
        known = translations.get(key(entry))
        if entry.msgid_plural:
            entry.msgstr_plural = known.msgstr_plural if known else {0: ""}
        elif known:
            entry.msgstr = known.msgstr
    new.save(str(CATALOGUE))
    print(f"{len(new)} messages, {sum(not is_translated(entry) for entry in new)} to translate.")
    return 0


def check() -> int:
    """Print what is wrong with the catalogue; returns 1 if anything is."""
    found = sorted(problems(polib.pofile(str(CATALOGUE)), extracted()))
    for problem in found:
        print(problem)
    formats = subprocess.run(["msgfmt", "--check-format", "--output-file=/dev/null", CATALOGUE], check=False)
    return 1 if found or formats.returncode else 0


def problems(catalogue: polib.POFile, wanted: polib.POFile) -> Iterator[str]:
    known = {key(entry): entry for entry in catalogue if not entry.obsolete}
    used = {key(entry) for entry in wanted}
    for entry in wanted:
        if key(entry) not in known:
            files = ", ".join(path for path, _line in entry.occurrences)
            yield f"missing: {shown(entry)} ({files}); make messages"
    for entry in known.values():
        if key(entry) not in used:
            yield f"no longer used: {shown(entry)}; make messages"
        elif entry.fuzzy:
            yield f"fuzzy: {shown(entry)}"
        elif not is_translated(entry):
            yield f"not translated: {shown(entry)}"


def shown(entry: polib.POEntry) -> str:
    return f"{entry.msgid!r} [{entry.msgctxt}]" if entry.msgctxt else repr(entry.msgid)


if __name__ == "__main__":
    sys.exit({"update": update, "check": check}[sys.argv[1]]())
