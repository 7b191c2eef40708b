"""Addresses of leaving a stage."""

from django.urls import path

from stages.views import decisions, filing, reviews, revocations, transitions

urlpatterns = [
    path("", transitions.transition, name="transition"),
    path("look-back/", transitions.look_back, name="look_back"),
    path("draft/", transitions.transition_draft, name="transition_draft"),
    path("<int:request_id>/edit/", transitions.transition_edit, name="transition_edit"),
    path("<int:request_id>/submit/", transitions.transition_submit, name="transition_submit"),
    path("<int:request_id>/submit-for/", filing.transition_submit_for, name="transition_submit_for"),
    path("<int:request_id>/withdraw/", transitions.transition_withdraw, name="transition_withdraw"),
    path("<int:request_id>/review/", reviews.transition_review, name="transition_review"),
    path("<int:request_id>/decide/", decisions.transition_decide, name="transition_decide"),
    path("<int:request_id>/approve/", decisions.transition_approve, name="transition_approve"),
    path("<int:request_id>/return/", decisions.transition_return, name="transition_return"),
    path("<int:request_id>/revoke/", revocations.transition_revoke, name="transition_revoke"),
]
