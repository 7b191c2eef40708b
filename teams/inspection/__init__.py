"""What people upload, held to be hostile until it has been looked through.

``inspect`` is the only entrance. Each module knows one thing: limits, refusals (the grounds and
their wording), kinds (what is accepted), names, signatures (the first bytes), archives and packages
(docx, xlsx, ofd), compound and office97 (doc, wps, xls), pdf and images, which run in a process of
their own (sandbox, probe). Nothing here is a virus scanner.
"""

from teams.inspection.inspector import Inspected, inspect
from teams.inspection.kinds import EVIDENCE_FILES, PHOTO_FILES, PLAN_FILES, RESOLUTION_FILES
from teams.inspection.limits import MAX_BYTES, MAX_NAME_LENGTH
from teams.inspection.refusals import Reason, Refused

__all__ = [
    "EVIDENCE_FILES",
    "MAX_BYTES",
    "MAX_NAME_LENGTH",
    "PHOTO_FILES",
    "PLAN_FILES",
    "RESOLUTION_FILES",
    "Inspected",
    "Reason",
    "Refused",
    "inspect",
]
