"""Every page of the gallery is a template and what it is handed; nothing is read from the database."""

import io

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from PIL import Image, ImageDraw

from tests.gallery.pages import PAGES


@login_not_required
def page(request, name):
    if name not in PAGES:
        raise Http404
    template, build = PAGES[name]
    return render(request, template, build())


@login_not_required
def paper(request, number):
    """A sheet of A4 with grey lines where the text would be."""
    sheet = Image.new("RGB", (794, 1123), "white")
    draw = ImageDraw.Draw(sheet)
    if number == 1:
        draw.rectangle((237, 150, 557, 182), fill="#55585c")
    for row in range(9 if number == 1 else 4, 36):
        indent = 150 if row % 6 == 3 else 110
        draw.rectangle((indent, 28 * row, 500 if row % 6 == 2 else 690, 28 * row + 14), fill="#b9bcc0")
    draw.rectangle((370, 1070, 424, 1080), fill="#b9bcc0")
    picture = io.BytesIO()
    sheet.save(picture, "PNG")
    return HttpResponse(picture.getvalue(), content_type="image/png")
