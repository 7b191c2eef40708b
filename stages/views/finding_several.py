"""Issuing one draft to several units: which of the team's cases can take it, then what came of each."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from stages.access import get_finding
from stages.forms.finding_several import SeveralForm
from stages.models import Finding
from stages.rules.drafts import may_issue, may_issue_elsewhere
from stages.services.findings import issue_to_several
from teams import clock
from teams.views.acts import admit, attempt, page, posted_version, version_to_carry
from teams.views.signed_in import SignedInRequest
from units.models import Case
from units.selectors import standing_of
from units.selectors.cases import of_the_same_team
from units.services.bulk import Row
from units.standing import CaseStanding


@require_http_methods(["GET", "POST"])
def finding_issue_to_several(request: SignedInRequest, case_id: int, finding_id: int) -> HttpResponse:
    """The team's cases, each with what stands against issuing the draft there."""
    finding = get_finding(request.user, case_id, finding_id)
    standing = standing_of(request.user, finding.case)
    admit(request, may_issue(standing, finding, clock.today()))
    cases = list(of_the_same_team(finding.case))
    form = SeveralForm(request.POST or None, cases=cases)
    context = {"case": finding.case, "standing": standing, "tab": "findings", "finding": finding}
    if request.method == "POST" and form.is_valid():
        attempted = attempt(
            form,
            issue_to_several,
            finding_id=finding.pk,
            expected_version=posted_version(request),
            case_ids=form.cleaned_data["cases"],
            acting_user=request.user,
        )
        if attempted.result is not None:
            rows = [_told(row) for row in attempted.result]
            return render(request, "stages/finding_several_done.html", context | {"rows": rows})
    shown = {
        "form": form,
        "version": version_to_carry(request, finding, form),
        "rows": [_row(each, finding, standing, form) for each in cases],
    }
    return page(request, "stages/finding_several.html", context | shown, form)


def _row(case: Case, finding: Finding, standing: CaseStanding, form: SeveralForm) -> dict[str, Any]:
    """A case of the team's, in which the leader stands as in this one."""
    ruling = may_issue_elsewhere(standing, finding, case)
    return {
        "case": case,
        "own": case.pk == finding.case_id,
        "reasons": [reason.message for reason in ruling.reasons],
        "ticked": str(case.pk) in form.ticked(),
    }


def _told(row: Row[Case]) -> dict[str, Any]:
    return {"case": row.subject, "finding": row.result, "done": row.done, "reasons": row.reasons, "notes": []}
