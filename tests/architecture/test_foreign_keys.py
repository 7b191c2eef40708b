"""Foreign keys point one way too: Django names their targets in strings, which no import linter sees."""

from django.apps import apps

from tests.architecture.sources import APPS


def _relations():
    for app in APPS:
        for model in apps.get_app_config(app).get_models(include_auto_created=True):
            for field in model._meta.get_fields():
                if field.is_relation and not field.auto_created and field.related_model is not None:
                    yield app, f"{model.__name__}.{field.name}", field.related_model._meta.app_label


def test_it_points_from_an_app_only_to_itself_or_below():
    upwards = [
        f"{app}.{name} -> {target}"
        for app, name, target in _relations()
        if target in APPS and APPS.index(target) > APPS.index(app)
    ]
    assert upwards == []


def test_it_points_nowhere_outside_the_house():
    foreign = [f"{app}.{name} -> {target}" for app, name, target in _relations() if target not in APPS]
    assert foreign == []


def test_every_deletion_is_decided():
    """A row goes with its owner or stops the deletion; nothing is silently cut loose."""
    undecided = [
        f"{model.__name__}.{field.name}"
        for app in APPS
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.concrete_fields
        if field.remote_field and field.remote_field.on_delete.__name__ not in {"PROTECT", "CASCADE"}
    ]
    assert undecided == []
