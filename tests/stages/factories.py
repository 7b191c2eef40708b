"""Rows of stages for tests."""

from functools import cache
from pathlib import Path

from stages import campaigns
from stages.models import Template
from stages.services.campaigns import load_campaign

ADVANCED_NATURE = Path(campaigns.__file__).parent / "advanced_nature_2005.toml"
TWO_STAGES = Path(__file__).parent / "two_stage_campaign.toml"


@cache
def campaign_file(path: Path = ADVANCED_NATURE) -> campaigns.CampaignFile:
    """A campaign file, read once per run."""
    return campaigns.read(path)


def load(path: Path = ADVANCED_NATURE) -> Template:
    return load_campaign(campaign_file(path))
