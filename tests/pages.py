"""Reading pages in tests as a person does: the words, without the markup."""

import html
import re


def words_of(response, status=200):
    """The text of the page's main part, in one line."""
    assert response.status_code == status, response.status_code
    page = response.content.decode()
    main = re.search(r"<main.*?</main>", page, re.DOTALL)
    text = re.sub(r"<[^>]+>", " ", main.group(0) if main else page)
    return re.sub(r"\s+", " ", html.unescape(text)).strip()
