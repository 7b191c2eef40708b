"""Groups and criteria of a campaign file: what each subject and kind needs, and what it must not have."""

from collections.abc import Mapping

from stages.campaigns.specs import CriterionSpec, Entry, GateSpec, GroupSpec
from stages.campaigns.tables import Table, closed
from stages.enums import CriterionKind, InspectionKind, Subject

WITH_ENTRIES = (CriterionKind.CHECKLIST, CriterionKind.INSPECTION)
OF_A_QUANTITY = ("quantity", "threshold", "unit", "shown_per")


def group_of(table: Table) -> GroupSpec:
    with closed(table):
        return GroupSpec(table.text("code"), table.choice("subject", Subject), table.wording("name"))


def criterion_of(
    table: Table, order: int, *, groups: Mapping[str, GroupSpec], gates: Mapping[str, GateSpec]
) -> CriterionSpec:
    """The criterion, with its group and its gate's stage looked up; `order` is its place in the file."""
    with closed(table):
        subject = table.choice("subject", Subject)
        kind = table.choice("kind", CriterionKind)
        gate = _gate_of(table, subject, gates)
        is_quantity = _is_quantity(table, kind)
        return CriterionSpec(
            code=table.text("code"),
            order=order,
            subject=subject,
            stages=_stages_of(table, subject, gate),
            gate=gate.code if gate else None,
            group=_group_of(table, subject, groups),
            kind=kind,
            wording=table.wording("wording"),
            help=table.wording("help") if table.has("help") else None,
            entries=_entries_of(table, kind),
            quantity=table.text("quantity") if is_quantity else "",
            threshold=table.whole("threshold") if is_quantity else None,
            unit=table.wording("unit") if is_quantity else None,
            shown_per=table.whole("shown_per") if table.has("shown_per") else 1,
            hard=table.flag("hard"),
            locked=_locked(table),
            rows=table.wholes("rows"),
        )


def _group_of(table: Table, subject: Subject, groups: Mapping[str, GroupSpec]) -> GroupSpec:
    code = table.text("group")
    group = groups.get(code)
    if group is None:
        raise table.refuse(f"there is no group {code}")
    if group.subject != subject:
        raise table.refuse(f"group {code} is of subject {group.subject.value}, not {subject.value}")
    return group


def _gate_of(table: Table, subject: Subject, gates: Mapping[str, GateSpec]) -> GateSpec | None:
    if subject is not Subject.GATE:
        if table.has("gate"):
            raise table.refuse(f"a criterion of subject {subject.value} names no gate")
        return None
    code = table.text("gate")
    gate = gates.get(code)
    if gate is None:
        raise table.refuse(f"there is no gate {code}")
    if gate.is_transition:
        raise table.refuse("the transition gate is judged by the EXIT criteria")
    return gate


def _stages_of(table: Table, subject: Subject, gate: GateSpec | None) -> tuple[int, ...]:
    if subject in (Subject.EXIT, Subject.LOOK_BACK):
        return table.wholes("stage")
    if table.has("stage"):
        raise table.refuse(f"a criterion of subject {subject.value} names no stage")
    return (gate.stage,) if gate and gate.stage else ()


def _is_quantity(table: Table, kind: CriterionKind) -> bool:
    foreign = [key for key in OF_A_QUANTITY if table.has(key)]
    if kind is not CriterionKind.QUANTITY and foreign:
        raise table.refuse(f"only a QUANTITY has {', '.join(foreign)}")
    return kind is CriterionKind.QUANTITY


def _entries_of(table: Table, kind: CriterionKind) -> tuple[Entry, ...]:
    entries = table.entries("entries")
    if bool(entries) != (kind in WITH_ENTRIES):
        raise table.refuse(f"{kind.value} has {'no ' if entries else ''}entries")
    if kind is CriterionKind.INSPECTION:
        unknown = [entry.code for entry in entries if entry.code not in InspectionKind.values]
        if unknown:
            raise table.refuse(f"no inspection looks at {', '.join(unknown)}")
    return entries


def _locked(table: Table) -> bool:
    locked = table.flag("locked")
    if locked and not table.flag("hard"):
        raise table.refuse("a locked criterion is hard")
    return locked
