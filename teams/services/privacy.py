"""Refusing texts that hold a person's number."""

from django.utils.translation import gettext_lazy as _

from teams.exceptions import Invalid
from teams.rules.privacy import names_a_number

GUIDANCE = _(
    "This looks like a telephone or identity number. Leave it out: name roles and practices, not persons, for "
    "example “the main responsible comrade”."
)


def require_impersonal(**texts: str) -> None:
    """Raise `Invalid` at every field whose text holds what looks like a telephone or identity number."""
    personal = [field for field, text in texts.items() if names_a_number(text)]
    if personal:
        raise Invalid({field: [GUIDANCE] for field in personal})
