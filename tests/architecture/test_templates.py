"""Templates: nothing that a strict Content-Security-Policy would refuse, nothing missing, nothing left over."""

import re

import pytest

from tests.architecture.sources import APPS, ROOT, place, python_files

TEMPLATES = ROOT / "templates"
# WeasyPrint sets these on paper: no browser and no policy is there.
PAPER = TEMPLATES / "reports" / "pdf"
NAMED = re.compile(r"""["']([\w/.-]+\.(?:html|svg|txt))["']""")
COMMENT = re.compile(r"{#.*?#}|{% comment.*?endcomment %}", re.DOTALL)
INLINE = {
    "style=": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "<style>": re.compile(r"<style\b", re.IGNORECASE),
    "script in the page": re.compile(r"<script(?![^>]*\bsrc=)", re.IGNORECASE),
    "on…=": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "javascript:": re.compile(r"javascript:", re.IGNORECASE),
    "another host": re.compile(r"""\b(?:src|href|action)\s*=\s*["'](?:https?:)?//""", re.IGNORECASE),
}
# Not named by their whole names: the form renderer's own, and the pages of refusals, called by their status.
BY_NAME = re.compile(r"^bootstrap5/|^django/forms/|^\d{3}\.html$")

# Part of the kit of components and shown in its gallery; no page of the site stands deep enough to need it yet.
KIT_ONLY = {"components/crumbs.html"}


def templates():
    return sorted(path for path in TEMPLATES.rglob("*") if path.suffix in {".html", ".svg", ".txt"})


def name_of(path):
    return path.relative_to(TEMPLATES).as_posix()


def text_of(path):
    return COMMENT.sub("", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("what", INLINE)
def test_nothing_stands_inline(what):
    found = [
        place(path, text_of(path)[: match.start()].count("\n") + 1)
        for path in templates()
        if PAPER not in path.parents
        for match in INLINE[what].finditer(text_of(path))
    ]
    assert found == []


def named_in_templates():
    return {(path, name) for path in templates() for name in NAMED.findall(text_of(path))}


def named_in_code():
    return {
        (path, name)
        for path in python_files(*APPS, "config")
        for name in NAMED.findall(path.read_text(encoding="utf-8"))
    }


def test_every_template_that_is_named_exists():
    own = {name_of(path) for path in templates()}
    missing = [
        f"{path.relative_to(ROOT)}: {name}"
        for path, name in named_in_templates() | named_in_code()
        if name.partition("/")[0] in {*APPS, "components", "layouts"} and name not in own
    ]
    assert missing == []


def test_every_template_is_used():
    used = {name for _path, name in named_in_templates() | named_in_code()}
    unused = [name_of(path) for path in templates() if name_of(path) not in used and not BY_NAME.match(name_of(path))]
    assert set(unused) == KIT_ONLY
