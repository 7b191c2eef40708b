"""Reading the ledger in tests: the sentences that an act left, in Chinese."""

from teams import registry, wording
from teams.models import AuditEntry


def sentences(act) -> list[str]:
    """What the ledger says of each act of this kind, oldest first."""
    return [
        wording.say(
            registry.act_spec(entry.act).sentence,
            entry.details,
            who=wording.who_acted(entry.actor_name, entry.acting_as),
        )
        for entry in AuditEntry.objects.filter(act=act).order_by("pk")
    ]
