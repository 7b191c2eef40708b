"""Findings of a case: the list, and one with its story and the acts that are open now."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from stages.access import get_finding
from stages.enums import FindingState
from stages.models import Finding
from stages.rules.findings import may_draft
from stages.selectors.findings import findings_of, photos_of, story_of
from stages.selectors.rectifications import measures_against
from stages.views.finding_facts import (
    FINDING_TONES,
    about,
    finding_offers,
    gap,
    photo_row,
    row_of_finding,
    row_of_rectification,
)
from teams.views.signed_in import SignedInRequest
from units.access import get_case
from units.selectors import standing_of
from units.standing import CaseStanding

PAGE_SIZE = 20


@require_GET
def findings(request: SignedInRequest, case_id: int) -> HttpResponse:
    """What was found, drafts first; the unit sees what was issued."""
    case = get_case(request.user, case_id)
    standing = standing_of(request.user, case)
    page_obj = Paginator(findings_of(case, standing), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "case": case,
        "standing": standing,
        "tab": "findings",
        "page_obj": page_obj,
        "rows": [row_of_finding(finding) for finding in page_obj],
        "may_draft": may_draft(standing, case),
    }
    return render(request, "stages/findings.html", context)


@require_GET
def finding(request: SignedInRequest, case_id: int, finding_id: int) -> HttpResponse:
    """One finding: what it says, what became of it, and what one may do now."""
    found = get_finding(request.user, case_id, finding_id)
    standing = standing_of(request.user, found.case)
    return render(request, "stages/finding.html", finding_context(found, standing))


def finding_context(found: Finding, standing: CaseStanding) -> dict[str, Any]:
    """What the page of a finding shows."""
    state = FindingState(found.state)
    measures = list(measures_against(found))
    for measure in measures:
        measure.finding = found
    return {
        "case": found.case,
        "standing": standing,
        "tab": "findings",
        "finding": found,
        "tone": FINDING_TONES[state],
        "state": state.label,
        "about": about(found),
        "gap": gap(found),
        "photos": [photo_row(photo) for photo in photos_of(found)],
        "measures": [row_of_rectification(measure) for measure in measures],
        "offers": finding_offers(standing, found, [measure.state for measure in measures]),
        "story": story_of(found, standing),
    }
