"""Addresses of regulations."""

from django.urls import path

from units.views import regulations

urlpatterns = [
    path("", regulations.regulations, name="regulations"),
    path("new/", regulations.regulation_new, name="regulation_new"),
    path("<int:regulation_id>/verify/", regulations.regulation_verify, name="regulation_verify"),
    path("<int:regulation_id>/take-back/", regulations.regulation_take_back, name="regulation_take_back"),
    path("<int:regulation_id>/withdraw/", regulations.regulation_withdraw, name="regulation_withdraw"),
]
