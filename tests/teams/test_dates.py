"""Dates on pages are written as offices write them, in both languages."""

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.utils import translation

from teams import clock
from teams.templatetags.dates import day, moment, weekday


@pytest.fixture(autouse=True)
def the_tenth_of_march():
    with clock.set_to(datetime(2005, 3, 10, 1, 0, tzinfo=UTC)):
        yield


@pytest.mark.parametrize(("language", "written"), [("zh-hans", "3月4日"), ("en", "4 Mar")], ids=["Chinese", "English"])
def test_it_leaves_out_this_year(language, written):
    with translation.override(language):
        assert day(date(2005, 3, 4)) == written


@pytest.mark.parametrize(
    ("language", "written"),
    [("zh-hans", "2004年12月28日"), ("en", "28 December 2004")],
    ids=["Chinese", "English"],
)
def test_it_says_any_other_year(language, written):
    with translation.override(language):
        assert day(date(2004, 12, 28)) == written


def test_it_takes_moments_in_the_time_zone_of_the_office():
    late = datetime(2005, 3, 4, 16, 20, tzinfo=UTC)
    with translation.override("zh-hans"):
        assert moment(late) == "3月5日 00:20"
        assert day(late) == "3月5日"


def test_it_names_the_day_of_the_week():
    with translation.override("zh-hans"):
        assert weekday(date(2005, 3, 10)) == "星期四"


@pytest.mark.parametrize("write", [day, moment, weekday])
def test_it_writes_nothing_for_no_date(write):
    assert write(None) == ""


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_it_fills_a_date_input_with_what_browsers_take(language):
    class Meeting(forms.Form):
        held_on = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))

    with translation.override(language):
        assert 'value="2005-03-04"' in str(Meeting(initial={"held_on": date(2005, 3, 4)})["held_on"])
