"""The gallery in front of the site's own addresses, so that links and the language button lead somewhere."""

from django.urls import include, path

from tests.gallery import views

urlpatterns = [
    path("gallery/papers/<int:number>.png", views.paper, name="gallery_paper"),
    path("gallery/<slug:name>/", views.page, name="gallery"),
    path("", include("config.urls")),
]
