"""All acts of the model."""

from tests.machine import (
    activity_acts,
    case_acts,
    draft_acts,
    finding_acts,
    gate_acts,
    mandate_acts,
    plan_acts,
    request_acts,
)
from tests.machine.acting import ACTS

MODULES = (activity_acts, case_acts, draft_acts, finding_acts, gate_acts, mandate_acts, plan_acts, request_acts)
__all__ = ["ACTS", "MODULES"]
