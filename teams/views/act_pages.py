"""A page that asks a question and performs one act; a refusal comes back onto it with the text kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect

from teams.exceptions import Text
from teams.models.versioned import Versioned
from teams.rulings import Ruling, require, require_right
from teams.views.acts import attempt, page, posted_version, version_to_carry
from teams.views.signed_in import SignedInRequest


@dataclass(frozen=True)
class Words:
    """What the page of an act says: its heading, its button, and what is told when it is done."""

    title: Text
    submit: Text
    done: Text
    hint: Text = ""


def act_page(
    request: SignedInRequest,
    *,
    form: Form,
    act: Callable[..., Any],
    arguments: Callable[[], dict[str, Any]],
    ruling: Ruling,
    template: str,
    context: dict[str, Any],
    done: Text,
    back: str,
    row: Versioned | None = None,
) -> HttpResponse:
    """Show the form, or perform `act` with `arguments` read from it and go `back` with the word that it is `done`.

    Who may not act is told so when the page is opened; the act asks again, and answers onto the form. With a `row`
    the act is given the version that the form was made from. After a conflict the page carries the version that
    stands now, so that one may compare and send again.
    """
    if request.method != "POST":
        require(ruling)
    if request.method == "POST":
        if form.is_valid():
            expected = {"expected_version": posted_version(request)} if row is not None else {}
            attempted = attempt(form, act, acting_user=request.user, **expected, **arguments())
            if attempted.done:
                messages.success(request, str(done))
                return redirect(back)
        else:
            require_right(ruling)
    version = version_to_carry(request, row, form) if row is not None else None
    return page(request, template, context | {"form": form, "version": version}, form)
