"""Addresses of extensions."""

from django.urls import path

from stages.views import extensions

urlpatterns = [
    path("new/", extensions.extension_new, name="extension_new"),
    path("<int:extension_id>/opine/", extensions.extension_opine, name="extension_opine"),
    path("<int:extension_id>/decide/", extensions.extension_decide, name="extension_decide"),
    path("<int:extension_id>/refuse/", extensions.extension_refuse, name="extension_refuse"),
    path("<int:extension_id>/withdraw/", extensions.extension_withdraw, name="extension_withdraw"),
]
