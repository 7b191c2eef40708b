"""The command that fetches the fonts; the download itself is proved by every other test of this folder."""

import io

import pytest
from django.conf import settings as django_settings
from django.core.management import CommandError, call_command

from reports.rendering import fonts
from reports.rendering.pdf import render
from tests.reports import snapshots


def test_it_does_nothing_where_the_fonts_are(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    output = io.StringIO()
    call_command("install_fonts", stdout=output)
    assert output.getvalue() == ""


def test_where_there_is_no_debian_it_says_what_to_do_by_hand(monkeypatch, settings, tmp_path):
    monkeypatch.setenv("PATH", "/nowhere")
    settings.FONTS_DIR = tmp_path / "fonts"
    with pytest.raises(CommandError, match="texlive-lang-chinese") as refusal:
        call_command("install_fonts", stdout=io.StringIO())
    assert "\n" not in str(refusal.value)
    assert "FandolFang-Regular.otf" in str(refusal.value)
    assert list(settings.FONTS_DIR.iterdir()) == []


def test_half_a_set_of_fonts_prints_nothing(settings, tmp_path):
    """A document in a wrong font would look right to a machine, so none is made; the message has the cure."""
    for face in fonts.FACES[1:]:
        (tmp_path / face.file_name).symlink_to(django_settings.FONTS_DIR / face.file_name)
    settings.FONTS_DIR = tmp_path
    with pytest.raises(fonts.MissingFonts, match="make fonts") as refusal:
        render("TRANSITION_REPLY", snapshots.reply())
    assert "FandolFang-Regular.otf" in str(refusal.value)
    assert "FandolHei-Regular.otf" not in str(refusal.value)
