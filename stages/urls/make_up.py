"""Addresses of what is to be made up."""

from django.urls import path

from stages.views import make_up

urlpatterns = [
    path("<int:task_id>/", make_up.make_up_task, name="make_up_task"),
    path("<int:task_id>/answer/", make_up.make_up_answer, name="make_up_answer"),
    path("<int:task_id>/clear/", make_up.make_up_clear, name="make_up_clear"),
    path("<int:task_id>/return/", make_up.make_up_return, name="make_up_return"),
]
