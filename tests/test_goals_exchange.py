"""Numbers that are owed and what came of them: read by the order of the clauses where no known word says so."""

import pytest
from goal_packets import CONTRACT, HALF_YEAR, Pair, pairs, read, results, targets

REPORT = "Årsberetning 2031"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Biblioteket havde i 2031 sat næsen op efter 52.000 besøgende, men måtte nøjes med 47.300.",
            [Pair(52000, 47300, "not_met")],
        ),
        (
            "Aftalen indebærer, at der årligt skal uddannes 24 vejledere. Ved årets udgang var tallet 27.",
            [Pair(24, 27, "met")],
        ),
        (
            "Vi skulle op på 60 pct. genanvendelse og kom op på 63 pct.",
            [Pair(60, 63, "met")],
        ),
        (
            "Hensigten var at få 15 nye skoler med. Det endte med 11.",
            [Pair(15, 11, "not_met")],
        ),
        (
            "Driftsaftalens krav om højst 2 pct. aflyste ture blev ikke overholdt: 3,1 pct. af turene blev aflyst.",
            [Pair(2, 3.1, "not_met")],
        ),
        (
            "Af de 200 træer, der skulle plantes, står 183 nu i jorden.",
            [Pair(200, 183, "not_met")],
        ),
        (
            "Måltallet lyder på 900 medlemmer; ultimo 2031 var der 912.",
            [Pair(900, 912, "met")],
        ),
        (
            "Museet havde lovet tre udstillinger og leverede fire.",
            [Pair(3, 4, "met")],
        ),
        (
            "Det var aftalt, at 80 pct. af sagerne skulle afgøres inden for otte uger. 77 pct. blev "
            "afgjort til tiden.",
            [Pair(80, 77, "not_met")],
        ),
        (
            "Selskabet forpligtede sig til at nedbringe vandtabet til under 8 pct. Tabet er nu 7,4 pct.",
            [Pair(8, 7.4, "met")],
        ),
        (
            "For tilfredsheden gælder et mål på 4,2 på en skala fra 1 til 5. Brugerne gav 4,4.",
            [Pair(4.2, 4.4, "met")],
        ),
        (
            "Frafaldet måtte ikke overstige 12 pct. Det blev 14,5 pct.",
            [Pair(12, 14.5, "not_met")],
        ),
        (
            "Resultatet på 68 pct. ligger 2 procentpoint under de aftalte 70 pct.",
            [Pair(70, 68, "not_met")],
        ),
        (
            "I kontrakten står der 40 virksomhedsbesøg. Der er aflagt 43.",
            [Pair(40, 43, "met")],
        ),
        (
            "Svartiden skulle ned på tre dage; den er på fire.",
            [Pair(3, 4, "not_met")],
        ),
        (
            "Et af kravene er en rettidighed på mindst 95 %. Rettidigheden blev målt til 96,3 %.",
            [Pair(95, 96.3, "met")],
        ),
        (
            "Vi ramte målet på 30 praktikaftaler på et hængende hår: 30 blev det til.",
            [Pair(30, 30, "met")],
        ),
        (
            "Succeskriteriet – at seks ud af ti deltagere er i job efter et halvt år – er nået: 64 pct. er i job.",
            [Pair(60, 64, "met")],
        ),
        (
            "Målet om 20 nye busstop blev ikke nået, da kun 16 stod klar ved årets udgang.",
            [Pair(20, 16, "not_met")],
        ),
        (
            "Der er etableret 5 ud af 8 planlagte ladestandere.",
            [Pair(8, 5, "not_met")],
        ),
        (
            "Med 1.240 tilmeldte blev målet på 1.200 overgået.",
            [Pair(1200, 1240, "met")],
        ),
        (
            "De 85 pct., som aftalen lægger op til, er endnu ikke nået. Seneste måling siger 81 pct.",
            [Pair(85, 81, "not_met")],
        ),
        (
            "Sygefraværet: mål 4,0 pct., resultat 4,3 pct.",
            [Pair(4, 4.3, "not_met")],
        ),
        (
            "Energiforbruget skulle sænkes med 10 pct. og er sænket med 12 pct.",
            [Pair(10, 12, "met")],
        ),
        (
            "Antallet af klager er faldet til 14, og dermed er ambitionen om højst 15 klager indfriet.",
            [Pair(15, 14, "met")],
        ),
        (
            "Vi har i 2031 gennemført 18 temamøder mod planlagt 20.",
            [Pair(20, 18, "not_met")],
        ),
        (
            "Kravet til andelen af økologi er 60 pct. Køkkenerne ligger i gennemsnit på 71 pct.",
            [Pair(60, 71, "met")],
        ),
        (
            "Resultatkravet blev indfriet med 402 forløb (krav: 380).",
            [Pair(380, 402, "met")],
        ),
        (
            "Mindst 70 af kommunens 90 foreninger skal bruge den nye portal. 74 foreninger var på "
            "portalen ved årets udgang.",
            [Pair(70, 74, "met")],
        ),
        (
            "Aftalen siger 12 møder om året; der blev holdt 12.",
            [Pair(12, 12, "met")],
        ),
        (
            "Gennemsnitskarakteren skulle være mindst 7,0 og blev 7,2.",
            [Pair(7, 7.2, "met")],
        ),
        (
            "Partnerne lovede hinanden at uddanne 60 mentorer. Da året var omme, havde 58 taget uddannelsen.",
            [Pair(60, 58, "not_met")],
        ),
        (
            "Målet var 90 pct., resultatet 88 pct.",
            [Pair(90, 88, "not_met")],
        ),
        (
            "93 pct. af de adspurgte ville anbefale tilbuddet til andre, og målet var 90 pct.",
            [Pair(90, 93, "met")],
        ),
        (
            "Det samlede antal vejledninger nåede op på 541. Det er over det aftalte niveau på 500.",
            [Pair(500, 541, "met")],
        ),
        (
            "Ved årsskiftet var 22 af kommunens skoler med. Ambitionsniveauet var 25 skoler.",
            [Pair(25, 22, "not_met")],
        ),
        (
            "Målene for 2031 var 40 nye lærlinge og 60 virksomhedsbesøg. Der kom 35 lærlinge, og der "
            "blev aflagt 66 besøg.",
            [Pair(40, 35, "not_met"), Pair(60, 66, "met")],
        ),
        (
            "I alt ti kurser skulle udbydes, og det blev til ni.",
            [Pair(10, 9, "not_met")],
        ),
        (
            "Det opstillede mål – fem nye partnerskaber – er overopfyldt med seks.",
            [Pair(5, 6, "met")],
        ),
        (
            "Kontrakten fastsætter en regularitet på 98 pct. I 2031 kørte 97,2 pct. af afgangene som planlagt.",
            [Pair(98, 97.2, "not_met")],
        ),
        (
            "Regulariteten blev 97,2 pct. Kontraktkravet er 98 pct.",
            [Pair(98, 97.2, "not_met")],
        ),
        (
            "Henved halvdelen af borgerne – 47 pct. – bruger nu selvbetjening, hvor målet er 50 pct.",
            [Pair(50, 47, "not_met")],
        ),
        (
            "Tre ud af fire elever skulle gennemføre uddannelsen. 71 pct. gjorde det.",
            [Pair(75, 71, "not_met")],
        ),
        (
            "Vi satte os et mål om 1.000 timers frivilligt arbejde. Det blev til 1.034 timer.",
            [Pair(1000, 1034, "met")],
        ),
        (
            "Brugertilfredsheden skulle være på mindst 80 pct., og ventetiden måtte højst være 30 "
            "dage. Tilfredsheden blev 82 pct., og ventetiden blev 26 dage.",
            [Pair(80, 82, "met"), Pair(30, 26, "met")],
        ),
        (
            "Målet for 2035 er, at udledningen er reduceret med 15 pct. i forhold til 2025.",
            [Pair(15, None, "pending")],
        ),
        (
            "Ensomheden blandt ældre må højst være 6 pct. Undersøgelsen fra efteråret viser 7 pct.",
            [Pair(6, 7, "not_met")],
        ),
        (
            "Det er lykkedes at komme op på 48 pct. kvinder i bestyrelserne. Ifølge aftalen skulle "
            "andelen være 45 pct.",
            [Pair(45, 48, "met")],
        ),
        (
            "I 2030 deltog 450 borgere. Det var 50 flere end året før. Deltagerbetalingen er 200 kr.",
            [],
        ),
        (
            "Regeringen har et mål om 70 pct. reduktion i 2030. Landsgennemsnittet er 44 pct.",
            [],
        ),
        (
            "Vi forventer at nå 300 deltagere i 2033. Kommunerne betaler 4 mio. kr. om året.",
            [],
        ),
        (
            "Inden 14 dage skal borgeren have første samtale. Gennemsnittet var 11 dage i 2031.",
            [Pair(14, 11, "met")],
        ),
        (
            "At mindst 90 pct. af patienterne udredes inden for 30 dage, er et krav i aftalen. Andelen var 86 pct.",
            [Pair(90, 86, "not_met")],
        ),
        (
            "Vi manglede 13 deltagere i at nå de 300, som var målet. Der kom nemlig 287.",
            [Pair(300, 287, "not_met")],
        ),
        (
            "Der skulle gennemføres otte temadage i løbet af året. Alle otte er gennemført.",
            [Pair(8, 8, "met")],
        ),
        (
            "Frem til og med september har 5.412 borgere brugt tilbuddet. Årsmålet er 6.000.",
            [Pair(6000, 5412, "pending")],
        ),
        (
            "Hvor planen var 40 nye medlemmer, endte året på 52.",
            [Pair(40, 52, "met")],
        ),
        (
            "Måltallet for fejl er sat til maks. 2,5 pct., og fejlprocenten blev i 2031 opgjort til 2,2 pct.",
            [Pair(2.5, 2.2, "met")],
        ),
        (
            "Mens 30 kommuner efter planen skulle være tilsluttet ved årets udgang, var det reelle tal 24.",
            [Pair(30, 24, "not_met")],
        ),
        (
            "Hjemmesiden havde 215.400 besøg. Sigtet med kontrakten var 200.000 besøg.",
            [Pair(200000, 215400, "met")],
        ),
        (
            "Der er i aftalen for 2033 indskrevet et mål om, at 35 pct. af ledelsen skal være kvinder.",
            [Pair(35, None, "pending")],
        ),
        (
            "For så vidt angår netværksmøder er status, at 10 af de lovede 12 er holdt.",
            [Pair(12, 10, "not_met")],
        ),
        (
            "Beskæftigelsesfrekvensen er steget til 66,5 pct. og har dermed passeret målet på 65 pct.",
            [Pair(65, 66.5, "met")],
        ),
        (
            "Samtlige kommuner (100 pct.) har vedtaget en plan. Det var også målet, at alle 100 pct. "
            "skulle gøre det.",
            [Pair(100, 100, "met")],
        ),
        (
            "Kravet om minimum 3 årlige møder i styregruppen er opfyldt. Der er holdt 3 møder.",
            [Pair(3, 3, "met")],
        ),
    ],
)
def test_what_was_owed_is_answered_by_what_came_of_it(text: str, expected: list[Pair]) -> None:
    assert pairs(read((REPORT, text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Målet er 500 gæster om måneden. I juli var der 512, i august 470.",
            [(512, "juli"), (470, "august")],
        ),
        (
            "Punktligheden skal være mindst 85 pct. i begge havne. I Nordhavn er den 88 pct. og i Sydhavn 79 pct.",
            [(88, "Nordhavn"), (79, "Sydhavn")],
        ),
        (
            "Kravet er 70 pct. Kredsene ligger sådan: Aavig 71 pct., Bøgelund 66 pct. og Ceder 74 pct.",
            [(71, "Aavig"), (66, "Bøgelund"), (74, "Ceder")],
        ),
        (
            "Målet om 30 pct. blev nået med 33 pct. Flest var der i Elmby med 41 pct., mens Fyrre med "
            "22 pct. lå lavt.",
            [(33, None)],
        ),
        (
            "Breve skal besvares inden for 4 arbejdsdage. Det tog 5,1 arbejdsdage i første halvår og 3,5 "
            "arbejdsdage i andet halvår. Samlet for året blev det til 4,3 arbejdsdage.",
            [(5.1, "første halvår"), (3.5, "andet halvår"), (4.3, None)],
        ),
    ],
)
def test_results_of_several_places_or_times_answer_one_target(
    text: str, expected: list[tuple[float, str | None]]
) -> None:
    found = results(read((REPORT, text)))
    assert [(float(row.value or 0), row.segment) for row in found] == expected
    assert len({row.target_id for row in found}) == 1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ventetiden må højst være 6 uger. Tallene offentliggøres først til marts.", 6),
        ("Omsætningen skulle op på 3 mio. kr. Regnskabet foreligger først i juni.", 3),
        ("Den næste måling, i efteråret 2033, skal vise en trivsel på 80 point eller derover.", 80),
    ],
)
def test_what_is_owed_and_not_told_yet_is_a_target(text: str, value: int) -> None:
    assert [target.value for target in targets(read((REPORT, text)))] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Regionens udspil har et mål om 88 pct., som ikke gælder her.",
        "For 2030 var kravet 55 pct.; dengang blev resultatet 54 pct.",
        "I aftalen for 2024-2027 var målet 9 pct. genindlæggelser.",
        "Ministeriet har i en plan foreslået et loft over ventetiden på 5 dage.",
        "Målet er ikke nået, selv om der er tale om en stigning på 8 pct. i forhold til 2030.",
        "Sparekravet er udmøntet med 14 tiltag, hvoraf de fleste er begyndt.",
        "Nabokommunen arbejder med et mål på 88 pct. og nåede 84 pct.",
        "Måltallet blev drøftet. Kommunen dækker 12 pct. af regionens areal, og 9 pct. af borgerne er over 80 år.",
        "Der stilles krav om kobling til lønsystemet fra tre leverandører og om adgang for fire brugere.",
        "Der var et mål om at oprette 16 praktikpladser. Det blev strøget i april, fordi lokalerne manglede.",
        "Fonden har et mål om, at mindst 85 pct. af gæsterne kommer igen, men det er fondens eget.",
        "Vi lovede at stå sammen med ét budskab, og det har vi gjort.",
        "Målet var høj tilfredshed. Der er sendt spørgeskema til 412 gæster.",
        "Roklubben har sat sig for at få 450 roere i 2034. Det er deres egen sag.",
        "Vores borgere skal højst køre 25 km til vagten, men det er nævnet, der afgør det.",
        "Tre medlemmer ville have et mål om 900 nye haver. Forslaget blev forkastet med 9 stemmer mod 3.",
        "Under mødet ønskede Nordø et krav om, at 35 % af varerne er lokale, og ønsket blev ikke imødekommet.",
    ],
)
def test_goals_of_others_and_of_earlier_years_are_none_of_this_report(text: str) -> None:
    rows = read((REPORT, text))
    standing = {target.standing for target in targets(rows)}
    assert standing <= {"cited", "rejected", "earlier"}
    assert results(rows) == []


