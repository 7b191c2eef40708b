"""Finding an account."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AccountSearchForm(forms.Form):
    q = forms.CharField(label=_("Name, unit or team"), required=False, max_length=60)
