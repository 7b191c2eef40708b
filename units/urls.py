"""Addresses of this app, grouped by noun; acts are verbs at the end."""

from django.urls import path

from units.views import documents

urlpatterns = [
    path("cases/<int:case_id>/documents/", documents.documents, name="documents"),
    path("cases/<int:case_id>/documents/<int:document_id>/", documents.document, name="document"),
    path(
        "cases/<int:case_id>/documents/<int:document_id>/pages/<int:number>/",
        documents.document_page,
        name="document_page",
    ),
    path("cases/<int:case_id>/documents/<int:document_id>/file/", documents.document_file, name="document_file"),
    path(
        "cases/<int:case_id>/documents/<int:document_id>/try-again/",
        documents.document_try_again,
        name="document_try_again",
    ),
]
