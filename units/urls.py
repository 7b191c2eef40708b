"""Addresses of this app, grouped by noun; acts are verbs at the end."""

from django.urls import path

from units.enums import PlanKind
from units.views import (
    activities,
    activity_checks,
    activity_corrections,
    activity_piles,
    activity_series,
    divisions,
    documents,
    files,
    filing,
    mandates,
    opinions,
    originals,
    plans,
    regulations,
)

urlpatterns = [
    path("units/<int:unit_id>/delegations/", mandates.unit_delegations, name="unit_delegations"),
    path(
        "units/<int:unit_id>/delegations/new/<int:membership_id>/",
        mandates.unit_delegation_new,
        name="unit_delegation_new",
    ),
    path(
        "units/<int:unit_id>/delegations/<int:delegation_id>/end/",
        mandates.unit_delegation_end,
        name="unit_delegation_end",
    ),
    path("cases/<int:case_id>/division/", divisions.division, name="division"),
    path("cases/<int:case_id>/division/<int:user_id>/begin/", divisions.division_begin, name="division_begin"),
    path("cases/<int:case_id>/division/<int:division_id>/end/", divisions.division_end, name="division_end"),
    path("cases/<int:case_id>/plan/new/", plans.plan_new, name="plan_new"),
    path(
        "cases/<int:case_id>/plan/rectification/new/",
        plans.plan_new,
        {"kind": PlanKind.RECTIFICATION},
        name="plan_rectification_new",
    ),
    path("cases/<int:case_id>/plan/<int:version_id>/file/", plans.plan_file, name="plan_file"),
    path("cases/<int:case_id>/plan/<int:version_id>/problems/", plans.plan_problems, name="plan_problems"),
    path("cases/<int:case_id>/plan/<int:version_id>/answers/", plans.plan_answers, name="plan_answers"),
    path("cases/<int:case_id>/plan/<int:version_id>/submit/", plans.plan_submit, name="plan_submit"),
    path("cases/<int:case_id>/plan/<int:version_id>/withdraw/", plans.plan_withdraw, name="plan_withdraw"),
    path("cases/<int:case_id>/plan/<int:version_id>/submit-for/", filing.plan_submit_for, name="plan_submit_for"),
    path("cases/<int:case_id>/activities/", activities.activities, name="activities"),
    path("cases/<int:case_id>/activities/new/", activities.activity_new, name="activity_new"),
    path("cases/<int:case_id>/activities/series/", activity_series.activity_series, name="activity_series"),
    path("cases/<int:case_id>/activities/hand-in/", activity_piles.activities_hand_in, name="activities_hand_in"),
    path("cases/<int:case_id>/activities/verify/", activity_piles.activities_check, name="activities_check"),
    path("cases/<int:case_id>/activities/paste/", activity_series.activity_paste, name="activity_paste"),
    path("cases/<int:case_id>/activities/<int:activity_id>/", activities.activity, name="activity"),
    path("cases/<int:case_id>/activities/<int:activity_id>/edit/", activities.activity_edit, name="activity_edit"),
    path(
        "cases/<int:case_id>/activities/<int:activity_id>/submit/", activities.activity_submit, name="activity_submit"
    ),
    path(
        "cases/<int:case_id>/activities/<int:activity_id>/withdraw/",
        activities.activity_withdraw,
        name="activity_withdraw",
    ),
    path(
        "cases/<int:case_id>/activities/<int:activity_id>/discard/",
        activities.activity_discard,
        name="activity_discard",
    ),
    path(
        "cases/<int:case_id>/activities/<int:activity_id>/attach/", activities.activity_attach, name="activity_attach"
    ),
    path(
        "cases/<int:case_id>/activities/<int:activity_id>/files/<uuid:file_uuid>/remove/",
        activities.activity_file_remove,
        name="activity_file_remove",
    ),
    path(
        "cases/<int:case_id>/activities/<int:activity_id>/verify/",
        activity_checks.activity_verify,
        name="activity_verify",
    ),
    path(
        "cases/<int:case_id>/activities/<int:activity_id>/return/",
        activity_checks.activity_return,
        name="activity_return",
    ),
    path(
        "cases/<int:case_id>/activities/<int:activity_id>/take-back/",
        activity_corrections.activity_take_back,
        name="activity_take_back",
    ),
    path(
        "cases/<int:case_id>/activities/<int:activity_id>/correct/",
        activity_corrections.activity_correct,
        name="activity_correct",
    ),
    path("cases/<int:case_id>/opinions/", opinions.opinions, name="opinions"),
    path("cases/<int:case_id>/opinions/new/", opinions.opinion_new, name="opinion_new"),
    path("cases/<int:case_id>/opinions/<int:opinion_id>/withdraw/", opinions.opinion_withdraw, name="opinion_withdraw"),
    path("cases/<int:case_id>/regulations/", regulations.regulations, name="regulations"),
    path("cases/<int:case_id>/regulations/new/", regulations.regulation_new, name="regulation_new"),
    path(
        "cases/<int:case_id>/regulations/<int:regulation_id>/verify/",
        regulations.regulation_verify,
        name="regulation_verify",
    ),
    path(
        "cases/<int:case_id>/regulations/<int:regulation_id>/take-back/",
        regulations.regulation_take_back,
        name="regulation_take_back",
    ),
    path(
        "cases/<int:case_id>/regulations/<int:regulation_id>/withdraw/",
        regulations.regulation_withdraw,
        name="regulation_withdraw",
    ),
    path("cases/<int:case_id>/files/<uuid:file_uuid>/", files.case_file, name="case_file"),
    path("cases/<int:case_id>/files/<uuid:file_uuid>/photo/", files.case_photo, name="case_photo"),
    path("cases/<int:case_id>/documents/", documents.documents, name="documents"),
    path("cases/<int:case_id>/documents/<int:document_id>/", documents.document, name="document"),
    path(
        "cases/<int:case_id>/documents/<int:document_id>/pages/<int:number>/",
        documents.document_page,
        name="document_page",
    ),
    path("cases/<int:case_id>/documents/<int:document_id>/file/", documents.document_file, name="document_file"),
    path(
        "cases/<int:case_id>/documents/<int:document_id>/original/", originals.original_attach, name="original_attach"
    ),
    path(
        "cases/<int:case_id>/documents/<int:document_id>/original/<int:original_id>/withdraw/",
        originals.original_withdraw,
        name="original_withdraw",
    ),
    path(
        "cases/<int:case_id>/documents/<int:document_id>/try-again/",
        documents.document_try_again,
        name="document_try_again",
    ),
]
