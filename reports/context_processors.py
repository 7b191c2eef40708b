"""Feeds the mast of every page (placeholder until home is built)."""

from typing import Any

from django.http import HttpRequest


def mast(request: HttpRequest) -> dict[str, Any]:
    return {}
