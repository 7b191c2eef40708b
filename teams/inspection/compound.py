"""OLE2 compound files (the bodies of doc, wps and xls): a small reader that trusts nothing.

Every chain of sectors is followed once, with every sector marked as used: a loop or a sector that
two streams share is damage, so the work is bounded by the size of the file. The directory is
read as the flat list that it is stored as, not as the tree that its links pretend to be: nothing
can hide in an entry that no link reaches, and no recursion is needed.
"""

import struct
from array import array
from dataclasses import dataclass
from typing import Final, NoReturn

from .refusals import Reason, Refused

_HEADER: Final = struct.Struct("<8s16xHHHHH6xIII4xIIIII")
_HEADER_SIZE: Final = 512
_ENTRY: Final = struct.Struct("<64sHB49xIQ")
_ENTRY_SIZE: Final = 128
_ENTRY_START: Final = 116
_DIFAT_IN_HEADER: Final = 109
_LAST_SECTOR: Final = 0xFFFFFFFA
_END_OF_CHAIN: Final = 0xFFFFFFFE
_MINI_SECTOR: Final = 64
_MINI_LIMIT: Final = 4096
_STORAGE, _STREAM, _ROOT = 1, 2, 5
