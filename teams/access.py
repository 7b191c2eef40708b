"""Getters that are the permission check: what one may not know of is not found."""

from django.http import Http404

from teams.models import User
from teams.selectors import standing_of
from teams.selectors.accounts import looked_after


def get_account(user: User, user_id: int) -> User:
    """An account that the person's office looks after; otherwise Http404."""
    account = looked_after(standing_of(user)).filter(pk=user_id).first()
    if account is None:
        raise Http404
    return account
