"""The lines of a timeline say which row they speak of, lead to it, and give the reason that a sentence leaves out."""

import re
from urllib.parse import urldefrag

import pytest
from django.urls import resolve, reverse

from stages.enums import Adoption, ReviewVerdict
from stages.models import ReturnItem
from stages.services import findings as services
from tests.pages import words_of
from tests.reports.building_documents import made, ordered_reply
from tests.stages import building_appraisal as appraisal
from tests.stages import building_findings as findings
from tests.stages import building_gates as gates
from tests.stages import building_transitions as transitions
from tests.stages.building_plans import entered
from tests.units import building_records as records
from tests.units.building_originals import attached

WHICH = "民主评议的范围只到科级。"


def page(client, case, user):
    client.force_login(user)
    return client.get(reverse("timeline", args=[case.pk]))


def links(response):
    """Those of the timeline itself, not of the tabs above it."""
    _above, _start, lines = response.content.decode().partition('<ol class="timeline">')
    return set(re.findall(r'<a href="([^"]+)"', lines.partition("</ol>")[0]))


def test_a_line_says_which_finding_and_leads_to_it(client, case, cast):
    finding = findings.issued(case, cast, text=WHICH)
    shown = page(client, case, cast.liaison)
    assert WHICH in words_of(shown)
    assert reverse("finding", args=[case.pk, finding.pk]) in links(shown)


def test_two_measures_against_one_finding_are_told_apart(client, case, cast):
    said = ["补开一次座谈会。", "把意见分类登记。"]
    finding = findings.acknowledged(case, cast, measures=[findings.measure(measure=text) for text in said])
    for measure in finding.rectifications.all():
        findings.reported(case, cast, rectification=measure)
    shown = page(client, case, cast.leader)
    assert all(text in words_of(shown) for text in said)
    assert {reverse("rectification", args=[case.pk, each.pk]) for each in finding.rectifications.all()} <= links(shown)


def test_what_is_gone_leads_nowhere(client, case, cast):
    draft = findings.drafted(case, cast, text=WHICH)
    address = reverse("finding", args=[case.pk, draft.pk])
    assert address in links(page(client, case, cast.member))
    services.discard_draft(finding_id=draft.pk, acting_user=cast.member)
    shown = page(client, case, cast.member)
    assert address not in links(shown)
    assert WHICH not in words_of(shown)


def test_why_a_suggestion_is_adopted_in_part_is_read(client, case, cast):
    findings.answered(case, cast, adoption=Adoption.PARTLY, answer="人手不够，先做一半。")
    assert "说明：人手不够，先做一半。" in words_of(page(client, case, cast.leader))


@pytest.mark.parametrize(("person", "reads"), [("secretary", False), ("member", True), ("clerk", True)])
def test_why_a_leadership_was_selected_is_the_teams_own(client, case, cast, person, reads):
    entered(case, cast)
    guidance = appraisal.selected(case, cast)
    assert (guidance.reason in words_of(page(client, case, cast.everybody[person]))) is reads


def test_what_a_gate_that_was_not_passed_asks_for_is_read(client, case, cast):
    task = gates.one_task(case, cast)
    assert f"说明：{task.demand}" in words_of(page(client, case, cast.liaison))


def test_what_a_request_that_the_team_returned_is_to_mend_is_read(client, case, cast):
    request = transitions.submitted_request(transitions.ripe(case, cast), cast)
    transitions.reviewed(request, cast, ReviewVerdict.RETURNED)
    remarks = ReturnItem.objects.values_list("remark", flat=True)
    assert remarks
    assert all(remark in words_of(page(client, case, cast.secretary)) for remark in remarks)


@pytest.mark.parametrize(("person", "reads"), [("secretary", False), ("member", True), ("director", True)])
def test_what_the_team_concluded_is_its_own(client, case, cast, person, reads):
    entered(case, cast)
    decision = gates.collective(case, cast, conclusion="同意按未过关处理。")
    assert (decision.conclusion in words_of(page(client, case, cast.everybody[person]))) is reads


def found_and_seen(case, cast):
    findings.acknowledged(case, cast)
    findings.answered(case, cast)
    appraisal.sampled(case, cast)
    appraisal.surveyed(case, cast)
    records.verified_rule(case, cast)
    return {"finding", "on_the_spot", "regulations"}


def failed_and_made_up(case, cast):
    gates.answered(gates.one_task(case, cast), cast)
    return {"gate", "make_up_task", "gates"}


def approved(case, cast):
    request, sha256 = transitions.recommended(transitions.ripe(case, cast), cast)
    transitions.approved(request, cast, sha256)
    return {"plan", "version", "activity", "gate", "transition", "request"}


def printed(case, cast):
    attached(made(ordered_reply(case)), cast.clerk)
    return {"documents"}


@pytest.mark.parametrize("course", [found_and_seen, failed_and_made_up, approved, printed])
def test_every_line_leads_to_a_page_that_is_there(client, case, media, cast, course):
    """`course` tells the names of the pages to which its lines lead, and of the parts of a page."""
    expected, led = course(case, cast), set()
    for person in (cast.leader, cast.secretary, cast.director):
        addresses = [each for each in links(page(client, case, person)) if each.startswith(f"/cases/{case.pk}/")]
        for each in addresses:
            path, part = urldefrag(each)
            shown = client.get(path)
            assert shown.status_code == 200
            assert not part or f'id="{part}"' in shown.content.decode()
            led |= {resolve(path).url_name, part.partition("-")[0]}
    assert expected <= led
