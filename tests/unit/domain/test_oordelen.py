"""What a judgement, an improvement and a national development need."""

from datetime import date, timedelta

import pytest

from koers.domain.ontwikkelingen import (
    NieuweOntwikkeling,
    Volgstand,
    check_ontwikkeling,
    check_volgstand,
    check_writer,
)
from koers.domain.oordelen import (
    NieuweVerbetering,
    NieuwOordeel,
    check_oordeel,
    check_oordelaar,
    check_verbetering,
    moved,
)
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused

VANDAAG = date(2026, 11, 30)
SCHAAL = ("nog-niet", "begonnen", "staat")


def refused(do) -> str:
    with pytest.raises(Refused) as found:
        do()
    return found.value.code


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"jaar": 2019}, "oordeeljaar_onbekend"),
        ({"jaar": 2027}, "oordeeljaar_onbekend"),
        ({"oordeel": "prima"}, "oordeel_onbekend"),
        ({"toelichting": " "}, "oordeel_zonder_toelichting"),
    ],
)
def test_what_is_no_judgement(more, code):
    said = {"jaar": 2026, "oordeel": "staat", "toelichting": "Daarom."}
    assert refused(lambda: check_oordeel(NieuwOordeel(**said | more), SCHAAL, VANDAAG)) == code
    check_oordeel(NieuwOordeel(**said), SCHAAL, VANDAAG)


@pytest.mark.parametrize(
    ("rol", "van", "mag"),
    [
        (Rol.WETHOUDER, "gemeente", True),
        (Rol.REGIOMANAGER, "gemeente", False),
        (Rol.REGIOMANAGER, "regio", True),
        (Rol.BELEIDSADVISEUR, "regio", False),
    ],
)
def test_who_judges_what(rol, van, mag):
    if mag:
        check_oordelaar(rol, van)
    else:
        assert refused(lambda: check_oordelaar(rol, van)) == "oordeel_niet_van_u"


@pytest.mark.parametrize(
    ("eerst", "nu", "stappen"),
    [("nog-niet", "staat", 2), ("staat", "begonnen", -1), ("staat", "staat", 0), ("weg", "staat", 0)],
)
def test_how_far_an_answer_moved(eerst, nu, stappen):
    assert moved(SCHAAL, eerst, nu) == stappen


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"wat": ""}, "actie_zonder_wat"),
        ({"wie": ""}, "actie_zonder_eigenaar"),
        ({"uiterlijk": VANDAAG}, "actie_nieuwe_dag"),
        ({"jaar": 2030}, "oordeeljaar_onbekend"),
    ],
)
def test_an_improvement_has_an_owner_and_a_day_to_come(more, code):
    said = {"jaar": 2026, "wat": "Bellen", "wie": "de adviseur", "uiterlijk": VANDAAG + timedelta(days=1)}
    assert refused(lambda: check_verbetering(NieuweVerbetering(**said | more), VANDAAG)) == code
    check_verbetering(NieuweVerbetering(**said), VANDAAG)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"naam": " "}, "ontwikkeling_zonder_naam"),
        ({"bron": ""}, "ontwikkeling_zonder_bron"),
        ({"adres": "javascript:alert(1)"}, "bronadres_klopt_niet"),
        ({"datum": VANDAAG + timedelta(days=1)}, "datum_in_toekomst"),
    ],
)
def test_a_development_names_its_source(more, code):
    said = {"naam": "Samen inkopen", "bron": "Een wetsvoorstel", "datum": VANDAAG}
    assert refused(lambda: check_ontwikkeling(NieuweOntwikkeling(**said | more), VANDAAG)) == code
    check_ontwikkeling(NieuweOntwikkeling(**said, adres="https://example.org"), VANDAAG)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"soort": "weg"}, "ontwikkelingstand_onbekend"),
        ({"gevolg": ""}, "ontwikkeling_zonder_gevolg"),
        ({"volger": ""}, "ontwikkeling_zonder_volger"),
        ({"gremium": "xyz"}, "gremium_onbekend"),
        ({"gemeente": "GM9999"}, "volger_onbekend"),
        ({"soort": "verwerkt"}, "reden_verplicht"),
    ],
)
def test_a_status_names_who_follows_it_and_where(more, code):
    said = {"soort": "gevolgd", "gevolg": "Veel.", "volger": "de regiomanager", "gremium": "abo"}
    assert refused(lambda: check_volgstand(Volgstand(**said | more), {"abo"}, {"GM1731"})) == code
    check_volgstand(Volgstand(**said), {"abo"}, {"GM1731"})


def test_an_adviser_writes_of_what_the_own_municipality_follows():
    here = frozenset({"GM1731"})
    check_writer(Rol.BELEIDSADVISEUR, here, "GM1731")
    check_writer(Rol.REGIOMANAGER, frozenset(), "GM1731")
    for gemeente in ("", "GM0106"):
        assert (
            refused(lambda g=gemeente: check_writer(Rol.BELEIDSADVISEUR, here, g))
            == "ontwikkeling_niet_van_u"
        )