def test_a_move_is_told_by_its_end() -> None:
    text = (
        "Målet om en nedgang i ulykker pr. 1.000 ansatte fra 2,2 til 1,8 er ikke nået. Resultatet blev 1,9.\n\n"
        "Karakteren skulle op på 7,5. Den er steget fra 6,9 i 2030 til 7,6 i 2031."
    )
    assert pairs(read((REPORT, text))) == [Pair(1.8, 1.9, "not_met"), Pair(7.5, 7.6, "met")]


def test_a_count_that_a_share_is_of_is_no_target() -> None:
    text = "Målet er, at 60 pct. af klasserne skal på mindst ét besøg. I 2031 kom 64 pct. af klasserne på besøg."
    assert pairs(read((REPORT, text))) == [Pair(60, 64, "met")]


def test_a_number_in_brackets_behind_a_goal_is_the_target() -> None:
    text = "Måltallet for praktikpladser (90) er nået: Der er oprettet 97, heraf 12 i butikker."
    assert pairs(read((REPORT, text))) == [Pair(90, 97, "met")]


def test_an_agreement_alone_owes_nothing_that_is_not_told() -> None:
    text = "Der skal deltage 4 kommuner i puljen. Udvalget skal mødes 6 gange, og formanden skal indkalde."
    assert targets(read((REPORT, text))) == []


