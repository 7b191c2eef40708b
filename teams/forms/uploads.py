"""File fields: several files at once, with what is accepted said before one chooses."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from teams.inspection import MAX_BYTES
from teams.inspection.kinds import KINDS


def accept(extensions: Collection[str]) -> str:
    """The `accept` attribute for these extensions, in the order in which they are named to people."""
    return ", ".join(f".{extension}" for extension in KINDS if extension in extensions)


class ManyFilesInput(forms.FileInput):
    """A file input that lets one choose several."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Any number of files, cleaned to a list; what they hold is inspected by the service that takes them in."""

    def __init__(self, *, extensions: Collection[str], **options: Any) -> None:
        widget = ManyFilesInput(attrs={"accept": accept(extensions), "multiple": True})
        super().__init__(widget=widget, allow_empty_file=True, **options)
        self.max_bytes = MAX_BYTES

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        """Each file by itself; none at all is an error only where files are required."""
        if not data:
            super().clean(None, initial)
            return []
        return [super(ManyFilesField, self).clean(each, initial) for each in data]
