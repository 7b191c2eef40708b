"""Campaigns as data: one TOML file describes a whole campaign, `read` checks it and hands it over.

`advanced_nature_2005.toml` shows and explains the format. Nothing here touches the database.
"""

from stages.campaigns.reader import read
from stages.campaigns.specs import (
    BatchSpec,
    CampaignFile,
    CampaignSpec,
    CriterionSpec,
    Entry,
    Exit,
    GateSpec,
    GroupSpec,
    ReasonListSpec,
    ScheduleSpec,
    StageSpec,
    TemplateSpec,
    Wording,
)
from stages.campaigns.tables import CampaignFileError

__all__ = [
    "BatchSpec",
    "CampaignFile",
    "CampaignFileError",
    "CampaignSpec",
    "CriterionSpec",
    "Entry",
    "Exit",
    "GateSpec",
    "GroupSpec",
    "ReasonListSpec",
    "ScheduleSpec",
    "StageSpec",
    "TemplateSpec",
    "Wording",
    "read",
]
