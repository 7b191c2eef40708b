"""A make-up task: what is lacking, what the unit answered, what the team found."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from stages.access import get_make_up_task
from stages.forms.gates import AnswerForm, ClearForm, SendBackForm
from stages.models import MakeUpTask
from stages.rules import make_up as rules
from stages.services.make_up import answer_make_up, clear_make_up, return_make_up
from teams.rulings import Ruling, require_right
from teams.views.acts import attempt, page, posted_version, version_to_carry
from teams.views.signed_in import SignedInRequest
from units.selectors import standing_of


@require_GET
def make_up_task(request: SignedInRequest, case_id: int, task_id: int) -> HttpResponse:
    """The task, with the form of whoever is to act."""
    return _page(request, get_make_up_task(request.user, case_id, task_id))


@require_POST
def make_up_answer(request: SignedInRequest, case_id: int, task_id: int) -> HttpResponse:
    """The unit says what it made up."""
    task = get_make_up_task(request.user, case_id, task_id)
    form = AnswerForm(request.POST)
    if _is_filled_in(form, rules.may_answer(standing_of(request.user, task.case), task.state)) and _done(
        request, task, form, answer_make_up, answer=form.cleaned_data["answer"]
    ):
        messages.success(request, _("The answer is with the supervision team."))
        return redirect("make_up_task", case_id, task_id)
    return _page(request, task, answer=form)


@require_POST
def make_up_clear(request: SignedInRequest, case_id: int, task_id: int) -> HttpResponse:
    """The team finds that it has been made up."""
    task = get_make_up_task(request.user, case_id, task_id)
    form = ClearForm(request.POST)
    if form.is_valid() and _done(request, task, form, clear_make_up, note=form.cleaned_data["note"]):
        messages.success(request, _("The make-up task is cleared."))
        return redirect("make_up_task", case_id, task_id)
    return _page(request, task, clear=form)


@require_POST
def make_up_return(request: SignedInRequest, case_id: int, task_id: int) -> HttpResponse:
    """The team sends the answer back."""
    task = get_make_up_task(request.user, case_id, task_id)
    form = SendBackForm(request.POST)
    if _is_filled_in(form, rules.may_check(standing_of(request.user, task.case), task.state)) and _done(
        request, task, form, return_make_up, **form.cleaned_data
    ):
        messages.success(request, _("The make-up task is with the unit again."))
        return redirect("make_up_task", case_id, task_id)
    return _page(request, task, back=form)


def _is_filled_in(form: Form, ruling: Ruling) -> bool:
    """Whether the act may be tried; who may not act at all is not asked to fill in the form."""
    if not form.is_valid():
        require_right(ruling)
    return form.is_valid()


def _done(request: SignedInRequest, task: MakeUpTask, form: Form, act: Any, **given: Any) -> bool:
    return attempt(
        form,
        act,
        task_id=task.pk,
        expected_version=posted_version(request),
        acting_user=request.user,
        **given,
    ).done


def _page(
    request: SignedInRequest,
    task: MakeUpTask,
    *,
    answer: AnswerForm | None = None,
    clear: ClearForm | None = None,
    back: SendBackForm | None = None,
) -> HttpResponse:
    standing = standing_of(request.user, task.case)
    context = {
        "case": task.case,
        "standing": standing,
        "tab": "gates",
        "task": task,
        "may_answer": rules.may_answer(standing, task.state),
        "may_check": rules.may_check(standing, task.state),
        "answer_form": answer or AnswerForm(),
        "clear_form": clear or ClearForm(),
        "back_form": back or SendBackForm(),
        "version": version_to_carry(request, task, answer or clear or back or AnswerForm()),
    }
    return page(request, "stages/make_up_task.html", context, answer, clear, back)
