"""Addresses of activities."""

from django.urls import path

from units.views import activities, activity_checks, activity_corrections, activity_piles, activity_series

urlpatterns = [
    path("", activities.activities, name="activities"),
    path("new/", activities.activity_new, name="activity_new"),
    path("series/", activity_series.activity_series, name="activity_series"),
    path("hand-in/", activity_piles.activities_hand_in, name="activities_hand_in"),
    path("verify/", activity_piles.activities_check, name="activities_check"),
    path("paste/", activity_series.activity_paste, name="activity_paste"),
    path("<int:activity_id>/", activities.activity, name="activity"),
    path("<int:activity_id>/edit/", activities.activity_edit, name="activity_edit"),
    path("<int:activity_id>/submit/", activities.activity_submit, name="activity_submit"),
    path("<int:activity_id>/withdraw/", activities.activity_withdraw, name="activity_withdraw"),
    path("<int:activity_id>/discard/", activities.activity_discard, name="activity_discard"),
    path("<int:activity_id>/attach/", activities.activity_attach, name="activity_attach"),
    path(
        "<int:activity_id>/files/<uuid:file_uuid>/remove/", activities.activity_file_remove, name="activity_file_remove"
    ),
    path("<int:activity_id>/verify/", activity_checks.activity_verify, name="activity_verify"),
    path("<int:activity_id>/return/", activity_checks.activity_return, name="activity_return"),
    path("<int:activity_id>/take-back/", activity_corrections.activity_take_back, name="activity_take_back"),
    path("<int:activity_id>/correct/", activity_corrections.activity_correct, name="activity_correct"),
]
