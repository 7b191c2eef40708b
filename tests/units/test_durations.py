"""Minutes as people read and write them."""

import pytest
from django.core.exceptions import ValidationError

from units.forms.durations import MinutesField
from units.templatetags.durations import duration


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(None, "—"), (0, "0 分钟"), (45, "45 分钟"), (60, "1 小时"), (150, "2 小时 30 分钟"), (2399, "39 小时 59 分钟")],
)
def test_it_is_said_in_hours_and_minutes_and_never_rounded(minutes, said):
    assert duration(minutes).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("", None), ("0", 0), ("210", 210), ("3:30", 210), ("３：３０", 210), ("-5", -5), ("25:00", 1500)],
)
def test_it_is_read_as_people_write_it(typed, minutes):
    """Whether the figure can be is for the rule to say, in the same words wherever it was entered."""
    assert MinutesField(required=False).clean(typed) == minutes


@pytest.mark.parametrize("typed", ["3.5", "3h", "三小时", "3:60", "3:5", "1e3", "9" * 12, "1 0"])
def test_anything_else_is_refused(typed):
    with pytest.raises(ValidationError):
        MinutesField(required=False).clean(typed)
