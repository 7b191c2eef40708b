"""The site's addresses, and those of the views that it is compared with; for the settings of the bench alone."""

from django.urls import include, path

from reports.bench.http import baselines

urlpatterns = [
    path("bench/row/<int:case_id>/", baselines.one_row, name="bench_row"),
    path("bench/list/", baselines.lean_list, name="bench_list"),
    path("", include("config.urls")),
]
