"""The course (principles, pillars, tasks, risks, norms) and its footing (assumptions, sources, areas)."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from koers.policy.kinds.course import Opgave, Pijler, Principe, Risico
from koers.policy.kinds.documents import Aanname, Aannamegetal, Document, Eigenaar
from koers.policy.kinds.norms import Norm
from koers.presentation.beleid.delen import (
    Groep,
    Merk,
    Omgeving,
    Onderdeel,
    Tabel,
    Tabelrij,
    Woord,
    exact,
    exact_procent,
    lijst,
    links,
    rij,
    taal,
    veld,
    velden,
    vragen,
)
from koers.presentation.beleid.woorden import (
    DOCUMENTSOORTEN,
    GEBIEDSOORTEN,
    KENGETALEENHEDEN,
    NORMSOORTEN,
    TIJDSEENHEDEN,
    ZEKERHEID,
)
from koers.presentation.opmaak import datum


def grouped(
    onderdelen: Iterable[tuple[str, Onderdeel]], titels: Mapping[str, Promise | str]
) -> tuple[Groep, ...]:
    """Things under their titles, in the order of the titles."""
    per_titel: dict[str, list[Onderdeel]] = {sleutel: [] for sleutel in titels}
    for sleutel, onderdeel in onderdelen:
        per_titel[sleutel].append(onderdeel)
    return tuple(
        Groep(str(titels[sleutel]), tuple(gevonden)) for sleutel, gevonden in per_titel.items() if gevonden
    )


def principes(om: Omgeving) -> tuple[Groep, ...]:
    """The leading principles, with the rungs of the ladder where a principle has them."""
    return (Groep("", tuple(_principe(een, om) for een in om.beleid.principes.values())),)


def _principe(een: Principe, om: Omgeving) -> Onderdeel:
    treden = [f"{trede.nr}. {taal(trede.naam)}: {taal(trede.vraag)}" for trede in een.treden]
    return Onderdeel(
        een.id,
        f"{een.nr}. {taal(een.naam)}",
        taal(een.kern),
        velden=velden(
            lijst(_("Dit betekent"), een.betekent),
            lijst(_("De treden, in deze volgorde"), treden),
            lijst(_("Vragen om aan te toetsen"), een.toetsvragen),
        ),
        afkomst=om.afkomst(een.herkomst),
    )


def pijlers(om: Omgeving) -> tuple[Groep, ...]:
    """The pillars, each with its tasks."""
    return (Groep("", tuple(_pijler(een, om) for een in om.beleid.pijlers.values())),)


def _pijler(een: Pijler, om: Omgeving) -> Onderdeel:
    opgaven = [opgave.id for opgave in om.beleid.opgaven.values() if opgave.pijler == een.nr]
    return Onderdeel(
        str(een.nr),
        f"{een.nr}. {taal(een.naam)}",
        taal(een.kern),
        velden=velden(links(_("Opgaven"), om.noemen("opgaven", opgaven))),
        afkomst=om.afkomst(een.herkomst),
    )


def opgaven(om: Omgeving) -> tuple[Groep, ...]:
    """The tasks of the agenda, by pillar."""
    titels = {str(pijler.nr): taal(pijler.naam) for pijler in om.beleid.pijlers.values()}
    return grouped(((str(een.pijler), _opgave(een, om)) for een in om.beleid.opgaven.values()), titels)


def _opgave(een: Opgave, om: Omgeving) -> Onderdeel:
    return Onderdeel(
        een.id,
        f"{een.nr}. {taal(een.naam)}",
        taal(een.waarom),
        velden=velden(
            lijst(_("Levert op"), een.levert),
            links(_("Hieraan zien we het"), om.noemen("indicatoren", een.gemeten_met)),
            links(_("Wie aan tafel zit"), om.noemen("gremia", een.gremia)),
            links(_("Waar"), om.noemen("gebieden", een.gebieden)),
            links(_("Hangt samen met"), om.noemen("opgaven", een.hangt_samen_met)),
            veld(_("Terugverdiend door"), een.terugverdiend_door),
        ),
        vragen=vragen(een.open_vragen),
        afkomst=om.afkomst(een.herkomst),
    )


def risicos(om: Omgeving) -> tuple[Groep, ...]:
    """What can go wrong."""
    return (Groep("", tuple(_risico(een, om) for een in om.beleid.risicos.values())),)


def _risico(een: Risico, om: Omgeving) -> Onderdeel:
    return Onderdeel(
        een.id,
        f"{een.nr}. {taal(een.naam)}",
        taal(een.wat),
        velden=velden(
            lijst(_("Gevolgen"), een.gevolgen),
            lijst(_("Maatregelen"), een.maatregelen),
            links(_("Te zien aan"), om.noemen("indicatoren", een.indicatoren)),
            links(_("Normen"), om.noemen("normen", een.normen)),
            links(_("Kengetallen"), om.noemen("kengetallen", een.kengetallen)),
        ),
        afkomst=om.afkomst(een.herkomst),
    )


def normen(om: Omgeving) -> tuple[Groep, ...]:
    """Terms, ages, retention, duties and rights, each with its article."""
    return grouped(((een.soort, _norm(een, om)) for een in om.beleid.normen.values()), NORMSOORTEN)


def _norm(een: Norm, om: Omgeving) -> Onderdeel:
    soort, woord = ZEKERHEID[een.zekerheid]
    return Onderdeel(
        een.id,
        taal(een.naam),
        taal(een.wat),
        merken=(Merk(soort, str(woord)),),
        velden=velden(
            veld(_("Hoe lang"), _duration(een))
            if een.soort != "leeftijd"
            else veld(_("Leeftijd"), _duration(een)),
            veld(_("Telt vanaf"), een.telt_vanaf),
            veld(_("Uitzondering"), een.uitzondering),
            veld(_("Artikel"), een.artikel),
            veld(_("Geldt vanaf"), datum(een.geldt_vanaf) if een.geldt_vanaf else ""),
            veld(_("Geldt niet meer vanaf"), datum(een.geldt_tot) if een.geldt_tot else ""),
        ),
        vragen=vragen(een.open_vragen),
        afkomst=om.afkomst(een.herkomst),
    )


def _duration(een: Norm) -> str:
    """A term in words: "8 weken"."""
    if een.waarde is None or een.eenheid is None:
        return ""
    enkel, meer = TIJDSEENHEDEN[een.eenheid]
    return f"{exact(een.waarde)} {enkel if een.waarde == Decimal(1) else meer}"


def aannames(om: Omgeving) -> tuple[Groep, ...]:
    """What we assume where no source speaks, and what leans on it."""
    return (Groep("", tuple(_aanname(een, om) for een in om.beleid.aannames.values())),)


def _aanname(een: Aanname, om: Omgeving) -> Onderdeel:
    steunt = [
        indicator.id for indicator in om.beleid.indicatoren.values() if indicator.meting.aanname == een.id
    ]
    return Onderdeel(
        een.id,
        taal(een.naam),
        taal(een.stelling),
        velden=velden(
            veld(_("Waarom"), een.waarom),
            veld(_("Als het anders is"), een.als_het_anders_is),
            links(_("Indicatoren die hierop steunen"), om.noemen("indicatoren", steunt)),
        ),
        tabel=_assumed(een, om) if een.getallen else None,
        afkomst=om.afkomst(een.herkomst),
    )


def _assumed(een: Aanname, om: Omgeving) -> Tabel:
    return Tabel(
        (_("Wat"), _("Laag"), _("Waarschijnlijk"), _("Hoog"), _("Vindplaats")),
        tuple(_assumed_figure(getal, om) for getal in een.getallen),
        frozenset({1, 2, 3}),
        taal(een.naam),
    )


def _assumed_figure(een: Aannamegetal, om: Omgeving) -> Tabelrij:
    def figure(waarde: Decimal) -> str:
        getal = exact_procent(waarde) if een.eenheid == "procent" else exact(waarde)
        return str(KENGETALEENHEDEN[een.eenheid]) % {"getal": getal}

    bron = om.bron(een.vindplaats) if een.vindplaats else _("eigen aanname")
    return rij(taal(een.naam), figure(een.laag), figure(een.waarschijnlijk), figure(een.hoog), bron)


def bronnen(om: Omgeving) -> tuple[Groep, ...]:
    """Laws, standards, documents."""
    return grouped(((een.soort, _document(een, om)) for een in om.beleid.bronnen.values()), DOCUMENTSOORTEN)


def _document(een: Document, om: Omgeving) -> Onderdeel:
    return Onderdeel(
        een.id,
        taal(een.naam),
        taal(een.toelichting),
        velden=velden(
            veld(_("Uitgever"), een.uitgever), veld(_("Versie"), een.versie), veld(_("Datum"), een.datum)
        ),
        afkomst=om.afkomst(een.herkomst),
    )


def eigenaren(om: Omgeving) -> tuple[Groep, ...]:
    """Functions, with the kinds of policy that each keeps right."""
    return (Groep("", tuple(_eigenaar(een, om) for een in om.beleid.eigenaren.values())),)


def _eigenaar(een: Eigenaar, om: Omgeving) -> Onderdeel:
    bestanden = [bestand.pad for bestand in om.beleid.bestanden if bestand.herkomst.eigenaar == een.id]
    return Onderdeel(een.id, taal(een.naam), velden=velden(lijst(_("Houdt bij"), bestanden)))


def gebieden(om: Omgeving) -> tuple[Groep, ...]:
    """Areas, from large to small."""
    return grouped(_areas(om), GEBIEDSOORTEN)


def _areas(om: Omgeving) -> Iterator[tuple[str, Onderdeel]]:
    for een in om.beleid.gebieden.values():
        deel_van = om.noemen("gebieden", [een.deel_van] if een.deel_van else [])
        delen = [ander.id for ander in om.beleid.gebieden.values() if ander.deel_van == een.id]
        cijfers = (
            (Woord(_("cijfers van deze gemeente"), om.adres("gemeente", een.code)),)
            if een.code and een.soort == "gemeente"
            else ()
        )
        yield (
            een.soort,
            Onderdeel(
                een.id,
                taal(een.naam),
                velden=velden(
                    veld(_("Code"), een.code),
                    links(_("Deel van"), deel_van),
                    links(_("Bestaat uit"), om.noemen("gebieden", delen)),
                    links(_("Cijfers"), cijfers),
                ),
            ),
        )
