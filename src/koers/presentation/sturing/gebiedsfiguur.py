"""What the meetings of an area told in a half year, as figures of the board document."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from koers.domain.disclosed import CelStatus
from koers.presentation.beelden.kwartalen import Kwartaalrij, kwartaalstaven
from koers.presentation.opmaak import datum, getal
from koers.presentation.sturing.figuur import Blad, Figuur, Prent
from koers.presentation.woorden import TOESTANDEN
from koers.presentation.woorden_gebiedsagenda import MATEN, short_quarter
from koers.presentation.woorden_rapportage import period_words

ALLEN = ""
Cellen = Mapping[tuple[str, str, str], Mapping[str, Any]]


def compose_area(deel: dict[str, Any], hoofdstuk: str, taal: str) -> tuple[Figuur, ...]:
    """The frozen part of an area in words: who met, whom they reached, what came of it, what they agreed."""
    naam = deel["naam"][taal]
    if not deel["bijeenkomsten"]:
        zin = _("In %(gebied)s is over deze periode geen bijeenkomst opgeschreven.") % {"gebied": naam}
        return (_meeting_figure(hoofdstuk, zin, None),)
    return tuple(_figures(deel, hoofdstuk, naam))


def _figures(deel: dict[str, Any], hoofdstuk: str, naam: str) -> Iterator[Figuur]:
    yield _meeting_figure(hoofdstuk, _meetings_sentence(deel, naam), _meetings(deel, naam))
    if deel["partners"]:
        yield _reach(deel, hoofdstuk, naam)
        yield _figure(
            f"resultaten-{hoofdstuk}",
            _("Wat het opleverde"),
            _("De partners schreven zelf op wat hun aanbod opleverde."),
            _("Het aanbod van elke partner, wat het opleverde, en waaraan dat te zien was."),
            _results(deel, naam),
        )
    open_ = sum(een["stand"] in ("open", "verschoven") for een in deel["afspraken"])
    zin = ngettext("Er staat %(aantal)s afspraak open.", "Er staan %(aantal)s afspraken open.", open_)
    yield _figure(
        f"afspraken-{hoofdstuk}",
        _("Afspraken"),
        zin % {"aantal": open_},
        _("Wat er in dit halfjaar is afgesproken, en wat er van eerder nog open stond."),
        _agreements(deel, naam) if deel["afspraken"] else None,
    )


def _meeting_figure(hoofdstuk: str, zin: str, blad: Blad | None) -> Figuur:
    wat = _("Elk kwartaal komen de partners van een gebied bij elkaar.")
    return _figure(f"bijeenkomsten-{hoofdstuk}", _("Bijeenkomsten"), zin, wat, blad)


def _figure(id: str, kop: str, zin: str, wat: str, blad: Blad | None = None) -> Figuur:
    herkomst = ((_("Bron van de cijfers"), _("Koers, opgeschreven door de partners bij hun bijeenkomsten")),)
    return Figuur(id, kop, zin, wat, (), (blad,) if blad else (), (), herkomst)


def _quarter(kwartaal: str) -> str:
    return period_words("kwartaal", kwartaal)


# --- meetings ---------------------------------------------------------------------------------------


def _meetings_sentence(deel: dict[str, Any], naam: str) -> str:
    aantal = len(deel["bijeenkomsten"])
    zin = ngettext(
        "In %(gebied)s kwamen de partners in dit halfjaar %(aantal)s keer bij elkaar.",
        "In %(gebied)s kwamen de partners in dit halfjaar %(aantal)s keer bij elkaar.",
        aantal,
    )
    return zin % {"gebied": naam, "aantal": aantal}


def _meetings(deel: dict[str, Any], naam: str) -> Blad:
    return Blad(
        _("Bijeenkomsten in %(gebied)s") % {"gebied": naam},
        (_("Kwartaal"), _("Dag"), _("Waar het over ging"), _("Wie er waren")),
        tuple(
            (
                _quarter(een["kwartaal"]),
                datum(date.fromisoformat(een["datum"])),
                "; ".join(regel.strip(" -") for regel in een["onderwerpen"].splitlines() if regel.strip()),
                ", ".join(een["organisaties"]) or "–",
            )
            for een in deel["bijeenkomsten"]
        ),
        woorden=True,
    )


# --- reach ------------------------------------------------------------------------------------------


def _reach(deel: dict[str, Any], hoofdstuk: str, naam: str) -> Figuur:
    cells: Cellen = {(een["partner"], een["kwartaal"], een["maat"]): een for een in deel["cijfers"]}
    titel = _("Bereik per partner in %(gebied)s") % {"gebied": naam}
    rijen = [*deel["partners"].items(), (ALLEN, _("Bij elkaar opgeteld"))]
    blad = Blad(
        titel,
        (
            _("Partner"),
            *(f"{short_quarter(k)}: {woord}" for k in deel["kwartalen"] for woord in MATEN.values()),
        ),
        tuple(
            (partner, *(_told(cells.get((id, k, maat))) for k in deel["kwartalen"] for maat in MATEN))
            for id, partner in rijen
        ),
    )
    tekening = kwartaalstaven(
        id=f"bereik-beeld-{hoofdstuk}",
        titel=_("Jeugdigen die elke partner bereikte in %(gebied)s") % {"gebied": naam},
        omschrijving=_("Per partner een staaf per kwartaal. Dezelfde getallen staan in de tabel."),
        kwartalen=[short_quarter(k) for k in deel["kwartalen"]],
        rijen=[
            Kwartaalrij(partner, tuple(_drawn(cells.get((id, k, "jeugdigen"))) for k in deel["kwartalen"]))
            for id, partner in deel["partners"].items()
        ],
    )
    return Figuur(
        f"bereik-{hoofdstuk}",
        _("Wie de partners bereikten"),
        _("Wie bij twee partners kwam, telt twee keer. Aantallen zijn afgerond."),
        _("Het aantal jeugdigen en ouders dat een partner in een kwartaal bereikte."),
        (
            Prent(
                _("Jeugdigen per partner en kwartaal"),
                _("Een staaf is een aantal uit de tabel. Zonder staaf is het aantal klein of onbekend."),
                tekening,
            ),
        ),
        (blad,),
        (),
        ((_("Bron van de cijfers"), _("Koers, opgeschreven door de partners bij hun bijeenkomsten")),),
    )


def _told(cel: Mapping[str, Any] | None) -> str:
    """A number as everybody may read it."""
    if cel is None:
        return "–"
    if cel["waarde"] is not None:
        return getal(cel["waarde"])
    if cel["status"] == CelStatus.AFGESCHERMD.value:
        return _("7 of minder")
    return _("niet te tonen")


def _drawn(cel: Mapping[str, Any] | None) -> tuple[float | None, str]:
    waarde = cel["waarde"] if cel else None
    return (None if waarde is None else float(waarde), _told(cel))


# --- results and agreements -------------------------------------------------------------------------


def _results(deel: dict[str, Any], naam: str) -> Blad:
    cells: Cellen = {(een["partner"], een["kwartaal"], een["maat"]): een for een in deel["cijfers"]}
    return Blad(
        _("Aanbod en resultaat per partner in %(gebied)s") % {"gebied": naam},
        (_("Partner"), _("Kwartaal"), _("Aanbod"), _("Wat het opleverde"), _("Meting")),
        tuple(
            (
                deel["partners"][een["partner"]],
                _quarter(een["kwartaal"]),
                een["aanbod"],
                een["resultaat"],
                _measured(een, cells),
            )
            for een in sorted(
                deel["resultaten"], key=lambda een: (deel["partners"][een["partner"]], een["kwartaal"])
            )
        ),
        woorden=True,
    )


def _measured(een: Mapping[str, Any], cells: Cellen) -> str:
    if not een["maat"]:
        return "–"
    key = een["partner"], een["kwartaal"]
    return _("%(maat)s: %(geteld)s van %(totaal)s") % {
        "maat": een["maat"],
        "geteld": _told(cells.get((*key, "geteld"))),
        "totaal": _told(cells.get((*key, "totaal"))),
    }


def _agreements(deel: dict[str, Any], naam: str) -> Blad:
    return Blad(
        _("Afspraken in %(gebied)s") % {"gebied": naam},
        (_("Afspraak"), _("Wie"), _("Partner"), _("Klaar"), _("Stand")),
        tuple(
            (
                een["wat"],
                een["wie"],
                een["partner"],
                datum(date.fromisoformat(een["uiterlijk"])),
                f"{TOESTANDEN[een['stand']]}, {_('van eerder')}"
                if een["eerder"]
                else str(TOESTANDEN[een["stand"]]),
            )
            for een in deel["afspraken"]
        ),
        woorden=True,
    )
