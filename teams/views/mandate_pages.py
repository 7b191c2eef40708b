"""The pages of acting in another's place, for every kind of mandate: the list, recording and ending."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from teams.forms.mandates import DelegationForm, EndForm
from teams.rulings import Ruling
from teams.views.act_pages import Words, act_page
from teams.views.mandate_facts import Facts, past_of, posts_of
from teams.views.signed_in import SignedInRequest

HINT = _("Whoever acts in another's place does so on a written basis, for a period; the ledger names both.")
END = Words(_("End the delegation"), _("End it"), _("The delegation has ended."))


@dataclass(frozen=True)
class Asked:
    """An act on a mandate: of which team or unit, whether it may be done, what does it, and where its page leads."""

    place: object
    ruling: Ruling
    act: Callable[..., Any]
    back: str


def list_page(
    request: SignedInRequest, place: object, posts: Iterable[Any], mandates: Sequence[Any], facts: Facts
) -> HttpResponse:
    """Each post in which another may act, who does so now, and what has been."""
    context = {"place": place, "posts": posts_of(posts, mandates, facts), "past": past_of(mandates, facts)}
    return render(request, "teams/mandates.html", context)


def recording_page(request: SignedInRequest, post: Any, delegates: Iterable[Any], asked: Asked) -> HttpResponse:
    """Let one of the delegates act in the place of this post."""
    people = [(each.user_id, f"{each.user.name} · {each.get_role_display()}") for each in delegates]
    form = DelegationForm(request.POST or None, people=people)
    title = _("Let another act for %(name)s") % {"name": post.user.name}
    words = Words(title, _("Record the delegation"), _("The delegation is recorded."), HINT)
    return _act_page(request, form, asked, words, lambda: {"membership_id": post.pk, "terms": form.terms()})


def ending_page(request: SignedInRequest, mandate: Any, asked: Asked) -> HttpResponse:
    """End a mandate before its last day."""
    form = EndForm(request.POST or None)
    return _act_page(
        request, form, asked, END, lambda: {"delegation_id": mandate.pk, **form.cleaned_data}, mandate=mandate
    )


def _act_page(
    request: SignedInRequest,
    form: DelegationForm | EndForm,
    asked: Asked,
    words: Words,
    arguments: Callable[[], dict[str, Any]],
    **context: Any,
) -> HttpResponse:
    return act_page(
        request,
        form=form,
        act=asked.act,
        arguments=arguments,
        ruling=asked.ruling,
        template="teams/mandate_act.html",
        context={"place": asked.place, "words": words, "back": asked.back, **context},
        done=words.done,
        back=asked.back,
    )
