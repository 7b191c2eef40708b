"""docx, xlsx and ofd: directory, members and main part."""

import zipfile
import zlib

import pytest

from teams.inspection import EVIDENCE_FILES, inspect, limits
from tests.samples import docx, hostile_archives, ofd, uploaded, xlsx
from tests.samples.office import repacked
from tests.teams.inspection.asserting import code_of

MIB = 1024 * 1024


def test_it_refuses_a_bomb():
    bomb = hostile_archives.docx_bomb()

    assert len(bomb) < 300_000
    assert code_of("plan.docx", bomb) == "expands"


def test_it_refuses_a_bomb_by_its_ratio_alone():
    assert code_of("plan.docx", hostile_archives.docx_bomb(unpacked=20 * MIB)) == "expands"


def test_it_refuses_a_bomb_by_one_member_alone():
    assert code_of("plan.docx", hostile_archives.docx_bomb_among_noise()) == "expands"


def test_it_refuses_a_bomb_by_its_sum_alone():
    assert code_of("plan.docx", hostile_archives.docx_of_much_in_sum()) == "expands"


def test_it_lets_a_blank_picture_pack_as_well_as_it_can():
    blank = hostile_archives.docx_bomb(unpacked=MIB // 2)

    assert inspect(uploaded("plan.docx", blank), accept=EVIDENCE_FILES).size == len(blank)


@pytest.mark.parametrize(
    "lying",
    [
        hostile_archives.docx_bomb_declaring_little,
        hostile_archives.docx_declaring_too_much,
        hostile_archives.docx_with_false_checksum,
        hostile_archives.docx_with_two_names_for_a_member,
    ],
)
def test_it_reads_the_members_and_believes_no_claim(lying):
    assert code_of("plan.docx", lying()) == "damaged"


@pytest.mark.parametrize("length", [1, 1_000, 600_000])
def test_it_comes_to_an_end_where_bytes_follow_a_stream(length):
    assert code_of("plan.docx", hostile_archives.docx_with_bytes_behind_a_stream(b"x" * length)) == "damaged"


def test_it_takes_members_that_are_not_packed():
    unpacked = repacked(ofd(), packing=zipfile.ZIP_STORED)

    inspect(uploaded("plan.ofd", unpacked), accept=EVIDENCE_FILES)


def test_it_unpacks_no_more_than_declared(monkeypatch):
    """The lying bomb is left after its first piece, not after 200 MB."""
    bomb = hostile_archives.docx_bomb_declaring_little()
    unpacked = []
    ordinary = zlib.crc32
    monkeypatch.setattr("zlib.crc32", lambda piece, so_far=0: unpacked.append(len(piece)) or ordinary(piece, so_far))

    code_of("plan.docx", bomb)

    assert 0 < sum(unpacked) < 2 * MIB


def test_it_counts_members():
    assert code_of("plan.docx", hostile_archives.docx_of_many_members()) == "too-many-members"
    assert code_of("plan.docx", hostile_archives.docx_of_many_members(25_000)) == "too-many-members"


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "word/../../x", "/etc/passwd", "C:/x", r"\\server\x", r"word\..\..\x"],
)
def test_it_refuses_a_path_that_leaves_the_archive(name):
    assert code_of("plan.docx", hostile_archives.docx_with_member(name)) == "unsafe-member"


@pytest.mark.parametrize("name", ["word/a..b.txt", r"word\media\a.txt", "word/媒体.txt"])
def test_it_takes_odd_but_harmless_member_names(name):
    inspect(uploaded("plan.docx", hostile_archives.docx_with_member(name)), accept=EVIDENCE_FILES)


def test_it_refuses_links_and_cut_names():
    assert code_of("plan.docx", hostile_archives.docx_with_link()) == "unsafe-member"
    assert code_of("plan.docx", hostile_archives.docx_with_nul_in_member()) == "unsafe-member"


def test_it_refuses_two_members_of_one_name():
    assert code_of("plan.docx", hostile_archives.docx_with_two_documents()) == "damaged"
    assert code_of("plan.docx", hostile_archives.docx_with_member("WORD/DOCUMENT.XML")) == "damaged"


def test_it_refuses_what_it_cannot_read():
    assert code_of("plan.docx", hostile_archives.docx_with_locked_member()) == "encrypted"
    assert code_of("plan.docx", hostile_archives.docx_with_other_compression()) == "damaged"
    assert code_of("plan.docx", hostile_archives.docx_claiming_other_compression()) == "damaged"
    assert code_of("plan.docx", hostile_archives.archive_of_nothing()) == "damaged"


def test_it_refuses_bytes_before_the_first_member():
    assert code_of("plan.docx", hostile_archives.docx_behind_a_false_member()) == "damaged"


@pytest.mark.parametrize("keep", [30, 0.5, 0.9, -1])
@pytest.mark.parametrize(("name", "builder"), [("a.docx", docx), ("a.xlsx", xlsx), ("a.ofd", ofd)])
def test_it_refuses_a_file_that_was_cut_off(name, builder, keep):
    whole = builder()
    end = int(len(whole) * keep) if isinstance(keep, float) else keep

    assert code_of(name, whole[:end]) == "damaged"


@pytest.mark.parametrize(
    ("name", "builder"),
    [
        ("plan.docx", hostile_archives.docx_with_macros),
        ("plan.docx", hostile_archives.docx_with_renamed_macros),
        ("plan.docx", hostile_archives.docm_called_docx),
        ("list.xlsx", hostile_archives.xlsx_with_macro_sheet),
    ],
)
def test_it_refuses_macros(name, builder):
    assert code_of(name, builder()) == "macros"


@pytest.mark.parametrize(
    ("name", "builder", "part"),
    [
        ("a.docx", docx, "[Content_Types].xml"),
        ("a.docx", docx, "word/document.xml"),
        ("a.xlsx", xlsx, "xl/workbook.xml"),
        ("a.ofd", ofd, "OFD.xml"),
    ],
)
def test_it_needs_the_main_part(name, builder, part):
    without = repacked(builder(), without=[part])

    assert code_of(name, without) in {"mismatch", "disguised"}


def test_it_looks_into_the_main_part():
    assert code_of("plan.docx", hostile_archives.docx_with_other_root()) == "mismatch"
    assert code_of("plan.docx", hostile_archives.docx_with_broken_xml()) == "damaged"
    assert code_of("plan.docx", hostile_archives.docx_with_entities()) == "damaged"


def test_it_finds_the_main_part_where_the_content_types_say():
    inspect(uploaded("plan.docx", hostile_archives.docx_of_word_on_the_web()), accept=EVIDENCE_FILES)


def test_it_refuses_an_endless_list_of_content_types():
    types = b"<Types>" + b'<Default Extension="x" ContentType="text/plain"/>' * (limits.MIB // 40) + b"</Types>"

    assert code_of("plan.docx", repacked(docx(), replace={"[Content_Types].xml": types})) in {"damaged", "expands"}
