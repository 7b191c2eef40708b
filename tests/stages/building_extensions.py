"""Askings for longer time, built through the services."""

from datetime import timedelta

from stages.enums import ExtensionReason
from stages.models import Extension
from stages.selectors.runs import current_run
from stages.services.extensions import ask_extension, opine_on_extension, permit_extension
from tests.cast import Cast
from units.models import Case

TEN_DAYS = timedelta(days=10)


def asked_longer(case: Case, cast: Cast, **given) -> Extension:
    """The secretary has asked for ten days more."""
    given.setdefault("asked_end", current_run(case).due_on + TEN_DAYS)
    given.setdefault("reason", ExtensionReason.MAKE_UP)
    given.setdefault("grounds", "集体学习尚缺6小时，拟集中补课。")
    given.setdefault("acting_user", cast.secretary)
    return ask_extension(case_id=case.pk, **given)


def supported(extension: Extension, cast: Cast, **given) -> Extension:
    """The team is for it."""
    given.setdefault("supported", True)
    given.setdefault("opinion", "坚持时间服从质量，同意延长。")
    given.setdefault("acting_user", cast.leader)
    given.setdefault("expected_version", extension.version)
    return opine_on_extension(extension_id=extension.pk, **given)


def permitted(extension: Extension, cast: Cast, **given) -> Extension:
    """The leading group permits what was asked."""
    given.setdefault("permitted_end", extension.asked_end)
    given.setdefault("acting_user", cast.director)
    given.setdefault("expected_version", extension.version)
    return permit_extension(extension_id=extension.pk, **given)
