"""How a page performs an act: the service decides, and a refusal comes back onto the form with its status."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from teams.exceptions import Conflict, Denied, Invalid, Refusal
from teams.models.versioned import Versioned
from teams.rulings import Ruling, require, require_right

Result = TypeVar("Result")


@dataclass(frozen=True)
class Attempt(Generic[Result]):
    """What came of an act: its result, or the refusal that now stands on the form."""

    result: Result | None
    refusal: Refusal | None

    @property
    def done(self) -> bool:
        return self.refusal is None


def admit(request: HttpRequest, ruling: Ruling) -> None:
    """Let in who may see the page of an act: `Denied` or `Conflict` otherwise.

    A form that is posted too late is left to its act, whose page gives the text back; who has no right to the act
    sees nothing of its page, however the form is filled in.
    """
    if request.method == "POST":
        require_right(ruling)
    else:
        require(ruling)


def attempt(form: BaseForm, act: Callable[..., Result], /, **arguments: Any) -> Attempt[Result]:
    """Perform `act`; lay a refusal onto `form`, so that the page can be shown again with nothing lost."""
    try:
        return Attempt(act(**arguments), None)
    except Refusal as refusal:
        lay_onto(form, refusal)
        return Attempt(None, refusal)


def lay_onto(form: BaseForm, refusal: Refusal) -> None:
    """Put the sentences of a refusal at the fields they name, the rest at the head of the form."""
    form.refused_with = refusal.status  # type: ignore[attr-defined]  # read by `status_of`
    match refusal:
        case Denied():
            for reason in refusal.ruling.reasons:
                form.add_error(None, str(reason.message))
        case Conflict():
            form.add_error(None, str(refusal.message))
        case Invalid():
            for field, messages in refusal.errors.items():
                for message in messages:
                    form.add_error(field if field in form.fields else None, str(message))


def status_of(*forms: BaseForm | None) -> int:
    """200 for a page just opened, else the refusal's status, or 400 for a form that is not valid."""
    for form in forms:
        if form is None or not form.is_bound:
            continue
        refused: int | None = getattr(form, "refused_with", None)
        if refused:
            return refused
        if not form.is_valid():
            return 400
    return 200


def page(request: HttpRequest, template: str, context: dict[str, Any], *forms: BaseForm | None) -> HttpResponse:
    """Render a page with the status that its forms deserve."""
    return render(request, template, context, status=status_of(*forms))


def posted_version(request: HttpRequest) -> int:
    """The version of the row that the form was made from; 0 when it is missing or no number (`require_carried`)."""
    text = request.POST.get("version", "")
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def version_to_carry(request: HttpRequest, row: Versioned, form: BaseForm) -> int:
    """The version that the page's form carries.

    A form shown again keeps the version it was made from; after a conflict, or when it carried none, it takes the one
    that stands now, so that one may compare and send again.
    """
    if request.method != "POST":
        return row.version
    if getattr(form, "refused_with", None) == Conflict.status:
        row.refresh_from_db(fields=["version"])
        return row.version
    return posted_version(request) or row.version
