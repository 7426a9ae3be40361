"""Case numbers and web addresses."""

import pytest

from extractors.mentions.references import find_case_numbers, find_urls


@pytest.mark.parametrize(
    ("text", "printed", "norm"),
    [
        ("SAG-2031-00412 abc", "SAG-2031-00412", "SAG-2031-00412"),
        ("J.nr. 2031 - 4181", "J.nr. 2031 - 4181", "2031-4181"),
        ("Sagsnr.: 31/12345", "Sagsnr.: 31/12345", "31/12345"),
        ("Journalnummer: 2031-0123.", "Journalnummer: 2031-0123", "2031-0123"),
        ("Sags-ID: SAG-2031-00412", "Sags-ID: SAG-2031-00412", "SAG-2031-00412"),
        ("KLE 17.03.00-P22-1-31", "17.03.00-P22-1-31", "17.03.00-P22-1-31"),
        ("Sag 306-2031-600", "Sag 306-2031-600", "306-2031-600"),
    ],
)
def test_finds_case_numbers(text, printed, norm):
    assert [(text[f.start : f.end], f.norm) for f in find_case_numbers(text)] == [(printed, norm)]


@pytest.mark.parametrize("text", ["", "Sag nr. 129", "sagen fra 2031", "nr. 12", "J. Nielsen", "Journal 3"])
def test_other_numbers_are_no_cases(text):
    assert find_case_numbers(text) == []


@pytest.mark.parametrize(
    ("lines", "urls"),
    [
        (["se www.havn.dk og"], ["http://www.havn.dk"]),
        (["(https://havn.dk/plan.pdf)."], ["https://havn.dk/plan.pdf"]),
        (["https://havn.dk/bro_(ny)"], ["https://havn.dk/bro_(ny)"]),
        (["læs https://havn.dk/den-nye-", "plan-2031.pdf og mere"], ["https://havn.dk/den-nye-plan-2031.pdf"]),
        (["https://havn.dk/plan", "Den nye plan"], ["https://havn.dk/plan"]),
        (["https://a.dk/x", "https://b.dk/y"], ["https://a.dk/x", "https://b.dk/y"]),
        (["skriv til ida@www.dk"], []),
        (["Priser findes på havnen.dk/priser og på havnen.dk."], ["http://havnen.dk/priser", "http://havnen.dk"]),
        (["skriv til ida@havnen.dk eller til den.dkk"], []),
        ([], []),
    ],
)
def test_finds_addresses_and_joins_broken_ones(lines, urls):
    assert [address.norm for address in find_urls(lines)] == urls


@pytest.mark.parametrize(
    ("text", "number"),
    [("Se dok.nr. 4567/31 om broen.", "4567/31"), ("Broen er behandlet i Sag 31/12345.", "31/12345")],
)
def test_numbers_of_documents_and_short_case_numbers(text, number):
    assert [hit.norm for hit in find_case_numbers(text)] == [number]
