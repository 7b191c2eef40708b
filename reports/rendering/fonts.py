"""The faces of an official document: where they are, what they cover, how a style sheet names them."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.utils.translation import gettext as _
from fontTools.ttLib import TTFont


@dataclass(frozen=True)
class Face:
    """One font file and the family name under which our style sheets ask for it."""

    family: str
    file_name: str


# GB/T 9704 asks for 仿宋, 黑体, 楷体, 宋体 and 小标宋. The first three letters keep our family names apart
# from fonts installed on the machine, which must never stand in for ours.
FANGSONG = Face("gw-FangSong", "FandolFang-Regular.otf")
HEI = Face("gw-Hei", "FandolHei-Regular.otf")
KAI = Face("gw-Kai", "FandolKai-Regular.otf")
SONG = Face("gw-Song", "FandolSong-Regular.otf")
TITLE_SONG = Face("gw-XiaoBiaoSong", "FandolSong-Bold.otf")
FACES = (FANGSONG, HEI, KAI, SONG, TITLE_SONG)

# Fandol covers GB 2312 and little more; names such as 镕 or 喆 are set in this face, character by character.
FALLBACK = Face("gw-Fallback", "NotoSerifCJKsc-Regular.otf")
ALL_FACES = (*FACES, FALLBACK)


class MissingFonts(RuntimeError):
    """The fonts are not where they should be; the message names the command that fetches them."""


def require_faces(fonts_dir: Path) -> None:
    """Raises MissingFonts unless every face is in `fonts_dir`: a wrong font would be printed silently."""
    missing = [face.file_name for face in ALL_FACES if not (fonts_dir / face.file_name).is_file()]
    if missing:
        raise MissingFonts(
            _("Fonts are missing in %(folder)s: %(files)s. Run: make fonts")
            % {"folder": fonts_dir, "files": ", ".join(missing)}
        )


@lru_cache(maxsize=16)
def coverage(path: Path) -> frozenset[int]:
    """The code points that the font file can print."""
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())


@lru_cache(maxsize=4)
def common_coverage(fonts_dir: Path) -> frozenset[int]:
    """The code points that each of our own faces can print, whatever the style of the text."""
    return frozenset.intersection(*(coverage(fonts_dir / face.file_name) for face in FACES))


@lru_cache(maxsize=16)
def version(path: Path) -> str:
    """The version that the font file states, with the start of its SHA-256: two builds may state the same."""
    with TTFont(path, lazy=True) as font:
        stated = str(font["name"].getDebugName(5) or "")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return f"{path.stem} {stated.removeprefix('Version ').split(';')[0]} {digest[:12]}"


def face_rules(fonts_dir: Path, faces: tuple[Face, ...]) -> str:
    """The style sheet that makes `faces` known under their family names."""
    return "\n".join(
        f'@font-face {{ font-family: "{face.family}"; src: url("{(fonts_dir / face.file_name).as_uri()}") }}'
        for face in faces
    )
