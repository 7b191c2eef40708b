"""Archives that are not what they say, unpack to too much, or reach where they should not."""

import io
import random
import stat
import struct
import zipfile
import zlib

from tests.samples.office import docx, repacked, xlsx

_MIB = 1024 * 1024
BALLAST = "word/media/image1.bmp"


def docx_bomb(unpacked=200 * _MIB):
    """Some 190 kB of ballast that declare, and hold, 200 MB."""
    return repacked(docx(), add=[(BALLAST, bytes(unpacked))])


def docx_bomb_declaring_little():
    """The same bomb, whose directory claims 1,000 bytes with the right checksum for those."""
    return _with_claims(docx_bomb(), BALLAST, size=1_000, checksum=zlib.crc32(bytes(1_000)))


def docx_declaring_too_much():
    return _with_claims(repacked(docx(), add=[(BALLAST, bytes(500))]), BALLAST, size=90_000)


def docx_with_false_checksum():
    return _with_claims(repacked(docx(), add=[(BALLAST, bytes(500))]), BALLAST, checksum=1)


def docx_with_bytes_behind_a_stream(rubbish):
    """A member of more than one piece, whose packed bytes go on after its stream has ended."""
    content = bytes(600_000)
    deflater = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    info = zipfile.ZipInfo(BALLAST)
    info.compress_type = zipfile.ZIP_STORED
    archive = repacked(docx(), add=[(info, deflater.compress(content) + deflater.flush() + rubbish)])
    return _with_claims(archive, BALLAST, size=len(content), checksum=zlib.crc32(content), method=8)


def docx_claiming_other_compression():
    return _with_claims(repacked(docx(), add=[(BALLAST, bytes(500))]), BALLAST, method=12)


def docx_with_two_names_for_a_member():
    """The directory calls it so, the member itself otherwise."""
    return docx_with_member(BALLAST).replace(BALLAST.encode(), b"word/media/image1.exe", 1)


def docx_bomb_among_noise():
    """One member packed a thousandfold in an archive that is not packed at all."""
    noise = zipfile.ZipInfo("word/media/image2.jpg")
    noise.compress_type = zipfile.ZIP_STORED
    return repacked(docx(), add=[(BALLAST, bytes(20 * _MIB)), (noise, random.Random(1).randbytes(_MIB))])


def archive_of_nothing():
    return b"PK\x03\x04" + b"PK\x05\x06" + bytes(18)


def docx_with_locked_member():
    return _with_claims(repacked(docx(), add=[(BALLAST, bytes(500))]), BALLAST, flags=1)


def docx_of_much_in_sum():
    """No member above 15 MB, none packed more than sixtyfold, 210 MB together."""
    chance = random.Random(1)
    members = [
        (f"word/media/image{number}.bmp", b"".join(chance.randbytes(300) + bytes(14_700) for _ in range(1_000)))
        for number in range(14)
    ]
    return repacked(docx(), add=members)


def zip_of_one_text():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("readme.txt", "just text")
    return target.getvalue()


def docx_of_many_members(members=2_001):
    return repacked(docx(), add=[(f"word/media/{number}.txt", b"") for number in range(members)])


def docx_with_member(name):
    return repacked(docx(), add=[(name, b"hostile")])


def docx_with_nul_in_member():
    marked = docx_with_member("word/media/aXb.txt")
    return marked.replace(b"word/media/aXb.txt", b"word/media/a\0b.txt")


def docx_with_link():
    info = zipfile.ZipInfo("word/media/passwd")
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return repacked(docx(), add=[(info, b"/etc/passwd")])


def docx_with_two_documents():
    archive = docx_with_member("word/documenX.xml")
    return archive.replace(b"word/documenX.xml", b"word/document.xml")


def docx_with_other_compression():
    target = io.BytesIO(docx())
    with zipfile.ZipFile(target, "a", zipfile.ZIP_BZIP2) as archive:
        archive.writestr(BALLAST, bytes(500))
    return target.getvalue()


def docx_behind_a_program():
    return b"MZ" + bytes(510) + docx()


def docx_behind_a_false_member():
    """Begins like a zip, but the directory knows nothing of the first bytes."""
    return b"PK\x03\x04" + b"<script>alert(1)</script>" + docx()


def docx_with_macros():
    return docx_with_member("word/vbaProject.bin")


def docx_with_renamed_macros():
    """The project under an innocent name: only the content types tell."""
    override = b'<Override PartName="/word/notes.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    return _with_content_types(docx(), b"</Types>", override)


def docm_called_docx():
    ordinary = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return _with_content_types(docx(), ordinary, b"application/vnd.ms-word.document.macroEnabled.main+xml")


def xlsx_with_macro_sheet():
    return repacked(xlsx(), add=[("xl/macrosheets/sheet1.xml", b"<x/>")])


def docx_with_entities():
    entities = b'<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><document>&b;</document>'
    return repacked(docx(), replace={"word/document.xml": entities})


def docx_with_other_root():
    return repacked(docx(), replace={"word/document.xml": b"<html>hello</html>"})


def docx_with_broken_xml():
    return repacked(docx(), replace={"word/document.xml": b"<w:document <"})


def docx_of_word_on_the_web():
    """A good one: its main part is document2.xml, which only the content types say."""
    with zipfile.ZipFile(io.BytesIO(docx())) as archive:
        main = archive.read("word/document.xml")
    moved = repacked(docx(), without=["word/document.xml"], add=[("word/document2.xml", main)])
    return _with_content_types(moved, b"/word/document.xml", b"/word/document2.xml")


def _with_content_types(archive, old, new):
    name = "[Content_Types].xml"
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        types = opened.read(name)
    assert old in types
    return repacked(archive, replace={name: types.replace(old, new)})


def _with_claims(archive, member, *, size=None, checksum=None, flags=None, method=None):
    """The archive with other claims about one member, in the directory and the local header."""
    changed = bytearray(archive)
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        local = opened.getinfo(member).header_offset
    central = archive.index(b"PK\x01\x02", archive.index(member.encode(), local + 30 + len(member)) - 46)
    for start, offset in ((local, 6), (central, 8)):
        if flags is not None:
            struct.pack_into("<H", changed, start + offset, flags)
        if method is not None:
            struct.pack_into("<H", changed, start + offset + 2, method)
        if checksum is not None:
            struct.pack_into("<I", changed, start + offset + 8, checksum)
        if size is not None:
            struct.pack_into("<I", changed, start + offset + 16, size)
    return bytes(changed)
