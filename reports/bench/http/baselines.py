"""Two views as plain as Django has them: one row for somebody logged in, and a list of six queries."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.views.decorators.http import require_GET

from units.models import Assignment, Case, Todo

PAGE_SIZE = 20
ENGINE = Engine()
ROW = ENGINE.from_string("<!doctype html><title>{{ case.unit.name_zh }}</title><h1>{{ case.unit.name_zh }}</h1>")
LIST = ENGINE.from_string(
    "<!doctype html><title>Cases</title><p>{{ page.paginator.count }}</p><table>{% for row in rows %}<tr>"
    "<th>{{ row.case.unit.name_zh }}</th><td>{{ row.case.batch.name_zh }}</td><td>{{ row.team.name_zh }}</td>"
    "<td>{{ row.case.holder }}</td><td>{{ row.todo.due_on }}</td></tr>{% endfor %}</table>"
)


@require_GET
def one_row(request: HttpRequest, case_id: int) -> HttpResponse:
    """Session, user, one row: what any page costs that knows who asks."""
    case = Case.objects.select_related("unit").get(pk=case_id)
    return HttpResponse(ROW.render(Context({"case": case})))


@require_GET
def lean_list(request: HttpRequest) -> HttpResponse:
    """Session, user, number, rows, teams and to-dos: a page of cases without right, filter, frame or language."""
    page = Paginator(Case.objects.select_related("unit", "batch").order_by("pk"), PAGE_SIZE).get_page(1)
    cases = list(page)
    teams = {each.case_id: each.team for each in Assignment.live.filter(case__in=cases).select_related("team")}
    todos = {each.case_id: each for each in Todo.objects.filter(case__in=cases, settled_at=None)}
    rows = [{"case": case, "team": teams.get(case.pk), "todo": todos.get(case.pk)} for case in cases]
    return HttpResponse(LIST.render(Context({"page": page, "rows": rows})))
