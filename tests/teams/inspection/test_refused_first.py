"""What is refused before any parser looks at it: size, extension and the first bytes."""

import pytest

from teams.inspection import MAX_BYTES, PHOTO_FILES, PLAN_FILES, Refused, inspect
from tests.samples import GOOD, doc, docx, hostile_others, ofd, pdf, uploaded, xlsx
from tests.samples.hostile_archives import docx_behind_a_program, zip_of_one_text
from tests.samples.hostile_pdfs import pdf_behind_html
from tests.teams.inspection.asserting import code_of, refusal_of


def test_it_refuses_an_empty_file():
    assert code_of("plan.pdf", b"") == "empty"


def test_it_refuses_a_file_above_the_limit():
    assert MAX_BYTES == 20 * 1024 * 1024
    assert code_of("plan.pdf", pdf() + bytes(MAX_BYTES)) == "too-large"


def test_it_takes_a_file_of_exactly_the_limit_and_none_of_a_byte_more():
    size = len(pdf())

    assert inspect(uploaded("plan.pdf"), accept=PLAN_FILES, max_bytes=size).size == size
    assert code_of("plan.pdf", pdf(), max_bytes=size - 1) == "too-large"


def test_it_stops_reading_at_the_limit_whatever_size_is_claimed():
    class Endless:
        name = "plan.pdf"
        size = 10
        given = 0

        def chunks(self):
            while self.given < 100:
                self.given += 1
                yield bytes(1000)

    endless = Endless()
    with pytest.raises(Refused) as caught:
        inspect(endless, accept=PLAN_FILES, max_bytes=5_000)

    assert caught.value.code == "too-large"
    assert endless.given == 6


@pytest.mark.parametrize("name", ["plan.exe", "plan.html", "plan.svg", "plan.docm", "plan.zip", "plan.pdf.txt"])
def test_it_refuses_an_extension_that_is_not_listed(name):
    assert code_of(name, pdf()) == "extension"


@pytest.mark.parametrize("name", ["plan", ".pdf", "pdf"])
def test_it_refuses_a_name_without_extension(name):
    assert code_of(name, pdf()) == "no-extension"


def test_it_refuses_what_is_accepted_elsewhere():
    assert code_of("list.xlsx", xlsx(), accept=PLAN_FILES) == "extension"
    assert code_of("plan.pdf", pdf(), accept=PHOTO_FILES) == "extension"


@pytest.mark.parametrize("name", ["photo.heic", "photo.HEIF", "photo.jpg"])
def test_it_refuses_heic_with_a_reason_of_its_own(name):
    assert code_of(name, hostile_others.heic()) == "heic"


def test_it_speaks_of_heic_only_where_photos_are_accepted():
    assert code_of("plan.heic", hostile_others.heic(), accept=PLAN_FILES) == "extension"


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("plan.pdf", hostile_others.html_page(), ".html"),
        ("plan.docx", hostile_others.html_page(), ".html"),
        ("plan.docx", hostile_others.windows_program(), ".exe"),
        ("plan.docx", docx_behind_a_program(), ".exe"),
        ("plan.doc", hostile_others.rich_text(), ".rtf"),
        ("plan.doc", docx(), ".zip"),
        ("plan.docx", doc(), ".doc / .xls"),
        ("plan.docx", pdf(), ".pdf"),
        ("plan.docx", xlsx(), ".xlsx"),
        ("plan.xlsx", ofd(), ".ofd"),
        ("plan.ofd", docx(), ".docx"),
        ("photo.png", GOOD["jpg"](), ".jpg"),
        ("photo.jpg", GOOD["webp"](), ".webp"),
    ],
)
def test_it_says_what_a_disguised_file_is(name, content, found):
    refusal = refusal_of(name, content)

    assert refusal.code == "disguised"
    assert refusal.params["found"] == found


def test_it_says_no_more_than_it_knows():
    assert code_of("plan.pdf", b"hello") == "mismatch"
    assert code_of("plan.docx", zip_of_one_text()) == "mismatch"


def test_it_refuses_a_pdf_that_begins_as_something_else():
    assert code_of("plan.pdf", pdf_behind_html()) == "prefixed"


def test_it_names_the_grounds_in_the_order_of_the_checks():
    assert code_of("plan.exe", b"") == "empty"
    assert code_of("plan.exe", bytes(20), max_bytes=10) == "too-large"
    assert code_of("plan.exe", hostile_others.windows_program()) == "extension"
