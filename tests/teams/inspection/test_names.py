"""A name sent by a hostile client is safe to store, to show and to send back."""

import pytest

from teams.inspection import MAX_NAME_LENGTH, PLAN_FILES, inspect
from teams.inspection.names import extension_of, safe_name
from tests.samples import pdf, uploaded


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("实施方案（第二稿）.pdf", "实施方案（第二稿）.pdf"),
        ("plan\0.pdf", "plan.pdf"),
        ("plan.exe\0.pdf", "plan.exe.pdf"),
        ("a\r\nSet-Cookie: b.pdf", "aSet-Cookie: b.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        (r"C:\Documents and Settings\U07\plan.doc", "plan.doc"),
        ("plan\u202efdp.exe", "planfdp.exe"),
        ("plan\ud800.pdf", "plan.pdf"),
        ("  my   plan .pdf", "my plan .pdf"),
        ("...plan.pdf. .", "plan.pdf"),
        ("re\u0301sume\u0301.pdf", "résumé.pdf"),
        ("", "file"),
        ("\0", "file"),
        ("..", "file"),
        ("uploads/", "file"),
    ],
)
def test_it_makes_a_name_safe(sent, kept):
    assert safe_name(sent) == kept


def test_it_shortens_a_name_and_keeps_the_extension():
    name = safe_name("方案" * 200 + ".docx")

    assert len(name) == MAX_NAME_LENGTH
    assert name.endswith("方.docx")


def test_it_shortens_a_name_that_is_all_extension():
    assert len(safe_name("a." + "x" * 500)) == MAX_NAME_LENGTH


@pytest.mark.parametrize(
    ("name", "extension"),
    [("plan.PDF", "pdf"), ("a.tar.gz", "gz"), ("plan", ""), ("pdf", ""), (".pdf", ""), ("plan.", "")],
)
def test_it_finds_the_extension(name, extension):
    assert extension_of(name) == extension


def test_it_accepts_a_good_file_under_a_bad_name():
    upload = uploaded("plan.pdf", pdf())
    # Django takes paths away, but not this.
    upload._name = "..\\pl\0an\u202e.pdf"

    assert inspect(upload, accept=PLAN_FILES).name == "plan.pdf"
