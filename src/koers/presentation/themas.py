"""The workbench of themes as a page: every theme with its first figure, the votes, what was decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from koers.domain.disclosed import CelStatus
from koers.policy import Beleid
from koers.presentation.beelden.staven import Staaf, staven
from koers.presentation.beleid.delen import taal
from koers.presentation.beleid.themas import measure_words
from koers.presentation.grootheden import WOORDEN, show
from koers.presentation.leveringen import words
from koers.presentation.opmaak import datum, getal
from koers.presentation.thema_een import (
    UNTOLD,
    beside_words,
    point_words,
    size_words,
    trend_words,
    value_words,
)
from koers.registers.klok import dag_van


@dataclass(frozen=True, slots=True)
class Regel:
    """One theme in the list. `cijfer`: its first figure, with `naast` how that stands beside the group."""

    id: str
    naam: str
    wat: str
    cijfer: str
    cijfernaam: str
    naast: str
    omvang: str
    trend: str
    stemmen: str
    wie: str


@dataclass(frozen=True, slots=True)
class Lijstvel:
    """The first page. `beeld`: how many partners chose each theme, once somebody voted."""

    naam: str
    kernzin: str
    regels: tuple[Regel, ...]
    beeld: SafeString | None
    besluiten: tuple["Besluitvel", ...]


@dataclass(frozen=True, slots=True)
class Besluitvel:
    """A decision in words; `cijfers` are those of the day it was recorded. `verbeterd`: why it was mended,
    empty when it was not; `eerder`: what stood before. `ronde_id`: to mend it.
    """

    ronde_id: str
    ronde: str
    kernzin: str
    redenen: tuple[tuple[str, str], ...]
    reden: str
    vastgelegd: str
    cijfers: tuple[tuple[str, str, str, str, str], ...]
    vingerafdruk: str
    verbeterd: str
    eerder: tuple["Besluitvel", ...]


def list_sheet(blad, policy: Beleid) -> Lijstvel:
    """A `koers.actions.monitor.themas.Themablad` as the first page, in the language of now."""
    return Lijstvel(
        blad.gemeente.naam,
        round_sentence(blad, policy),
        tuple(_line(beeld, blad) for beeld in blad.themas),
        _votes_picture(blad),
        tuple(_decision(ronde, ronde.besluit, policy) for ronde in blad.rondes if ronde.besluit),
    )


def round_sentence(blad, policy: Beleid) -> str:
    """How the newest round stands."""
    ronde = blad.ronde
    if ronde is None:
        return _("Er was nog geen ronde waarin partners samen kiezen. Hieronder staat wat er te kiezen is.")
    if ronde.besluit:
        namen = ", ".join(theme_name(id, policy) for id in ronde.besluit.redenen)
        return _("Gekozen op %(dag)s: %(themas)s.") % {"dag": datum(ronde.besluit.datum), "themas": namen}
    alle = len(ronde.stemmen) + len(ronde.nog_niet)
    woorden = {"dag": datum(ronde.stemmen_tot_en_met), "aantal": len(ronde.stemmen), "alle": alle}
    if ronde.stembaar:
        zin = _("Stemmen kan tot en met %(dag)s. Van de %(alle)s partners stemden er %(aantal)s.")
    else:
        zin = _(
            "Stemmen kon tot en met %(dag)s. %(aantal)s van de %(alle)s partners stemden. Het besluit volgt."
        )
    return zin % woorden


def theme_name(id: str, policy: Beleid) -> str:
    """A theme that the policy dropped since keeps its id."""
    return taal(policy.themas[id].naam) if id in policy.themas else id


def _line(beeld, blad) -> Regel:
    eerste = beeld.cijfers[0] if beeld.cijfers else None
    told = next((punt for reeks in beeld.partners for punt in reversed(reeks.punten)), None)
    if eerste is not None:
        naam = str(WOORDEN[eerste.cijfer.grootheid].naam)
        cijfer, naast = value_words(eerste.cijfer.grootheid, eerste.cijfer.eigen), beside_words(eerste)
        omvang, verloop_ = size_words(eerste), trend_words(eerste)
    else:
        reeks = next((r for r in beeld.partners if r.punten), None)
        naam = measure_words(reeks.maat) if reeks else ""
        cijfer = point_words(told) if told else _("nog geen cijfer")
        naast, omvang, verloop_ = _("alleen van partners hier"), "–", "–"
    return Regel(
        beeld.thema.id,
        taal(beeld.thema.naam),
        taal(beeld.thema.wat),
        cijfer,
        naam,
        naast,
        omvang,
        verloop_,
        getal(len(beeld.stemmen)),
        ", ".join(beeld.stemmen),
    )


def _votes_picture(blad) -> SafeString | None:
    if blad.ronde is None or not blad.ronde.stemmen:
        return None
    rijen = [Staaf(taal(b.thema.naam), float(len(b.stemmen)), getal(len(b.stemmen))) for b in blad.themas]
    titel = _("Hoeveel partners elk thema kozen")
    uitleg = _("In de volgorde van de lijst. Een partner mag meer thema’s kiezen.")
    return staven(id="stemmen-beeld", titel=titel, omschrijving=uitleg, rijen=rijen)


# --- decisions and files ----------------------------------------------------------------------------


def _decision(ronde, besluit, policy: Beleid) -> Besluitvel:
    gremium = policy.gremia.get(besluit.gremium)
    return Besluitvel(
        str(ronde.id),
        ronde.naam,
        _("%(gremium)s koos op %(dag)s, na stemmen tot en met %(stemdag)s.")
        % {
            "gremium": taal(gremium.naam) if gremium else besluit.gremium,
            "dag": datum(besluit.datum),
            "stemdag": datum(ronde.stemmen_tot_en_met),
        },
        tuple((theme_name(id, policy), reden) for id, reden in besluit.redenen.items()),
        besluit.reden,
        _("Vastgelegd door %(wie)s op %(dag)s.")
        % {"wie": besluit.door, "dag": datum(dag_van(besluit.vastgelegd_at))},
        tuple(_kept(rij, policy) for rij in besluit.cijfers),
        besluit.vingerafdruk[:12],
        _("Verbeterd: %(waarom)s") % {"waarom": besluit.verbetering} if besluit.verbetering else "",
        tuple(_decision(ronde, een, policy) for een in besluit.eerder),
    )


def _kept(rij: Mapping[str, object], policy: Beleid) -> tuple[str, str, str, str, str]:
    """A kept figure: theme, what, own, beside it, from where and when."""
    thema = theme_name(str(rij["thema"]), policy)
    if rij["soort"] == "stemmen":
        partners = rij["partners"]
        return thema, _("Stemmen"), getal(len(partners)), ", ".join(partners), ""  # type: ignore[arg-type]
    dag = str(rij["vastgelegd_at"])[:10]
    if rij["soort"] == "partner":
        tabel, _punt, maat = str(rij["wat"]).partition(":")
        eigen = str(rij["eigen"]) if rij["eigen"] else str(UNTOLD[CelStatus(str(rij["status"]))])
        deel = f"{rij['deel']}%" if rij["deel"] else ""
        return (
            thema,
            f"{words(tabel)}: {words(maat)} {words(str(rij['groep']))}",
            eigen,
            deel,
            f"{rij['periode']}; {dag}",
        )
    wat = str(rij["wat"])
    eigen = show(wat, Decimal(str(rij["eigen"]))) if rij["eigen"] else _("niet bekend")
    naast = ""
    if rij["kwart"]:
        naast = _("de helft van de groep: %(kwart)s tot %(driekwart)s") % {
            "kwart": show(wat, Decimal(str(rij["kwart"]))),
            "driekwart": show(wat, Decimal(str(rij["driekwart"]))),
        }
    return thema, str(WOORDEN[wat].naam), eigen, naast, f"{rij['bron']}; {rij['jaar']}; {dag}"


def plain_rows(blad) -> list[dict[str, object]]:
    """One row per figure, to take away: own, the spread of the group, or what a partner delivered."""
    found: list[dict[str, object]] = []
    leeg = dict.fromkeys(("laagste", "kwart", "midden", "driekwart", "hoogste", "plek", "omvang"))
    for beeld in blad.themas:
        stemmen = len(beeld.stemmen)
        for een in beeld.cijfers:
            c = een.cijfer
            found.append(
                {
                    "thema": beeld.thema.id,
                    "cijfer": c.grootheid,
                    "groep": ", ".join(code for code, _waarde in c.groep),
                    "periode": str(c.jaar),
                    "eigen": _number(c.eigen),
                    **{naam: _number(getattr(c, naam)) for naam in list(leeg)[:5]},
                    "plek": c.plek or "",
                    "omvang": een.omvang,
                    "deel": None,
                    "stemmen": stemmen,
                    "klasse": een.klasse.value,
                    "bron": een.bron,
                    "vastgelegd_op": dag_van(een.vastgelegd_at).isoformat(),
                }
            )
        for reeks in beeld.partners:
            for punt in reeks.punten:
                found.append(
                    {
                        "thema": beeld.thema.id,
                        "cijfer": f"{reeks.maat.tabel}:{reeks.maat.maat}",
                        "groep": reeks.groep,
                        "periode": punt.periode,
                        "eigen": punt.aantal.waarde,
                        **leeg,
                        "deel": _number(punt.deel.waarde if punt.deel else None),
                        "stemmen": stemmen,
                        "klasse": reeks.klasse.value,
                        "bron": reeks.maat.tabel,
                        "vastgelegd_op": dag_van(punt.vastgelegd_at).isoformat(),
                    }
                )
    return found


def _number(waarde: Decimal | None) -> float | None:
    return None if waarde is None else float(waarde)
