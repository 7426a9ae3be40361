"""Actor and action of recommending and deciding sentences."""

import pytest

from extractors.agenda.actions import has_lead, read_action


@pytest.mark.parametrize(
    ("sentence", "actor", "verbs"),
    [
        ("Det indstilles, at KKR Fyn godkender regnskabet.", "KKR Fyn", ("godkende",)),
        (
            "Det indstilles, at KKR Fyn tager status for letbanen til efterretning",
            "KKR Fyn",
            ("tage til efterretning",),
        ),
        ("At KKR Syddanmark drøfter sagen.", "KKR Syddanmark", ("drøfte",)),
        ("Det indstilles, at KKR Fyn bakker op om planen.", "KKR Fyn", ("bakke op om",)),
        ("Det indstilles, at KKR giver formandskabet mandat til at forhandle.", "KKR", ("give mandat",)),
        ("Det indstilles, at KKR Fyn giver eventuelle input til udkastet.", "KKR Fyn", ("give input",)),
        ("Det indstilles, at K98 opfordrer kommunerne til at deltage.", "K98", ("opfordre",)),
        (
            "Det indstilles, at kommunalbestyrelserne inden 1. maj tilslutter sig aftalen.",
            "kommunalbestyrelserne",
            ("tilslutte sig",),
        ),
        (
            "Det foreslås, at KKR Fyn og Region Syddanmark nedsætter en gruppe.",
            "KKR Fyn og Region Syddanmark",
            ("nedsætte",),
        ),
        (
            "Det indstilles, at KKR Fyn i samarbejde med regionen både nu og senere arbejder målrettet for broen.",
            "KKR Fyn",
            ("arbejde for",),
        ),
        ("Det indstilles, at KKR Fyn, som ejer planen, godkender den.", "KKR Fyn", ("godkende",)),
        (
            "Det indstilles, at Økonomiudvalget anbefaler byrådet at godkende planen.",
            "Økonomiudvalget",
            ("anbefale",),
        ),
        ("Sekretariatet indstiller, at KKR Fyn tiltræder planen.", "KKR Fyn", ("tiltræde",)),
        ("at udvalget over for byrådet anbefaler, at der afsættes 2 mio. kr.", "udvalget", ("anbefale",)),
        (
            "Det indstilles, at sundhedsudvalget over for regionsrådet anbefaler, at broen males.",
            "sundhedsudvalget",
            ("anbefale",),
        ),
        ("Sagen forelægges til drøftelse.", None, ("drøfte",)),
        ("Notatet fremlægges til orientering for KKR Fyn.", None, ("tage til orientering",)),
        ("Til godkendelse.", None, ("godkende",)),
        ("Det indstilles, at KKR Fyn omprioriterer midlerne.", "KKR Fyn", ("omprioritere",)),
        ("Det indstilles, at KKR Fyn besluttter, at kontoret flyttes.", "KKR Fyn", ("beslutte",)),
    ],
)
def test_reads_who_is_to_do_what(sentence, actor, verbs):
    action = read_action(sentence)
    assert action is not None
    assert (action.actor, action.verbs) == (actor, verbs)


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        (
            "Det indstilles, at KKR Fyn tager planen til efterretning og godkender budgettet.",
            ("tage til efterretning", "godkende"),
        ),
        (
            "Det indstilles, at KKR Fyn drøfter sagen og anbefaler byrådene at drøfte snitflader.",
            ("drøfte", "anbefale"),
        ),
        ("Det indstilles, at KKR Fyn drøfter planen, og at KKR Fyn udpeger en formand.", ("drøfte", "udpege")),
        ("Det indstilles, at KKR Fyn beslutter, at kontoret flyttes og følger formanden.", ("beslutte",)),
    ],
)
def test_joined_verbs_count_and_verbs_of_subordinate_clauses_do_not(sentence, verbs):
    action = read_action(sentence)
    assert action is not None
    assert action.verbs == verbs


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("Det indstilles, at budgettet for 2031 godkendes.", ("godkende",)),
        ("Det indstilles endelig, at disse hensyn fortsat lægges til grund for planen.", ("lægge til grund",)),
        ("Det indstilles, at forslaget sendes i høring.", ("sende i høring",)),
        ("Det indstilles, at aftaler om fælles indkøb opsiges.", ("opsige",)),
        ("Det indstilles, at der overføres 3 mio. kr. til kajen.", ("overføre",)),
        ("Det indstilles, at havnen navngives efter sagnet.", ("navngive",)),
        ("Det indstilles, at beløbet omplaceres til molen.", ("omplacere",)),
        ("Det indstilles, at taksten sænkes.", ("sænke",)),
        ("Indstillingen blev tiltrådt.", ("tiltræde",)),
        ("Godkendt.", ("godkende",)),
        ("Indstilles godkendt.", ("godkende",)),
    ],
)
def test_passive_sentences_have_no_actor(sentence, verbs):
    action = read_action(sentence)
    assert action is not None
    assert (action.actor, action.verbs) == (None, verbs)


