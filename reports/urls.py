"""Addresses of this app, grouped by noun."""

from django.urls import path

from reports.views import cases, home

urlpatterns = [
    path("", home.home, name="home"),
    path("cases/", cases.cases, name="cases"),
]
