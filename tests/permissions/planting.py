"""Canary words: every free text of a case is given one that names it, by walking the models, so that none is forgotten.

A text that is empty stays empty: what nobody wrote must be written first, by the acts (`building_stories`).
"""

from collections.abc import Callable, Iterator, Sequence

from django.apps import apps
from django.db.models import CharField, Field, JSONField, Model, Q, QuerySet, TextField

from units.models import Case

CANARY = "金丝雀"
HOUSE = ("teams", "units", "stages", "reports")

# What is no free text of a case, and why.
NOT_OF_A_CASE = {
    "teams.Campaign": "everybody's",
    "teams.Batch": "everybody's",
    "teams.Team": "the campaign's list of teams",
    "teams.ActivationCode": "a hash",
    "teams.Job": "ids and a traceback; no page reads them",
    "teams.AuditEntry": "written by the acts, whose words are canaries; cannot be changed",
    "teams.Notification": "written by the acts, whose words are canaries",
    "teams.StoredFile.extension": "of an accepted list",
    "teams.StoredFile.content_type": "of an accepted list",
    "teams.StoredFile.sha256": "a hash",
    "teams.User.username": "for logging in; no page of a case shows it",
    "teams.User.password": "a hash",
    "units.Unit.code": "the register's own number",
    "units.Unit.path": "ids",
    "units.Case.holder_reason": "a kind",
    "units.NumberSeries": "an organ's code",
    "units.Todo": "kinds and ids",
    "units.Document.snapshot": "frozen; made of the texts by the acts",
    "units.Document.snapshot_sha256": "a hash",
    "units.Document.sha256": "a hash",
    "units.Document.engine": "versions of the renderer",
    "stages.Finding.client_digest": "a hash",
    "stages.Decision.document_sha256": "a hash",
    "stages.GateAssessmentItem.ticked": "codes of the template",
    "stages.PlanReviewItem.ticked": "codes of the template",
    "stages.Stage": "the campaign's",
    "stages.Gate": "the campaign's",
    "stages.Criterion": "the campaign's",
}
# What no act writes yet. As soon as a service names it, it must go from here and be written by a story.
UNWRITTEN = ()

# What no foreign key ties to the case.
OTHERWISE: dict[str, Callable[[Sequence[Case]], Q]] = {
    "teams.Delegation": lambda cases: Q(membership__team__assignments__case__in=cases),
    "units.UnitDelegation": lambda cases: Q(membership__unit__cases__in=cases),
    "teams.Meeting": lambda cases: Q(decisions__case__in=cases),
    "teams.StoredFile": lambda cases: Q(case_file__case__in=cases) | Q(document__case__in=cases),
    "teams.User": lambda cases: Q(unit_memberships__unit__cases__in=cases),
    "units.Unit": lambda cases: Q(cases__in=cases),
}


def label_of(model: type[Model], field: Field | None = None) -> str:
    return model._meta.label + (f".{field.name}" if field else "")


def free_texts() -> Iterator[tuple[type[Model], Field]]:
    """Every field in which somebody may write what he likes, of a case or not."""
    for app in HOUSE:
        for model in apps.get_app_config(app).get_models():
            for field in model._meta.concrete_fields:
                if isinstance(field, (CharField, TextField, JSONField)) and not getattr(field, "choices", None):
                    yield model, field


def is_listed(listed: Sequence[str] | dict[str, str], model: type[Model], field: Field) -> bool:
    """Whether the field or its whole model stands on a list."""
    return label_of(model) in listed or label_of(model, field) in listed


def rows_of(model: type[Model], cases: Sequence[Case]) -> QuerySet:
    """The rows of `cases`; LookupError for a model of which nobody has said how it hangs on a case."""
    rows = model._default_manager.all()
    if model is Case:
        return rows.filter(pk__in=[case.pk for case in cases])
    if label_of(model) in OTHERWISE:
        return rows.filter(pk__in=rows.filter(OTHERWISE[label_of(model)](cases)).values("pk"))
    path = _way_to_case(model)
    if path is None:
        raise LookupError(f"How does {label_of(model)} hang on a case? Say so in planting.OTHERWISE.")
    return rows.filter(**{f"{path}__in": cases})


def _way_to_case(model: type[Model]) -> str | None:
    """The shortest chain of foreign keys that no row is without."""
    waiting, seen = [(model, "")], {model}
    while waiting:
        here, path = waiting.pop(0)
        for field in here._meta.concrete_fields:
            target = None if field.null else field.related_model
            if target is Case:
                return f"{path}{field.name}"
            if target and target not in seen and target._meta.app_label in ("units", "stages"):
                seen.add(target)
                waiting.append((target, f"{path}{field.name}__"))
    return None


def plant(cases: Sequence[Case]) -> dict[str, int]:
    """Give every text of `cases` its canary; how many rows of each text have one now."""
    return {
        label_of(model, field): planted(rows_of(model, cases), field.name)
        for model, field in free_texts()
        if not is_listed(NOT_OF_A_CASE, model, field) and not is_listed(UNWRITTEN, model, field)
    }


def planted(rows: QuerySet, name: str, word: str = CANARY) -> int:
    """Replace what is written in one field of `rows` by `word` with the field's name."""
    field = rows.model._meta.get_field(name)
    text = f"{word} {label_of(rows.model, field)}"[: field.max_length]
    return rows.exclude(**{name: ""}).update(**{name: text})
