"""What a view may rely on behind `LoginRequiredMiddleware`."""

from django.http import HttpRequest

from teams.models import User


class SignedInRequest(HttpRequest):
    """A request of a person who is logged in: every view that is not marked `login_not_required`."""

    user: User
