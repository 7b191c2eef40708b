"""doc, wps and xls: the compound file and what it holds."""

import pytest

from teams.inspection import EVIDENCE_FILES, inspect
from teams.inspection.compound import entries
from tests.samples import doc, hostile_others, uploaded, wps, xls
from tests.samples.compound import compound_file
from tests.teams.inspection.asserting import code_of, refusal_of


def test_it_reads_streams_small_and_large():
    large = bytes(range(256)) * 100

    found = {entry.name: entry.content for entry in entries(doc(**{"Large": large, "Folder/Small": b"small"}))}

    assert found["Large"] == large
    assert found["Small"] == b"small"
    assert found["Folder"] is None
    assert found["WordDocument"][:2] == b"\xec\xa5"


def test_it_reads_a_table_of_more_than_one_sector():
    large = bytes(200_000)

    assert {entry.content for entry in entries(doc(Large=large)) if entry.name == "Large"} == {large}


def test_it_reads_the_large_format():
    large, small = bytes(range(256)) * 100, b"small"

    found = {entry.name: entry.content for entry in entries(compound_file({"L": large, "S": small}, sector=4096))}

    assert (found["L"], found["S"]) == (large, small)


@pytest.mark.parametrize(("offset", "value"), [(26, 5), (28, 0xFEFF), (30, 12), (32, 7), (56, 512)])
def test_it_refuses_a_header_that_no_program_writes(offset, value):
    assert code_of("plan.doc", hostile_others.doc_with_changed_header(offset, value)) == "damaged"


def test_it_needs_a_root():
    assert code_of("plan.doc", hostile_others.doc_with_changed_entry(0, 66, b"\x02")) == "damaged"


def test_it_overlooks_what_writers_leave_lying_about():
    """The upper half of a size, and a deleted entry that was called Macros."""
    upper_half = hostile_others.doc_with_changed_entry(1, 124, b"\xff\xff\xff\xff")
    deleted = hostile_others.doc_with_changed_entry(5, 0, "Macros".encode("utf-16-le").ljust(64, b"\0") + b"\x0e")

    for content in (upper_half, deleted):
        inspect(uploaded("plan.doc", content), accept=EVIDENCE_FILES)


@pytest.mark.parametrize("keep", [8, 512, 0.3, 0.5, 0.7])
@pytest.mark.parametrize(("name", "builder"), [("a.doc", doc), ("a.wps", wps), ("a.xls", xls)])
def test_it_refuses_a_file_that_was_cut_off(name, builder, keep):
    whole = builder()
    end = int(len(whole) * keep) if isinstance(keep, float) else keep

    assert code_of(name, whole[:end]) == "damaged"


@pytest.mark.parametrize(
    "builder",
    [
        hostile_others.doc_with_endless_directory,
        hostile_others.doc_with_shared_sectors,
        hostile_others.doc_with_missing_sectors,
        hostile_others.doc_with_sectors_outside_the_table,
        hostile_others.doc_with_text_ending_early,
        hostile_others.doc_with_other_text_stream,
        hostile_others.doc_of_rubbish_text,
        hostile_others.doc_without_directory,
    ],
)
def test_it_refuses_a_broken_structure(builder):
    assert code_of("plan.doc", builder()) == "damaged"


def test_it_refuses_a_compound_file_of_another_kind():
    assert code_of("plan.doc", hostile_others.doc_without_text_stream()) == "mismatch"
    assert refusal_of("plan.doc", xls()).params["found"] == ".xls"
    assert refusal_of("list.xls", doc()).params["found"] == ".doc"


def test_it_takes_a_word_file_under_the_name_of_wps():
    inspect(uploaded("plan.wps", doc()), accept=EVIDENCE_FILES)


@pytest.mark.parametrize(
    ("name", "builder"),
    [
        ("plan.doc", hostile_others.doc_with_macros),
        ("plan.wps", hostile_others.doc_with_macros),
        ("list.xls", hostile_others.xls_with_macros),
        ("list.xls", hostile_others.xls_with_macro_sheet),
    ],
)
def test_it_refuses_macros(name, builder):
    assert code_of(name, builder()) == "macros"


@pytest.mark.parametrize(
    ("name", "builder"),
    [
        ("plan.doc", hostile_others.doc_with_password),
        ("list.xls", hostile_others.xls_with_password),
        ("plan.docx", hostile_others.docx_behind_a_password),
        ("plan.doc", hostile_others.docx_behind_a_password),
    ],
)
def test_it_refuses_what_a_password_protects(name, builder):
    assert code_of(name, builder()) == "encrypted"


BEGINNING = b"\x09\x08\x04\x00\x00\x06\x05\x00"


@pytest.mark.parametrize(
    "stream",
    [b"ab", b"\x42\x00\x00\x00\x0a\x00\x00\x00", BEGINNING, BEGINNING + b"\x2f\x00\x06\x00ab", b"rubbish" * 1_000],
    ids=["no record", "another beginning", "no end", "record cut off", "no records at all"],
)
def test_it_refuses_a_workbook_that_is_none(stream):
    assert code_of("list.xls", hostile_others.xls_of(stream)) == "damaged"
