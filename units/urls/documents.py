"""Addresses of documents."""

from django.urls import path

from units.views import documents, originals

urlpatterns = [
    path("", documents.documents, name="documents"),
    path("<int:document_id>/", documents.document, name="document"),
    path("<int:document_id>/pages/<int:number>/", documents.document_page, name="document_page"),
    path("<int:document_id>/file/", documents.document_file, name="document_file"),
    path("<int:document_id>/original/", originals.original_attach, name="original_attach"),
    path(
        "<int:document_id>/original/<int:original_id>/withdraw/", originals.original_withdraw, name="original_withdraw"
    ),
    path("<int:document_id>/try-again/", documents.document_try_again, name="document_try_again"),
]
