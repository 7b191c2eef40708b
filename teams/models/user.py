"""An account: one person, one name on every record (row 91)."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models.functions import Lower

from teams import clock


class UserManager(BaseUserManager["User"]):
    """Makes accounts without a password: they are activated by a printed one-time code."""

    def create_user(self, username: str, name: str, password: str | None = None, **fields: Any) -> User:
        user = self.model(username=self.model.normalize_username(username), name=name, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A named person who acts; deactivated, never deleted."""

    username = models.CharField(max_length=60, unique=True, validators=[UnicodeUsernameValidator()])
    name = models.CharField(max_length=60)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=clock.now)

    objects = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [models.UniqueConstraint(Lower("username"), name="username_once_whatever_its_capitals")]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name
