"""What is wrong in a form, for the summary above it."""

from __future__ import annotations

from typing import NamedTuple

from django import forms, template

from teams.exceptions import Text

register = template.Library()


class Mistake(NamedTuple):
    """A sentence, with the field it is about and the id of where to put it right; both empty of the form as a whole."""

    text: str
    label: Text = ""
    anchor: str = ""


@register.filter
def mistakes(form: forms.BaseForm) -> list[Mistake]:
    """All that is wrong: of the form first, of fields that nobody sees, then field by field."""
    whole = [*form.non_field_errors(), *(error for field in form.hidden_fields() for error in field.errors)]
    fields = [
        Mistake(str(error), field.label, field.id_for_label or f"{field.auto_id}_0")
        for field in form.visible_fields()
        for error in field.errors
    ]
    return [*(Mistake(str(error)) for error in whole), *fields]
