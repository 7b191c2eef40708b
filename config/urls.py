"""Every address of the site, by app; Django's admin site is not mounted."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("i18n/setlang/", login_not_required(set_language), name="set_language"),
    path("", include("reports.urls")),
    path("", include("teams.urls")),
    path("", include("units.urls")),
    path("", include("stages.urls")),
]

handler400 = "teams.views.errors.bad_request"
handler403 = "teams.views.errors.forbidden"
handler404 = "teams.views.errors.not_found"
handler500 = "teams.views.errors.server_error"
