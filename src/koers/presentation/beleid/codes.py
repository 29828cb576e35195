"""Code lists that can be searched, and the eight levels drawn as steps."""

from collections.abc import Sequence

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from koers.domain.namen import fold
from koers.policy.kinds.codelists import Code, Codelijst, Interventieniveaus, Niveau
from koers.presentation.beelden.trap import Trede, trap
from koers.presentation.beleid.delen import (
    Groep,
    Omgeving,
    Onderdeel,
    Tabel,
    Tabelrij,
    links,
    rij,
    taal,
    veld,
    velden,
    vragen,
)
from koers.presentation.beleid.koers import grouped
from koers.presentation.beleid.woorden import KLEUREN, STANDAARDEN, TOEGANG
from koers.presentation.opmaak import datum


def codelijsten(om: Omgeving, zoek: str = "") -> tuple[Groep, ...]:
    """The lists; `zoek` leaves only codes that hold every word in code, meaning or name of the list."""
    woorden = fold(zoek).split()
    gevonden = [(een, _matching(een, woorden)) for een in om.beleid.codelijsten.values()]
    return grouped(((een.standaard, _lijst(een, codes, om)) for een, codes in gevonden if codes), STANDAARDEN)


def count(groepen: Sequence[Groep]) -> int:
    """How many codes stand in these lists."""
    return sum(len(deel.tabel.rijen) for groep in groepen for deel in groep.onderdelen if deel.tabel)


def _matching(een: Codelijst, woorden: list[str]) -> list[Code]:
    return [code for code in een.codes if all(woord in _searched(een, code) for woord in woorden)]


def _searched(een: Codelijst, code: Code) -> str:
    teksten = [een.naam, code.naam, code.groep, code.toelichting]
    in_twee_talen = [deel for tekst in teksten if tekst is not None for deel in (tekst.nl, tekst.en)]
    return fold(" ".join([een.id, een.lijstcode or "", code.code, code.regel or "", *in_twee_talen]))


def _lijst(een: Codelijst, codes: Sequence[Code], om: Omgeving) -> Onderdeel:
    naam = taal(een.naam)
    titel = f"{naam} ({een.lijstcode})" if een.lijstcode else naam
    return Onderdeel(
        een.id,
        titel,
        taal(een.toelichting),
        velden=velden(veld(_("Versie"), een.versie)),
        vragen=vragen(een.open_vragen),
        tabel=Tabel(
            (_("Code"), _("Betekenis"), _("Let op")),
            tuple(rij(code.code, _meaning(code), _remarks(code, om)) for code in codes),
            bijschrift=titel,
        ),
        afkomst=om.afkomst(een.herkomst),
    )


def _meaning(code: Code) -> str:
    groep = f" ({taal(code.groep)})" if code.groep else ""
    toelichting = f". {taal(code.toelichting)}" if code.toelichting else ""
    return f"{taal(code.naam)}{groep}{toelichting}"


def _remarks(code: Code, om: Omgeving) -> str:
    delen = []
    if code.niet_gebruiken:
        delen.append(_("niet gebruiken"))
    if code.geldt_vanaf and code.geldt_vanaf > om.today:
        delen.append(_("geldt vanaf %(dag)s") % {"dag": datum(code.geldt_vanaf)})
    if code.geldt_tot:
        woorden = _("gold tot %(dag)s") if code.geldt_tot <= om.today else _("geldt tot %(dag)s")
        delen.append(woorden % {"dag": datum(code.geldt_tot)})
    if code.regel:
        delen.append(_("regel %(regel)s") % {"regel": code.regel})
    delen += [
        _("hoort bij %(code)s in %(lijst)s")
        % {"code": een.code, "lijst": om.noem("codelijsten", een.codelijst).tekst}
        for een in code.koppelingen
    ]
    return "; ".join(delen) or "–"


def interventieniveaus(om: Omgeving) -> tuple[Groep, ...]:
    """The eight levels."""
    model = om.beleid.interventieniveaus
    kop = Onderdeel(
        model.id,
        taal(model.naam),
        taal(model.toelichting),
        velden=velden(links(_("Steunt op aanname"), (om.noem("aannames", model.aanname),))),
        vragen=vragen(model.open_vragen),
        beeld=steps(model),
        tabel=Tabel(
            (_("Niveau"), _("Wat"), _("Toegang"), _("Inkoop"), _("Kleur")),
            tuple(_niveau(een) for een in model.niveaus),
            bijschrift=_("De acht niveaus"),
        ),
        afkomst=om.afkomst(model.herkomst),
    )
    return (Groep("", (kop,)),)


def _niveau(een: Niveau) -> Tabelrij:
    return rij(
        taal(een.naam) if str(een.nr) in taal(een.naam) else f"{een.nr}. {taal(een.naam)}",
        taal(een.omschrijving),
        str(TOEGANG[een.toegang]),
        _("bovenlokaal") if een.bovenlokaal else _("niet bovenlokaal"),
        str(KLEUREN[een.kleur]),
        anker=str(een.nr),
    )


def steps(model: Interventieniveaus) -> SafeString:
    """The levels as steps, from freely accessible to bought for several regions together."""
    return trap(
        id="niveaus",
        titel=_("Acht niveaus: hoe hoger, hoe zwaarder de hulp"),
        omschrijving=_(
            "Een trap van acht treden. De tekst eronder zegt van elk niveau hetzelfde in woorden."
        ),
        treden=[Trede(str(een.nr), een.kleur) for een in model.niveaus],
        groepen=_stretches(model.niveaus),
    )


def _stretches(niveaus: Sequence[Niveau]) -> list[tuple[int, int, str]]:
    """Which levels stand together: first place, last place, and the words below them."""
    gevonden: list[tuple[int, int, str]] = []
    for plek, een in enumerate(niveaus):
        woorden = _("bovenlokaal ingekocht") if een.bovenlokaal else str(TOEGANG[een.toegang])
        if gevonden and gevonden[-1][2] == woorden:
            gevonden[-1] = (gevonden[-1][0], plek, woorden)
        else:
            gevonden.append((plek, plek, woorden))
    return gevonden
