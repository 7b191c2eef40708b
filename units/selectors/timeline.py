"""What happened in a case, as far as each side may read it: sentences of the ledger, newest first."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from django.urls import reverse
from django.utils.translation import gettext as _

from teams import registry, wording
from teams.enums import Role
from teams.exceptions import Text
from teams.models import AuditEntry
from units.enums import UnitRole
from units.models import Case
from units.standing import CaseStanding

_ROLES: Mapping[str, Text] = {str(role): role.label for role in chain(Role, UnitRole)}


@dataclass(frozen=True)
class TimelineEntry:
    """One act as a page shows it; `actor` is the role in which somebody acted.

    `why` is what its sentence leaves out, a reason or a demand; `paper` the address of the scan on which it rests.
    `url` and `about` are where the row of which it speaks is read and how that begins, for whoever has looked it up.
    """

    id: int
    at: datetime
    sentence: str
    actor: str
    target: str
    target_id: int | None
    why: str = ""
    paper: str = ""
    url: str = ""
    about: str = ""


@dataclass(frozen=True)
class TimelinePage:
    """A stretch of the timeline; `earlier` is the key of what follows, None at the end."""

    entries: list[TimelineEntry]
    earlier: int | None


def timeline_of(case: Case, standing: CaseStanding, *, size: int, before: int | None = None) -> TimelinePage:
    """At most `size` entries older than `before`; one query, however long the ledger is."""
    rows = AuditEntry.objects.about(case).filter(act__in=registry.acts_for(standing.audiences))
    if before is not None:
        rows = rows.filter(pk__lt=before)
    found = list(rows[: size + 1])
    return TimelinePage(
        entries=[entry_of(row) for row in found[:size]],
        earlier=found[size - 1].pk if len(found) > size else None,
    )


def entry_of(row: AuditEntry) -> TimelineEntry:
    """An entry of the ledger in the reader's language."""
    details = json.loads(row.details)
    role = _ROLES.get(row.acting_as, "")
    in_place_of = row.on_behalf_of.name if row.on_behalf_of else ""
    who = wording.who_acted(row.actor_name, row.acting_as, in_place_of=in_place_of, role=role)
    return TimelineEntry(
        id=row.pk,
        at=row.at,
        sentence=wording.say(registry.act_spec(row.act).sentence, details, who=who),
        actor=_("acting for the post: %(role)s") % {"role": role} if in_place_of else str(role),
        target=row.target,
        target_id=row.target_id,
        why=details.get("why", ""),
        paper=reverse("case_file", args=[row.scope_id, details["scan"]]) if "scan" in details else "",
    )
