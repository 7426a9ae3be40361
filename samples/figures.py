"""The invented figures: one story over three years, so that the tables of two meetings make series."""

from __future__ import annotations

from shapes import Head, Row, Table

FOSTER = {
    # Kommune: godkendt 1. januar 2023, (nye, ophørte) 2023, (nye, ophørte) 2024
    "Horsens": (41, (6, 4), (5, 7)),
    "Herning": (58, (7, 9), (8, 6)),
    "Holstebro": (33, (3, 5), (4, 3)),
    "Lemvig": (14, (2, 1), (1, 3)),
    "Struer": (17, (0, 2), (2, 1)),
    "Syddjurs": (39, (5, 3), (4, 6)),
    "Norddjurs": (46, (4, 8), (6, 5)),
    "Favrskov": (35, (4, 2), (3, 4)),
    "Odder": (19, (2, 3), (1, 2)),
    "Randers": (72, (9, 11), (10, 8)),
    "Silkeborg": (61, (8, 6), (7, 9)),
    "Samsø": (4, (0, 1), (1, 0)),
    "Skanderborg": (37, (3, 4), (5, 3)),
    "Aarhus": (83, (12, 10), (11, 14)),
    "Ikast-Brande": (31, (3, 2), (2, 5)),
    "Ringkøbing-Skjern": (42, (5, 6), (6, 4)),
    "Hedensted": (36, (4, 4), (3, 2)),
    "Skive": (40, (3, 7), (5, 4)),
    "Viborg": (77, (9, 8), (8, 10)),
}

PLACES = {
    # Tilbudstype: kommunalt, regionalt, privat ved udgangen af 2023 og 2024
    "Børne- og ungetilbud": {2023: (96, 9, 74), 2024: (94, 9, 81)},
    "Voksentilbud": {2023: (188, 21, 112), 2024: (191, 20, 118)},
    "Kombinerede børne-/unge- og voksentilbud": {2023: (27, 3, 38), 2024: (29, 3, 41)},
}

APPLICATIONS = {
    "Modtagne ansøgninger": {2021: 184, 2022: 171, 2023: 193, 2024: 208},
    "Nygodkendelser": {2021: 121, 2022: 109, 2023: 128, 2024: 133},
    "Afslag": {2021: 17, 2022: 14, 2023: 19, 2024: 22},
    "Ansøgning trukket tilbage": {2021: 46, 2022: 48, 2023: 46, 2024: 53},
}

VISITS = {
    # Område: besøgstype: driftsorienteret tilsyn, nygodkendelse, opfølgning på sanktion
    "Plejefamilier": {
        "Anmeldt": {2023: (612, 89, 21), 2024: (598, 92, 18)},
        "Uanmeldt": {2023: (348, 0, 33), 2024: (361, 0, 29)},
        "Uanmeldt, ikke truffet": {2023: (141, 0, 6), 2024: (127, 0, 4)},
    },
    "Tilbud": {
        "Anmeldt": {2023: (402, 39, 27), 2024: (417, 41, 31)},
        "Uanmeldt": {2023: (566, 0, 58), 2024: (588, 0, 64)},
        "Uanmeldt, ikke truffet": {2023: (12, 0, 1), 2024: (9, 0, 0)},
    },
}

THEMES = (
    "Uddannelse og beskæftigelse",
    "Selvstændighed og relationer",
    "Målgruppe og metoder",
    "Sundhed og trivsel",
    "Kompetencer",
    "Fysiske rammer",
)

SANCTIONS = {
    "Vilkår": {2023: (4, 7, 22, 18, 31, 9), 2024: (3, 8, 25, 16, 28, 12)},
    "Påbud": {2023: (1, 3, 14, 11, 19, 6), 2024: (2, 2, 17, 13, 21, 5)},
    "Skærpet tilsyn": {2023: (0, 1, 5, 4, 7, 2), 2024: (0, 1, 6, 3, 9, 1)},
}

