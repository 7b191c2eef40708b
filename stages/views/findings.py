"""Findings of a case: the list, and one with its story and the acts that are open now."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from stages.access import get_finding
from stages.enums import FindingKind, FindingState
from stages.forms.finding_answers import FindingFilter, RemarkForm
from stages.models import Finding
from stages.rules.drafts import asks_for_exchange, may_draft
from stages.rules.remarks import may_remark
from stages.selectors.findings import (
    amendments_of,
    findings_of,
    photos_shown,
    recurrences_of,
    remarks_of,
    story_of,
)
from stages.selectors.rectifications import measures_against
from stages.views.finding_facts import (
    FINDING_TONES,
    Beside,
    about,
    finding_offers,
    gap,
    marks,
    photo_row,
    row_of_finding,
    row_of_rectification,
)
from teams.views.signed_in import SignedInRequest
from units.access import get_case
from units.enums import Party
from units.selectors import standing_of
from units.standing import CaseStanding

PAGE_SIZE = 20


@require_GET
def findings(request: SignedInRequest, case_id: int) -> HttpResponse:
    """What was found, drafts first; the unit sees what was issued."""
    case = get_case(request.user, case_id)
    standing = standing_of(request.user, case)
    form = FindingFilter(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    page_obj = Paginator(findings_of(case, standing, **chosen), PAGE_SIZE).get_page(request.GET.get("page"))
    total = page_obj.paginator.count
    context = {
        "case": case,
        "standing": standing,
        "tab": "findings",
        "page_obj": page_obj,
        "rows": [row_of_finding(finding) for finding in page_obj],
        "may_draft": may_draft(standing, case),
        "filter_form": form,
        "is_filtered": any(chosen.values()),
        "clear_url": reverse("findings", args=[case.pk]) if any(chosen.values()) else "",
        "found": ngettext("%(n)d finding", "%(n)d findings", total) % {"n": total},
    }
    return render(request, "stages/findings.html", context)


@require_GET
def finding(request: SignedInRequest, case_id: int, finding_id: int) -> HttpResponse:
    """One finding: what it says, what became of it, and what one may do now."""
    found = get_finding(request.user, case_id, finding_id)
    standing = standing_of(request.user, found.case)
    return render(request, "stages/finding.html", finding_context(found, standing))


def finding_context(found: Finding, standing: CaseStanding, form: RemarkForm | None = None) -> dict[str, Any]:
    """What the page of a finding shows; `form` is a word to the other side that was refused."""
    state = FindingState(found.state)
    measures = list(measures_against(found))
    for measure in measures:
        measure.finding = found
    remarks = list(remarks_of(found))
    beside = Beside([measure.state for measure in measures], has_remarks=bool(remarks))
    return {
        "case": found.case,
        "standing": standing,
        "tab": "findings",
        "finding": found,
        "tone": FINDING_TONES[state],
        "state": state.label,
        "about": about(found),
        "gap": gap(found),
        "marks": marks(found),
        "photos": [photo_row(photo) for photo in photos_shown(found, standing)],
        "leader_note": "" if standing.is_unit or found.state != FindingState.DRAFT else found.leader_note,
        "amendments": amendments_of(found) if found.dispute_answer else [],
        "recurrences": recurrences_of(found, standing) if found.kind == FindingKind.PROBLEM else [],
        "remarks": [{"remark": remark, "side": Party(remark.side).label} for remark in remarks],
        "remark_form": (form or RemarkForm()) if may_remark(standing, found) else form,
        "remind_of_exchange": standing.may_lead and asks_for_exchange(found),
        "measures": [row_of_rectification(measure) for measure in measures],
        "offers": finding_offers(standing, found, beside),
        "story": story_of(found, standing),
    }