@pytest.mark.parametrize(
    ("sentence", "actor", "verbs"),
    [
        ("Det indstilles til KKR Fyn at godkende aftalen.", "KKR Fyn", ("godkende",)),
        (
            "KKR Nordjylland anbefales at tage planen til efterretning.",
            "KKR Nordjylland",
            ("tage til efterretning",),
        ),
        ("KKR Fyn tog planen til efterretning.", "KKR Fyn", ("tage til efterretning",)),
        ("KKR Fyn besluttede at udskyde sagen.", "KKR Fyn", ("beslutte",)),
    ],
)
def test_reads_infinitives_and_past_tense(sentence, actor, verbs):
    action = read_action(sentence)
    assert action is not None
    assert (action.actor, action.verbs) == (actor, verbs)


@pytest.mark.parametrize("sentence", ["", "Ingen.", "Afbud fra borgmesteren.", "1. Fælles betydning", "–" * 5000])
def test_other_sentences_ask_for_nothing(sentence):
    assert read_action(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Det indstilles videre, at planen godkendes.", True),
        ("Direktionen indstiller, at planen godkendes.", True),
        ("Planen godkendes.", False),
        ("Det er vigtigt, at planen godkendes.", False),
    ],
)
def test_tells_a_recommendation_by_its_opening_words(sentence, lead):
    assert has_lead(sentence) is lead


@pytest.mark.parametrize(
    ("sentence", "actor", "verbs"),
    [
        (
            "KKR Fyn anbefalede kommunerne at bygge broen og godkendte fordelingen.",
            "KKR Fyn",
            ("anbefale", "godkende"),
        ),
        (
            "KKR Fyn gav formandskabet mandat til at forhandle og tog status til efterretning.",
            "KKR Fyn",
            ("give mandat", "tage til efterretning"),
        ),
        (
            "KKR Fyn godkendte planen, tog status til efterretning og udpegede en formand.",
            "KKR Fyn",
            ("godkende", "tage til efterretning", "udpege"),
        ),
        ("KKR Fyn besluttede, at kontoret flyttes og fik en vært.", "KKR Fyn", ("beslutte",)),
        ("KKR Fyn opfordrede kommunerne til at indgå aftaler og planer.", "KKR Fyn", ("opfordre",)),
        ("Et flertal af udvalget godkendte planen.", "Et flertal af udvalget", ("godkende",)),
        ("Udvalget kan tiltræde planen.", "Udvalget", ("tiltræde",)),
        ("Per Dahl (A) kunne ikke tiltræde planen.", "Per Dahl", ("ikke tiltræde",)),
        ("KKR Fyn godkendte ikke planen.", "KKR Fyn", ("ikke godkende",)),
        ("Punktet udgik.", None, ("udgå",)),
        ("Punktet udsat.", None, ("udsætte",)),
        ("Indstillingen tiltrådt.", None, ("tiltræde",)),
        ("Indstillingen blev fulgt.", None, ("følge",)),
        ("Til efterretning.", None, ("tage til efterretning",)),
        ("Drøftet og taget til efterretning.", None, ("drøfte", "tage til efterretning")),
        ("Planen blev godkendt, og rapporten taget til efterretning.", None, ("godkende", "tage til efterretning")),
        ("Forslaget blev trukket tilbage.", None, ("trække tilbage",)),
        ("Sagen sendes tilbage til udvalget.", None, ("sende tilbage",)),
    ],
)
def test_reads_the_decisions_of_minutes(sentence, actor, verbs):
    action = read_action(sentence, guess=False)
    assert action is not None
    assert (action.actor, action.verbs) == (actor, verbs)


@pytest.mark.parametrize("sentence", ["Ingen bemærkninger.", "Broen er smuk.", "Planen rummer tiltag."])
def test_other_sentences_of_minutes_decide_nothing(sentence):
    assert read_action(sentence, guess=False) is None


@pytest.mark.parametrize(
    ("sentence", "actor", "verbs"),
    [
        ("Et enigt udvalg anbefaler Byrådet at bygge broen.", "Et enigt udvalg", ("anbefale",)),
        ("Økonomiudvalget indstiller til Byrådet, at planen godkendes.", "Økonomiudvalget", ("indstille",)),
        ("Det anbefales, at planen godkendes.", None, ("godkende",)),
    ],
)
def test_what_a_body_recommends_is_its_decision(sentence, actor, verbs):
    action = read_action(sentence, guess=False, decided=True)
    assert action is not None
    assert (action.actor, action.verbs) == (actor, verbs)


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Ikke godkendt.", "ikke godkende"),
        ("Ej vedtaget.", "ikke vedtage"),
        ("Anbefales ikke.", "ikke anbefale"),
        ("Havneplanen godkendes ikke.", "ikke godkende"),
        ("Indstillingen ikke tiltrådt", "ikke tiltræde"),
        ("Sagen blev taget af dagsordenen.", "tage af dagsordenen"),
        ("Bortfaldet.", "bortfalde"),
        ("Godkendt.", "godkende"),
        ("Som indstillet.", "tiltræde"),
        ("Godkendt som indstillet.", "godkende"),
        ("Indstilling fulgt.", "følge"),
    ],
)
def test_short_decisions_and_what_is_not_decided(sentence, verb):
    action = read_action(sentence, guess=False, decided=True)
    assert action is not None
    assert action.verbs == (verb,)


@pytest.mark.parametrize("sentence", ["For stemte 4 (A, V), imod stemte 3 (C).", "Imod stemte to medlemmer."])
def test_how_votes_fell_is_no_decision(sentence):
    assert read_action(sentence, guess=False, decided=True) is None
