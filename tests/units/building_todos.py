"""The duties of a case, as tests ask for them."""

from units.models import Case, Todo


def open_todos(case: Case) -> dict[str, Todo]:
    """The open duties by kind; a kind that is open twice is an error of the test."""
    todos = list(Todo.objects.filter(case=case, settled_at=None))
    by_kind = {todo.kind: todo for todo in todos}
    assert len(by_kind) == len(todos)
    return by_kind