BUDGET = {
    # 1.000 kr.: regnskab 2022, 2023, 2024; budget 2023, 2024
    "Lønninger": {"r": (38_412, 40_106, 41_873), "b": (39_900, 42_350)},
    "Uddannelse og udvikling": {"r": (1_204, 1_377, 1_290), "b": (1_350, 1_400)},
    "It og administration": {"r": (4_861, 4_655, 5_012), "b": (4_700, 4_900)},
    "Kørsel og rejser": {"r": (1_733, 1_698, 1_745), "b": (1_800, 1_750)},
}

TARIFFS = {
    "Tilsyn med tilbud": {
        "0-7 pladser": {2021: 32_871, 2022: 33_918, 2023: 34_630, 2024: 35_774, 2025: 36_812},
        "8-24 pladser": {2021: 39_445, 2022: 40_702, 2023: 41_556, 2024: 42_929, 2025: 44_174},
        "25-49 pladser": {2021: 65_742, 2022: 67_836, 2023: 69_260, 2024: 71_548, 2025: 73_624},
        "Over 50 pladser": {2021: 98_613, 2022: 101_754, 2023: 103_890, 2024: 107_322, 2025: 110_436},
    },
    "Godkendelse af nyt tilbud": {
        "0-7 pladser": {2021: 29_584, 2022: 30_526, 2023: 31_167, 2024: 32_197, 2025: 33_131},
        "8-24 pladser": {2021: 35_501, 2022: 36_632, 2023: 37_400, 2024: 38_636, 2025: 39_757},
        "25-49 pladser": {2021: 59_168, 2022: 61_052, 2023: 62_334, 2024: 64_394, 2025: 66_262},
        "Over 50 pladser": {2021: 88_752, 2022: 91_579, 2023: 93_501, 2024: 96_590, 2025: 99_393},
    },
}

CAPACITY = {
    "Plejefamilier": {2021: 1_318, 2022: 1_297, 2023: 1_284, 2024: 1_271},
    "Tilbud til børn og unge": {2021: 1_502, 2022: 1_488, 2023: 1_519, 2024: 1_533},
    "Tilbud til voksne": {2021: 4_071, 2022: 4_126, 2023: 4_158, 2024: 4_207},
}

QUOTAS = {
    # Kommune: (kode, indbyggere 2024, kvote 2025, indbyggere 2025, kvote 2026); None: ingen kvote
    "Region Midtjylland": {
        "Horsens": ("615", 97_184, 14, 98_402, 12),
        "Herning": ("657", 90_013, 17, 90_244, 15),
        "Holstebro": ("661", 58_975, 11, 59_031, 9),
        "Lemvig": ("665", 19_066, 6, 18_960, 5),
        "Struer": ("671", 20_812, 5, 20_755, 5),
        "Syddjurs": ("706", 44_321, 13, 44_618, 11),
        "Norddjurs": ("707", 36_988, 8, 36_874, 7),
        "Favrskov": ("710", 50_134, 15, 50_377, 13),
        "Odder": ("727", 24_012, 7, 24_188, 6),
        "Randers": ("730", 99_862, 9, 100_215, 8),
        "Silkeborg": ("740", 99_431, 18, 100_340, 16),
        "Samsø": ("741", 3_642, 1, 3_618, None),
        "Skanderborg": ("746", 65_890, 19, 66_452, 17),
        "Aarhus": ("751", 367_095, None, 373_388, None),
        "Ikast-Brande": ("756", 43_012, 6, 43_190, 5),
        "Ringkøbing-Skjern": ("760", 56_211, 10, 56_089, 9),
        "Hedensted": ("766", 48_203, 12, 48_511, 10),
        "Skive": ("779", 44_879, 9, 44_702, 8),
        "Viborg": ("791", 98_017, 16, 98_240, 14),
    },
    "Region Nordjylland": {
        "Morsø": ("773", 20_084, 5, 19_976, 4),
        "Thisted": ("787", 42_911, 10, 42_780, 9),
        "Brønderslev": ("810", 36_788, 9, 36_902, 8),
        "Frederikshavn": ("813", 58_402, 8, 58_117, 7),
        "Vesthimmerlands": ("820", 36_120, 7, 36_004, 6),
        "Læsø": ("825", 1_762, 1, 1_751, 1),
        "Rebild": ("840", 31_290, 11, 31_488, 9),
        "Mariagerfjord": ("846", 41_530, 9, 41_455, 8),
        "Jammerbugt": ("849", 38_217, 8, 38_190, 7),
        "Aalborg": ("851", 222_571, 12, 223_904, 11),
        "Hjørring": ("860", 63_411, 12, 63_220, 10),
    },
}


