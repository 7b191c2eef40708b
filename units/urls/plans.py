"""Addresses of plans: what the unit does with them."""

from django.urls import path

from units.enums import PlanKind
from units.views import filing, plans

urlpatterns = [
    path("new/", plans.plan_new, name="plan_new"),
    path("rectification/new/", plans.plan_new, {"kind": PlanKind.RECTIFICATION}, name="plan_rectification_new"),
    path("<int:version_id>/file/", plans.plan_file, name="plan_file"),
    path("<int:version_id>/problems/", plans.plan_problems, name="plan_problems"),
    path("<int:version_id>/answers/", plans.plan_answers, name="plan_answers"),
    path("<int:version_id>/submit/", plans.plan_submit, name="plan_submit"),
    path("<int:version_id>/withdraw/", plans.plan_withdraw, name="plan_withdraw"),
    path("<int:version_id>/submit-for/", filing.plan_submit_for, name="plan_submit_for"),
]
