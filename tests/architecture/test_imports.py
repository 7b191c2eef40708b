"""What the import linter cannot say: names of modules, where the web ends, and whose clock it is."""

import ast
import re

from tests.architecture.sources import APPS, imported, place, python_files, tree

CATCH_ALLS = {"utils", "common", "helpers", "misc", "core"}
WEB = ("django.http", "django.shortcuts", "django.views", "django.forms", "django.template.response")
CHINESE_WORD = re.compile("[\u4e00-\u9fff]{2}")
BELOW_THE_WEB = {"services", "selectors", "rules", "models"}


def _place_in_app(path):
    """The module or package inside its app: services for units/services/todos.py."""
    parts = path.with_suffix("").parts
    return parts[max(parts.index(app) for app in APPS if app in parts) + 1]


def test_no_module_is_named_after_nothing():
    named = [str(path) for path in python_files(*APPS, "config", "tests") if path.stem in CATCH_ALLS]
    assert named == []


def test_no_signal_hangs_on_a_save():
    """Workflow stands in services, where it can be read; a receiver of saves would run behind their backs."""
    signals = {"pre_save", "post_save", "pre_delete", "post_delete", "m2m_changed"}
    found = [
        place(path, line)
        for path in python_files(*APPS, "config")
        for name, line in imported(tree(path))
        if name.rpartition(".")[2] in signals
    ]
    assert found == []


def test_nothing_below_the_views_knows_the_web():
    found = [
        place(path, line)
        for path in python_files(*APPS)
        if _place_in_app(path) in BELOW_THE_WEB
        for name, line in imported(tree(path))
        if name.startswith(WEB)
    ]
    assert found == []


def test_only_the_clock_knows_the_time():
    """Every act asks teams.clock, or the demo and the tests could not act under a set clock."""
    found = [
        place(path, node.lineno)
        for path in python_files(*APPS)
        if path.parts[-2:] != ("teams", "clock.py")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and _asks_the_machine(node)
    ]
    assert found == []


def _asks_the_machine(call):
    """Whether it asks for the time; `timezone.localdate(moment)` only turns one that is known into a date."""
    match call.func:
        case ast.Attribute(value=ast.Name(id="timezone" | "datetime"), attr="now"):
            return True
        case ast.Attribute(value=ast.Name(id="date" | "datetime"), attr="today"):
            return True
        case ast.Attribute(value=ast.Name(id="timezone"), attr="localdate" | "localtime"):
            return not call.args
    return False


def test_rules_ask_no_database():
    found = [
        place(path, node.lineno)
        for path in python_files(*APPS)
        if _place_in_app(path) == "rules"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in {"objects", "live", "refresh_from_db"}
    ]
    assert found == []


def test_views_fetch_through_getters():
    """A getter is the permission check; `get_object_or_404` on a model would walk past it."""
    found = [
        place(path, line)
        for path in python_files(*APPS)
        if _place_in_app(path) == "views"
        for name, line in imported(tree(path))
        if name in {"django.shortcuts.get_object_or_404", "django.shortcuts.get_list_or_404"}
    ]
    assert found == []


def test_chinese_stands_in_the_catalogue_and_not_in_code():
    """A single character may be a sign, and typesetting works with the characters themselves."""
    found = [
        place(path, node.lineno)
        for path in python_files(*APPS)
        if "rendering" not in path.parts
        for node in _strings_in_use(tree(path))
        if CHINESE_WORD.search(node.value)
    ]
    assert found == []


def _strings_in_use(module):
    """Texts of a module, but for docstrings and help for models, which may name the field's terms."""
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(module)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    } | {id(node.value) for node in ast.walk(module) if isinstance(node, ast.keyword) and node.arg == "help_text"}
    return [
        node
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation
    ]


def test_the_lock_of_a_case_has_one_home():
    """Every act takes the same lock in the same order; a second spelling would soon lock something else."""
    spelling = re.compile(r"\bCase\.objects(\.\w+\([^)]*\))*\.select_for_update")
    found = [str(path) for path in python_files(*APPS) if spelling.search(path.read_text(encoding="utf-8"))]
    assert [path.rpartition("units/")[2] for path in found] == ["services/locks.py"]
