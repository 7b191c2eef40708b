"""Taking an approval back, with the decision in sight."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from stages.access import get_transition_request
from stages.forms.transitions import ReasonForm
from stages.rules import transitions as rules
from stages.selectors.transitions import has_moved_on
from stages.services.revocations import revoke_approval
from stages.views.act_pages import act_page
from teams.views.signed_in import SignedInRequest
from units.selectors import standing_of


@require_http_methods(["GET", "POST"])
def transition_revoke(request: SignedInRequest, case_id: int, request_id: int) -> HttpResponse:
    """The director revokes an approval and says why."""
    found = get_transition_request(request.user, case_id, request_id)
    standing = standing_of(request.user, found.run.case)
    form = ReasonForm(request.POST or None)
    return act_page(
        request,
        form=form,
        act=revoke_approval,
        arguments=lambda: {"request_id": found.pk, **form.cleaned_data},
        ruling=rules.may_revoke(standing, found, moved_on=has_moved_on(found.run)),
        template="stages/transition_revoke.html",
        context={"case": found.run.case, "standing": standing, "tab": "transition", "transition_request": found},
        done=_("The approval is revoked. The stage is open again."),
        back=reverse("transition", args=[case_id]),
        row=found,
    )
