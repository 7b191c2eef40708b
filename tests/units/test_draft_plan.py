"""A version of the plan: begun with its file, mended while it is a draft, the next one after a return."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from teams.exceptions import Conflict, Denied, Invalid
from teams.models import AuditEntry, Notification, StoredFile
from tests import samples
from tests.samples import hostile_archives, hostile_others
from tests.stages.building_plans import drafted_plan, entered, passed_plan, returned_plan, submitted_plan
from tests.teams.ledger import sentences
from tests.units.building_todos import open_todos
from units.enums import Act, FileSide, PlanState, ProblemCategory, TodoKind
from units.models import CaseFile, PlanVersion
from units.selectors.plans import remarks_to_answer
from units.services import files
from units.services.plans import answer_remarks, draft_version, replace_file


def files_in(media):
    return [path for path in media.rglob("*") if path.is_file()]


def begin(case, who, upload=None, note=""):
    return draft_version(
        case_id=case.pk, upload=upload or samples.uploaded("实施方案.docx"), note=note, acting_user=who
    )


def replace(version, who, upload=None, note=""):
    return replace_file(
        version_id=version.pk,
        expected_version=version.version,
        upload=upload or samples.uploaded("实施方案（修改）.pdf"),
        note=note,
        acting_user=who,
    )


def assert_nothing_left(media):
    assert [model.objects.count() for model in (PlanVersion, CaseFile, StoredFile)] == [0, 0, 0]
    assert files_in(media) == []
    assert not AuditEntry.objects.filter(act=Act.PLAN_DRAFTED).exists()


@pytest.mark.requirement(49)
@pytest.mark.parametrize("who", ["liaison", "secretary"])
@pytest.mark.parametrize("kind", ["pdf", "doc", "docx", "wps", "ofd"])
def test_the_unit_s_people_begin_it_with_their_file(cast, case, media, who, kind):
    entered(case, cast)
    version = begin(case, getattr(cast, who), samples.uploaded(f"实施方案.{kind}"), note=" 请审。\x00 ")
    assert (version.plan.case, version.number, version.state) == (case, 1, PlanState.DRAFT)
    assert (version.drafted_by, version.note, version.submitted_at) == (getattr(cast, who), "请审。", None)
    assert (version.file.title, version.file.side, version.file.case) == (f"实施方案.{kind}", FileSide.UNIT, case)
    assert len(files_in(media)) == 1


@pytest.mark.requirement(4, 39)
@pytest.mark.parametrize(
    "who", ["leader", "member", "director", "clerk", "other_liaison", "parent_liaison", "other_leader", "stranger"]
)
def test_nobody_else_writes_it_the_team_least_of_all(cast, case, media, who):
    entered(case, cast)
    with pytest.raises(Denied) as refused:
        begin(case, getattr(cast, who))
    assert [(reason.code, reason.row) for reason in refused.value.ruling.reasons] == [("not_unit", 4)]
    assert_nothing_left(media)


@pytest.mark.requirement(110)
def test_it_waits_for_entry_and_ends_with_the_case(cast, case, media):
    with pytest.raises(Denied) as refused:
        begin(case, cast.liaison)
    assert [reason.code for reason in refused.value.ruling.reasons] == ["not_entered"]
    entered(case, cast)
    case.closed_on = date(2005, 7, 1)
    case.save(update_fields=["closed_on"])
    with pytest.raises(Denied) as refused:
        begin(case, cast.liaison)
    assert [reason.code for reason in refused.value.ruling.reasons] == ["case_closed"]
    assert_nothing_left(media)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("实施方案.pdf", hostile_others.windows_program),
        ("实施方案.exe", hostile_others.windows_program),
        ("实施方案.docx", hostile_archives.docx_bomb),
        ("实施方案.png", samples.png),
        ("实施方案.pdf", lambda: b""),
        ("实施方案.pdf", lambda: samples.pdf()[:60]),
    ],
)
def test_a_refused_file_leaves_neither_row_nor_file(cast, case, media, name, content):
    entered(case, cast)
    with pytest.raises(Invalid) as refused:
        begin(case, cast.liaison, samples.uploaded(name, content()))
    assert list(refused.value.errors) == ["file"]
    assert_nothing_left(media)


def test_an_act_that_fails_leaves_neither_row_nor_file(cast, case, media, monkeypatch):
    entered(case, cast)
    monkeypatch.setattr(files, "CASE_QUOTA_BYTES", 10)
    with pytest.raises(Invalid) as refused:
        begin(case, cast.liaison)
    assert list(refused.value.errors) == ["file"]
    assert_nothing_left(media)


@pytest.mark.requirement(49)
@pytest.mark.parametrize("build", [drafted_plan, submitted_plan, passed_plan])
def test_there_is_no_second_version_beside_one_that_stands(cast, case, media, build):
    build(case, cast)
    kept = files_in(media)
    with pytest.raises(Conflict):
        begin(case, cast.secretary)
    assert PlanVersion.objects.count() == len(sentences(Act.PLAN_DRAFTED)) == 1
    assert files_in(media) == kept
    assert StoredFile.objects.count() == len(kept)


def test_the_database_itself_refuses_a_second_open_version(cast, case):
    version = drafted_plan(case, cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        PlanVersion.objects.create(plan=version.plan, number=2, drafted_by=cast.liaison)


@pytest.mark.requirement(49)
def test_after_a_return_the_next_version_takes_over_what_is_only_to_be_mended(cast, case):
    first = returned_plan(case, cast)
    second = begin(case, cast.liaison)
    assert (second.plan, second.number, second.state) == (first.plan, 2, PlanState.DRAFT)
    taken_over = ("category", "text", "measure", "responsible", "due_on")
    assert list(second.problems.values(*taken_over)) == list(first.problems.values(*taken_over))
    assert list(second.omissions.values("category", "reason")) == list(first.omissions.values("category", "reason"))
    assert (first.problems.count(), first.omissions.count()) == (1, len(ProblemCategory) - 2)
    assert [remark.plan_version for remark in remarks_to_answer(second)] == [first]


@pytest.mark.requirement(91)
def test_the_ledger_keeps_it_and_the_unit_s_duty_stays(cast, case):
    entered(case, cast)
    version = begin(case, cast.liaison)
    assert sentences(Act.PLAN_DRAFTED) == ["县委联络员开始起草实施方案第1稿。"]
    entry = AuditEntry.objects.about(case).get(act=Act.PLAN_DRAFTED)
    assert (entry.actor, entry.acting_as, entry.target_id) == (cast.liaison, "LIAISON", version.pk)
    assert TodoKind.PLAN in open_todos(case)
    assert TodoKind.REVIEW_PLAN not in open_todos(case)


def test_the_team_is_not_told_of_a_draft(cast, case):
    entered(case, cast)
    begin(case, cast.liaison)
    assert not Notification.objects.filter(recipient__in=[cast.leader, cast.deputy, cast.member]).exists()


def test_another_file_takes_the_place_of_the_first(cast, case, media, django_capture_on_commit_callbacks):
    entered(case, cast)
    version = begin(case, cast.liaison)
    with django_capture_on_commit_callbacks(execute=True):
        changed = replace(version, cast.secretary, note="已改。")
    assert (changed.file.title, changed.note, changed.number) == ("实施方案（修改）.pdf", "已改。", 1)
    assert changed.version == version.version + 1
    assert len(files_in(media)) == CaseFile.objects.count() == StoredFile.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        (lambda version, cast: replace(version, cast.leader), Denied),
        (lambda version, cast: replace(version, cast.other_liaison), Denied),
        (lambda version, cast: replace(version, cast.liaison, samples.uploaded("新.pdf", b"MZ")), Invalid),
    ],
)
def test_a_refused_replacement_keeps_the_file_that_is_there(cast, case, media, change, refusal):
    entered(case, cast)
    version = begin(case, cast.liaison)
    kept = files_in(media)
    with pytest.raises(refusal):
        change(version, cast)
    version.refresh_from_db()
    assert (version.file.title, version.version) == ("实施方案.docx", 1)
    assert files_in(media) == kept


def test_a_stale_form_replaces_nothing(cast, case, media):
    entered(case, cast)
    version = begin(case, cast.liaison)
    replace(version, cast.liaison)
    kept = files_in(media), StoredFile.objects.count()
    with pytest.raises(Conflict):
        replace(version, cast.secretary, samples.uploaded("后到.pdf"))
    version.refresh_from_db()
    assert version.file.title == "实施方案（修改）.pdf"
    assert (files_in(media), StoredFile.objects.count()) == kept


@pytest.mark.requirement(49)
@pytest.mark.parametrize("build", [submitted_plan, returned_plan, passed_plan])
def test_what_was_handed_in_does_not_change(cast, case, media, build):
    version = build(case, cast)
    with pytest.raises(Conflict):
        replace(version, cast.liaison)
    with pytest.raises(Conflict):
        answer_remarks(version_id=version.pk, expected_version=version.version, answers={}, acting_user=cast.liaison)
    version.refresh_from_db()
    assert version.file.title == "实施方案.docx"


@pytest.mark.requirement(49)
def test_what_was_pinned_is_answered_by_the_unit(cast, case):
    returned_plan(case, cast, revise=("plan.leaders.study", "plan.safeguards.funds"))
    second = begin(case, cast.liaison)
    study, funds = remarks_to_answer(second)
    answered = answer_remarks(
        version_id=second.pk,
        expected_version=second.version,
        answers={study.pk: " 已补充。\x00", funds.pk: "  ", 10**6: "无关。"},
        acting_user=cast.liaison,
    )
    assert [remark.answer for remark in remarks_to_answer(second)] == ["已补充。", ""]
    for who, version, refusal in [("leader", answered.version, Denied), ("secretary", second.version, Conflict)]:
        with pytest.raises(refusal):
            answer_remarks(
                version_id=second.pk,
                expected_version=version,
                answers={study.pk: "改写。"},
                acting_user=getattr(cast, who),
            )
    study.refresh_from_db()
    assert study.answer == "已补充。"
