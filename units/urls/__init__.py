"""Addresses of this app, a file for each noun that has many; acts are verbs at the end."""

from django.urls import include, path

from units.views import divisions, files, mandates, opinions

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
    path("cases/<int:case_id>/plan/", include("units.urls.plans")),
    path("cases/<int:case_id>/activities/", include("units.urls.activities")),
    path("cases/<int:case_id>/opinions/", opinions.opinions, name="opinions"),
    path("cases/<int:case_id>/opinions/new/", opinions.opinion_new, name="opinion_new"),
    path("cases/<int:case_id>/opinions/<int:opinion_id>/withdraw/", opinions.opinion_withdraw, name="opinion_withdraw"),
    path("cases/<int:case_id>/regulations/", include("units.urls.regulations")),
    path("cases/<int:case_id>/files/<uuid:file_uuid>/", files.case_file, name="case_file"),
    path("cases/<int:case_id>/files/<uuid:file_uuid>/photo/", files.case_photo, name="case_photo"),
    path("cases/<int:case_id>/documents/", include("units.urls.documents")),
]