def number(value: int | None) -> str:
    """A whole number as Danish print has it: thousands by dots, none as a dash."""
    return "-" if value is None else f"{value:,}".replace(",", ".")


def _row(label: str, *values: int | None, kind: str = "data") -> Row:
    return Row(label, tuple(number(value) for value in values), kind)


def _sums(rows: list[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(sum(column) for column in zip(*rows, strict=True))


def foster_families(year: int) -> Table:
    """Tabel 1: families by municipality at the end of ``year``."""
    rows, sums = [], []
    for name, (start, *changes) in FOSTER.items():
        for new, gone in changes[: year - 2023]:
            start += new - gone
        new, gone = changes[year - 2023]
        sums.append((start, new, gone, start + new - gone))
        rows.append(_row(name, *sums[-1]))
    heads = (
        Head("Kommune"),
        Head(f"Godkendte 1. januar {year}"),
        Head("Nye"),
        Head("Ophørte"),
        Head(f"Godkendte 31. december {year}"),
    )
    return Table(
        "Tabel 1",
        f"Antal godkendte plejefamilier i {year} fordelt på kommune",
        (heads,),
        (*rows, _row("I alt", *_sums(sums), kind="total")),
    )


def approved_places(year: int) -> Table:
    """Tabel 2: a head of two levels."""
    sums = [(*values[year], sum(values[year])) for values in PLACES.values()]
    rows = [_row(name, *values) for name, values in zip(PLACES, sums, strict=True)]
    heads = (
        (Head("Tilbudstype"), Head("Driftsform", 3), Head("")),
        (Head(""), Head("Kommunal"), Head("Regional"), Head("Privat"), Head("I alt")),
    )
    return Table(
        "Tabel 2",
        f"Antal godkendte tilbud ved udgangen af {year} fordelt på driftsform",
        heads,
        (*rows, _row("I alt", *_sums(sums), kind="total")),
    )


def applications(year: int) -> Table:
    """Tabel 3: three years side by side."""
    years = range(year - 2, year + 1)
    rows = [_row(name, *(values[y] for y in years)) for name, values in APPLICATIONS.items()]
    heads = (Head("Sagsbehandling"), *(Head(str(y)) for y in years))
    return Table("Tabel 3", f"Ansøgninger om godkendelse {year - 2}-{year}, antal sager", (heads,), tuple(rows))


def visits(year: int) -> Table:
    """Tabel 4: group rows with subtotals of their own."""
    rows, totals = [], []
    for area, kinds in VISITS.items():
        rows.append(Row(area, kind="group"))
        sums = [(*values[year], sum(values[year])) for values in kinds.values()]
        rows += [_row(kind, *values) for kind, values in zip(kinds, sums, strict=True)]
        totals.append(_sums(sums))
        rows.append(_row(f"{area} i alt", *totals[-1], kind="total"))
    rows.append(_row("Samlet i alt", *_sums(totals), kind="total"))
    heads = (
        Head("Besøg"),
        Head("Driftsorienteret tilsyn"),
        Head("Nygodkendelse"),
        Head("Opfølgning på sanktion"),
        Head("Besøg i alt"),
    )
    return Table("Tabel 4", f"Antal tilsynsbesøg i {year} fordelt på sagsforløbstype", (heads,), tuple(rows))


def sanctions(year: int) -> Table:
    """Tabel 5: heads that are printed upright on their side."""
    sums = [(*values[year], sum(values[year])) for values in SANCTIONS.values()]
    rows = [_row(name, *values) for name, values in zip(SANCTIONS, sums, strict=True)]
    heads = (Head("Sanktion"), *(Head(theme) for theme in THEMES), Head("I alt"))
    return Table(
        "Tabel 5",
        f"Sanktioner i {year} fordelt på temaerne i kvalitetsmodellen",
        (heads,),
        (*rows, _row("I alt", *_sums(sums), kind="total")),
    )


def accounts(year: int, *, misprint: int = 0) -> Table:
    """Tabel 6: ``misprint`` is added to the printed sum of the year's account, which is then wrong."""
    at = year - 2022
    lines = [(values["r"][at - 1], values["b"][at - 1], values["r"][at]) for values in BUDGET.values()]
    rows = [_row(name, *values) for name, values in zip(BUDGET, lines, strict=True)]
    before, planned, spent = _sums(lines)
    heads = (
        Head(""),
        Head(f"Regnskab {year - 1}"),
        Head(f"Budget {year}"),
        Head(f"Regnskab {year}"),
    )
    return Table(
        "Tabel 6",
        f"Budget og regnskab for Socialtilsyn Gudenå {year}, 1.000 kr.",
        (heads,),
        (*rows, _row("Udgifter i alt", before, planned, spent + misprint, kind="total")),
        unit="1.000 kr.",
    )


def tariffs(year: int) -> Table:
    """Tabel 7: amounts with their unit in the cell, under group rows."""
    years = range(year - 2, year + 2)
    rows = []
    for group, classes in TARIFFS.items():
        rows.append(Row(group, kind="group"))
        rows += [Row(name, tuple(f"{number(values[y])} kr." for y in years)) for name, values in classes.items()]
    heads = (Head("Størrelse"), *(Head(str(y)) for y in years))
    return Table("Tabel 7", f"Udvikling i takster {year - 2}-{year + 1} (løbende priser)", (heads,), tuple(rows))


def capacity(year: int) -> Table:
    """Tabel 8: years backwards, a footnote at the caption and one at a figure."""
    years = range(year, year - 3, -1)
    sums = [tuple(values[y] for y in years) for values in CAPACITY.values()]
    rows = [_row(name, *values) for name, values in zip(CAPACITY, sums, strict=True)]
    first = Row(rows[0].label, (f"{rows[0].cells[0]}^2", *rows[0].cells[1:]))
    heads = (Head("Område"), *(Head(f"År {y}") for y in years))
    return Table(
        "Tabel 8",
        "Antal pladser i tilbud og plejefamilier^1",
        (heads,),
        (first, *rows[1:], _row("I alt", *_sums(sums), kind="total")),
    )


def quotas(year: int) -> Table:
    """The list of municipalities: the region's sum stands above its municipalities, a dash is no quota."""
    at = 1 if year == 2025 else 3
    rows, all_people, all_quota = [], 0, 0
    for region, municipalities in QUOTAS.items():
        people = sum(values[at] for values in municipalities.values())
        quota = sum(values[at + 1] or 0 for values in municipalities.values())
        all_people, all_quota = all_people + people, all_quota + quota
        rows.append(_row(f"{region} i alt", people, quota, kind="total"))
        rows += [_row(f"{values[0]} {name}", values[at], values[at + 1]) for name, values in municipalities.items()]
    rows.append(_row("De to regioner i alt", all_people, all_quota, kind="total"))
    heads = (Head("Kommune nr. og kommune"), Head(f"Indbyggere 1. januar {year - 1}"), Head(f"Kvote {year}"))
    return Table("", f"Boligplaceringskvoter for {year} fordelt på kommuner", (heads,), tuple(rows))
