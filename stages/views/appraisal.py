"""What the team records of the later stages: self-analyses read, guidance on the spot, surveys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from stages.access import get_guidance, get_sampling, get_survey
from stages.enums import GuidanceState
from stages.forms.appraisal import GuidanceForm, SamplingForm, SelectForm, SurveyForm
from stages.forms.transitions import ReasonForm
from stages.models import OnSiteGuidance
from stages.rules import appraisal as rules
from stages.selectors.appraisal import guidances_of, samplings_of
from stages.services import guidance, samplings, surveys
from stages.views.act_pages import Words, act_page
from stages.views.survey_rows import survey_rows
from teams import clock
from teams.models.versioned import Versioned
from teams.rulings import Ruling
from teams.templatetags.dates import day
from teams.views.signed_in import SignedInRequest
from units.access import get_case
from units.models import Case
from units.selectors import standing_of


@require_GET
def on_the_spot(request: SignedInRequest, case_id: int) -> HttpResponse:
    """Self-analyses read, guidance given, surveys; of what the team saw the unit reads no more than that it came."""
    case = get_case(request.user, case_id)
    standing = standing_of(request.user, case)
    guidances = list(guidances_of(case))
    selected = any(each.state == GuidanceState.SELECTED for each in guidances)
    may_record = rules.may_record(standing, case)
    context = {
        "case": case,
        "standing": standing,
        "tab": "gates",
        "sees_team_records": not standing.is_unit,
        "samplings": [] if standing.is_unit else samplings_of(case),
        "guidances": guidances,
        "surveys": survey_rows(case),
        "may_record": may_record,
        "may_survey": may_record,
        "may_select": rules.may_select(standing, case, selected=selected),
        "may_lead": standing.may_lead,
    }
    return render(request, "stages/on_the_spot.html", context)


@require_http_methods(["GET", "POST"])
def sampling_new(request: SignedInRequest, case_id: int) -> HttpResponse:
    """Record self-analyses that were read on the spot."""
    case = get_case(request.user, case_id)
    form = SamplingForm(request.POST or None, initial={"sampled_on": clock.today()})
    words = Words(
        _("Self-analyses read on the spot"), _("Enter the record"), _("Recorded."), _("Counts and a grade, no text.")
    )
    ruling = rules.may_record(standing_of(request.user, case), case)
    return _act(request, case, form, samplings.record_sampling, ruling, words, {"case_id": case.pk})


@require_http_methods(["GET", "POST"])
def sampling_withdraw(request: SignedInRequest, case_id: int, sampling_id: int) -> HttpResponse:
    """Withdraw a sampling that was recorded by mistake."""
    found = get_sampling(request.user, case_id, sampling_id)
    form = ReasonForm(request.POST or None)
    hint = _("Of %(date)s: %(n)d papers read.") % {"date": day(found.sampled_on), "n": found.sampled}
    words = Words(_("Withdraw the record"), _("Withdraw"), _("The record is withdrawn."), hint)
    ruling = rules.may_withdraw(standing_of(request.user, found.case), found.case, found)
    return _act(
        request, found.case, form, samplings.withdraw_sampling, ruling, words, {"sampling_id": found.pk}, row=found
    )


@require_http_methods(["GET", "POST"])
def guidance_select(request: SignedInRequest, case_id: int) -> HttpResponse:
    """Select the leadership for guidance at its democratic-life meeting."""
    case = get_case(request.user, case_id)
    selected = OnSiteGuidance.objects.filter(case=case, state=GuidanceState.SELECTED).exists()
    form = SelectForm(request.POST or None)
    words = Words(
        _("Select for guidance on site"),
        _("Select"),
        _("The leadership is selected; the unit is told that the team will come."),
        _("The transition waits until the guidance is recorded."),
    )
    ruling = rules.may_select(standing_of(request.user, case), case, selected=selected)
    return _act(request, case, form, guidance.select_for_guidance, ruling, words, {"case_id": case.pk})


@require_http_methods(["GET", "POST"])
def guidance_give(request: SignedInRequest, case_id: int, guidance_id: int) -> HttpResponse:
    """Record the guidance that was given."""
    found = get_guidance(request.user, case_id, guidance_id)
    form = GuidanceForm(request.POST or None)
    words = Words(_("Guidance on site"), _("Enter the record"), _("The guidance is recorded."))
    ruling = rules.may_give(standing_of(request.user, found.case), found.case, found.state)
    return _act(
        request, found.case, form, guidance.record_guidance, ruling, words, {"guidance_id": found.pk}, row=found
    )


@require_http_methods(["GET", "POST"])
def guidance_release(request: SignedInRequest, case_id: int, guidance_id: int) -> HttpResponse:
    """Take the selection back."""
    found = get_guidance(request.user, case_id, guidance_id)
    form = ReasonForm(request.POST or None)
    hint = _("Selected because: %(reason)s") % {"reason": found.reason}
    words = Words(_("Take the selection back"), _("Take back"), _("The leadership is no longer selected."), hint)
    ruling = rules.may_release(standing_of(request.user, found.case), found.case, found.state)
    return _act(
        request, found.case, form, guidance.release_from_guidance, ruling, words, {"guidance_id": found.pk}, row=found
    )


@require_http_methods(["GET", "POST"])
def survey_new(request: SignedInRequest, case_id: int) -> HttpResponse:
    """Record a satisfaction survey of the open stage."""
    case = get_case(request.user, case_id)
    form = SurveyForm(request.POST or None, initial={"held_on": clock.today()})
    words = Words(
        _("Satisfaction survey"), _("Record the survey"), _("The survey is recorded."), _("Anonymous; counts only.")
    )
    ruling = rules.may_record(standing_of(request.user, case), case)

    def record(**given: Any) -> Any:
        kept = {name: given[name] for name in ("case_id", "acting_user", "held_on", "method", "remark")}
        return surveys.record_survey(counts=form.counts(), **kept)

    return _act(request, case, form, record, ruling, words, {"case_id": case.pk})


@require_http_methods(["GET", "POST"])
def survey_withdraw(request: SignedInRequest, case_id: int, survey_id: int) -> HttpResponse:
    """Withdraw a survey that was recorded by mistake."""
    found = get_survey(request.user, case_id, survey_id)
    case = found.run.case
    form = ReasonForm(request.POST or None)
    hint = _("Of %(date)s: %(n)d forms returned.") % {"date": day(found.held_on), "n": found.returned}
    words = Words(_("Withdraw the survey"), _("Withdraw"), _("The survey is withdrawn."), hint)
    ruling = rules.may_withdraw(standing_of(request.user, case), case, found)
    return _act(
        request,
        case,
        form,
        surveys.withdraw_survey,
        ruling,
        words,
        {"survey_id": found.pk},
        row=found,
    )


def _act(
    request: SignedInRequest,
    case: Case,
    form: Form,
    act: Callable[..., Any],
    ruling: Ruling,
    words: Words,
    target: dict[str, int],
    *,
    row: Versioned | None = None,
) -> HttpResponse:
    back = reverse("on_the_spot", args=[case.pk])
    return act_page(
        request,
        form=form,
        act=act,
        arguments=lambda: {**target, **form.cleaned_data},
        ruling=ruling,
        template="stages/appraisal_act.html",
        context={
            "case": case,
            "standing": standing_of(request.user, case),
            "tab": "gates",
            "words": words,
            "back": back,
        },
        done=words.done,
        back=back,
        row=row,
    )
