"""Disguises, old Office files with macros or locks, and pictures that are bombs."""

import io
import struct

from PIL import Image

from tests.samples.compound import compound_file, doc, xls
from tests.samples.photos import picture


def html_page():
    return b"<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"


def windows_program():
    return b"MZ\x90\x00" + bytes(56) + struct.pack("<I", 64) + b"PE\0\0" + bytes(2048)


def heic():
    return struct.pack(">I", 24) + b"ftypheic" + bytes(4) + b"mif1heic" + bytes(2048)


def rich_text():
    return rb"{\rtf1\ansi hello}"


def doc_with_macros():
    return doc(**{"Macros/VBA/dir": bytes(200), "Macros/VBA/_VBA_PROJECT": bytes(5000)})


def doc_with_password():
    return doc(flags=0x0100)


def doc_without_text_stream():
    return compound_file({"Contents": bytes(5000)})


def doc_with_other_text_stream():
    return compound_file({"WordDocument": b"<html>" + bytes(5000)})


def doc_of_rubbish_text():
    return compound_file({"WordDocument": b"\xec\xa5"})


def doc_with_changed_header(offset, value):
    changed = bytearray(doc())
    struct.pack_into("<H", changed, offset, value)
    return bytes(changed)


def doc_with_changed_entry(number, offset, value):
    """``value`` from ``offset`` on in one of the directory's entries: 0 is the root, 5 the first unused."""
    changed = bytearray(doc(More=b"more"))
    (directory,) = struct.unpack_from("<I", changed, 48)
    start = (directory + 1) * 512 + number * 128 + offset
    changed[start : start + len(value)] = value
    return bytes(changed)


def doc_without_directory():
    changed = bytearray(doc())
    struct.pack_into("<I", changed, 48, 0xFFFFFFFE)
    return bytes(changed)


def doc_with_text_ending_early():
    changed = bytearray(doc())
    struct.pack_into("<I", changed, _fat_entry(changed, 0), 0xFFFFFFFE)
    return bytes(changed)


def doc_with_sectors_outside_the_table():
    """The text goes on in a sector that exists, but of which the table says nothing."""
    changed = bytearray(doc())
    struct.pack_into("<I", changed, _fat_entry(changed, 0), 200)
    return bytes(changed) + bytes(300 * 512)


def doc_with_endless_directory():
    """The directory's chain leads back to its beginning."""
    changed = bytearray(doc())
    (directory,) = struct.unpack_from("<I", changed, 48)
    struct.pack_into("<I", changed, _fat_entry(changed, directory), directory)
    return bytes(changed)


def doc_with_shared_sectors():
    """The text's chain runs into the directory."""
    changed = bytearray(doc())
    (directory,) = struct.unpack_from("<I", changed, 48)
    struct.pack_into("<I", changed, _fat_entry(changed, 0), directory)
    return bytes(changed)


def doc_with_missing_sectors():
    changed = bytearray(doc())
    struct.pack_into("<I", changed, _fat_entry(changed, 0), 1_000_000)
    return bytes(changed)


def docx_behind_a_password():
    """What Word writes for a docx with a password: a compound file with the package inside."""
    return compound_file({"EncryptionInfo": bytes(300), "EncryptedPackage": bytes(9000)})


def xls_with_macros():
    return xls(**{"_VBA_PROJECT_CUR/VBA/dir": bytes(200)})


def xls_with_macro_sheet():
    return xls(sheet_type=1)


def xls_with_password():
    return xls(more_records=struct.pack("<HHHHH", 0x002F, 6, 0, 0x1234, 0x5678))


def xls_of(stream):
    """A compound file with ``stream`` where the workbook should be."""
    return compound_file({"Workbook": stream})


def png_bomb(size=(10_000, 6_000)):
    """Some kilobytes that decode to 60 megapixels."""
    return _saved(Image.new("1", size), "PNG")


def jpeg_bomb():
    """Some hundred bytes whose header claims 81 megapixels."""
    changed = bytearray(_saved(picture(), "JPEG"))
    frame = changed.index(b"\xff\xc0")
    struct.pack_into(">HH", changed, frame + 5, 9_000, 9_000)
    return bytes(changed)


def animated(image_format):
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "green", "blue")]
    return _saved(frames[0], image_format, save_all=True, append_images=frames[1:], duration=100)


def _fat_entry(compound, sector):
    """Where the FAT, of one sector, keeps what follows ``sector``."""
    (fat,) = struct.unpack_from("<I", compound, 76)
    return (fat + 1) * 512 + sector * 4


def _saved(image, image_format, **options):
    target = io.BytesIO()
    image.save(target, format=image_format, **options)
    return target.getvalue()
