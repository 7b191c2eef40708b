"""One's own account: in, out, the first password, the next one, and what was done to it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from teams import registry
from teams.forms.account import ActivateForm, LogInForm, PasswordChangeForm
from teams.selectors.accounts import posts_of
from teams.selectors.codes import reset_sentence, resets_of
from teams.selectors.mandates import held_places, places_to_read
from teams.services.accounts import change_password
from teams.services.codes import redeem_code, take_untold_resets
from teams.views import throttle
from teams.views.acts import attempt, page
from teams.views.signed_in import SignedInRequest
from teams.views.throttle import Secret


class LogIn(LoginView):
    """Django's own login, throttled by axes; tells the account of resets since its last login."""

    template_name = "teams/login.html"
    authentication_form = LogInForm
    redirect_authenticated_user = True

    def get_initial(self) -> dict[str, Any]:
        """The demonstration's accounts are links that fill in the name."""
        chosen = {"username": self.request.GET.get("account", "")} if settings.DEMO_MODE else {}
        return super().get_initial() | chosen

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        for reset in take_untold_resets(form.get_user()):
            messages.warning(self.request, reset_sentence(reset))
        return response

    def form_invalid(self, form: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=400)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        accounts = registry.demo_accounts() if settings.DEMO_MODE else []
        return super().get_context_data(demo_accounts=accounts, **kwargs)


@login_not_required
@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect(settings.LOGOUT_REDIRECT_URL)


@login_not_required
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def activate(request: HttpRequest) -> HttpResponse:
    """Set a password with the printed code; nobody is logged in by it."""
    form = ActivateForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        username = form.cleaned_data["username"]
        if throttle.is_locked(request, Secret.CODE, username):
            return throttle.locked_out(request)
        done = attempt(
            form,
            redeem_code,
            username=username,
            code=form.cleaned_data["code"],
            new_password=form.cleaned_data["new_password"],
        )
        if done.done:
            throttle.succeeded(request, Secret.CODE, username)
            messages.success(request, _("Your password is set. Log in with it."))
            return redirect("login")
        if "code" in form.errors:
            throttle.failed(request, Secret.CODE, username)
    return page(request, "teams/activate.html", {"form": form}, form)


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def password_change(request: SignedInRequest) -> HttpResponse:
    """Change one's own password; this session goes on, the others end."""
    user = request.user
    form = PasswordChangeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if throttle.is_locked(request, Secret.PRESENT_PASSWORD, user.username):
            return throttle.locked_out(request)
        done = attempt(
            form,
            change_password,
            old_password=form.cleaned_data["old_password"],
            new_password=form.cleaned_data["new_password"],
            acting_user=user,
        )
        if done.result:
            throttle.succeeded(request, Secret.PRESENT_PASSWORD, user.username)
            update_session_auth_hash(request, done.result)
            messages.success(request, _("Your password is changed. Other sessions of your account have ended."))
            return redirect("account")
        if "old_password" in form.errors:
            throttle.failed(request, Secret.PRESENT_PASSWORD, user.username)
    return page(request, "teams/password_change.html", {"form": form}, form)


@require_GET
def account(request: SignedInRequest) -> HttpResponse:
    """Who one is here, in which roles, and when the password was reset."""
    user = request.user
    return render(
        request,
        "teams/account.html",
        {
            "account": user,
            "posts": posts_of([user]).get(user.pk, []),
            "held": held_places(user),
            "places": places_to_read(user),
            "resets": [reset_sentence(reset) for reset in resets_of(user)],
        },
    )
