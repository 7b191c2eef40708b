"""Photos: decoded within limits and written anew, so that only the picture is kept."""

import io
import warnings
from typing import Final

from PIL import ExifTags, Image

from teams.inspection import limits
from teams.inspection.kinds import Container
from teams.inspection.refusals import Reason, Refused

# Pillow only warns between its limit and twice that.
warnings.simplefilter("error", Image.DecompressionBombWarning)

_FORMATS: Final = {Container.JPEG: "JPEG", Container.PNG: "PNG", Container.WEBP: "WEBP"}
_JPEG_MODES: Final = frozenset({"L", "RGB"})
_QUALITY: Final = 90
# For WebP, of 0 (fast) to 6: the usual 4 takes twice the time and a fifth more memory for 3 % of size.
_EFFORT: Final = 2
_UPRIGHT: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def reencoded(data: bytes, container: Container) -> bytes:
    """The same picture in the same format, upright, without place, time, camera or anything else.

    Of a phone's multi-picture JPEG (MPO) the photo is kept; previews and depth maps behind it go.
    """
    image_format = _FORMATS[container]
    try:
        with Image.open(io.BytesIO(data), formats=[image_format]) as image:
            _check_open(image)
            upright = _upright(image)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        # What Pillow raises for broken files; UnidentifiedImageError is an OSError.
        raise Refused(Reason.DAMAGED) from error
    # Only now, when the decoder's own buffers are gone: they are as large as the picture. An
    # error in here is not the file's.
    return _written(upright, image_format)


def _check_open(image: Image.Image) -> None:
    width, height = image.size
    if width * height > limits.IMAGE_MAX_PIXELS:
        raise _too_many_pixels()
    if image.format != "MPO" and getattr(image, "is_animated", False):
        raise Refused(Reason.ANIMATED)


def _too_many_pixels() -> Refused:
    return Refused(Reason.TOO_MANY_PIXELS, limit=limits.IMAGE_MAX_PIXELS // 1_000_000)


def _upright(image: Image.Image) -> Image.Image:
    """A decoded picture of its own, turned as its orientation tag asks."""
    image.load()
    # Not ImageOps.exif_transpose: it writes all other tags back and fails on odd ones.
    turn = _UPRIGHT.get(image.getexif().get(ExifTags.Base.Orientation, 1))
    return image.copy() if turn is None else image.transpose(turn)


def _written(image: Image.Image, image_format: str) -> bytes:
    if image_format == "JPEG" and image.mode not in _JPEG_MODES:
        image = image.convert("RGB")
    # Pillow writes comments, profiles and XMP back from here; only a palette's transparent colour
    # belongs to the picture.
    image.info = {"transparency": image.info["transparency"]} if "transparency" in image.info else {}
    target = io.BytesIO()
    image.save(target, format=image_format, quality=_QUALITY, method=_EFFORT)
    return target.getvalue()
