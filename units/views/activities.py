"""Activities of a case: the list with its sums, one with its evidence, and what the unit does with them."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from teams.rulings import Ruling, require
from teams.views.acts import attempt, page, posted_version, version_to_carry
from teams.views.one_button import comes_back_to
from teams.views.signed_in import SignedInRequest
from units import access
from units.campaign_terms import not_yet
from units.forms.activities import ActivityForm, EvidenceForm, FilterForm, WithdrawForm
from units.forms.other_records import OtherRecordForm
from units.forms.records import RecordForm
from units.models import Activity, Case
from units.rules import activities as rules
from units.rules.measures import OTHERS, SESSIONS
from units.selectors import standing_of
from units.selectors.activities import activities_of, evidence_of, found, last_recorded, pile_of
from units.selectors.quantities import sums_of
from units.services.activities import (
    discard_draft,
    save_and_submit,
    save_draft,
    submit_activity,
    withdraw_activity,
)
from units.services.evidence import attach_evidence, remove_evidence
from units.standing import CaseStanding
from units.views.activity_facts import activity_row, copy_of, figure_rows, file_rows, kind_links, sum_rows, tone_of
from units.views.activity_piles import TO_HAND_IN

PAGE_SIZE = 20


@require_GET
def activities(request: SignedInRequest, case_id: int) -> HttpResponse:
    """What the unit did, newest first, under the three sums that it comes to."""
    case = access.get_case(request.user, case_id)
    standing = standing_of(request.user, case)
    filter_form = FilterForm(request.GET, drafts=standing.is_unit)
    chosen = filter_form.chosen()
    paginator = Paginator(found(activities_of(case, standing), **chosen), PAGE_SIZE)
    page_obj = paginator.get_page(request.GET.get("page"))
    context = {
        "case": case,
        "standing": standing,
        "tab": "activities",
        "sums": sum_rows(*sums_of(case)),
        "filter_form": filter_form,
        "is_filtered": bool(chosen),
        "found": ngettext("%(count)s activity", "%(count)s activities", paginator.count) % {"count": paginator.count},
        "page_obj": page_obj,
        "rows": [activity_row(activity) for activity in page_obj],
        "may_record": rules.may_record(standing, case),
        "has_drafts": standing.is_unit and pile_of(case, standing, states=TO_HAND_IN).exists(),
        "may_check": rules.may_check_in(standing, case),
    }
    return render(request, "units/activity_list.html", context)


@require_GET
def activity(request: SignedInRequest, case_id: int, activity_id: int) -> HttpResponse:
    """One activity: facts, figures side by side, evidence, and what one may do with it."""
    recorded = access.get_activity(request.user, case_id, activity_id)
    return _activity_page(request, recorded)


def _activity_page(
    request: SignedInRequest,
    recorded: Activity,
    *,
    withdraw_form: WithdrawForm | None = None,
    evidence_form: EvidenceForm | None = None,
) -> HttpResponse:
    standing = standing_of(request.user, recorded.case)
    rulings = {
        "may_edit": rules.may_edit(standing, recorded),
        "may_discard": rules.may_discard(standing, recorded),
        "may_withdraw": rules.may_withdraw(standing, recorded),
        "may_check": rules.may_check(standing, recorded),
        "may_take_back": rules.may_take_back(standing, recorded),
        "may_correct": rules.may_correct(standing, recorded),
    }
    context = rulings | {
        "case": recorded.case,
        "standing": standing,
        "tab": "activities",
        "activity": recorded,
        "tone": tone_of(recorded),
        "figures": figure_rows(recorded.figures.all()),
        "files": file_rows(recorded, evidence_of(recorded), removable=rulings["may_discard"].allowed),
        "withdraw_form": withdraw_form or WithdrawForm(),
        "evidence_form": evidence_form or EvidenceForm(),
        "may_attach": rules.may_attach(standing, recorded),
        "may_record": (may_record := rules.may_record(standing, recorded.case)),
        "has_acts": any(rulings.values()) or bool(may_record),
    }
    return page(request, "units/activity.html", context, withdraw_form, evidence_form)


@require_http_methods(["GET", "POST"])
def activity_new(request: SignedInRequest, case_id: int) -> HttpResponse:
    """Record an activity, as a draft or handed in at once.

    `?kind=` chooses the form of what is no session; with `?like=last` it begins with what the last one had.
    """
    case = access.get_case(request.user, case_id)
    standing = standing_of(request.user, case)
    require(rules.may_record(standing, case))
    kind = request.GET.get("kind", "")
    require(rules.may_record_kind(kind, not_yet(case)))
    last = last_recorded(case, [kind] if kind else SESSIONS)
    like = last if "like" in request.GET else None
    make: type[ActivityForm] | type[OtherRecordForm] = OtherRecordForm if kind in OTHERS else ActivityForm
    form = make(request.POST or None, request.FILES or None, kind=kind, like=like)
    if saved := _saved(request, form, case_id=case.pk):
        return redirect("activity", case.pk, saved.pk)
    return _form_page(request, case, standing, form, last=last)


@require_http_methods(["GET", "POST"])
def activity_edit(request: SignedInRequest, case_id: int, activity_id: int) -> HttpResponse:
    """Change a draft, or mend what the team returned."""
    recorded = access.get_activity(request.user, case_id, activity_id)
    standing = standing_of(request.user, recorded.case)
    # A stale form is answered with its text, so only who may not write at all is turned away at once.
    require((rules.may_edit if request.method == "GET" else _may_write)(standing, recorded))
    form = _form_of(recorded)(request.POST or None, request.FILES or None, activity=recorded)
    if saved := _saved(
        request, form, case_id=case_id, activity_id=recorded.pk, expected_version=posted_version(request)
    ):
        return redirect("activity", case_id, saved.pk)
    carried = version_to_carry(request, recorded, form)
    return _form_page(request, recorded.case, standing, form, recorded, version=carried)


def _form_of(recorded: Activity) -> type[ActivityForm] | type[OtherRecordForm]:
    """A session stays a session, and what is none keeps its kind."""
    return OtherRecordForm if recorded.kind in OTHERS else ActivityForm


def _form_page(
    request: SignedInRequest,
    case: Case,
    standing: CaseStanding,
    form: RecordForm,
    recorded: Activity | None = None,
    *,
    version: int | None = None,
    last: Activity | None = None,
) -> HttpResponse:
    context = {
        "case": case,
        "standing": standing,
        "tab": "activities",
        "form": form,
        "activity": recorded,
        "version": version,
        "files": file_rows(recorded, evidence_of(recorded)) if recorded else [],
        "kinds": [] if recorded else kind_links(case, form),
        "copy": copy_of(request, last),
    }
    return page(request, "units/activity_form.html", context, form)


def _may_write(standing: CaseStanding, recorded: Activity) -> Ruling:
    return rules.may_record(standing, recorded.case)


def _saved(request: SignedInRequest, form: RecordForm, **which: int) -> Activity | None:
    """The activity, once the form and the service agree; otherwise the refusal stands on the form."""
    if request.method != "POST" or not form.is_valid():
        return None
    hand_in = "hand_in" in request.POST
    attempted = attempt(
        form,
        save_and_submit if hand_in else save_draft,
        entered=form.entered(),
        evidence=form.cleaned_data["evidence"],
        acting_user=request.user,
        **which,
    )
    if attempted.done:
        messages.success(request, _("Handed in to the team.") if hand_in else _("Saved as a draft."))
    return attempted.result


@require_POST
def activity_submit(request: SignedInRequest, case_id: int, activity_id: int) -> HttpResponse:
    """Hand an activity in; what is still missing is asked for on its form."""
    recorded = access.get_activity(request.user, case_id, activity_id)
    standing = standing_of(request.user, recorded.case)
    require(rules.may_submit(standing, recorded))
    form = _form_of(recorded).of(recorded)
    attempted = attempt(
        form,
        submit_activity,
        activity_id=recorded.pk,
        expected_version=posted_version(request),
        acting_user=request.user,
    )
    if attempted.done:
        messages.success(request, _("Handed in to the team."))
        return redirect("activity", case_id, recorded.pk)
    return _form_page(request, recorded.case, standing, form, recorded, version=recorded.version)


@require_POST
def activity_withdraw(request: SignedInRequest, case_id: int, activity_id: int) -> HttpResponse:
    """Take back what was handed in, with the reason."""
    recorded = access.get_activity(request.user, case_id, activity_id)
    require(_may_write(standing_of(request.user, recorded.case), recorded))
    form = WithdrawForm(request.POST)
    if form.is_valid():
        attempted = attempt(
            form,
            withdraw_activity,
            activity_id=recorded.pk,
            expected_version=posted_version(request),
            reason=form.cleaned_data["reason"],
            acting_user=request.user,
        )
        if attempted.done:
            messages.success(request, _("Withdrawn."))
            return redirect("activity", case_id, recorded.pk)
    return _activity_page(request, recorded, withdraw_form=form)


@require_POST
@comes_back_to("activity", "case_id", "activity_id")
def activity_discard(request: SignedInRequest, case_id: int, activity_id: int) -> HttpResponse:
    """Delete a draft that nobody else has seen."""
    recorded = access.get_activity(request.user, case_id, activity_id)
    discard_draft(activity_id=recorded.pk, expected_version=posted_version(request), acting_user=request.user)
    messages.success(request, _("The draft is gone."))
    return redirect("activities", case_id)


@require_POST
def activity_attach(request: SignedInRequest, case_id: int, activity_id: int) -> HttpResponse:
    """Add evidence to an activity that the team has not verified."""
    recorded = access.get_activity(request.user, case_id, activity_id)
    require(_may_write(standing_of(request.user, recorded.case), recorded))
    form = EvidenceForm(request.POST, request.FILES)
    if form.is_valid():
        attempted = attempt(
            form,
            attach_evidence,
            activity_id=recorded.pk,
            uploads=form.cleaned_data["evidence"],
            acting_user=request.user,
        )
        if attempted.done:
            messages.success(request, _("The evidence is added."))
            return redirect("activity", case_id, recorded.pk)
    return _activity_page(request, recorded, evidence_form=form)


@require_POST
@comes_back_to("activity", "case_id", "activity_id")
def activity_file_remove(request: SignedInRequest, case_id: int, activity_id: int, file_uuid: UUID) -> HttpResponse:
    """Take a file out of a draft."""
    recorded = access.get_activity(request.user, case_id, activity_id)
    remove_evidence(activity_id=recorded.pk, file_uuid=file_uuid, acting_user=request.user)
    messages.success(request, _("The file is removed."))
    return redirect("activity", case_id, recorded.pk)
