"""Addresses of plans: what is read and judged."""

from django.urls import path

from stages.views import plans
from units.enums import PlanKind

urlpatterns = [
    path("", plans.plan, name="plan"),
    path("rectification/", plans.plan, {"kind": PlanKind.RECTIFICATION}, name="plan_rectification"),
    path("<int:version_id>/review/", plans.plan_review, name="plan_review"),
    path("<int:version_id>/take-back/", plans.plan_take_back, name="plan_take_back"),
]
