"""Messages say «1 page is» and «2 pages are»."""

import pytest

from schemas.wording import counted


@pytest.mark.parametrize(
    ("count", "words", "told"),
    [
        (1, ("page",), "1 page"),
        (0, ("page",), "0 pages"),
        (2, ("page",), "2 pages"),
        (1, ("page is", "pages are"), "1 page is"),
        (2, ("page is", "pages are"), "2 pages are"),
    ],
)
def test_what_is_counted_agrees_with_its_number(count, words, told):
    assert counted(count, *words) == told
