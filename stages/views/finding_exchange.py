"""What the leader does with a draft besides issuing it, and the thread in which both sides write."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from stages.access import get_finding
from stages.enums import Matter
from stages.forms.finding_answers import AsideForm, RecommendForm, RemarkForm, SendBackForm, WhyForm
from stages.models import CollectiveDecision
from stages.rules import drafts as rules
from stages.rules.remarks import may_remark
from stages.selectors.collective import decisions_of
from stages.services import findings as services
from stages.views.act_pages import Words
from stages.views.finding_answers import finding_act
from stages.views.findings import finding_context
from teams.views.acts import admit, attempt, page, posted_version
from teams.views.signed_in import SignedInRequest
from units.selectors import standing_of


@require_POST
def finding_share(request: SignedInRequest, case_id: int, finding_id: int) -> HttpResponse:
    """Show a draft to the unit."""
    finding = get_finding(request.user, case_id, finding_id)
    services.share_draft(finding_id=finding.pk, expected_version=posted_version(request), acting_user=request.user)
    messages.success(request, gettext("The unit now reads the draft and is asked for its views."))
    return redirect("finding", case_id, finding.pk)


@require_http_methods(["GET", "POST"])
def finding_unshare(request: SignedInRequest, case_id: int, finding_id: int) -> HttpResponse:
    """No longer show a draft to the unit."""
    form = WhyForm(request.POST or None)
    return finding_act(
        request,
        get_finding(request.user, case_id, finding_id),
        form,
        services.take_back_sharing,
        lambda: form.cleaned_data,
        rules.may_take_back_sharing,
        Words(
            _("Take the sharing back"),
            _("Take back"),
            _("The draft is the team's alone again."),
            _("What was said to it stays on record; the unit no longer reads the draft."),
        ),
    )


@require_http_methods(["GET", "POST"])
def finding_set_aside(request: SignedInRequest, case_id: int, finding_id: int) -> HttpResponse:
    """A draft is not pursued any further."""
    form = AsideForm(request.POST or None)
    return finding_act(
        request,
        get_finding(request.user, case_id, finding_id),
        form,
        services.set_aside_draft,
        lambda: form.cleaned_data,
        rules.may_set_aside,
        Words(
            _("Set the draft aside"),
            _("Set aside"),
            _("The draft is set aside."),
            _("It stays with what was said to it, waits for nobody, and can be taken up again."),
        ),
    )


@require_http_methods(["GET", "POST"])
def finding_take_up(request: SignedInRequest, case_id: int, finding_id: int) -> HttpResponse:
    """A draft that was set aside is pursued again."""
    form = AsideForm(request.POST or None)
    return finding_act(
        request,
        get_finding(request.user, case_id, finding_id),
        form,
        services.take_up_draft,
        lambda: form.cleaned_data,
        rules.may_take_up,
        Words(_("Take the draft up again"), _("Take up"), _("The draft waits to be issued.")),
    )


@require_http_methods(["GET", "POST"])
def finding_send_back(request: SignedInRequest, case_id: int, finding_id: int) -> HttpResponse:
    """The leader returns a member's draft."""
    form = SendBackForm(request.POST or None)
    return finding_act(
        request,
        get_finding(request.user, case_id, finding_id),
        form,
        services.send_back_draft,
        lambda: form.cleaned_data,
        rules.may_send_back,
        Words(_("Send the draft back"), _("Send back"), _("The draft is with its author."), _("It counts as a to-do.")),
    )


@require_http_methods(["GET", "POST"])
def finding_recommend(request: SignedInRequest, case_id: int, finding_id: int) -> HttpResponse:
    """The leader recommends an exemplar on a conclusion of the team."""
    finding = get_finding(request.user, case_id, finding_id)
    decisions = decisions_of(finding.case, Matter.EXEMPLAR)
    form = RecommendForm(request.POST if request.method == "POST" else None, decisions=decisions)
    record = reverse("discussion_new", args=[case_id, Matter.EXEMPLAR.lower()])
    return finding_act(
        request,
        finding,
        form,
        services.recommend_exemplar,
        lambda: {"collective_decision_id": _key(form.cleaned_data["collective_decision"])},
        rules.may_recommend,
        Words(
            _("Recommend the exemplar"),
            _("Recommend"),
            _("The exemplar is recommended to the Party committee."),
            _("Its origin and its words stand from now on."),
        ),
        beside={"url": f"{record}?next={request.path}", "label": _("Record a discussion")},
    )


@require_POST
def finding_remark(request: SignedInRequest, case_id: int, finding_id: int) -> HttpResponse:
    """A word to the other side; a refusal comes back onto the finding's page with the text kept."""
    found = get_finding(request.user, case_id, finding_id)
    standing = standing_of(request.user, found.case)
    admit(request, may_remark(standing, found))
    form = RemarkForm(request.POST)
    if form.is_valid():
        attempted = attempt(
            form,
            services.write_remark,
            finding_id=found.pk,
            text=form.cleaned_data["text"],
            acting_user=request.user,
        )
        if attempted.done:
            return redirect(reverse("finding", args=[case_id, found.pk]) + "#thread")
    return page(request, "stages/finding.html", finding_context(found, standing, form), form)


def _key(decision: CollectiveDecision | None) -> int | None:
    return decision.pk if decision else None
