"""What has to hold after every act: the rows stand as the model says, and so do the duties that follow from them."""

from stages.models import LookBack, StageRun
from tests.machine.replaying import replayed, standing
from tests.stages.deriving_todos import check_findings, check_road


def agree(scene):
    """The states of all rows, the stages, entry and close."""
    model, case = scene.model, scene.case
    found: dict[str, dict[int, str]] = {}
    for (label, pk), state in standing(case).items():
        found.setdefault(label, {})[pk] = state
    runs = {run.stage.number: run.state for run in StageRun.objects.filter(case=case).select_related("stage")}
    assert runs == model.runs
    for label, things in LISTS.items():
        assert found.get(label, {}) == {
            thing.pk: "TAKEN_BACK" if thing.taken_back else thing.state for thing in getattr(model, things)
        }, label
    assert (case.entered_on is not None, case.closed_on is not None) == (model.entered, model.closed)
    looked_back = LookBack.objects.filter(run__case=case).values_list("run__stage__number", flat=True)
    assert set(looked_back) == model.looked_back
    profile = "CONFIRMED" if case.profile_confirmed_at else "FILLED" if case.profile_filled_at else ""
    assert profile == model.profile


LISTS = {
    "units.planversion": "plans",
    "units.activity": "activities",
    "stages.finding": "findings",
    "stages.rectification": "measures",
    "stages.gateassessment": "rounds",
    "stages.makeuptask": "tasks",
    "stages.transitionrequest": "requests",
    "stages.extension": "extensions",
    "stages.onsiteguidance": "guidances",
}


def duties_follow(scene):
    """Open to-dos and holder are what the rows ask for."""
    case = scene.case
    check_road(case)
    check_findings(case)


def ledger_explains(scene):
    """The entries of the case, replayed, give every state."""
    case = scene.case
    told, stands = replayed(case), standing(case)
    assert told == stands, {row: (told.get(row), stands.get(row)) for row in told.keys() | stands.keys()}
