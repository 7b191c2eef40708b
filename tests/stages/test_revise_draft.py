"""Putting a draft right, and throwing it away."""

import pytest

from stages.enums import Act, TodoKind
from stages.models import Finding
from stages.services.findings import discard_draft, save_draft
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import StoredFile
from tests.samples import uploaded
from tests.stages.building_findings import drafted, given, issued
from tests.teams.ledger import sentences
from tests.units.building_todos import open_todos


def save(draft, who, photos=(), removed=(), **changes):
    return save_draft(
        finding_id=draft.pk,
        expected_version=draft.version,
        given=given(**changes),
        photos=photos,
        removed=removed,
        acting_user=who,
    )


def discard(draft, who):
    discard_draft(finding_id=draft.pk, acting_user=who)


@pytest.mark.parametrize("who", ["member", "leader", "deputy"])
def test_its_author_or_the_leader_puts_it_right(cast, case, deputy_leads, who):
    draft = save(drafted(case, cast), getattr(cast, who), text="另有三个支部如此。")
    assert (draft.text, draft.drafted_by) == ("另有三个支部如此。", cast.member)
    assert sentences(Act.FINDING_REVISED) == [f"{getattr(cast, who).name}修改了一条督导记录的草稿（问题）。"]


@pytest.mark.parametrize("who", ["member", "secretary", "director"])
def test_nobody_else_does(cast, case, who):
    with pytest.raises(Denied):
        save(drafted(case, cast, by=cast.leader), getattr(cast, who))


def test_what_was_issued_is_not_put_right(cast, case):
    with pytest.raises(Conflict):
        save(issued(case, cast), cast.member)


def test_a_stale_form_is_refused_and_what_cannot_be_so(cast, case):
    draft = drafted(case, cast)
    with pytest.raises(Invalid):
        save(draft, cast.member, text=" ")
    save(draft, cast.member, text="先改的。")
    with pytest.raises(Conflict):
        save(draft, cast.leader, text="后改的。")
    assert Finding.objects.get().text == "先改的。"


def test_photos_come_and_go(cast, case, media, django_capture_on_commit_callbacks):
    draft = drafted(case, cast, photos=[uploaded("一.jpg"), uploaded("二.jpg")])
    first = draft.files.order_by("pk").first()
    with django_capture_on_commit_callbacks(execute=True):
        save(draft, cast.member, photos=[uploaded("三.png")], removed=[first.pk])
    assert [file.title for file in draft.files.order_by("pk")] == ["二.jpg", "三.png"]
    assert StoredFile.objects.count() == len(_files(media)) == 2


def test_photos_of_another_finding_stay(cast, case, media):
    other = drafted(case, cast, photos=[uploaded("一.jpg")])
    save(drafted(case, cast), cast.member, removed=[other.files.get().pk])
    assert other.files.count() == 1


def test_its_author_throws_it_away_with_its_photos(cast, case, media, django_capture_on_commit_callbacks):
    draft = drafted(case, cast, photos=[uploaded("一.jpg")])
    with django_capture_on_commit_callbacks(execute=True):
        discard(draft, cast.member)
    assert not Finding.objects.exists()
    assert not StoredFile.objects.exists()
    assert _files(media) == []
    assert TodoKind.ISSUE_FINDING not in open_todos(case)
    assert sentences(Act.FINDING_DISCARDED) == ["组员弃去一条督导记录的草稿（问题）。"]


@pytest.mark.parametrize("who", ["leader", "deputy", "secretary"])
def test_only_its_author_does(cast, case, who):
    with pytest.raises(Denied):
        discard(drafted(case, cast), getattr(cast, who))
    assert Finding.objects.exists()


def test_what_was_issued_is_never_deleted(cast, case):
    with pytest.raises(Conflict):
        discard(issued(case, cast), cast.member)


def test_what_is_gone_is_gone(cast, case):
    draft = drafted(case, cast)
    discard(draft, cast.member)
    for act in (discard, save):
        with pytest.raises(Conflict):
            act(draft, cast.member)


def _files(media) -> list:
    return [path for path in media.rglob("*") if path.is_file()]
