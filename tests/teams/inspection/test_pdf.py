"""PDF: whole, unlocked, of bearable length, and passive."""

import pytest

from teams.inspection import EVIDENCE_FILES, inspect, limits
from tests.samples import hostile_pdfs, pdf, uploaded
from tests.teams.inspection.asserting import code_of


def test_it_takes_what_scanners_leave_behind_the_end():
    inspect(uploaded("plan.pdf", pdf() + b"\r\n" + bytes(5_000)), accept=EVIDENCE_FILES)


@pytest.mark.parametrize("keep", [9, 0.3, 0.6, 0.95])
def test_it_refuses_a_file_that_was_cut_off(keep):
    whole = pdf()
    end = int(len(whole) * keep) if isinstance(keep, float) else keep

    assert code_of("plan.pdf", whole[:end]) == "damaged"


def test_it_refuses_a_file_with_a_piece_missing_in_the_middle():
    whole = pdf()

    assert code_of("plan.pdf", whole[:500] + whole[900:]) == "damaged"


@pytest.mark.parametrize(
    "builder",
    [
        hostile_pdfs.html_behind_a_pdf_header,
        hostile_pdfs.pdf_with_html_behind,
        hostile_pdfs.pdf_without_pages,
        hostile_pdfs.pdf_with_giant_object_stream,
        hostile_pdfs.pdf_with_deep_nesting,
    ],
)
def test_it_refuses_what_is_no_whole_pdf(builder):
    assert code_of("plan.pdf", builder()) == "damaged"


@pytest.mark.parametrize("damage", sorted(hostile_pdfs.DAMAGES))
def test_it_refuses_objects_that_it_cannot_read(damage):
    assert code_of("plan.pdf", hostile_pdfs.pdf_with_unreadable_object_stream(damage)) in {"damaged", "active-content"}


@pytest.mark.parametrize("builder", [hostile_pdfs.pdf_with_password, hostile_pdfs.pdf_locked_against_changes])
def test_it_refuses_encryption(builder):
    assert code_of("plan.pdf", builder()) == "encrypted"


@pytest.mark.parametrize(
    "builder",
    [
        hostile_pdfs.pdf_with_script_on_opening,
        hostile_pdfs.pdf_with_named_script,
        hostile_pdfs.pdf_with_script_on_a_page,
        hostile_pdfs.pdf_with_hidden_script,
        hostile_pdfs.pdf_with_script_in_object_stream,
        hostile_pdfs.pdf_with_launching_link,
        hostile_pdfs.pdf_with_attachment,
    ],
)
def test_it_refuses_a_pdf_that_acts(builder):
    assert code_of("plan.pdf", builder()) == "active-content"


def test_it_counts_pages():
    most = limits.PDF_MAX_PAGES

    inspect(uploaded("plan.pdf", hostile_pdfs.pdf_with_many_pages(most)), accept=EVIDENCE_FILES)
    assert code_of("plan.pdf", hostile_pdfs.pdf_with_many_pages(most + 1)) == "too-many-pages"
