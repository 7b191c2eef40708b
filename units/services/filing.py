"""Handing in for the Party committee: by its secretary, or in his name with the sealed resolution (代提交)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from teams.exceptions import Conflict
from teams.inspection import RESOLUTION_FILES
from teams.models import StoredFile, User
from teams.services.files import received
from units.enums import FileSide, UnitRole
from units.models import Case, CaseFile, UnitMembership
from units.services.files import attach
from units.standing import CaseStanding

FIELD = "resolution"


@dataclass(frozen=True)
class FiledFor:
    """In whose name something was handed in, and the scan of the resolution."""

    secretary: User
    scan: CaseFile

    @property
    def stamps(self) -> dict[str, Any]:
        """The fields of `units.models.Filed`."""
        return {"filed_for": self.secretary, "resolution_scan": self.scan}

    @property
    def words(self) -> dict[str, Any]:
        """What the ledger's sentence needs, and the key of the scan to which the timeline leads."""
        return {"secretary": self.secretary.name, "scan": str(self.scan.file.uuid)}


@contextmanager
def resolution_received(upload: UploadedFile[bytes] | None, acting_user: User) -> Iterator[StoredFile | None]:
    """The scan, inspected before the transaction opens; nothing for the secretary, who needs none."""
    if upload is None:
        yield None
        return
    with received(upload, accept=RESOLUTION_FILES, acting_user=acting_user, field=FIELD) as stored:
        yield stored


def filed_for(standing: CaseStanding, case: Case, stored: StoredFile | None) -> FiledFor | None:
    """Lay the scan into the case; None when the secretary, or who acts in that place, hands in.

    The rule of the act refuses anybody else without a scan. Raises `Conflict` when the unit has no secretary in whose
    name to file.
    """
    if standing.is_secretary or stored is None:
        return None
    post = UnitMembership.live.filter(unit=case.unit_id, role=UnitRole.SECRETARY).select_related("user").first()
    if post is None:
        raise Conflict(_("The unit has no secretary at present in whose name this could be handed in."))
    scan = attach(
        case=case, stored=stored, title=stored.name, side=FileSide.UNIT, acting_user=standing.user, field=FIELD
    )
    return FiledFor(post.user, scan)
