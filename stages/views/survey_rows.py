"""Surveys as the transition tab shows them, each with the share that counts as satisfied."""

from __future__ import annotations

from dataclasses import dataclass

from stages.models import Survey
from stages.rules.surveys import satisfaction
from stages.selectors.appraisal import surveys_of
from units.models import Case


@dataclass(frozen=True)
class SurveyRow:
    """One survey, and per cent satisfied as its template counts."""

    survey: Survey
    satisfied: int


def survey_rows(case: Case) -> list[SurveyRow]:
    """Every survey of the case, newest first: one query."""
    return [
        SurveyRow(survey, satisfaction(survey, basic=survey.run.stage.template.basic_is_satisfied))
        for survey in surveys_of(case)
    ]
