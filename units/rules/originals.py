"""Who attaches the scan of a stamped paper to its document, and who takes it back."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from teams.exceptions import Text
from teams.rulings import Ruling, all_of, unless, unless_moved_on
from units.enums import DocumentKind, DocumentState
from units.models import Document, DocumentOriginal
from units.standing import CaseStanding


def may_attach(standing: CaseStanding, document: Document, *, has_one: bool = False) -> Ruling:
    """Whoever stamps the paper: the office its reply, the team its review; one at a time, to a printed document."""
    return all_of(
        (
            _is_issuer(standing, document),
            unless_moved_on(document.state == DocumentState.READY, _("Only a document that stands has an original.")),
            unless_moved_on(not has_one, _("This document has its original. Withdraw that first, if it is wrong.")),
        )
    )


def may_withdraw(standing: CaseStanding, original: DocumentOriginal) -> Ruling:
    """Who attaches also takes back, with a reason."""
    return _is_issuer(standing, original.document) & unless_moved_on(
        original.withdrawn_at is None, _("This original has been withdrawn already.")
    )


def _is_issuer(standing: CaseStanding, document: Document) -> Ruling:
    if document.kind == DocumentKind.TRANSITION_REPLY:
        return unless(
            standing.is_office, "office_only", _("The leading group office attaches the original of its reply.")
        )
    return unless(standing.is_team, "team_only", _("The team attaches the original of its review."))


def wrong_date(dated_on: date, *, today: date) -> Text | None:
    """Why a paper cannot bear this date."""
    return _("This date lies in the future.") if dated_on > today else None
