"""Risks through the acts and on the pages: judged again, warned of, and nothing of it lost."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from koers.actions.sturing import risicos_lezen
from koers.actions.sturing.risicos import (
    add_risico,
    add_risicomaatregel,
    close_risico,
    judge_risico,
    settle_risicomaatregel,
    unwatch_indicator,
    watch_indicator,
)
from koers.actions.sturing.risicos_lezen import last_told, read_risico, read_risicos
from koers.domain.risicos import NieuwRisico, NieuwSignaal
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.kern.verbinding import acting
from koers.registers.sturing.models import Risico, RisicoOordeel
from tests.agendawereld import days
from tests.cijferwereld import told
from tests.risicowereld import RISICO, measure, oordeel, risk, watch, whole_risico
from tests.wereld import ASSEN, MIDDEN_DRENTHE, actor_of, make_actor, make_medewerker, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return make_actor(Rol.BELEIDSADVISEUR)


@pytest.fixture
def figures(monkeypatch):
    """What the monitor tells: 8.0 in 2024, 12.5 in 2025, and of 2026 nothing."""
    kept = told(
        {
            (MIDDEN_DRENTHE, 2024): (16, 200),
            (MIDDEN_DRENTHE, 2025): (25, 200),
            (MIDDEN_DRENTHE, 2026): None,
            (ASSEN, 2026): (100, 200),
        },
        voorlopig=2025,
    )
    monkeypatch.setattr(risicos_lezen, "read_indicator", lambda **_: kept)


def refused(do) -> str:
    with pytest.raises(Refused) as found:
        do()
    return found.value.code


MIS = {
    "risico_zonder_naam": {"nieuw": NieuwRisico(" ", "a", "b")},
    "risico_zonder_oorzaak": {"nieuw": NieuwRisico("a", " ", "b")},
    "risico_zonder_gevolg": {"nieuw": NieuwRisico("a", "b", "")},
    "beleidsrisico_onbekend": {"nieuw": NieuwRisico("a", "b", "c", "meteoriet")},
    "kans_onbekend": {"kans": "enorm"},
    "oordeel_zonder_waarom": {"waarom": " "},
    "risico_zonder_eigenaar": {"eigenaar": ""},
    "herziening_voorbij": {"herzien_op": days(0)},
}


@pytest.mark.parametrize("code", MIS)
def test_what_is_not_complete_is_refused(by, code):
    assert refused(lambda: risk(by, **MIS[code])) == code
    assert not Risico.objects.exists()


def test_a_changed_judgement_keeps_the_old_one_with_its_reason(by):
    risico = risk(by)
    judge_risico(by=by, risico_id=risico, oordeel=oordeel(kans="klein", waarom="De vacatures zijn vervuld."))
    _beeld, een = read_risico(by=by, risico_id=risico)
    assert [(o.kans, o.waarom) for o in een.oordelen] == [
        ("groot", "Er zijn vacatures."),
        ("klein", "De vacatures zijn vervuld."),
    ]
    assert een.oordeel.zwaarte == "klein"
    with pytest.raises(DatabaseError), transaction.atomic(), acting(uuid4(), by.gemeenten):
        RisicoOordeel.objects.filter(risico=risico).update(kans="klein")


def test_a_figure_across_its_threshold_warns_with_its_year(by, figures):
    risico = risk(by)
    watch(by, risico, "wachttijd", "boven", "12")
    watch(by, risico, "aandeel-specialistisch", "onder", "12")
    _beeld, een = read_risico(by=by, risico_id=risico)
    (warning,) = een.waarschuwt
    assert warning.indicator == "wachttijd"
    assert (warning.cijfer.waarde, warning.cijfer.periode, warning.cijfer.versie) == (
        Decimal("12.5"),
        "2025",
        "abc123",
    )
    assert warning.cijfer.voorlopig


def test_the_figure_of_another_municipality_or_a_hidden_one_warns_of_nothing(by, figures):
    risico = risk(by)
    watch(by, risico, "wachttijd", "boven", "40")  # Assen stands at 50
    assert read_risico(by=by, risico_id=risico)[1].waarschuwt == ()
    assert last_told(by, "wachttijd", "GM0109") is None
    assert last_told(by, "wachttijd", MIDDEN_DRENTHE, date(2024, 12, 31)).periode == "2024"


def test_without_a_figure_nothing_warns(by, monkeypatch):
    monkeypatch.setattr(risicos_lezen, "read_indicator", lambda **_: None)
    risico = risk(by)
    watch(by, risico)
    (signaal,) = read_risico(by=by, risico_id=risico)[1].signalen
    assert signaal.cijfer is None
    assert not signaal.waarschuwt


def test_a_signal_is_there_once_and_can_be_taken_away_with_a_reason(by):
    risico = risk(by)
    signaal = watch(by, risico)
    assert refused(lambda: watch(by, risico)) == "signaal_staat_er_al"
    assert refused(lambda: watch(by, risico, "besparing")) == "indicator_niet_berekend"
    odd = NieuwSignaal("aandeel-jeugdzorg", "naast", Decimal(1))
    assert refused(lambda: watch_indicator(by=by, risico_id=risico, signaal=odd)) == "grenskant_onbekend"
    assert refused(lambda: unwatch_indicator(by=by, signaal_id=signaal, reden=" ")) == "reden_verplicht"
    unwatch_indicator(by=by, signaal_id=signaal, reden="Zegt niets.")
    assert read_risico(by=by, risico_id=risico)[1].signalen == ()
    watch(by, risico)


def test_what_is_overdue_comes_first_then_what_warns(by, figures, monkeypatch):
    light = risk(by, nieuw=NieuwRisico("Licht", "a", "b"), kans="klein", impact="klein")
    heavy = risk(by, nieuw=NieuwRisico("Zwaar", "a", "b"), kans="groot", impact="groot")
    warning = risk(by, nieuw=NieuwRisico("Waarschuwt", "a", "b"), kans="klein", impact="klein")
    watch(by, warning, grens="12")
    overdue = risk(
        by, nieuw=NieuwRisico("Te laat", "a", "b"), kans="klein", impact="klein", herzien_op=days(5)
    )
    closed = risk(by, nieuw=NieuwRisico("Dicht", "a", "b"), kans="groot", impact="groot")
    close_risico(by=by, risico_id=closed, reden="Voorbij.")
    monkeypatch.setattr(risicos_lezen, "vandaag", lambda: days(5))
    found = [een.id for een in read_risicos(by=by).risicos]
    assert found == [overdue, warning, heavy, light, closed]


def test_a_measure_is_settled_with_its_day(by):
    risico = risk(by)
    maatregel = measure(by, risico)
    said = {"by": by, "maatregel_id": maatregel, "datum": days(0)}
    assert refused(lambda: settle_risicomaatregel(**said, keuze="misschien")) == "maatregeluitkomst_onbekend"
    assert refused(lambda: settle_risicomaatregel(**said, keuze="vervallen")) == "reden_verplicht"
    late = said | {"datum": days(1)}
    assert refused(lambda: settle_risicomaatregel(**late, keuze="gedaan")) == "datum_in_toekomst"
    settle_risicomaatregel(**said, keuze="gedaan")
    (found,) = read_risico(by=by, risico_id=risico)[1].maatregelen
    assert (found.stand, found.klaar_op) == ("gedaan", days(0))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("maatregel_zonder_wat", {"wat": " "}),
        ("maatregel_zonder_eigenaar", {"wie": ""}),
        ("maatregel_voorbij", {"uiterlijk": days(-1)}),
    ],
)
def test_a_measure_says_who_does_what_before_when(by, code, said):
    risico = risk(by)
    whole = {"wat": "Werven", "wie": "P&O", "uiterlijk": days(3)} | said
    assert refused(lambda: add_risicomaatregel(by=by, risico_id=risico, **whole)) == code


def test_another_municipality_finds_nothing(by):
    risico = risk(by)
    stranger = make_actor(Rol.BELEIDSADVISEUR, ASSEN)
    assert refused(lambda: read_risico(by=stranger, risico_id=risico)) == "niet_gevonden"
    assert refused(lambda: read_risicos(by=stranger, gemeente=MIDDEN_DRENTHE)) == "niet_gevonden"
    mine = lambda: add_risico(by=stranger, gemeente=MIDDEN_DRENTHE, nieuw=RISICO, oordeel=oordeel())  # noqa: E731
    assert refused(mine) == "niet_gevonden"


# --- the pages --------------------------------------------------------------------------------------


def form(**fields) -> dict:
    return {"formulier_id": str(uuid4()), **fields}


def test_a_risk_from_nothing_to_closed_page_by_page(client, figures):
    sign_in(client, make_medewerker(Rol.BELEIDSADVISEUR))
    assert "Er staat geen risico open." in client.get(reverse("risicos")).text
    said = {
        "naam": "Te weinig mensen",
        "oorzaak": "Krapte.",
        "gevolg": "Wachten.",
        "beleidsrisico": "personeelskrapte",
        "kans": "groot",
        "impact": "groot",
        "waarom": "Vacatures.",
        "eigenaar": "afdelingshoofd",
        "herzien_op": days(0).isoformat(),
    }
    answer = client.post(reverse("risico-nieuw"), form(**said))
    assert answer.status_code == 422
    assert "Kies voor de volgende keer een dag na vandaag." in answer.text
    assert "Krapte." in answer.text
    client.post(reverse("risico-nieuw"), form(**said | {"herzien_op": days(60).isoformat()}))
    risico = Risico.objects.get()
    here = reverse("risico", args=[risico.pk])
    client.post(
        reverse("risico-maatregel", args=[risico.pk]),
        form(wat="Samen werven", wie="P&O", uiterlijk=days(20).isoformat()),
    )
    client.post(
        reverse("risico-signaal", args=[risico.pk]), form(indicator="wachttijd", kant="boven", grens="12,25")
    )
    page = client.get(here).text
    for words in ("Waarschuwt", "boven 12,25", "12,5% in 2025", "definitie abc123", "Dit jaar kan nog"):
        assert words in page
    assert "Bij 1 waarschuwt een cijfer." in client.get(reverse("risicos")).text
    maatregel = risico.maatregelen.get()
    client.post(
        reverse("maatregel-klaar", args=[maatregel.pk]),
        form(keuze="vervallen", datum=days(0).isoformat(), reden="Te duur."),
    )
    client.post(
        reverse("risico-oordeel", args=[risico.pk]),
        form(
            kans="klein",
            impact="klein",
            waarom="Het valt mee.",
            eigenaar="controller",
            herzien_op=days(90).isoformat(),
        ),
    )
    signaal = risico.signalen.get()
    client.post(reverse("signaal-los", args=[signaal.pk]), form(reden="Niet nodig."))
    client.post(reverse("risico-sluiten", args=[risico.pk]), form(reden="Het is voorbij."))
    page = client.get(here).text
    for words in (
        "Te duur.",
        "Het valt mee.",
        "Vacatures.",
        "Gesloten: Het is voorbij.",
        "Risico weer openen",
    ):
        assert words in page
    client.post(reverse("risico-heropenen", args=[risico.pk]), form(reden="Toch weer."))
    sign_in(client, make_medewerker(Rol.RAADSLID))
    page = client.get(here).text
    assert "Controller kijkt hier op" in page
    assert "Risico opnieuw bekijken" not in page


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_every_page_is_there_in_both_languages(client, taal):
    adviseur = make_medewerker(Rol.BELEIDSADVISEUR)
    sign_in(client, adviseur)
    client.cookies["django_language"] = taal
    for naam, id in whole_risico(actor_of(adviseur), MIDDEN_DRENTHE).items():
        assert client.get(reverse(naam, args=[id])).status_code == 200, naam
    for naam in ("risicos", "risico-nieuw"):
        assert client.get(reverse(naam)).status_code == 200, naam
