"""Numbers of an organ's papers, counted without gaps within a year."""

from django.db import IntegrityError, transaction
from django.db.models import F

from units.models import NumberSeries


def next_number(organ: str, year: int) -> str:
    """The next document number (发文字号), such as 江先教办〔2005〕8号; call inside the act's transaction.

    The UPDATE locks the series until the act commits, so an act that fails leaves no gap.
    """
    if not NumberSeries.objects.filter(organ=organ, year=year).update(last=F("last") + 1):
        try:
            with transaction.atomic():
                NumberSeries.objects.create(organ=organ, year=year, last=1)
        except IntegrityError:
            NumberSeries.objects.filter(organ=organ, year=year).update(last=F("last") + 1)
    last = NumberSeries.objects.get(organ=organ, year=year).last
    return f"{organ}〔{year}〕{last}\N{CJK UNIFIED IDEOGRAPH-53F7}"
