"""Rounds of the wheel in sentences, tables and a drawing; ambition first, as in the wheel."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from koers.actions.netwerk.wiel_lezen import Rondebeeld, Rondekop, Uitslag
from koers.domain.wiel import (
    ALLEN,
    CONCEPT,
    GESLOTEN,
    NAAR_GEMEENTE,
    NAAR_GREMIUM,
    NAAR_PARTNER,
    OPEN,
    PARTNERS,
    WIEL,
    Score,
    Stelling,
    mean_of,
)
from koers.policy import Beleid
from koers.presentation.beelden.samenwerkingswiel import Sector, Wieldeel, samenwerkingswiel
from koers.presentation.beleid.delen import Tabel, Tabelrij, Woord, rij, taal
from koers.presentation.opmaak import datum, getal

SOORTEN = {
    WIEL: gettext_lazy("Wiel van samenwerking"),
    PARTNERS: gettext_lazy("Jaarlijkse evaluatie met partners"),
}
GROEPERINGEN = {
    NAAR_GREMIUM: gettext_lazy("naar soort overleg"),
    NAAR_GEMEENTE: gettext_lazy("naar gemeente"),
    NAAR_PARTNER: gettext_lazy("naar gemeente en soort partner"),
}
TOESTANDEN = {
    CONCEPT: ("rust", gettext_lazy("in voorbereiding")),
    OPEN: ("let-op", gettext_lazy("open")),
    GESLOTEN: ("goed", gettext_lazy("gesloten")),
}
GREMIUMSOORTEN = {
    "bestuurlijk": gettext_lazy("bestuurlijk overleg"),
    "ambtelijk": gettext_lazy("ambtelijk overleg"),
    "uitvoerend": gettext_lazy("uitvoerend overleg"),
    "inkoop": gettext_lazy("inkoop"),
    "bureau": gettext_lazy("regiobureau"),
}
NIET_VERTELD = gettext_lazy("minder dan vijf")


@dataclass(frozen=True, slots=True)
class Categorie:
    """A part of the wheel with its statements, numbered through."""

    naam: str
    uitleg: str
    stellingen: tuple[tuple[int, Stelling], ...]


def group_name(groepering: str, code: str, beleid: Beleid) -> str:
    """A group as people call it."""
    if code == ALLEN:
        return _("Allen")
    if groepering == NAAR_GREMIUM:
        return str(GREMIUMSOORTEN.get(code, code))
    gemeente, _scheiding, partner = code.partition(":")
    naam = next((taal(een.naam) for een in beleid.gebieden.values() if een.code == gemeente), gemeente)
    if not partner:
        return naam
    soorten = {een.id: taal(een.naam) for een in beleid.wiel.partners.soorten}
    return f"{naam}, {soorten.get(partner, partner)}"


def short(een: Stelling) -> str:
    """The name of a statement in the language of now; Dutch where this round has no English."""
    return een.naam_en if get_language() == "en" and een.naam_en else een.naam


def words(een: Stelling) -> str:
    """The statement itself in the language of now."""
    return een.tekst_en if get_language() == "en" and een.tekst_en else een.tekst


def categories(stellingen: Sequence[Stelling], beleid: Beleid) -> tuple[Categorie, ...]:
    """The parts of the wheel in the order of the round, each with its numbered statements."""
    delen = {een.id: een for een in beleid.wiel.categorieen}
    by_part: dict[str, list[tuple[int, Stelling]]] = {}
    for nummer, een in enumerate(stellingen, start=1):
        by_part.setdefault(een.categorie, []).append((nummer, een))
    return tuple(
        Categorie(
            taal(delen[code].naam) if code in delen else "",
            taal(delen[code].uitleg) if code in delen else "",
            tuple(found),
        )
        for code, found in by_part.items()
    )


def scale(beleid: Beleid) -> str:
    """What the ends of the scale mean."""
    schaal = beleid.wiel.schaal
    return _("Van 1 (%(laag)s) tot %(hoogste)s (%(hoog)s).") % {
        "laag": taal(schaal[0]),
        "hoog": taal(schaal[-1]),
        "hoogste": len(schaal),
    }


# --- the list of rounds -----------------------------------------------------------------------------


def lead(rondes: Sequence[tuple[Rondekop, Uitslag | None]]) -> str:
    """Where the rounds stand, in one sentence."""
    if not rondes:
        return _("Er is nog geen ronde. Het wiel laat zien hoe het samenwerken gaat, en of dat verandert.")
    if lopend := [kop for kop, _uitslag in rondes if kop.toestand == OPEN]:
        return _("De ronde “%(naam)s” is open tot en met %(datum)s.") % {
            "naam": lopend[0].naam,
            "datum": datum(lopend[0].laatste_datum),
        }
    return _("Hoe het samenwerken gaat, in de woorden van wie het doen.")


def trend(eerder: Sequence[tuple[Rondekop, Uitslag]], beleid: Beleid) -> Tabel | None:
    """Each part of the wheel over the rounds, oldest first: of everybody, and of groups asked before.

    `eerder`: newest first. None with fewer than two rounds.
    """
    if len(eerder) < 2:
        return None
    rondes = tuple(reversed(eerder))
    newest = eerder[0]
    groepen = [ALLEN] + [
        groep
        for groep in newest[1].groepen
        if sum(kop.groepering == newest[0].groepering and groep in u.groepen for kop, u in rondes) > 1
    ]
    rijen: list[Tabelrij] = []
    for deel in categories(newest[1].stellingen, beleid):
        codes = [een.code for _nummer, een in deel.stellingen]
        for groep in groepen:
            naam = group_name(newest[0].groepering, groep, beleid)
            cellen = [
                _shown(_part_mean(u, groep, codes) if _same(kop, newest[0], groep) else None)
                for kop, u in rondes
            ]
            rijen.append(rij(f"{deel.naam}: {naam}" if groep else deel.naam, *cellen, totaal=not groep))
    koppen = (_("Deel van het wiel"), *(kop.naam for kop, _u in rondes))
    return Tabel(
        koppen, tuple(rijen), frozenset(range(1, len(koppen))), _("Het wiel door de tijd, de ambitie eerst")
    )


def _same(kop: Rondekop, ander: Rondekop, groep: str) -> bool:
    """Whether a code means the same group in both rounds."""
    return groep == ALLEN or kop.groepering == ander.groepering


def _part_mean(uitslag: Uitslag, groep: str, codes: Sequence[str]) -> Score:
    return mean_of([uitslag.scores.get((groep, code)) for code in codes])


def _shown(score: Score) -> str:
    return "–" if score is None else getal(score, 1)


# --- one round --------------------------------------------------------------------------------------


def round_lead(beeld: Rondebeeld, beleid: Beleid) -> str:
    """What stands out of a closed round, or where an open one stands."""
    kop = beeld.kop
    uitgenodigd = sum(groep.uitgenodigd for groep in beeld.groepen)
    if kop.toestand == CONCEPT:
        return _("Deze ronde is in voorbereiding. Lees de stellingen na en nodig mensen uit.")
    if beeld.samen is None:
        told = _("Van de %(uitgenodigd)s uitgenodigden antwoordden er minder dan vijf.")
    else:
        told = _("Van de %(uitgenodigd)s uitgenodigden antwoordden er %(aantal)s.")
    zin = told % {"uitgenodigd": uitgenodigd, "aantal": beeld.samen}
    if kop.toestand == OPEN:
        return f"{zin} " + _("Antwoorden kan tot en met %(datum)s.") % {"datum": datum(kop.laatste_datum)}
    if beeld.uitslag is None:
        return zin
    means = _part_means(beeld.uitslag, beleid)
    if len(means) < 2:
        return f"{zin} " + _("Dat is te weinig om iets te laten zien zonder mensen herkenbaar te maken.")
    hoog, laag = max(means, key=lambda een: een[1]), min(means, key=lambda een: een[1])
    if hoog[1] == laag[1]:
        return f"{zin} " + _("Alle delen van het wiel staan even hoog (%(score)s).") % {
            "score": getal(hoog[1], 1)
        }
    return f"{zin} " + _("Het sterkst staat %(hoog)s (%(hoogste)s), het zwakst %(laag)s (%(laagste)s).") % {
        "hoog": hoog[0].lower(),
        "hoogste": getal(hoog[1], 1),
        "laag": laag[0].lower(),
        "laagste": getal(laag[1], 1),
    }


def _part_means(uitslag: Uitslag, beleid: Beleid) -> list[tuple[str, Decimal]]:
    found = []
    for deel in categories(uitslag.stellingen, beleid):
        mean = _part_mean(uitslag, ALLEN, [een.code for _nummer, een in deel.stellingen])
        if mean is not None:
            found.append((deel.naam, mean))
    return found


def differences(beeld: Rondebeeld, beleid: Beleid) -> tuple[str, ...]:
    """Where groups see something differently, a sentence each, in the order of the wheel."""
    if beeld.uitslag is None:
        return ()
    places = {een.code: (nummer, een) for nummer, een in enumerate(beeld.stellingen, start=1)}
    delen = {een.id: taal(een.naam) for een in beleid.wiel.categorieen}
    zin = _(
        "%(nummer)s. %(naam)s (%(deel)s): %(hoog)s zegt gemiddeld %(hoogste)s, %(laag)s zegt %(laagste)s."
    )
    return tuple(
        zin
        % {
            "nummer": places[een.vraag][0],
            "naam": short(places[een.vraag][1]),
            "deel": delen.get(places[een.vraag][1].categorie, "").lower(),
            "hoog": group_name(beeld.kop.groepering, een.hoog, beleid),
            "laag": group_name(beeld.kop.groepering, een.laag, beleid),
            "hoogste": getal(een.hoogste, 1),
            "laagste": getal(een.laagste, 1),
        }
        for een in beeld.uitslag.verschillen
    )


def groups(beeld: Rondebeeld, beleid: Beleid) -> Tabel:
    """Who was invited and how many answered, as far as it may be told."""
    rijen = [
        rij(
            group_name(beeld.kop.groepering, groep.code, beleid),
            getal(groep.uitgenodigd),
            str(NIET_VERTELD) if groep.antwoorden is None else getal(groep.antwoorden),
        )
        for groep in beeld.groepen
    ]
    samen = str(NIET_VERTELD) if beeld.samen is None else getal(beeld.samen)
    rijen.append(
        rij(_("Samen"), getal(sum(groep.uitgenodigd for groep in beeld.groepen)), samen, totaal=True)
    )
    return Tabel(
        (_("Groep"), _("Uitgenodigd"), _("Antwoorden")),
        tuple(rijen),
        frozenset({1, 2}),
        _("Wie is uitgenodigd"),
    )


def scores(beeld: Rondebeeld, beleid: Beleid) -> Tabel | None:
    """Every statement with its scores: of everybody, of each told group, and in the round before."""
    uitslag = beeld.uitslag
    if uitslag is None:
        return None
    told = [
        g
        for g in uitslag.groepen
        if any(uitslag.scores[g, een.code] is not None for een in uitslag.stellingen)
    ]
    vorige = beeld.eerder[0] if beeld.eerder else None
    koppen = [
        _("Stelling"),
        *(group_name(beeld.kop.groepering, groep, beleid) for groep in (ALLEN, *told)),
    ]
    if vorige:
        koppen.append(vorige[0].naam)
    rijen: list[Tabelrij] = []
    for deel in categories(uitslag.stellingen, beleid):
        codes = [een.code for _nummer, een in deel.stellingen]
        totalen = [_shown(_part_mean(uitslag, groep, codes)) for groep in (ALLEN, *told)]
        if vorige:
            totalen.append(_shown(_part_mean(vorige[1], ALLEN, codes)))
        rijen.append(rij(deel.naam, *totalen, totaal=True))
        for nummer, een in deel.stellingen:
            cellen = [_shown(uitslag.scores[groep, een.code]) for groep in (ALLEN, *told)]
            if vorige:
                cellen.append(_shown(vorige[1].scores.get((ALLEN, een.code))))
            rijen.append(Tabelrij((Woord(f"{nummer}. {short(een)}"), *map(Woord, cellen))))
    return Tabel(
        tuple(koppen),
        tuple(rijen),
        frozenset(range(1, len(koppen))),
        _("Scores per stelling, de ambitie eerst"),
    )


def asked_otherwise(beeld: Rondebeeld) -> str:
    """Which statements had other words in the round before; empty when none had."""
    if beeld.uitslag is None or not beeld.eerder:
        return ""
    kop, vorige = beeld.eerder[0]
    before = {een.code: een.tekst for een in vorige.stellingen}
    changed = [
        str(nummer)
        for nummer, een in enumerate(beeld.uitslag.stellingen, start=1)
        if before.get(een.code) != een.tekst
    ]
    if not changed:
        return ""
    return _("Anders gevraagd dan in “%(ronde)s”, dus niet zomaar te vergelijken: %(nummers)s.") % {
        "ronde": kop.naam,
        "nummers": ", ".join(changed),
    }


def drawing(beeld: Rondebeeld, beleid: Beleid) -> SafeString | None:
    """The wheel of everybody, with the round before as a dashed line; None when nothing may be told."""
    uitslag = beeld.uitslag
    if uitslag is None or all(uitslag.scores[ALLEN, een.code] is None for een in uitslag.stellingen):
        return None
    vorige = beeld.eerder[0][1] if beeld.eerder else None
    delen = [
        Wieldeel(
            deel.naam,
            tuple(
                Sector(
                    nummer,
                    f"{nummer}. {short(een)}: {_shown(uitslag.scores[ALLEN, een.code])}",
                    uitslag.scores[ALLEN, een.code],
                    vorige.scores.get((ALLEN, een.code)) if vorige else None,
                )
                for nummer, een in deel.stellingen
            ),
        )
        for deel in categories(uitslag.stellingen, beleid)
    ]
    omschrijving = _("Vijf delen van vier stellingen; hoe verder naar buiten, hoe hoger de score.")
    return samenwerkingswiel(
        id="wiel-tekening",
        titel=round_lead(beeld, beleid),
        omschrijving=f"{omschrijving} " + _("Dezelfde getallen staan in de tabel."),
        delen=delen,
        hoogste=beeld.kop.hoogste,
    )
