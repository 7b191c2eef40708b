"""Addresses of this app, grouped by noun."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
