"""Loading a campaign from its file: rows for what the file says, frozen once a case has entered under it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stages.campaigns import CampaignFile, CriterionSpec, Entry
from stages.enums import Act
from stages.models import Criterion, Gate, Stage, StageSchedule, Template
from teams import audit, clock
from teams.exceptions import Conflict
from teams.models import Batch, Campaign, User


@transaction.atomic
def load_campaign(file: CampaignFile, *, acting_user: User | None = None) -> Template:
    """Make the campaign, its batches and this version of its template; a version is loaded once.

    Raises `Conflict` for a version that is there already, and for one that softens a locked criterion of an
    earlier version (rows 57-59).
    """
    campaign = _campaign(file)
    if Template.objects.filter(campaign=campaign, version=file.template.version).exists():
        raise Conflict(_("This version of the campaign's template is loaded already."))
    _require_locked_kept(campaign, file)
    spec = file.template
    template = Template.objects.create(
        campaign=campaign,
        version=spec.version,
        quorum_percent=spec.quorum_percent,
        quorum_minimum=spec.quorum_minimum,
        day_minutes=spec.day_minutes,
        early_recording=spec.early_recording,
        created_at=clock.now(),
    )
    stages = _stages(template, file)
    gates = _gates(template, file, stages)
    _schedules(campaign, file, stages)
    _criteria(template, file, stages, gates)
    audit.record(acting_user, Act.CAMPAIGN_LOADED, template, campaign=campaign, version=spec.version)
    return template


def freeze(template: Template) -> None:
    """From the first entry on, nothing of this version changes."""
    Template.objects.filter(pk=template.pk, frozen_at=None).update(frozen_at=clock.now())


def _campaign(file: CampaignFile) -> Campaign:
    spec = file.campaign
    campaign, _created = Campaign.objects.get_or_create(
        code=spec.code,
        defaults={
            "name_zh": spec.name.zh,
            "name_en": spec.name.en,
            "leading_group_zh": spec.leading_group.zh,
            "leading_group_en": spec.leading_group.en,
            "office_zh": spec.office.zh,
            "office_en": spec.office.en,
            "issuing_mark": spec.issuing_mark,
            "starts_on": spec.starts_on,
            "ends_on": spec.ends_on,
        },
    )
    for batch in file.batches:
        Batch.objects.get_or_create(
            campaign=campaign,
            number=batch.number,
            defaults={"name_zh": batch.name.zh, "name_en": batch.name.en},
        )
    return campaign


def _require_locked_kept(campaign: Campaign, file: CampaignFile) -> None:
    """What is locked in an earlier version stands in the new one, as hard and at least as high."""
    locked = Criterion.objects.filter(template__campaign=campaign, locked=True)
    offered = {criterion.code: criterion for criterion in file.criteria}
    for criterion in locked:
        new = offered.get(criterion.code)
        if new is None or not new.locked or (new.threshold or 0) < (criterion.threshold or 0):
            raise Conflict(
                _("“%(wording)s” is locked: a new version may not soften or drop it.") % {"wording": criterion.wording}
            )


def _stages(template: Template, file: CampaignFile) -> dict[int, Stage]:
    return {
        spec.number: Stage.objects.create(
            template=template,
            number=spec.number,
            code=spec.code,
            name_zh=spec.name.zh,
            name_en=spec.name.en,
            transition_zh=spec.transition.zh,
            transition_en=spec.transition.en,
            closes_case=spec.exit == "CLOSE",
        )
        for spec in file.stages
    }


def _gates(template: Template, file: CampaignFile, stages: dict[int, Stage]) -> dict[str, Gate]:
    return {
        spec.code: Gate.objects.create(
            template=template,
            stage=stages[spec.stage] if spec.stage is not None else None,
            order=spec.order,
            code=spec.code,
            name_zh=spec.name.zh,
            name_en=spec.name.en,
            is_transition=spec.is_transition,
        )
        for spec in file.gates
    }


def _schedules(campaign: Campaign, file: CampaignFile, stages: dict[int, Stage]) -> None:
    batches = {batch.number: batch for batch in Batch.objects.filter(campaign=campaign)}
    StageSchedule.objects.bulk_create(
        StageSchedule(
            batch=batches[batch.number],
            stage=stages[schedule.stage],
            starts_on=schedule.starts_on,
            ends_on=schedule.ends_on,
        )
        for batch in file.batches
        for schedule in batch.schedule
    )


def _criteria(template: Template, file: CampaignFile, stages: dict[int, Stage], gates: dict[str, Gate]) -> None:
    """One row per criterion, and one per stage for what several stages ask."""
    Criterion.objects.bulk_create(
        _criterion(template, spec, stages.get(number) if number else None, gates.get(spec.gate or ""))
        for spec in file.criteria
        for number in (spec.stages or (0,))
    )


def _criterion(template: Template, spec: CriterionSpec, stage: Stage | None, gate: Gate | None) -> Criterion:
    return Criterion(
        template=template,
        subject=spec.subject,
        stage=stage,
        gate=gate,
        code=spec.code,
        order=spec.order,
        kind=spec.kind,
        group_code=spec.group.code,
        group_zh=spec.group.name.zh,
        group_en=spec.group.name.en,
        wording_zh=spec.wording.zh,
        wording_en=spec.wording.en,
        help_zh=spec.help.zh if spec.help else "",
        help_en=spec.help.en if spec.help else "",
        entries=[_entry(entry) for entry in spec.entries],
        quantity=spec.quantity,
        threshold=spec.threshold,
        shown_per=spec.shown_per,
        unit_zh=spec.unit.zh if spec.unit else "",
        unit_en=spec.unit.en if spec.unit else "",
        hard=spec.hard,
        locked=spec.locked,
        rows=list(spec.rows),
    )


def _entry(entry: Entry) -> dict[str, str]:
    return {"code": entry.code, "zh": entry.wording.zh, "en": entry.wording.en}
