"""How much of an upload is read, unpacked and decoded before it is refused."""

from typing import Final

MIB: Final = 1024 * 1024

MAX_BYTES: Final = 20 * MIB
"""The largest upload, in bytes."""

MAX_NAME_LENGTH: Final = 150
"""The longest original file name that is kept, in characters, its extension included."""

ZIP_MAX_MEMBERS: Final = 2_000
ZIP_MAX_UNPACKED: Final = 200 * MIB
ZIP_MAX_RATIO: Final = 100
# A blank picture or an empty sheet packs a thousandfold and hurts nobody: below this
# many unpacked bytes the ratio says nothing.
ZIP_RATIO_FLOOR: Final = MIB

PDF_MAX_PAGES: Final = 2_000
# Object streams and cross-reference streams are the only streams that reading the
# structure decodes. Real ones hold some hundred objects; a bomb of 195 kB was seen to
# take 13 GB without this limit.
PDF_MAX_STRUCTURE: Final = 8 * MIB

IMAGE_MAX_PIXELS: Final = 50_000_000

# What the process that parses PDFs and images may use (see sandbox.py).
PROBE_MEMORY: Final = 1_536 * MIB
PROBE_CPU_SECONDS: Final = 20
PROBE_WALL_SECONDS: Final = 60
