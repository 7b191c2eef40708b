"""Numbers as columns, so that a page asks for several of them in one query."""

from typing import Any

from django.db.models import Count, QuerySet, Subquery, Sum, Value


def number_of(rows: QuerySet[Any, Any]) -> Subquery:
    """How many rows there are; grouped by a constant they are one group, and none is 0."""
    return Subquery(rows.order_by().values(everything=Value(1)).annotate(number=Count("pk")).values("number"))


def sum_of(rows: QuerySet[Any, Any], column: str) -> Subquery:
    """The sum of a column over the rows; of none it is None."""
    return Subquery(rows.order_by().values(everything=Value(1)).annotate(total=Sum(column)).values("total"))
