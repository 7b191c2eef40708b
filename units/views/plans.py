"""What the unit does with its plans: the file, the problems, the answers, the submission."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from teams.exceptions import Text
from teams.views.acts import admit, attempt, page, posted_version, version_to_carry
from teams.views.one_button import comes_back_to
from teams.views.signed_in import SignedInRequest
from units import access
from units.enums import PlanKind
from units.forms.plans import AnswersForm, PlanFileForm, ProblemsForm, WithdrawForm
from units.models import PlanVersion
from units.rules import plans as rules
from units.selectors import standing_of
from units.selectors.plans import known_of, remarks_to_answer
from units.services.plan_problems import save_problems
from units.services.plans import answer_remarks, draft_version, replace_file, submit_plan, withdraw_plan


@require_http_methods(["GET", "POST"])
def plan_new(request: SignedInRequest, case_id: int, kind: PlanKind = PlanKind.IMPLEMENTATION) -> HttpResponse:
    """Begin a version with its file."""
    case = access.get_case(request.user, case_id)
    standing = standing_of(request.user, case)
    admit(request, rules.may_begin(standing, case, known_of(case, kind)))
    form = PlanFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        attempted = attempt(
            form,
            draft_version,
            case_id=case.pk,
            kind=kind,
            upload=form.cleaned_data["file"],
            note=form.cleaned_data["note"],
            acting_user=request.user,
        )
        if attempted.done:
            messages.success(request, _("The file is taken in. Now list the problems that the plan sets out to solve."))
            return redirect(kind.page, case.pk)
    context = {
        "case": case,
        "standing": standing,
        "tab": "plan",
        "form": form,
        "title": _("New version of the %(plan)s") % {"plan": kind.noun},
        "back": reverse(kind.page, args=[case.pk]),
    }
    return page(request, "units/plan_form.html", context, form)


@require_http_methods(["GET", "POST"])
def plan_file(request: SignedInRequest, case_id: int, version_id: int) -> HttpResponse:
    """Put another file in the draft's place."""
    version = _editable(request, case_id, version_id)
    form = PlanFileForm(request.POST or None, request.FILES or None, initial={"note": version.note})
    if request.method == "POST" and form.is_valid():
        attempted = attempt(
            form,
            replace_file,
            version_id=version.pk,
            expected_version=posted_version(request),
            upload=form.cleaned_data["file"],
            note=form.cleaned_data["note"],
            acting_user=request.user,
        )
        if attempted.done:
            messages.success(request, _("The new file stands in its place."))
            return redirect(_page_of(version))
    return _form_page(request, version, form, _("Replace the file"))


@require_http_methods(["GET", "POST"])
def plan_problems(request: SignedInRequest, case_id: int, version_id: int) -> HttpResponse:
    """The problems by category, each with its measure; a reason where a category has none (rows 52, 53)."""
    version = _editable(request, case_id, version_id)
    form = ProblemsForm(
        request.POST or None,
        kind=PlanKind(version.plan.kind),
        problems=list(version.problems.all()),
        omissions={omission.category: omission.reason for omission in version.omissions.all()},
    )
    if request.method == "POST" and form.is_valid():
        attempted = attempt(
            form,
            save_problems,
            version_id=version.pk,
            expected_version=posted_version(request),
            problems=form.problems(),
            omissions=form.omissions(),
            acting_user=request.user,
        )
        if attempted.done:
            messages.success(request, _("The list is saved."))
            more = "more" in request.POST
            return redirect(reverse("plan_problems", args=[case_id, version_id]) if more else _page_of(version))
    return _form_page(request, version, form, _("Problems and measures"), also=_("Save, and add rows"))


@require_http_methods(["GET", "POST"])
def plan_answers(request: SignedInRequest, case_id: int, version_id: int) -> HttpResponse:
    """An answer to each remark of the last return."""
    version = _editable(request, case_id, version_id)
    form = AnswersForm(request.POST or None, remarks=list(remarks_to_answer(version)))
    if request.method == "POST" and form.is_valid():
        attempted = attempt(
            form,
            answer_remarks,
            version_id=version.pk,
            expected_version=posted_version(request),
            answers=form.answers(),
            acting_user=request.user,
        )
        if attempted.done:
            messages.success(request, _("The answers are saved."))
            return redirect(_page_of(version))
    return _form_page(request, version, form, _("Answers to what was returned"))


@require_POST
def plan_submit(request: SignedInRequest, case_id: int, version_id: int) -> HttpResponse:
    """The secretary hands the plan in; a refusal comes back to the plan with its reasons."""
    version = access.get_plan_version(request.user, case_id, version_id)
    submit = comes_back_to(PlanKind(version.plan.kind).page, "case_id")(_submit)
    return submit(request, case_id=case_id, version_id=version_id)


def _submit(request: SignedInRequest, case_id: int, version_id: int) -> HttpResponse:
    version = submit_plan(version_id=version_id, expected_version=posted_version(request), acting_user=request.user)
    messages.success(request, _("The plan is with the supervision team."))
    return redirect(_page_of(version))


@require_http_methods(["GET", "POST"])
def plan_withdraw(request: SignedInRequest, case_id: int, version_id: int) -> HttpResponse:
    """The secretary takes back what he handed in, and says why."""
    version = access.get_plan_version(request.user, case_id, version_id)
    admit(request, rules.may_withdraw(standing_of(request.user, version.plan.case), version.plan.case, version))
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        attempted = attempt(
            form,
            withdraw_plan,
            version_id=version.pk,
            expected_version=posted_version(request),
            reason=form.cleaned_data["reason"],
            acting_user=request.user,
        )
        if attempted.done:
            messages.success(request, _("The version is withdrawn. The next one takes over what it listed."))
            return redirect(_page_of(version))
    return _form_page(request, version, form, _("Withdraw the version"), submit=gettext_lazy("Withdraw"))


def _page_of(version: PlanVersion) -> str:
    """The page of the plan whose version it is."""
    return reverse(PlanKind(version.plan.kind).page, args=[version.plan.case_id])


def _editable(request: SignedInRequest, case_id: int, version_id: int) -> PlanVersion:
    """The draft; a page that cannot be worked on is not shown."""
    version = access.get_plan_version(request.user, case_id, version_id)
    admit(request, rules.may_edit(standing_of(request.user, version.plan.case), version.plan.case, version))
    return version


def _form_page(
    request: SignedInRequest,
    version: PlanVersion,
    form: PlanFileForm | ProblemsForm | AnswersForm | WithdrawForm,
    title: str,
    also: str = "",
    submit: Text = "",
) -> HttpResponse:
    context = {
        "case": version.plan.case,
        "standing": standing_of(request.user, version.plan.case),
        "tab": "plan",
        "form": form,
        "title": title,
        "also": also,
        "submit": submit,
        "back": _page_of(version),
        "version": version_to_carry(request, version, form),
    }
    return page(request, "units/plan_form.html", context, form)
