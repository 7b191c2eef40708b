"""The pen of the ledger: every act leaves one entry, in the act's own transaction (row 91)."""

from typing import Any

from django.db import models

from teams import canonical, clock, registry, wording
from teams.models import AuditEntry, User
from teams.standing import Capacity


def record(
    acting_user: User | None,
    act: str,
    target: models.Model,
    *,
    scope: models.Model | None = None,
    acting_as: str = "",
    **details: Any,
) -> AuditEntry:
    """Append one entry. `details` fill the act's sentence; sensitive text goes in as a hash only.

    `acting_as` is the role; a `Capacity` also says in whose place somebody acts by delegation.

    A `Named` row or a translatable label among the details is kept in both languages (`teams.wording`).

    Raises KeyError for an act that no app registered: the vocabulary is closed.
    """
    registry.act_spec(act)
    return AuditEntry.objects.create(
        at=clock.now(),
        act=act,
        actor=acting_user,
        actor_name=acting_user.name if acting_user else "",
        acting_as=acting_as,
        on_behalf_of_id=acting_as.on_behalf_of if isinstance(acting_as, Capacity) else None,
        scope=scope._meta.label_lower if scope is not None else "",
        scope_id=scope.pk if scope is not None else None,
        target=target._meta.label_lower,
        target_id=target.pk,
        details=canonical.dumps(wording.stored(details)),
    )
