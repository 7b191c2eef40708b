"""Each refusal: the small campaign with one thing made wrong, and the place and reason that are given."""

from pathlib import Path

import pytest

from stages import campaigns
from stages.campaigns import CampaignFileError

SMALL = Path(__file__).with_name("two_stage_campaign.toml").read_text(encoding="utf-8")


def read(tmp_path, text):
    path = tmp_path / "campaign.toml"
    path.write_text(text, encoding="utf-8")
    return campaigns.read(path)


def refusal_of(tmp_path, text):
    with pytest.raises(CampaignFileError) as refused:
        read(tmp_path, text)
    return refused.value.place, refused.value.reason


def replaced(old, new):
    assert SMALL.count(old) >= 1, f"the small campaign no longer says {old!r}"
    return SMALL.replace(old, new, 1)


WRONG = {
    # The form of single tables
    "unknown key at the top": ("[campaign]", "colour = 1\n[campaign]", "the file", "unknown key colour"),
    "unknown key": ("version = 1", "version = 1\ncolour = 1", "template", "unknown key colour"),
    "unknown key in a wording": (
        'zh = "方案是否明确", en',
        'fr = "Le plan", zh = "方案是否明确", en',
        "criterion plan.clear, wording",
        "unknown key fr",
    ),
    "missing key": ('code = "MEND"\n', "", "stage 2", "code is missing"),
    "wording without English": (
        '{ zh = "方案是否明确", en = "The plan is clear" }',
        '{ zh = "方案是否明确" }',
        "criterion plan.clear, wording",
        "no wording in en",
    ),
    "wording without Chinese": (
        '{ zh = "学习关", en = "Learning" }',
        '{ en = "Learning" }',
        "gate LEARNING, name",
        "no wording in zh",
    ),
    "empty wording": ('"The plan is clear"', '" "', "criterion plan.clear, wording", "en is empty"),
    "entry without English": (
        '{ code = "LAW", zh = "水法", en = "Water law" }',
        '{ code = "LAW", zh = "水法" }',
        "criterion learning.texts, entries LAW",
        "no wording in en",
    ),
    "wording as a text": (
        'name = { zh = "学习关", en = "Learning" }',
        'name = "学习关"',
        "gate LEARNING",
        "must be a table",
    ),
    "number as a text": ("threshold = 2\n", 'threshold = "2"\n', "criterion learning.days", "whole number"),
    "number below 1": ("threshold = 2\n", "threshold = 0\n", "criterion learning.days", "from 1, not 0"),
    "truth as a number": ("version = 1", "version = true", "template", "from 1, not True"),
    "date with a time": (
        "starts_on = 2019-06-01",
        "starts_on = 2019-06-01T08:00:00",
        "campaign",
        "without a time of day",
    ),
    "share above the whole": ("percent = 50", "percent = 150", "template, quorum", "not 150"),
    # Closed vocabularies
    "unknown subject": ('subject = "PLAN"', 'subject = "PLANS"', "group plan", "'PLANS' is none of"),
    "unknown kind": ('"JUDGEMENT"', '"OPINION"', "criterion plan.clear", "'OPINION' is none of"),
    "unknown exit": ('exit = "CLOSE"', 'exit = "END"', "stage MEND", "'END' is none of"),
    "unknown quantity": (
        '"DISCUSSIONS"',
        '"DISCUSION"',
        "criterion looking.discussions",
        "no quantity DISCUSION",
    ),
    "unknown inspection": (
        'kind = "CHECKLIST"',
        'kind = "INSPECTION"',
        "criterion learning.texts",
        "no inspection looks at LAW",
    ),
    # Nothing twice, no gap
    "criterion twice": (
        'code = "learning.texts"',
        'code = "learning.days"',
        "criteria",
        "code learning.days",
    ),
    "group twice": ('code = "look_back"\n', 'code = "exit"\n', "groups", "code exit"),
    "gate twice": ('code = "LOOKING"', 'code = "LEARNING"', "gates", "code LEARNING"),
    "stage twice": ('code = "MEND"', 'code = "LEARN_AND_LOOK"', "stages", "code LEARN_AND_LOOK"),
    "entry twice": (
        'code = "DUTIES"',
        'code = "LAW"',
        "criterion learning.texts",
        "code in entries LAW",
    ),
    "number left out": ("number = 2", "number = 3", "stages", "without a gap: [1, 3]"),
    "row twice": ("rows = [48]", "rows = [48, 48]", "criterion plan.clear", "none twice"),
    "no row": ("rows = [48]", "rows = []", "criterion plan.clear", "at least one number"),
    # Nothing that leads nowhere
    "gate without stage": (
        "stage = 1\n\n[[gate]]\norder = 2",
        "\n[[gate]]\norder = 2",
        "gate LEARNING",
        "names the stage",
    ),
    "gate of no stage": (
        "stage = 1\n\n[[gate]]\norder = 2",
        "stage = 9\n\n[[gate]]\norder = 2",
        "gate LEARNING",
        "no stage 9",
    ),
    "transition gate of a stage": (
        "is_transition = true",
        "is_transition = true\nstage = 1",
        "gate MOVING_ON",
        "names none",
    ),
    "no transition gate": ("is_transition = true", "stage = 1", "gates", "not 0"),
    "gate without criterion": ('gate = "LOOKING"', 'gate = "LEARNING"', "gate LOOKING", "has no criterion"),
    "criterion of no gate": (
        'gate = "LOOKING"',
        'gate = "LOKING"',
        "criterion looking.discussions",
        "no gate LOKING",
    ),
    "criterion of the transition gate": (
        'gate = "LOOKING"',
        'gate = "MOVING_ON"',
        "criterion looking.discussions",
        "EXIT criteria",
    ),
    "criterion of no group": ('group = "plan"', 'group = "plans"', "criterion plan.clear", "no group plans"),
    "criterion in a foreign group": (
        'group = "plan"',
        'group = "work"',
        "criterion plan.clear",
        "of subject GATE, not PLAN",
    ),
    "criterion of no stage": ("stage = [1, 2]", "stage = [1, 2, 3]", "criterion exit.earnest", "no stage 3"),
    "exit without stage": ("stage = [1, 2]\n", "", "criterion exit.earnest", "stage is missing"),
    "exit with a gate": (
        "stage = [1, 2]",
        'stage = [1, 2]\ngate = "LEARNING"',
        "criterion exit.earnest",
        "names no gate",
    ),
    "plan with a stage": (
        'group = "plan"',
        'group = "plan"\nstage = 1',
        "criterion plan.clear",
        "names no stage",
    ),
    "stage without exit criterion": (
        "stage = [1, 2]",
        "stage = 1",
        "stage MEND",
        "no criterion of subject EXIT",
    ),
    "group without criterion": (
        "[[criterion]]",
        '[[group]]\ncode = "g"\nsubject = "PLAN"\nname = { zh = "一", en = "g" }\n\n[[criterion]]',
        "group g",
        "has no criterion",
    ),
    # Kinds
    "quantity without threshold": ("threshold = 2\n", "", "criterion learning.days", "threshold is missing"),
    "quantity without unit": (
        'unit = { zh = "天", en = "days" }\n',
        "",
        "criterion learning.days",
        "unit is missing",
    ),
    "judgement with a threshold": (
        'kind = "JUDGEMENT"',
        'kind = "JUDGEMENT"\nthreshold = 2',
        "criterion plan.clear",
        "only a QUANTITY has threshold",
    ),
    "checklist without entries": (
        'kind = "JUDGEMENT"',
        'kind = "CHECKLIST"',
        "criterion plan.clear",
        "CHECKLIST has entries",
    ),
    "judgement with entries": (
        'kind = "CHECKLIST"',
        'kind = "JUDGEMENT"',
        "criterion learning.texts",
        "JUDGEMENT has no entries",
    ),
    "locked but not hard": (
        "hard = true\nlocked = true",
        "locked = true",
        "criterion learning.days",
        "a locked criterion is hard",
    ),
    # Counting
    "declared though counted": (
        "version = 1",
        'version = 1\nnot_yet_counted = ["DISCUSSIONS"]',
        "template",
        "DISCUSSIONS, which is counted",
    ),
    "declared though unasked": (
        "version = 1",
        'version = 1\nnot_yet_counted = ["TALKS"]',
        "template",
        "TALKS, for which no criterion asks",
    ),
    # Dates and exits
    "campaign ends early": ("ends_on = 2019-12-31", "ends_on = 2019-01-01", "campaign", "before it starts"),
    "stage outside the campaign": (
        "ends_on = 2019-11-30",
        "ends_on = 2020-01-30",
        "batch 1, stage 2",
        "no span within the campaign",
    ),
    "stages overlap": ("2019-09-01", "2019-08-31", "batch 1, stage 2", "before the one ahead"),
    "stage not planned": (
        "    { stage = 2, starts_on = 2019-09-01, ends_on = 2019-11-30 },\n",
        "",
        "batch 1",
        "every stage once",
    ),
    "close too early": (
        'exit = "NEXT_STAGE"',
        'exit = "CLOSE"',
        "stage LEARN_AND_LOOK",
        "must be NEXT_STAGE",
    ),
    "no close": ('exit = "CLOSE"', 'exit = "NEXT_STAGE"', "stage MEND", "must be CLOSE"),
}


@pytest.mark.parametrize(("old", "new", "place", "reason"), WRONG.values(), ids=WRONG.keys())
def test_it_refuses_with_place_and_reason(tmp_path, old, new, place, reason):
    found_place, found_reason = refusal_of(tmp_path, replaced(old, new))
    assert found_place == place
    assert reason in found_reason


def test_it_takes_the_small_campaign_as_it_stands(tmp_path):
    assert read(tmp_path, SMALL).campaign.code == "river-clean-2019"


def test_it_accepts_a_quantity_declared_as_not_yet_counted(tmp_path):
    text = replaced('"DISCUSSIONS"', '"WALKS"').replace("version = 1", 'version = 1\nnot_yet_counted = ["WALKS"]', 1)
    assert read(tmp_path, text).template.not_yet_counted == ("WALKS",)


def test_it_refuses_what_is_not_toml(tmp_path):
    place, _ = refusal_of(tmp_path, "campaign =")
    assert place == "campaign.toml"


def test_it_refuses_a_file_that_is_not_there(tmp_path):
    with pytest.raises(CampaignFileError, match="nowhere.toml"):
        campaigns.read(tmp_path / "nowhere.toml")
