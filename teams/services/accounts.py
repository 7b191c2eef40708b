"""Accounts: one person, one account, one name on every record (row 91)."""

from __future__ import annotations

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from teams import audit, clock, wording
from teams.enums import Act
from teams.exceptions import Conflict, Invalid
from teams.models import ActivationCode, User
from teams.rules import accounts as rules
from teams.rulings import require
from teams.selectors import standing_of


def create_account(*, username: str, name: str, acting_user: User | None) -> User:
    """Make an account without a password; a one-time code activates it. `None`: a command at the server.

    `Invalid` for a user name that is taken, also in other capitals: no account may be mistaken for another.
    """
    if acting_user is not None:
        require(rules.may_create_account(standing_of(acting_user)))
    user = User(username=User.normalize_username(username.strip()), name=name.strip())
    user.set_unusable_password()
    _check(user)
    try:
        with transaction.atomic():
            user.save(force_insert=True)
            audit.record(
                acting_user,
                Act.ACCOUNT_CREATED,
                user,
                acting_as=acting_as(acting_user),
                username=user.username,
                name=user.name,
            )
    except IntegrityError as error:
        raise Conflict(_("This user name has just been taken.")) from error
    return user


def _check(user: User) -> None:
    try:
        user.clean_fields(exclude=["password"])
    except ValidationError as error:
        raise Invalid({field: list(messages) for field, messages in error.message_dict.items()}) from error
    if User.objects.filter(username__iexact=user.username).exists():
        raise Invalid(username=_("This user name is taken."))


def acting_as(acting_user: User | None) -> str:
    """What the ledger says of an act without a logged-in person: a command at the server did it."""
    return "" if acting_user else wording.ADMINISTRATOR


def checked_hash(user: User, new_password: str, *, field: str = "new_password") -> str:
    """The hash of a password that is good enough for `user`; otherwise `Invalid` at `field`.

    Hashing takes a good part of a second: it is done before the transaction, which locks the database.
    """
    try:
        validate_password(new_password, user)
    except ValidationError as error:
        raise Invalid({field: list(error.messages)}) from error
    return make_password(new_password)


def change_password(*, old_password: str, new_password: str, acting_user: User) -> User:
    """Set one's own new password; other sessions of the account end, and an unused code becomes useless."""
    if not acting_user.check_password(old_password):
        raise Invalid(old_password=_("This is not your present password."))
    hashed = checked_hash(acting_user, new_password)
    with transaction.atomic():
        acting_user.password = hashed
        acting_user.save(update_fields=["password"])
        ActivationCode.objects.filter(user=acting_user, used_at=None, replaced_at=None).update(replaced_at=clock.now())
        audit.record(acting_user, Act.PASSWORD_CHANGED, acting_user, username=acting_user.username)
    return acting_user
