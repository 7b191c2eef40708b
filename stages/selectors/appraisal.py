"""What the team recorded of the later stages, as pages read it."""

from django.db.models import QuerySet

from stages.models import OnSiteGuidance, SelfAnalysisSampling, Survey
from units.models import Case


def samplings_of(case: Case) -> QuerySet[SelfAnalysisSampling]:
    """Self-analyses read on the spot, newest first."""
    return SelfAnalysisSampling.objects.filter(case=case).select_related("sampled_by")


def guidances_of(case: Case) -> QuerySet[OnSiteGuidance]:
    """Every selection of the leadership for guidance, newest first."""
    return OnSiteGuidance.objects.filter(case=case).select_related("selected_by", "settled_by")


def surveys_of(case: Case) -> QuerySet[Survey]:
    """Every survey of the case, newest first."""
    return Survey.objects.filter(run__case=case).select_related("run__stage__template", "recorded_by")
