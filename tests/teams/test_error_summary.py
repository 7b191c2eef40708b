"""What is wrong in a form is said above it, however much it is."""

from django import forms
from django.template.loader import render_to_string
from django.utils import translation


def asked(number):
    """What is shown of a form with so many fields, none of them filled in."""
    form = type("Asked", (forms.Form,), {f"field_{n}": forms.CharField() for n in range(number)})({})
    with translation.override("en"):
        return render_to_string("components/error_summary.html", {"form": form})


def test_it_leads_to_each_field():
    shown = asked(2)
    assert '<a href="#id_field_0">Field 0</a>: This field is required.' in shown
    assert '<a href="#id_field_1">Field 1</a>: This field is required.' in shown
    assert "below" not in shown


def test_it_names_eight_and_counts_the_rest():
    shown = asked(10)
    assert shown.count("<li>") == 8
    assert "2 more are marked below." in shown


def test_it_says_first_what_is_wrong_with_the_whole():
    class Whole(forms.Form):
        kind = forms.CharField(widget=forms.RadioSelect(choices=[("a", "A")]))

        def clean(self):
            raise forms.ValidationError("Two sessions overlap.")

    with translation.override("en"):
        shown = render_to_string("components/error_summary.html", {"form": Whole({})})
    assert shown.index("Two sessions overlap.") < shown.index('<a href="#id_kind_0">Kind</a>')


def test_it_is_silent_where_nothing_is_wrong():
    assert "error-summary" not in asked(0)
