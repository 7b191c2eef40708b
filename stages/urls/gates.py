"""Addresses of gates."""

from django.urls import path

from stages.views import gates, inspections

urlpatterns = [
    path("", gates.gates, name="gates"),
    path("inspections/new/", inspections.inspection_new, name="inspection_new"),
    path("<int:gate_id>/", gates.gate, name="gate"),
    path("<int:gate_id>/assess/", gates.gate_assess, name="gate_assess"),
]
