"""A form of a few fields, and what a long form shows between its fields."""

from __future__ import annotations

from typing import Any

from crispy_forms.utils import render_field
from django import forms
from django.forms import BaseForm
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from teams.forms.layout import laid_out


class Helped(forms.Form):
    """A form of a few fields, one below the other."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = laid_out(*self.fields)


class Shown:
    """A template among the fields: facts beside which a question is answered."""

    def __init__(self, template: str, **facts: Any) -> None:
        self.template, self.facts = template, facts

    def render(self, form: BaseForm, context: Context, template_pack: str = "", **kwargs: Any) -> SafeString:
        return render_to_string(self.template, self.facts)


class Folded:
    """Fields that only some answers need; they stand open once one of them says or lacks something."""

    def __init__(self, summary: object, *fields: str, is_open: bool = False) -> None:
        self.summary, self.fields, self.is_open = summary, fields, is_open

    def render(self, form: BaseForm, context: Context, template_pack: str = "bootstrap5", **kwargs: Any) -> SafeString:
        fields = [render_field(field, form, context, template_pack=template_pack) for field in self.fields]
        is_open = self.is_open or any(form[field].errors or form[field].value() for field in self.fields)
        facts = {"summary": self.summary, "fields": fields, "open": is_open}
        return render_to_string("stages/partials/_folded.html", facts)
