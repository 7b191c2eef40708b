"""Forms about one's own account. They check what was typed; whether the act may be done is the service's word."""

from django import forms
from django.contrib.auth.forms import AuthenticationForm, UsernameField
from django.utils.translation import gettext_lazy as _


class LogInForm(AuthenticationForm):
    """The same answer for a wrong name, a wrong password and a closed account."""

    username = UsernameField(label=_("User name"), widget=forms.TextInput(attrs={"autofocus": True}))

    error_messages = {
        "invalid_login": _("User name and password do not fit together."),
        "inactive": _("User name and password do not fit together."),
    }


class _NewPassword(forms.Form):
    """A new password, typed twice."""

    new_password = forms.CharField(
        label=_("New password"),
        strip=False,
        max_length=128,
        help_text=_("At least 12 characters, not only digits, and nothing easily guessed."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("New password again"),
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_again(self) -> str:
        again: str = self.cleaned_data["again"]
        if "new_password" in self.cleaned_data and again != self.cleaned_data["new_password"]:
            raise forms.ValidationError(_("The two passwords are not the same."))
        return again


class ActivateForm(_NewPassword):
    """User name and printed code, for the first password or a new one."""

    username = forms.CharField(
        label=_("User name"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "username"})
    )
    code = forms.CharField(
        label=_("One-time code"),
        max_length=60,
        help_text=_("Four groups of four letters and digits; capitals and dashes do not matter."),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "characters"}),
    )

    field_order = ["username", "code", "new_password", "again"]


class PasswordChangeForm(_NewPassword):
    old_password = forms.CharField(
        label=_("Present password"),
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    field_order = ["old_password", "new_password", "again"]
