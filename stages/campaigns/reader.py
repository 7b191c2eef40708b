"""From the file to a `CampaignFile`: each table by itself; `references` holds them against each other."""

import tomllib
from pathlib import Path

from stages.campaigns.criteria import criterion_of, group_of
from stages.campaigns.references import check_references
from stages.campaigns.specs import (
    BatchSpec,
    CampaignFile,
    CampaignSpec,
    Exit,
    GateSpec,
    ReasonListSpec,
    ScheduleSpec,
    StageSpec,
    TemplateSpec,
)
from stages.campaigns.tables import CampaignFileError, Table, closed, refuse_twins


def read(path: Path) -> CampaignFile:
    """The campaign that a TOML file describes.

    Raises `CampaignFileError`, naming place and reason, for whatever is not TOML, missing, unknown, doubled,
    or leads nowhere, and for a locked criterion that is not hard.
    """
    try:
        with path.open("rb") as stream:
            values = tomllib.load(stream)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CampaignFileError(path.name, str(error)) from error
    with closed(Table(values, "")) as root:
        file = _campaign_file_of(root)
    check_references(file)
    return file


def _campaign_file_of(root: Table) -> CampaignFile:
    stages = tuple(_stage_of(table) for table in root.tables("stage"))
    gates = tuple(_gate_of(table) for table in root.tables("gate"))
    groups = tuple(group_of(table) for table in root.tables("group"))
    # Twins first: what is found by its code below must be found once.
    refuse_twins("gates", "code", [gate.code for gate in gates])
    refuse_twins("groups", "code", [group.code for group in groups])
    gates_by_code = {gate.code: gate for gate in gates}
    groups_by_code = {group.code: group for group in groups}
    return CampaignFile(
        campaign=_campaign_of(root.table("campaign")),
        template=_template_of(root.table("template")),
        batches=tuple(_batch_of(table) for table in root.tables("batch")),
        stages=stages,
        gates=gates,
        groups=groups,
        criteria=tuple(
            criterion_of(table, order, groups=groups_by_code, gates=gates_by_code)
            for order, table in enumerate(root.tables("criterion"), 1)
        ),
        reason_lists=tuple(_reason_list_of(table) for table in root.tables("reason_list")),
    )


def _campaign_of(table: Table) -> CampaignSpec:
    with closed(table):
        return CampaignSpec(
            code=table.text("code"),
            name=table.wording("name"),
            leading_group=table.wording("leading_group"),
            office=table.wording("office"),
            issuing_mark=table.text("issuing_mark"),
            starts_on=table.day("starts_on"),
            ends_on=table.day("ends_on"),
        )


def _template_of(table: Table) -> TemplateSpec:
    with closed(table), closed(table.table("quorum")) as quorum:
        percent = quorum.whole("percent")
        if percent > 100:
            raise quorum.refuse(f"percent is a share of the team, not {percent}")
        return TemplateSpec(
            version=table.whole("version"),
            quorum_percent=percent,
            quorum_minimum=quorum.whole("minimum"),
            day_minutes=table.whole("day_minutes"),
            early_recording=table.flag("early_recording"),
            not_yet_counted=table.texts("not_yet_counted"),
        )


def _batch_of(table: Table) -> BatchSpec:
    with closed(table):
        return BatchSpec(
            number=table.whole("number"),
            name=table.wording("name"),
            schedule=tuple(_schedule_of(line) for line in table.tables("schedule")),
        )


def _schedule_of(table: Table) -> ScheduleSpec:
    with closed(table):
        return ScheduleSpec(stage=table.whole("stage"), starts_on=table.day("starts_on"), ends_on=table.day("ends_on"))


def _stage_of(table: Table) -> StageSpec:
    with closed(table):
        return StageSpec(
            number=table.whole("number"),
            code=table.text("code"),
            name=table.wording("name"),
            transition=table.wording("transition"),
            exit=table.choice("exit", Exit),
        )


def _gate_of(table: Table) -> GateSpec:
    with closed(table):
        is_transition = table.flag("is_transition")
        if is_transition and table.has("stage"):
            raise table.refuse("the transition gate stands at the end of every stage and names none")
        if not is_transition and not table.has("stage"):
            raise table.refuse("a gate names the stage in which it is judged")
        return GateSpec(
            order=table.whole("order"),
            code=table.text("code"),
            name=table.wording("name"),
            stage=None if is_transition else table.whole("stage"),
            is_transition=is_transition,
        )


def _reason_list_of(table: Table) -> ReasonListSpec:
    with closed(table):
        entries = table.entries("entries")
        if not entries:
            raise table.refuse("a list of reasons has entries")
        return ReasonListSpec(table.text("code"), table.wording("name"), entries, table.wholes("rows"))