def test_a_share_left_without_its_sign_has_that_of_its_target() -> None:
    (row,) = results(read((REPORT, "Fraværet måtte ikke overstige 5 pct. og endte på 4,6.")))
    assert (row.value, row.unit, row.status) == (row.value, "%", "met")


def test_half_a_year_of_a_count_is_pending() -> None:
    text = "Årets 400 samtaler er godt på vej: 210 er holdt."
    assert pairs(read((HALF_YEAR, text), meeting=2031)) == [Pair(400, 210, "pending")]


def test_a_contract_tells_no_results() -> None:
    text = "Mål 1 – Kunder\n\nDer skal holdes 40 møder. I 2030 blev der holdt 31."
    assert results(read((CONTRACT, text), meeting=2031)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Målene i aftalen følges. Brevene kommer til tiden i 93 pct. af sagerne, hvor aftalen siger mindst "
            "95 pct. Det er kun 72 pct. af brevene, der har svar på alt, og det er klart under de aftalte 90 pct.",
            [Pair(95, 93, "not_met"), Pair(90, 72, "not_met")],
        ),
        (
            "Målene i aftalen følges. Turene går til tiden i 97 pct. af tilfældene, og aftalen siger mindst "
            "95 pct. Kun 61 pct. af bådene er fulde, og det er noget under de lovede 70 pct.",
            [Pair(95, 97, "met"), Pair(70, 61, "not_met")],
        ),
    ],
)
def test_each_target_is_answered_in_its_own_sentence(text: str, expected: list[Pair]) -> None:
    assert pairs(read((REPORT, text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "82% synes, at broen er tryg. Målet er 85%. 61% mener, at den er ren, hvor målet er 60%.",
            [Pair(85, 82, "not_met"), Pair(60, 61, "met")],
        ),
        (
            "Det gælder især trygheden, hvor 57 pct. er meget trygge, mens målet er 60 pct. Desuden har 34 pct. "
            "brugt den nye sti, mod et mål på 40 pct.",
            [Pair(60, 57, "not_met"), Pair(40, 34, "not_met")],
        ),
        (
            "Mindst 70 pct. af turene skal være til tiden. 66 pct. var det. Og 91 pct. af bådene var rene, mod "
            "et mål på 95 pct.",
            [Pair(70, 66, "not_met"), Pair(95, 91, "not_met")],
        ),
    ],
)
def test_a_target_at_the_end_of_a_sentence_keeps_what_the_sentence_tells(text: str, expected: list[Pair]) -> None:
    assert pairs(read((REPORT, text))) == expected
