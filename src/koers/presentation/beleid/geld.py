"""Money and numbers: the key that shares costs, special grants, key figures."""

from django.utils.translation import gettext as _

from koers.policy import Ontbreekt
from koers.policy.kinds.money import Kengetal, Kengetallen, Spuk, Verdeelsleutel
from koers.presentation.beelden.staven import Staaf, staven
from koers.presentation.beleid.delen import (
    Groep,
    Merk,
    Omgeving,
    Onderdeel,
    Tabel,
    Tabelrij,
    exact,
    exact_procent,
    in_euro,
    rij,
    taal,
    veld,
    velden,
    vragen,
)
from koers.presentation.beleid.woorden import EXACTHEID, KENGETALEENHEDEN
from koers.presentation.opmaak import euro, procent


def verdeelsleutels(om: Omgeving) -> tuple[Groep, ...]:
    """The keys, with their shares as bars and as a table, and what the shares add up to."""
    return (Groep("", tuple(_sleutel(een, om) for een in om.beleid.verdeelsleutels.values())),)


def _sleutel(een: Verdeelsleutel, om: Omgeving) -> Onderdeel:
    delen = sorted((om.noem("gebieden", deel.gemeente).tekst, deel.procent) for deel in een.aandelen)
    totaal = exact_procent(een.telt_op_tot)
    rijen = [rij(naam, procent(aandeel)) for naam, aandeel in delen]
    return Onderdeel(
        een.id,
        taal(een.naam),
        taal(een.grondslag),
        merken=(Merk("let-op", _("telt op tot %(totaal)s") % {"totaal": totaal}),)
        if een.telt_op_tot != 100
        else (),
        velden=velden(
            veld(_("Geldt vanaf"), een.geldt_vanaf), veld(_("Over het totaal"), een.uitleg_telt_op_tot)
        ),
        vragen=vragen(een.open_vragen),
        tabel=Tabel(
            (_("Gemeente"), _("Aandeel")),
            (*rijen, rij(_("Samen"), totaal, totaal=True)),
            frozenset({1}),
            _("Aandeel van elke gemeente in de kosten"),
        ),
        beeld=staven(
            id=f"staven-{een.id}",
            titel=_("Aandeel van elke gemeente in de kosten, samen %(totaal)s") % {"totaal": totaal},
            omschrijving=_(
                "Liggende staven vanaf nul, op volgorde van naam. De tabel geeft dezelfde getallen."
            ),
            rijen=[Staaf(naam, float(aandeel), procent(aandeel)) for naam, aandeel in delen],
        ),
        afkomst=om.afkomst(een.herkomst),
    )


def spuk(om: Omgeving) -> tuple[Groep, ...]:
    """The special grants."""
    return (Groep("", tuple(_spuk(een, om) for een in om.beleid.spuk.values())),)


def _spuk(een: Spuk, om: Omgeving) -> Onderdeel:
    return Onderdeel(
        een.id,
        taal(een.doel),
        velden=velden(
            veld(_("Jaar"), str(een.jaar)),
            veld(
                _("Bedrag"),
                taal(een.bedrag_euro)
                if isinstance(een.bedrag_euro, Ontbreekt)
                else euro(een.bedrag_euro * 100),
            ),
            veld(_("Via gemeente"), een.coordinerende_gemeente),
            veld(_("Aanbieder"), een.aanbieder),
            veld(_("Loopt tot"), een.looptijd_tot),
        ),
        vragen=vragen(een.open_vragen),
        afkomst=om.afkomst(een.herkomst),
    )


def kengetallen(om: Omgeving) -> tuple[Groep, ...]:
    """The sheets of key figures, each as a table."""
    return (Groep("", tuple(_blad(een, om) for een in om.beleid.kengetallen.values())),)


def _blad(een: Kengetallen, om: Omgeving) -> Onderdeel:
    return Onderdeel(
        een.id,
        taal(een.naam),
        taal(een.toelichting),
        vragen=vragen(een.open_vragen),
        tabel=Tabel(
            (_("Wat"), _("Getal"), _("Wanneer en waar"), _("Vindplaats")),
            tuple(_kengetal(getal, om) for getal in een.getallen),
            frozenset({1}),
            taal(een.naam),
        ),
        afkomst=om.afkomst(een.herkomst),
    )


def _kengetal(een: Kengetal, om: Omgeving) -> Tabelrij:
    waar = om.noem("gebieden", een.gebied).tekst if een.gebied else ""
    bijschrift = ", ".join(deel for deel in (taal(een.peil), waar) if deel)
    naam = taal(een.naam)
    if een.toelichting:
        naam = f"{naam}. {taal(een.toelichting)}"
    return rij(naam, figure(een), bijschrift or "–", om.bron(een.vindplaats))


def figure(een: Kengetal) -> str:
    """A key figure with its unit, as exact as the source says: "ongeveer € 350"."""
    if een.eenheid.startswith("euro"):
        getal = in_euro(een.waarde)
    else:
        getal = exact_procent(een.waarde) if een.eenheid == "procent" else exact(een.waarde)
    met_eenheid = str(KENGETALEENHEDEN[een.eenheid]) % {"getal": getal}
    return str(EXACTHEID[een.exactheid]) % {"waarde": met_eenheid}
