"""Who acts in the place of a unit's secretary: the list, recording and ending."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from teams.models import User
from teams.selectors import standing_of
from teams.views.mandate_facts import Facts
from teams.views.mandate_pages import Asked, ending_page, list_page, recording_page
from teams.views.signed_in import SignedInRequest
from units import access
from units.models import Unit, UnitDelegation, UnitMembership
from units.rules import mandates as rules
from units.selectors.mandates import delegations_of, possible_delegates, secretaries_of
from units.selectors.ties import campaigns_of
from units.services.mandates import end_unit_delegation, record_unit_delegation


@require_GET
def unit_delegations(request: SignedInRequest, unit_id: int) -> HttpResponse:
    """The secretary's post, who acts in it now, and what has been."""
    unit = access.get_unit(request.user, unit_id)
    found = list(delegations_of(unit))
    return list_page(request, unit, secretaries_of(unit), found, _facts(request.user, unit))


@require_http_methods(["GET", "POST"])
def unit_delegation_new(request: SignedInRequest, unit_id: int, membership_id: int) -> HttpResponse:
    """Let another of the unit's people act in the secretary's place."""
    post = access.get_secretary(request.user, unit_id, membership_id)
    ruling = rules.may_delegate(standing_of(request.user), post, campaigns_of(post.unit))
    asked = Asked(post.unit, ruling, record_unit_delegation, _back(unit_id))
    return recording_page(request, post, possible_delegates(post), asked)


@require_http_methods(["GET", "POST"])
def unit_delegation_end(request: SignedInRequest, unit_id: int, delegation_id: int) -> HttpResponse:
    """End a delegation before its last day."""
    delegation = access.get_unit_delegation(request.user, unit_id, delegation_id)
    post = delegation.membership
    ruling = rules.may_end(standing_of(request.user), post, delegation, campaigns_of(post.unit))
    return ending_page(request, delegation, Asked(post.unit, ruling, end_unit_delegation, _back(unit_id)))


def _back(unit_id: int) -> str:
    return reverse("unit_delegations", args=[unit_id])


def _facts(user: User, unit: Unit) -> Facts:
    standing, campaigns = standing_of(user), campaigns_of(unit)

    def new_url(post: UnitMembership) -> str:
        return reverse("unit_delegation_new", args=[unit.pk, post.pk])

    def end_url(delegation: UnitDelegation) -> str:
        return reverse("unit_delegation_end", args=[unit.pk, delegation.pk])

    return Facts(
        may_record=lambda post: rules.may_delegate(standing, post, campaigns),
        may_end=lambda delegation: rules.may_end(standing, delegation.membership, delegation, campaigns),
        new_url=new_url,
        end_url=end_url,
    )
