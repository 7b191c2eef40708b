"""Who acts in the place of a unit's secretary: the list, recording and ending."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from teams.forms.mandates import DelegationForm, EndForm
from teams.models import User
from teams.selectors import standing_of
from teams.views.act_pages import Words, act_page
from teams.views.mandate_facts import Facts, past_of, posts_of
from teams.views.mandates import HINT
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
    facts = _facts(request.user, unit)
    found = list(delegations_of(unit))
    context = {"place": unit, "posts": posts_of(secretaries_of(unit), found, facts), "past": past_of(found, facts)}
    return render(request, "teams/mandates.html", context)


@require_http_methods(["GET", "POST"])
def unit_delegation_new(request: SignedInRequest, unit_id: int, membership_id: int) -> HttpResponse:
    """Let another of the unit's people act in the secretary's place."""
    post = access.get_secretary(request.user, unit_id, membership_id)
    people = [(each.user_id, f"{each.user.name} · {each.get_role_display()}") for each in possible_delegates(post)]
    form = DelegationForm(request.POST or None, people=people)
    title = _("Let another act for %(name)s") % {"name": post.user.name}
    words = Words(title, _("Record the delegation"), _("The delegation is recorded."), HINT)
    return act_page(
        request,
        form=form,
        act=record_unit_delegation,
        arguments=lambda: {"membership_id": post.pk, "terms": form.terms()},
        ruling=rules.may_delegate(standing_of(request.user), post, campaigns_of(post.unit)),
        template="teams/mandate_act.html",
        context={"place": post.unit, "words": words, "back": _back(unit_id)},
        done=words.done,
        back=_back(unit_id),
    )


@require_http_methods(["GET", "POST"])
def unit_delegation_end(request: SignedInRequest, unit_id: int, delegation_id: int) -> HttpResponse:
    """End a delegation before its last day."""
    delegation = access.get_unit_delegation(request.user, unit_id, delegation_id)
    post = delegation.membership
    form = EndForm(request.POST or None)
    words = Words(_("End the delegation"), _("End it"), _("The delegation has ended."))
    return act_page(
        request,
        form=form,
        act=end_unit_delegation,
        arguments=lambda: {"delegation_id": delegation.pk, **form.cleaned_data},
        ruling=rules.may_end(standing_of(request.user), post, delegation, campaigns_of(post.unit)),
        template="teams/mandate_act.html",
        context={"place": post.unit, "words": words, "back": _back(unit_id), "mandate": delegation},
        done=words.done,
        back=_back(unit_id),
    )


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
