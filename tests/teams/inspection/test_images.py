"""Photos are written anew: the picture stays, upright, and nothing else does."""

import io

import pytest
from PIL import Image

from teams.inspection import PHOTO_FILES, inspect
from tests.samples import hostile_others, jpeg, photos, png, uploaded, webp
from tests.teams.inspection.asserting import code_of


def _stored(name, content):
    return inspect(uploaded(name, content), accept=PHOTO_FILES).content.read()


@pytest.mark.parametrize(
    ("name", "builder", "image_format"),
    [
        ("a.jpg", jpeg, "JPEG"),
        ("a.jpeg", jpeg, "JPEG"),
        ("a.png", png, "PNG"),
        ("a.webp", webp, "WEBP"),
        ("a.jpg", photos.multi_picture, "JPEG"),
    ],
)
def test_it_keeps_the_picture_and_drops_what_tells_of_its_making(name, builder, image_format):
    sent = builder()
    assert b"CameraMaker" in sent

    stored = _stored(name, sent)

    with Image.open(io.BytesIO(stored)) as image:
        assert (image.format, image.size) == (image_format, photos.WIDE)
        assert dict(image.getexif()) == {}
        assert not {"exif", "xmp", "comment", "icc_profile"} & set(image.info)
    for trace in (b"CameraMaker", b"2005:03:10", b"CommentOfTheCamera", b"PlaceInXmp", b"Exif\0\0", b"EXIF"):
        assert trace not in stored


@pytest.mark.parametrize(
    ("orientation", "size", "corner"),
    [
        (1, (64, 40), (0, 0)),
        (2, (64, 40), (63, 0)),
        (3, (64, 40), (63, 39)),
        (4, (64, 40), (0, 39)),
        (5, (40, 64), (0, 0)),
        (6, (40, 64), (39, 0)),
        (7, (40, 64), (39, 63)),
        (8, (40, 64), (0, 63)),
        (99, (64, 40), (0, 0)),
    ],
)
def test_it_turns_the_picture_upright(orientation, size, corner):
    with Image.open(io.BytesIO(_stored("a.jpg", jpeg(orientation)))) as image:
        assert image.size == size
        red, green, _ = image.getpixel(corner)
        assert red > 200 and green < 80


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_it_takes_jpegs_of_other_colours(mode):
    with Image.open(io.BytesIO(_stored("a.jpg", jpeg(mode=mode)))) as image:
        assert image.mode == ("L" if mode == "L" else "RGB")


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_it_takes_pngs_of_other_colours(mode):
    content = png(mode if mode != "I;16" else "L") if mode != "I;16" else photos.deep_png()

    with Image.open(io.BytesIO(_stored("a.png", content))) as image:
        assert image.mode == mode


def test_it_keeps_the_transparent_colour_of_a_palette():
    with Image.open(io.BytesIO(_stored("a.png", photos.transparent_palette()))) as image:
        assert image.convert("RGBA").getpixel((0, 0))[3] == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", hostile_others.png_bomb()),
        ("a.png", hostile_others.png_bomb((10_000, 10_000))),
        ("a.png", hostile_others.png_bomb((20_000, 10_000))),
        ("a.jpg", hostile_others.jpeg_bomb()),
    ],
    ids=["60 megapixels", "where Pillow warns", "where Pillow raises", "a claim only"],
)
def test_it_refuses_too_many_pixels(name, content):
    assert len(content) < 100_000
    assert code_of(name, content) == "too-many-pixels"


@pytest.mark.parametrize("image_format", ["PNG", "WEBP"])
def test_it_refuses_an_animation(image_format):
    assert code_of(f"a.{image_format.lower()}", hostile_others.animated(image_format)) == "animated"


@pytest.mark.parametrize("keep", [20, 0.5, 0.9])
@pytest.mark.parametrize(("name", "builder"), [("a.jpg", jpeg), ("a.png", png), ("a.webp", webp)])
def test_it_refuses_a_file_that_was_cut_off(name, builder, keep):
    whole = builder()
    end = int(len(whole) * keep) if isinstance(keep, float) else keep

    assert code_of(name, whole[:end]) == "damaged"
