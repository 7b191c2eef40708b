"""Fetches the fonts of our documents out of Debian's packages, without installing those.

The fonts are free but not ours, so they are not kept in the repository: Fandol (GPL with font exception) is
in texlive-lang-chinese, Noto Serif CJK (OFL) in fonts-noto-cjk. Packages are unpacked in a temporary folder.
"""

import gzip
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont

from reports.rendering import fonts

FANDOL_PACKAGE = "texlive-lang-chinese"
NOTO_PACKAGE = "fonts-noto-cjk"
NOTO_COLLECTION = "NotoSerifCJK-Regular.ttc"
PANGO_PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")

Say = Callable[[str], None]


class CannotInstall(RuntimeError):
    """A font or library could not be fetched; the message is the one line that tells what to do by hand."""


def install_fonts(fonts_dir: Path, say: Say) -> None:
    """Puts every face that is missing into `fonts_dir`, with its licence; does nothing when all are there."""
    missing = {face.file_name for face in fonts.ALL_FACES if not (fonts_dir / face.file_name).is_file()}
    if not missing:
        return
    fonts_dir.mkdir(parents=True, exist_ok=True)
    if missing - {fonts.FALLBACK.file_name}:
        say(f"Fetching Fandol out of Debian's package {FANDOL_PACKAGE} (49 MB) ...")
        with _unpacked(FANDOL_PACKAGE, fonts_dir) as root:
            _take_fandol(root, fonts_dir)
    if fonts.FALLBACK.file_name in missing:
        say(f"Fetching Noto Serif CJK out of Debian's package {NOTO_PACKAGE} (57 MB) ...")
        with _unpacked(NOTO_PACKAGE, fonts_dir) as root:
            _take_noto(root, fonts_dir)
    say(f"The fonts are in {fonts_dir}.")


def install_pango(say: Say) -> None:
    """Makes sure that WeasyPrint loads; installs its libraries where we are root, or sudo asks nothing."""
    if _weasyprint_loads():
        return
    packages = " ".join(PANGO_PACKAGES)
    advice = f"WeasyPrint needs Pango. Run: sudo apt-get install --no-install-recommends {packages}"
    prefix = _as_root()
    if prefix is None or not shutil.which("apt-get"):
        raise CannotInstall(advice)
    say(f"Installing {packages} ...")
    _run([*prefix, "apt-get", "update", "-q"])
    if not _run([*prefix, "apt-get", "install", "-qy", "--no-install-recommends", *PANGO_PACKAGES]):
        raise CannotInstall(advice)
    if not _weasyprint_loads():
        raise CannotInstall(advice)


def _weasyprint_loads() -> bool:
    """Asked of a new process: one that failed to find a library would not look again."""
    return _succeeds([sys.executable, "-c", "import weasyprint"])


def _as_root() -> list[str] | None:
    """What to put before a command to run it as root; None where we may not."""
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if shutil.which("sudo") and _succeeds(["sudo", "-n", "true"]) else None


@contextmanager
def _unpacked(package: str, fonts_dir: Path) -> Iterator[Path]:
    """The files of Debian's `package` in a temporary folder."""
    if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        raise CannotInstall(
            f"Not a Debian system: unpack the Debian package {package} and put its fonts into {fonts_dir}, "
            f"as {', '.join(face.file_name for face in fonts.ALL_FACES)}"
        )
    with tempfile.TemporaryDirectory(prefix="fonts-") as name:
        folder = Path(name)
        if not _download(package, folder):
            raise CannotInstall(f"apt-get could not download {package}. Run: sudo apt-get update; then again")
        archive = next(folder.glob("*.deb"))
        root = folder / "root"
        if not _run(["dpkg-deb", "-x", str(archive), str(root)]):
            raise CannotInstall(f"dpkg-deb could not unpack {archive.name}: is the disk full?")
        yield root


def _download(package: str, folder: Path) -> bool:
    """Fetches the archive, which takes no rights; a new machine has no package lists yet, which does."""
    command = ["apt-get", "download", "-q", package]
    if _run(command, folder):
        return True
    prefix = _as_root()
    return prefix is not None and _run([*prefix, "apt-get", "update", "-q"]) and _run(command, folder)


def _take_fandol(root: Path, fonts_dir: Path) -> None:
    for face in fonts.FACES:
        _copy(_find(root, face.file_name), fonts_dir / face.file_name)
    licence = _find(root, "fandol/COPYING.gz")
    (fonts_dir / "Fandol-COPYING.txt").write_bytes(gzip.decompress(licence.read_bytes()))
    _copy(licence.with_name("README"), fonts_dir / "Fandol-README.txt")


def _take_noto(root: Path, fonts_dir: Path) -> None:
    """The simplified-Chinese face alone: of a collection, @font-face would take the first, Japanese one."""
    name = Path(fonts.FALLBACK.file_name).stem
    partial = fonts_dir / f".{fonts.FALLBACK.file_name}"
    with (
        TTCollection(_find(root, NOTO_COLLECTION), lazy=True) as collection,
        TTFont(fonts_dir / fonts.FANGSONG.file_name, lazy=True) as fangsong,
    ):
        face = next(font for font in collection.fonts if font["name"].getDebugName(6) == name)
        _stand_like(face, fangsong)
        # The stamp of the moment would make two machines' fonts, and so their documents, differ.
        face.recalcTimestamp = False
        face.save(partial)
    partial.replace(fonts_dir / fonts.FALLBACK.file_name)
    _copy(_find(root, f"{NOTO_PACKAGE}/copyright"), fonts_dir / "Noto-copyright.txt")


def _stand_like(face: TTFont, model: TTFont) -> None:
    """Gives `face` the heights and baselines of `model`, both of a thousand units to the em.

    Otherwise one rare character in a line would push that line, and all below it, off the grid of the page.
    """
    for name in ("ascent", "descent", "lineGap"):
        setattr(face["hhea"], name, getattr(model["hhea"], name))
    for name in ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent"):
        setattr(face["OS/2"], name, getattr(model["OS/2"], name))
    face["BASE"] = model["BASE"]


def _find(root: Path, ending: str) -> Path:
    """The file whose path ends so; Debian's releases keep fonts in different folders."""
    for path in root.rglob(Path(ending).name):
        if path.as_posix().endswith(f"/{ending}"):
            return path
    raise CannotInstall(f"The Debian package holds no {ending}; please report this")


def _copy(source: Path, target: Path) -> None:
    """Never half a file under its final name: a font that is there counts as whole."""
    partial = target.with_name(f".{target.name}")
    shutil.copyfile(source, partial)
    partial.replace(target)


def _succeeds(command: list[str]) -> bool:
    """Whether the command, asked as a question, ends well; what it says is of no interest."""
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _run(command: list[str], folder: Path | None = None) -> bool:
    """Whether the command did its work; its words are shown only when it did not."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.stderr.write(done.stderr)
    return done.returncode == 0
