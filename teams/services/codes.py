"""One-time codes: printed on paper, handed over in person, used once to set a password.

Only a keyed hash is stored, so a copy of the database opens no account; it is random enough (79 bits) for
a fast hash.
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _

from teams import audit, clock
from teams.enums import Act, CodePurpose, NoticeKind
from teams.exceptions import Conflict, Invalid
from teams.models import ActivationCode, User
from teams.rules import accounts as rules
from teams.rulings import require
from teams.selectors import standing_of
from teams.selectors.accounts import is_looked_after_by_clerk, live_directors
from teams.services.accounts import acting_as, checked_hash
from teams.services.notices import tell

# No letter or digit that a reader of print takes for another: no 0 and O, no 1, I and L.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
GROUPS, GROUP_LENGTH = 4, 4
LIFETIME = timedelta(days=14)


@dataclass(frozen=True)
class PrintedCode:
    """A code in plain letters, which exists only here and on the paper."""

    plain: str
    row: ActivationCode


@transaction.atomic
def issue_code(*, user_id: int, acting_user: User | None) -> PrintedCode:
    """Make a code for an account; older codes become useless. `None` acts for a command at the server.

    An account that has a password gets a reset, of which it is told at its next login. What is issued at the
    server is told to the directors.
    """
    user = User.objects.select_for_update(of=("self",)).get(pk=user_id)
    if acting_user is not None:
        standing = standing_of(acting_user)
        looked_after = is_looked_after_by_clerk(standing, user)
        require(rules.may_issue_code(standing, standing_of(user), looked_after=looked_after))
    plain = "-".join("".join(secrets.choice(ALPHABET) for _letter in range(GROUP_LENGTH)) for _group in range(GROUPS))
    now = clock.now()
    _live(user).update(replaced_at=now)
    row = ActivationCode.objects.create(
        user=user,
        purpose=CodePurpose.RESET if user.has_usable_password() else CodePurpose.ACTIVATE,
        code_hash=_digest(user, plain),
        issued_by=acting_user,
        issued_at=now,
        expires_at=now + LIFETIME,
    )
    audit.record(
        acting_user,
        Act.CODE_ISSUED,
        user,
        acting_as=acting_as(acting_user),
        username=user.username,
        purpose=CodePurpose(row.purpose).label,
    )
    if acting_user is None:
        tell(
            live_directors(),
            NoticeKind.RESET_AT_SERVER,
            key=f"code:{row.pk}",
            username=user.username,
            name=user.name,
        )
    return PrintedCode(plain, row)


@transaction.atomic
def withdraw_code(*, user_id: int, acting_user: User) -> None:
    """Make the account's unused code useless; `Conflict` if there is none."""
    user = User.objects.get(pk=user_id)
    standing = standing_of(acting_user)
    looked_after = is_looked_after_by_clerk(standing, user)
    require(rules.may_issue_code(standing, standing_of(user), looked_after=looked_after))
    if not _live(user).update(replaced_at=clock.now()):
        raise Conflict(_("There is no unused code to withdraw."))
    audit.record(acting_user, Act.CODE_WITHDRAWN, user, username=user.username)


def redeem_code(*, username: str, code: str, new_password: str) -> User:
    """Set the password of the account to which the code was handed; all sessions of the account end.

    The answer to a wrong name, a wrong code and an old code is the same. A password that is too weak leaves
    the code as it was.
    """
    user = User.objects.filter(username=User.normalize_username(username), is_active=True).first()
    row = _live(user).filter(expires_at__gt=clock.now()).first() if user else None
    if user is None or row is None or not constant_time_compare(row.code_hash, _digest(user, code)):
        raise Invalid(code=_DOES_NOT_FIT)
    hashed = checked_hash(user, new_password)
    with transaction.atomic():
        if not _live(user).filter(pk=row.pk).update(used_at=clock.now()):
            raise Invalid(code=_DOES_NOT_FIT)
        user.password = hashed
        user.save(update_fields=["password"])
        act = Act.ACCOUNT_ACTIVATED if row.purpose == CodePurpose.ACTIVATE else Act.PASSWORD_RESET
        audit.record(user, act, user, username=user.username)
    return user


_DOES_NOT_FIT = _("User name and code do not fit together, or the code was used before or is out of date.")


@transaction.atomic
def take_untold_resets(user: User) -> list[ActivationCode]:
    """Resets of which the account has not been told, stamped as told: issued, or used since it was told."""
    now = clock.now()
    untold = ActivationCode.objects.filter(
        Q(shown_at=None) | Q(used_at__gt=F("shown_at")), user=user, purpose=CodePurpose.RESET
    )
    resets = list(untold.select_related("issued_by").order_by("pk"))
    ActivationCode.objects.filter(pk__in=[reset.pk for reset in resets]).update(shown_at=now)
    return resets


def _live(user: User) -> QuerySet[ActivationCode]:
    return ActivationCode.objects.filter(user=user, used_at=None, replaced_at=None)


def _digest(user: User, code: str) -> str:
    """The keyed hash of a code as typed: capitals, wide letters, spaces and dashes make no difference."""
    typed = unicodedata.normalize("NFKC", code).upper()
    letters = "".join(letter for letter in typed if letter in ALPHABET)
    return salted_hmac("teams.codes", f"{user.pk}:{letters}", algorithm="sha256").hexdigest()
