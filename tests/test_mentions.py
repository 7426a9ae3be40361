"""Mentions of a whole packet: places, items, and names that exclude each other."""

import os
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_documents import text_document

from extractors.mentions.extract import extract_mentions
from extractors.text.joining import packet_passages
from schemas.packet import AgendaItem, Packet, Span


def packet_of(text, **fields):
    return Packet(text_document(text), **fields)


def found(packet, *kinds):
    return [(m.kind, m.text, m.norm, m.line) for m in extract_mentions(packet) if not kinds or m.kind in kinds]


def test_a_mention_broken_over_lines_is_whole_and_stands_where_it_begins():
    packet = packet_of("Puljen er på 31\nmio. kr. fra den 4. no-\nvember 2031 og frem.")
    assert found(packet) == [
        ("money", "31 mio. kr.", "31000000", 1),
        ("date", "4. november 2031", "2031-11-04", 2),
    ]


def test_a_name_inside_a_longer_name_is_no_mention_of_its_own():
    packet = packet_of("Ida Holm taler på Aalborg Universitet for Aalborg Kommune.")
    assert [(kind, text) for kind, text, _, _ in found(packet)] == [
        ("person", "Ida Holm"),
        ("organisation", "Aalborg Universitet"),
        ("municipality", "Aalborg Kommune"),
    ]


def test_a_case_number_holds_no_date():
    assert [kind for kind, *_ in found(packet_of("J.nr. 2031-12-04 er lukket."))] == ["case_no"]


def test_mentions_know_their_item():
    text = "2.1 Broen\nDen 3. maj 2031 åbner broen."
    item = AgendaItem("2.1", "Broen", span=Span(0, 1))
    (mention,) = extract_mentions(packet_of(text, items=(item,)))
    assert (mention.item_no, mention.attachment_no, mention.line) == ("2.1", None, 2)


def test_tables_of_contents_are_left_out():
    text = "1.1 Plan for 3. maj 2031 ....... 4\n\nPlanen gælder fra den 3. maj 2031."
    assert len(found(packet_of(text, contents=(Span(0, 0),)), "date")) == 1


def test_a_day_of_the_meeting_has_its_year():
    packet = packet_of("Udvalget (12/3) og rådet (13/3) drøfter planen.", meeting_date=date(2031, 3, 13))
    assert [norm for _, _, norm, _ in found(packet)] == ["2031-03-12", "2031-03-13"]


def test_a_genitive_of_an_unknown_area_is_taken_off_where_the_base_form_is_printed():
    packet = packet_of("Erhvervshus Vandkyst vokser.\n\nErhvervshus Vandkysts indsats er ny.")
    assert {norm for _, _, norm, _ in found(packet, "organisation")} == {"Erhvervshus Vandkyst"}


def test_rows_of_a_table_are_not_counted_twice():
    packet = packet_of("Kommune Antal\nAssens Kommune 12\nNyborg Kommune 13\n")
    assert [norm for _, _, norm, _ in found(packet, "municipality")] == ["Assens 420", "Nyborg 450"]


def test_an_empty_document_has_no_mentions():
    assert extract_mentions(packet_of("")) == []


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="Aa Øø0123456789.,-/§()\n\tkrmiolovdenKLIda Holm", max_size=400))
def test_any_text_gives_rows_with_lines_of_the_document(text):
    packet = packet_of(text)
    rows = extract_mentions(packet)
    assert all(row.line is not None and 1 <= row.line <= len(packet.lines) for row in rows)
    assert rows == extract_mentions(packet)


@pytest.mark.skipif("BILAG_PACKETS" not in os.environ, reason="BILAG_PACKETS names no folder of real packets")
def test_a_real_packet_takes_less_than_a_second_for_350_kilobytes():
    from ingest.pipeline import split
    from ingest.reading.content import read

    for path in sorted(Path(os.environ["BILAG_PACKETS"]).glob("*.txt")):
        data = path.read_bytes()
        packet = split(read(data, filename=path.name, sha256="0" * 64))
        extract_mentions(packet)
        started = time.process_time()
        extract_mentions(packet)
        assert time.process_time() - started < max(0.5, 1.5 * len(data) / 350_000)


@pytest.mark.parametrize(
    "unit",
    [
        "24,5 mio. kr. til planen ", "den 3. maj 2022 og ", "Ida Holm (V), ", "KKR Fyn og ", "Assens, Nyborg og ",
        "serviceloven § 85, stk. 1, ", "sag nr. 2022-123 ", "lov om ", "Udvalget for ", "2019-", "A B ",
        "§ 3, ", "1.000.",
    ],
)  # fmt: skip
def test_the_time_for_one_long_line_grows_with_its_length(unit):
    def seconds(times):
        packet = Packet(text_document(unit * times))
        started = time.process_time()
        extract_mentions(packet)
        return time.process_time() - started

    seconds(10)
    short, long = min(seconds(1_000) for _ in range(2)), min(seconds(8_000) for _ in range(2))
    assert long < 20 * short + 0.1


@pytest.mark.parametrize("line", ["a", "7"])
def test_many_short_lines_take_little_time(line):
    packet = Packet(text_document(f"{line}\n" * 20_000))
    packet_passages(packet, Span(0, len(packet.lines) - 1))
    started = time.process_time()
    extract_mentions(packet)
    assert time.process_time() - started < 2


def test_a_body_in_the_name_of_a_law_is_no_mention_of_it():
    packet = packet_of("Reglerne står i lov om Folketingets Ombudsmand.\n\nFolketinget vedtog dem.")
    assert [(text, norm) for _, text, norm, *_ in found(packet, "organisation")] == [("Folketinget", "Folketinget")]


def test_a_body_printed_with_and_without_its_article_is_one():
    packet = packet_of("Der nedsættes et Trafikudvalg (TU).\n\nTrafikudvalget drøfter broen, og TU mødes igen.")
    assert {norm for _, _, norm, *_ in found(packet, "organisation")} == {"Trafikudvalget"}
