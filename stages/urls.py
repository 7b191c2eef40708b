"""Addresses of this app, grouped by noun; acts are verbs at the end."""

from django.urls import path

from stages.views import decisions, overview, reviews, timeline, transitions

urlpatterns = [
    path("cases/<int:case_id>/", overview.case, name="case"),
    path("cases/<int:case_id>/timeline/", timeline.timeline, name="timeline"),
    path("cases/<int:case_id>/transition/", transitions.transition, name="transition"),
    path("cases/<int:case_id>/transition/look-back/", transitions.look_back, name="look_back"),
    path("cases/<int:case_id>/transition/draft/", transitions.transition_draft, name="transition_draft"),
    path("cases/<int:case_id>/transition/<int:request_id>/edit/", transitions.transition_edit, name="transition_edit"),
    path(
        "cases/<int:case_id>/transition/<int:request_id>/submit/",
        transitions.transition_submit,
        name="transition_submit",
    ),
    path(
        "cases/<int:case_id>/transition/<int:request_id>/withdraw/",
        transitions.transition_withdraw,
        name="transition_withdraw",
    ),
    path(
        "cases/<int:case_id>/transition/<int:request_id>/review/", reviews.transition_review, name="transition_review"
    ),
    path(
        "cases/<int:case_id>/transition/<int:request_id>/decide/", decisions.transition_decide, name="transition_decide"
    ),
    path(
        "cases/<int:case_id>/transition/<int:request_id>/approve/",
        decisions.transition_approve,
        name="transition_approve",
    ),
    path(
        "cases/<int:case_id>/transition/<int:request_id>/return/",
        decisions.transition_return,
        name="transition_return",
    ),
]
