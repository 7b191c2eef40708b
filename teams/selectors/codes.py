"""One-time codes of an account, in words."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from teams import clock
from teams.enums import CodePurpose
from teams.models import ActivationCode, User
from teams.wording import ADMINISTRATOR, who_acted


def live_code_of(user: User) -> ActivationCode | None:
    """The code with which the account can be opened now, if there is one."""
    live = ActivationCode.objects.filter(user=user, used_at=None, replaced_at=None, expires_at__gt=clock.now())
    return live.first()


def codes_of(user: User) -> QuerySet[ActivationCode]:
    """All codes of the account, the newest first."""
    return ActivationCode.objects.filter(user=user).select_related("issued_by").order_by("-pk")


def resets_of(user: User, limit: int = 5) -> list[ActivationCode]:
    """The newest resets of the account: codes that could open it without its password."""
    return list(codes_of(user).filter(purpose=CodePurpose.RESET)[:limit])


def reset_sentence(reset: ActivationCode) -> str:
    """When a reset was issued, by whom, and whether it was used."""
    words = {
        "who": issuer(reset),
        "issued": _moment(reset.issued_at),
        "used": _moment(reset.used_at or reset.issued_at),
    }
    if reset.used_at:
        return _("Your password was reset on %(used)s with a code that %(who)s issued on %(issued)s.") % words
    return _("On %(issued)s %(who)s issued a reset code for your account. It was not used.") % words


def issuer(code: ActivationCode) -> str:
    """Who issued it; codes without a person were issued at the server."""
    return who_acted(code.issued_by.name if code.issued_by else "", ADMINISTRATOR)


def _moment(at: datetime) -> str:
    return date_format(timezone.localtime(at), "DATETIME_FORMAT")
