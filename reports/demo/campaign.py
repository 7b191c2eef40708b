"""The campaign of the demo: the one of 2005, with every date in our days."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reports.demo.days import Days
from stages import campaigns
from stages.campaigns import BatchSpec, CampaignFile
from stages.models import Template
from stages.services.campaigns import load_campaign

FILE = Path(campaigns.__file__).parent / "advanced_nature_2005.toml"


def load(days: Days) -> Template:
    """Load the campaign as if it were held now."""
    return load_campaign(shifted(campaigns.read(FILE), days))


def shifted(file: CampaignFile, days: Days) -> CampaignFile:
    """The same campaign at another time."""
    campaign = replace(
        file.campaign,
        starts_on=days.shifted(file.campaign.starts_on),
        ends_on=days.shifted(file.campaign.ends_on),
    )
    return replace(file, campaign=campaign, batches=tuple(_shifted_batch(batch, days) for batch in file.batches))


def _shifted_batch(batch: BatchSpec, days: Days) -> BatchSpec:
    return replace(
        batch,
        schedule=tuple(
            replace(each, starts_on=days.shifted(each.starts_on), ends_on=days.shifted(each.ends_on))
            for each in batch.schedule
        ),
    )
