"""What the tables of a campaign file say of each other: nothing twice, nothing that leads nowhere, no gap."""

from itertools import pairwise

from stages.campaigns.specs import BatchSpec, CampaignFile, Exit
from stages.campaigns.tables import CampaignFileError, refuse_twins
from stages.enums import Counted, Subject
from units.enums import Quantity


def check_references(file: CampaignFile) -> None:
    """Raises `CampaignFileError` at the first contradiction."""
    _check_numbering(file)
    _check_stages(file)
    _check_gates(file)
    _check_dates(file)
    _check_criteria(file)
    _check_quantities(file)
    refuse_twins("reason lists", "code", [reasons.code for reasons in file.reason_lists])


def _check_numbering(file: CampaignFile) -> None:
    for place, numbers in (
        ("batches", [batch.number for batch in file.batches]),
        ("stages", [stage.number for stage in file.stages]),
        ("gates", [gate.order for gate in file.gates]),
    ):
        if not numbers or numbers != list(range(1, len(numbers) + 1)):
            raise CampaignFileError(place, f"are not numbered 1, 2, 3 … without a gap: {numbers}")


def _check_stages(file: CampaignFile) -> None:
    refuse_twins("stages", "code", [stage.code for stage in file.stages])
    for stage in file.stages:
        place = f"stage {stage.code}"
        due = Exit.CLOSE if stage is file.stages[-1] else Exit.NEXT_STAGE
        if stage.exit != due:
            raise CampaignFileError(place, f"its exit must be {due.value}, not {stage.exit.value}")
        if not any(c.subject is Subject.EXIT and stage.number in c.stages for c in file.criteria):
            raise CampaignFileError(place, "has no criterion of subject EXIT")


def _check_gates(file: CampaignFile) -> None:
    transitions = [gate.code for gate in file.gates if gate.is_transition]
    if len(transitions) != 1:
        raise CampaignFileError("gates", f"exactly one is the transition gate, not {len(transitions)}")
    for gate in file.gates:
        if gate.stage is not None:
            _require_stage(file, f"gate {gate.code}", gate.stage)
        if not gate.is_transition and not any(criterion.gate == gate.code for criterion in file.criteria):
            raise CampaignFileError(f"gate {gate.code}", "has no criterion")


def _check_dates(file: CampaignFile) -> None:
    first, last = file.campaign.starts_on, file.campaign.ends_on
    if last < first:
        raise CampaignFileError("campaign", f"ends on {last}, before it starts on {first}")
    for batch in file.batches:
        _check_schedule(file, batch)
        for line in batch.schedule:
            if not first <= line.starts_on <= line.ends_on <= last:
                raise CampaignFileError(
                    f"batch {batch.number}, stage {line.stage}",
                    f"{line.starts_on} to {line.ends_on} is no span within the campaign",
                )


def _check_schedule(file: CampaignFile, batch: BatchSpec) -> None:
    place = f"batch {batch.number}"
    if [line.stage for line in batch.schedule] != [stage.number for stage in file.stages]:
        raise CampaignFileError(place, "its schedule names every stage once, in their order")
    for earlier, later in pairwise(batch.schedule):
        if later.starts_on <= earlier.ends_on:
            raise CampaignFileError(f"{place}, stage {later.stage}", "starts before the one ahead of it has ended")


def _check_criteria(file: CampaignFile) -> None:
    refuse_twins("criteria", "code", [criterion.code for criterion in file.criteria])
    for criterion in file.criteria:
        for number in criterion.stages:
            _require_stage(file, f"criterion {criterion.code}", number)
    used = {criterion.group.code for criterion in file.criteria}
    for group in file.groups:
        if group.code not in used:
            raise CampaignFileError(f"group {group.code}", "has no criterion")


def _check_quantities(file: CampaignFile) -> None:
    """A misspelt quantity would never be reached: each is counted by the software or declared as not yet."""
    counted = (*Quantity.values, *Counted.values)
    later = file.template.not_yet_counted
    refuse_twins("template", "not_yet_counted", list(later))
    asked = {criterion.quantity for criterion in file.criteria if criterion.quantity}
    for code in later:
        if code in counted:
            raise CampaignFileError("template", f"not_yet_counted names {code}, which is counted")
        if code not in asked:
            raise CampaignFileError("template", f"not_yet_counted names {code}, for which no criterion asks")
    if Counted.RECTIFICATION_PLAN_PASSED in asked and not any(
        criterion.subject is Subject.RECTIFICATION_PLAN for criterion in file.criteria
    ):
        raise CampaignFileError(
            "criteria", "a rectification plan is asked for, and nothing says what it is reviewed by"
        )
    for criterion in file.criteria:
        if criterion.quantity and criterion.quantity not in (*counted, *later):
            place = f"criterion {criterion.code}"
            raise CampaignFileError(place, f"there is no quantity {criterion.quantity}")


def _require_stage(file: CampaignFile, place: str, number: int) -> None:
    if number not in [stage.number for stage in file.stages]:
        raise CampaignFileError(place, f"there is no stage {number}")
