"""Parsing hostile bytes in a process of its own, with a ceiling on memory and time.

qpdf and the image codecs are native code that a file of some kilobytes can send after gigabytes
or hours. No limit of theirs covers every way, and a thread of the web server can be neither
bounded nor stopped; a process can. It starts in about 0.15 s, inherits no secret from the
environment and may write no file.
"""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from teams.inspection import limits
from teams.inspection.kinds import Container
from teams.inspection.refusals import Reason, Refused

logger = logging.getLogger(__name__)

REFUSED_STATUS: Final = 3
"""How the probe says that standard output holds the grounds of a refusal."""

_PROJECT: Final = Path(__file__).resolve().parents[2]
_COMMAND: Final = [sys.executable, "-B", "-m", "teams.inspection.probe"]


def probed(data: bytes, container: Container) -> bytes:
    """What the probe makes of ``data``: the picture written anew, or nothing for a PDF.

    Raises Refused with the probe's grounds, or as too complex when it did not come to an end.
    """
    try:
        ended = subprocess.run(
            [*_COMMAND, container.name],
            input=data,
            capture_output=True,
            cwd=_PROJECT,
            env={"PATH": os.defpath, "LANG": "C.UTF-8"},
            timeout=limits.PROBE_WALL_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Refused(Reason.TOO_COMPLEX) from error
    if ended.returncode == 0:
        return ended.stdout
    if ended.returncode == REFUSED_STATUS:
        grounds = json.loads(ended.stdout)
        raise Refused(Reason(grounds["reason"]), **grounds["params"])
    # The file is to blame until the log shows otherwise.
    logger.error("Probe of a %s ended with %s: %s", container.name, ended.returncode, ended.stderr[-2000:])
    raise Refused(Reason.TOO_COMPLEX)
