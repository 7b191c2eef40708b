"""Words of entries: kept in both languages, said in the reader's."""

from datetime import date

import pytest
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from teams import canonical
from teams.wording import say, stored
from tests.teams.factories import TeamFactory


def kept(**details):
    return canonical.dumps(stored(details))


def test_names_and_labels_are_said_in_the_readers_language(db):
    words = kept(team=TeamFactory(number=3), what=_("Unit"), n=2)
    assert say("%(team)s %(what)s %(n)s", words) == "第3督导组 单位 2"
    with translation.override("en"):
        assert say("%(team)s %(what)s %(n)s", words) == "Supervision team 3 Unit 2"


def test_dates_are_said_as_the_reader_writes_them():
    words = kept(on=date(2005, 3, 1))
    assert say("%(on)s", words) == "2005年3月1日"
    with translation.override("en"):
        assert say("%(on)s", words) == "1 March 2005"


@pytest.mark.parametrize("text", ["2005-02-30", "2005-3-1", "0000-00-00", "２００５-０３-０１", "on 2005-03-01", ""])
def test_what_is_no_date_stays_as_it_was_written(text):
    assert say("%(text)s", kept(text=text)) == text
