"""What a document may load while it is set."""

import pytest
from django.conf import settings

from reports.rendering.fetcher import ASSETS_DIR, RefusedURL, fetcher_for
from reports.rendering.pdf import set_html
from tests.reports import paper

REFUSED = [
    "http://127.0.0.1:1/x.png",
    "https://example.org/x.css",
    "ftp://example.org/x",
    "file:///etc/passwd",
    "file://server/share/x.png",
    "FILE:///etc/passwd",
    f"{ASSETS_DIR.as_uri()}/../pdf.py",
    f"{ASSETS_DIR.as_uri()}/%2e%2e/pdf.py",
    "javascript:alert(1)",
    "relative.png",
]


@pytest.fixture
def fetcher():
    return fetcher_for(settings.FONTS_DIR)


@pytest.mark.parametrize("url", REFUSED)
def test_it_refuses(fetcher, url):
    with pytest.raises(RefusedURL):
        fetcher.fetch(url)


def test_it_refuses_a_link_out_of_a_folder(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    folder = tmp_path / "fonts"
    folder.mkdir()
    (folder / "link.otf").symlink_to(secret)
    with pytest.raises(RefusedURL):
        fetcher_for(folder).fetch((folder / "link.otf").as_uri())


def test_it_allows_assets_fonts_and_data(fetcher):
    assert fetcher.fetch((ASSETS_DIR / "page.css").as_uri()).read().startswith(b"/*")
    assert fetcher.fetch((settings.FONTS_DIR / "FandolFang-Regular.otf").as_uri()).read(4) == b"OTTO"
    assert fetcher.fetch("data:text/plain,yes").read() == b"yes"


def test_nothing_in_a_document_reaches_a_local_file(tmp_path, caplog):
    """Style sheets, imports, fonts, images, attachments: whatever way a text might find into the markup."""
    local = tmp_path / "local.css"
    local.write_text("p { display: none }")
    url = local.as_uri()
    html = f"""<html lang="zh"><head>
      <link rel="stylesheet" href="{url}"><link rel="attachment" href="{url}">
      <style>
        @import url({url});
        @font-face {{ font-family: x; src: url({url}) }}
        p {{ background: url({url}) }}
      </style></head><body><p>永</p><img src="{url}"><object data="{url}"></object></body></html>"""
    pdf, _ = set_html(html, ("page.css",))
    assert "永" in paper.text(pdf)
    assert b"EmbeddedFile" not in pdf
    refused = [record.getMessage() for record in caplog.records if "RefusedURL" in record.getMessage()]
    assert len(refused) == 4  # style sheet, import, picture (asked for once), attachment
    assert "Font-face 'x' cannot be loaded" in caplog.text
