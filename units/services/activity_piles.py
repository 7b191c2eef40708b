"""A pile worked off at once: the unit hands in, the team verifies and returns; each row by the act for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from django.utils.translation import gettext_lazy as _

from teams.exceptions import Invalid
from teams.models import User
from teams.services.texts import required
from units.enums import CheckChoice
from units.models import Activity
from units.services.activities import return_activity, submit_activity, verify_activity
from units.services.activity_figures import figures_of
from units.services.bulk import Row, one_by_one


@dataclass(frozen=True)
class Chosen:
    """An activity somebody has chosen, at the version that the page showed, and what is to become of it."""

    activity: Activity
    version: int
    choice: str = ""


def submit_each(*, chosen: Sequence[Chosen], acting_user: User) -> list[Row[Chosen]]:
    """Hand each in; a row that changed meanwhile, or still lacks something, is refused alone."""
    return one_by_one(chosen, partial(_submit, acting_user))


def check_each(*, chosen: Sequence[Chosen], remark: str, acting_user: User) -> list[Row[Chosen]]:
    """Verify or return each as it was chosen; one remark says to all that go back what is to be mended.

    The figures declared become the team's own only where somebody chose so for this very row (row 4).
    """
    if any(each.choice == CheckChoice.RETURN for each in chosen):
        required({"remark": remark}, _("Say what the unit is to correct."))
    return one_by_one(chosen, partial(_check, remark, acting_user))


def _submit(acting_user: User, chosen: Chosen) -> Activity:
    return submit_activity(activity_id=chosen.activity.pk, acting_user=acting_user, expected_version=chosen.version)


def _check(remark: str, acting_user: User, chosen: Chosen) -> Activity:
    which = {"activity_id": chosen.activity.pk, "expected_version": chosen.version}
    match chosen.choice:
        case CheckChoice.AS_DECLARED:
            figures = figures_of(chosen.activity)
            verified = {measure: figure.declared for measure, figure in figures.items()}
            return verify_activity(verified=verified, remark="", acting_user=acting_user, **which)
        case CheckChoice.RETURN:
            return return_activity(remark=remark, acting_user=acting_user, **which)
        case _:
            raise Invalid(choice=_("Choose what is to become of it."))
