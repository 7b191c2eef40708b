"""Names that are data, not code: kept in both languages of the product."""

from django.db import models
from django.utils.translation import get_language


def in_language(zh: str, en: str) -> str:
    """The wording for the active language; Chinese is the first language and the fallback."""
    return en if en and (get_language() or "").startswith("en") else zh


class Named(models.Model):
    """A row with a name in Chinese and English."""

    name_zh = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return in_language(self.name_zh, self.name_en)
