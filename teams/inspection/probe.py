"""The process in which hostile PDFs and images are parsed: ``python -m teams.inspection.probe``.

Reads the file from standard input and writes the result to standard output. When the file is
refused it writes the grounds as JSON instead and ends with REFUSED_STATUS; any other status than
that and 0 is a parser that gave up, was stopped by a limit or fell over.
"""

import json
import resource
import sys
from collections.abc import Callable
from typing import Final

from teams.inspection import limits
from teams.inspection.images import reencoded
from teams.inspection.kinds import Container
from teams.inspection.pdf import check_pdf
from teams.inspection.refusals import Refused
from teams.inspection.sandbox import REFUSED_STATUS


def _checked_pdf(data: bytes) -> bytes:
    check_pdf(data)
    return b""


_TASKS: Final[dict[str, Callable[[bytes], bytes]]] = {
    Container.PDF.name: _checked_pdf,
    Container.JPEG.name: lambda data: reencoded(data, Container.JPEG),
    Container.PNG.name: lambda data: reencoded(data, Container.PNG),
    Container.WEBP.name: lambda data: reencoded(data, Container.WEBP),
}


def main() -> int:
    _limit(resource.RLIMIT_AS, limits.PROBE_MEMORY)
    _limit(resource.RLIMIT_CPU, limits.PROBE_CPU_SECONDS)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    try:
        result = _TASKS[sys.argv[1]](sys.stdin.buffer.read())
    except Refused as refusal:
        json.dump({"reason": refusal.code, "params": refusal.params}, sys.stdout)
        return REFUSED_STATUS
    sys.stdout.buffer.write(result)
    return 0


def _limit(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    sys.exit(main())
