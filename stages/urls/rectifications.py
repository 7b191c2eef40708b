"""Addresses of measures of rectification."""

from django.urls import path

from stages.views import rectifications

urlpatterns = [
    path("", rectifications.rectifications, name="rectifications"),
    path("<int:rectification_id>/", rectifications.rectification, name="rectification"),
    path("<int:rectification_id>/plan/", rectifications.rectification_plan, name="rectification_plan"),
    path("<int:rectification_id>/report/", rectifications.rectification_report, name="rectification_report"),
    path("<int:rectification_id>/verify/", rectifications.rectification_verify, name="rectification_verify"),
    path("<int:rectification_id>/reopen/", rectifications.rectification_reopen, name="rectification_reopen"),
]
