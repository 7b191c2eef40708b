"""Where sequences begin: cases that have come a part of the way, each by acts of the model."""

from pathlib import Path

SMALL = Path(__file__).parent / "small_campaign.toml"

ENTER = [("enter", "leader"), ("fill", "liaison"), ("confirm", "member")]
PLANNED = [*ENTER, ("draft_plan", "liaison"), ("hand_in_plan", "secretary")]
PASSED = [*PLANNED, ("pass_plan", "leader"), ("record_activity", "liaison"), ("hand_in_activity", "liaison")]
RIPE = [*PASSED, ("verify_activity", "member"), ("judge_learning_well", "leader"), ("look_back", "liaison")]
ASKED = [*RIPE, ("draft_request", "liaison"), ("hand_in_request", "secretary")]
ON_THE_DESK = [*ASKED, ("recommend_request", "leader")]
MENDED = [("draft_mending_plan", "liaison"), ("hand_in_plan", "secretary"), ("pass_plan", "leader")]
SECOND = [
    *(*ON_THE_DESK, ("approve", "director"), *MENDED),
    *(("judge_mending_well", "leader"), ("look_back", "secretary")),
]
SECOND_ON_THE_DESK = [
    *SECOND,
    ("draft_request", "secretary"),
    ("hand_in_request", "secretary"),
    ("recommend_request", "leader"),
]
CLOSED = [*SECOND_ON_THE_DESK, ("approve", "director")]


def play(scene, acts):
    """Do each act, on the latest row of its kind."""
    for name, by in acts:
        scene.do(name, by)
