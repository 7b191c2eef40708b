"""What holds for every component in every state, without a browser."""

import re

import pytest
from django.template.loader import render_to_string

from tests.gallery import settings as gallery
from tests.gallery.pages import PAGES

INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|href=.javascript:", re.IGNORECASE)


@pytest.fixture(autouse=True)
def the_gallery(settings):
    settings.ROOT_URLCONF = gallery.ROOT_URLCONF
    settings.TEMPLATES = gallery.TEMPLATES


def fetched(client, name, language):
    client.cookies["django_language"] = language
    response = client.get(f"/gallery/{name}/")
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_it_says_its_language_and_has_one_heading(client, name, language):
    page = fetched(client, name, language)
    assert f'<html lang="{language}">' in page
    assert page.count("<h1") == 1


@pytest.mark.parametrize("name", PAGES)
def test_it_has_nothing_that_the_policy_refuses(client, name):
    assert INLINE.findall(fetched(client, name, "zh-hans")) == []


@pytest.mark.parametrize("name", PAGES)
def test_it_leaves_no_template_tag_or_comment_on_the_page(client, name):
    assert re.findall(r"\{[%#]|[%#]\}", fetched(client, name, "en")) == []


@pytest.mark.parametrize("name", PAGES)
def test_it_warns_of_classified_information(client, name):
    assert "不得录入涉密信息" in fetched(client, name, "zh-hans")


def test_it_links_each_error_to_its_field(client):
    page = fetched(client, "form-errors", "en")
    for field in ("title", "minutes", "kind", "file"):
        assert f'<a href="#id_{field}">' in page
        assert f'id="id_{field}_error"' in page
    assert '<a href="#id_scope_0">' in page


def test_it_says_what_a_file_may_be_before_one_chooses(client):
    page = fetched(client, "form", "en")
    assert "Accepted: pdf, docx, jpg, png" in page
    assert 'data-max-bytes="20971520"' in page


def test_it_posts_the_version_that_was_read(client):
    assert '<input type="hidden" name="version" value="3">' in fetched(client, "form", "en")


def test_it_never_shows_the_password_of_the_demonstration(client):
    page = fetched(client, "login-demo", "en")
    assert "printed when the demonstration started" in page
    assert 'type="password"' in page
    assert "value=" not in re.search(r'<input[^>]*type="password"[^>]*>', page)[0]


def test_it_refuses_calmly_without_a_request():
    assert "<h1" in render_to_string("500.html")
