"""A choice of two or three, side by side, for a thumb."""

from __future__ import annotations

from typing import Any

from crispy_forms.utils import TEMPLATE_PACK
from django.forms import BaseForm
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString


class Segments:
    """Radio buttons of a field as one row of large targets; it works without script."""

    def __init__(self, field: str) -> None:
        self.field = field

    def render(self, form: BaseForm, context: Context, template_pack: str = TEMPLATE_PACK, **kwargs: Any) -> SafeString:
        form.rendered_fields.add(self.field)  # type: ignore[attr-defined]  # crispy keeps there what it need not add
        return render_to_string("stages/partials/_segments.html", {"field": form[self.field]})
