"""Who acts in the place of a team's leader or of the office's director: the list, recording and ending."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from teams import access
from teams.forms.mandates import DelegationForm, EndForm
from teams.models import Delegation, Membership
from teams.rules import mandates as rules
from teams.selectors import standing_of
from teams.selectors.mandates import delegations_of, possible_delegates, posts_with_a_place
from teams.services.mandates import end_delegation, record_delegation
from teams.standing import Standing
from teams.views.act_pages import Words, act_page
from teams.views.mandate_facts import Facts, past_of, posts_of
from teams.views.signed_in import SignedInRequest

HINT = _("Whoever acts in another's place does so on a written basis, for a period; the ledger names both.")


@require_GET
def team_delegations(request: SignedInRequest, team_id: int) -> HttpResponse:
    """Each post in which another may act, who does so now, and what has been."""
    team = access.get_team(request.user, team_id)
    facts = _facts(standing_of(request.user))
    found = list(delegations_of(team))
    for each in found:
        each.membership.team = team
    context = {
        "place": team,
        "posts": posts_of(posts_with_a_place(team), found, facts),
        "past": past_of(found, facts),
    }
    return render(request, "teams/mandates.html", context)


@require_http_methods(["GET", "POST"])
def team_delegation_new(request: SignedInRequest, team_id: int, membership_id: int) -> HttpResponse:
    """Let another member act in the place of this post."""
    post = access.get_post(request.user, team_id, membership_id)
    people = [(each.user_id, f"{each.user.name} · {each.get_role_display()}") for each in possible_delegates(post)]
    form = DelegationForm(request.POST or None, people=people)
    words = Words(
        _("Let another act for %(name)s") % {"name": post.user.name},
        _("Record the delegation"),
        _("The delegation is recorded."),
        HINT,
    )
    return act_page(
        request,
        form=form,
        act=record_delegation,
        arguments=lambda: {"membership_id": post.pk, "terms": form.terms()},
        ruling=rules.may_delegate(standing_of(request.user), post),
        template="teams/mandate_act.html",
        context={"place": post.team, "words": words, "back": _back(post)},
        done=words.done,
        back=_back(post),
    )


@require_http_methods(["GET", "POST"])
def team_delegation_end(request: SignedInRequest, team_id: int, delegation_id: int) -> HttpResponse:
    """End a delegation before its last day."""
    delegation = access.get_delegation(request.user, team_id, delegation_id)
    post = delegation.membership
    form = EndForm(request.POST or None)
    words = Words(_("End the delegation"), _("End it"), _("The delegation has ended."))
    return act_page(
        request,
        form=form,
        act=end_delegation,
        arguments=lambda: {"delegation_id": delegation.pk, **form.cleaned_data},
        ruling=rules.may_end(standing_of(request.user), post, delegation),
        template="teams/mandate_act.html",
        context={"place": post.team, "words": words, "back": _back(post), "mandate": delegation},
        done=words.done,
        back=_back(post),
    )


def _back(post: Membership) -> str:
    return reverse("team_delegations", args=[post.team_id])


def _facts(standing: Standing) -> Facts:
    def new_url(post: Membership) -> str:
        return reverse("team_delegation_new", args=[post.team_id, post.pk])

    def end_url(delegation: Delegation) -> str:
        return reverse("team_delegation_end", args=[delegation.membership.team_id, delegation.pk])

    return Facts(
        may_record=lambda post: rules.may_delegate(standing, post),
        may_end=lambda delegation: rules.may_end(standing, delegation.membership, delegation),
        new_url=new_url,
        end_url=end_url,
    )
