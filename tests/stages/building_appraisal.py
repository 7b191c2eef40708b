"""What the team records of the later stages, built through the services."""

from stages.enums import Grade, SurveyMethod
from stages.models import OnSiteGuidance, SelfAnalysisSampling, Survey
from stages.services.guidance import record_guidance, select_for_guidance
from stages.services.samplings import record_sampling
from stages.services.surveys import Counts, record_survey
from teams import clock
from tests.cast import Cast
from units.models import Case

EIGHTY = Counts(issued=110, returned=100, satisfied=50, fairly_satisfied=30, basically_satisfied=15, not_satisfied=5)


def sampled(case: Case, cast: Cast, **given) -> SelfAnalysisSampling:
    """Thirty papers were read, nine of them sent back."""
    given.setdefault("sampled_on", clock.today())
    given.setdefault("sampled", 30)
    given.setdefault("sent_back", 9)
    given.setdefault("depth", Grade.FAIR)
    given.setdefault("acting_user", cast.member)
    return record_sampling(case_id=case.pk, **given)


def selected(case: Case, cast: Cast, **given) -> OnSiteGuidance:
    """The leadership is selected for guidance."""
    given.setdefault("reason", "班子内部相互批评不够。")
    given.setdefault("acting_user", cast.leader)
    return select_for_guidance(case_id=case.pk, **given)


def guided(guidance: OnSiteGuidance, cast: Cast, **given) -> OnSiteGuidance:
    """Two of the team were at the meeting."""
    given.setdefault("expected_version", guidance.version)
    given.setdefault("held_on", clock.today())
    given.setdefault("team_present", 2)
    given.setdefault("evaluation", "问题找得准，相互批评认真。")
    given.setdefault("acting_user", cast.member)
    return record_guidance(guidance_id=guidance.pk, **given)


def surveyed(case: Case, cast: Cast, **given) -> Survey:
    """Eighty per cent are satisfied or fairly so."""
    given.setdefault("held_on", clock.today())
    given.setdefault("method", SurveyMethod.MEETING)
    given.setdefault("counts", EIGHTY)
    given.setdefault("acting_user", cast.member)
    return record_survey(case_id=case.pk, **given)
