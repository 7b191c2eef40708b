"""Photos as phones send them: turned, with place, time and camera written into them."""

import io

from PIL import ExifTags, Image, ImageDraw

WIDE = (64, 40)


def picture(size=WIDE, mode="RGB"):
    """White, with a red upper left corner by which a turn shows."""
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 4, size[1] // 4), fill="red")
    return image.convert(mode)


def exif_with_place(orientation=1):
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "CameraMaker"
    exif[ExifTags.Base.DateTime] = "2005:03:10 09:00:00"
    exif[ExifTags.Base.Orientation] = orientation
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef] = "N"
    gps[ExifTags.GPS.GPSLatitude] = (39.0, 54.0, 26.0)
    gps[ExifTags.GPS.GPSLongitudeRef] = "E"
    gps[ExifTags.GPS.GPSLongitude] = (116.0, 23.0, 29.0)
    return exif


def jpeg(orientation=1, mode="RGB"):
    return _saved(picture(mode=mode), "JPEG", exif=exif_with_place(orientation), comment=b"CommentOfTheCamera")


def png(mode="RGB"):
    return _saved(picture(mode=mode), "PNG", exif=exif_with_place())


def webp():
    return _saved(picture(), "WEBP", exif=exif_with_place(), xmp=b"<x>PlaceInXmp</x>")


def multi_picture():
    """An MPO: the JPEG of many phones, the photo first and a second picture behind it."""
    second = Image.new("RGB", WIDE, "blue")
    return _saved(picture(), "MPO", save_all=True, append_images=[second], exif=exif_with_place())


def _saved(image, image_format, **options):
    target = io.BytesIO()
    image.save(target, format=image_format, **options)
    return target.getvalue()


def deep_png():
    """Sixteen bits of grey."""
    return _saved(Image.new("I;16", WIDE, 40_000), "PNG")


def transparent_palette():
    return _saved(Image.new("P", WIDE, 0), "PNG", transparency=0)
