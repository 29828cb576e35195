"""What partners were asked to deliver, and how it stands, in words; and their numbers as a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from koers.domain.disclosed import DisclosedCell
from koers.domain.leveringen import Levering, Leverstand
from koers.domain.partnertabellen import PARTNERTABELLEN
from koers.domain.weigering import Refused
from koers.policy import Beleid
from koers.presentation.beleid.delen import taal
from koers.presentation.opmaak import datum, getal
from koers.presentation.zinnen import sentence
from koers.presentation.zinnen_aanlevering import GEBEURTENISSEN, SOORTEN

STANDEN = {
    Leverstand.TE_LAAT: ("fout", gettext_lazy("te laat")),
    Leverstand.GEWEIGERD: ("let-op", gettext_lazy("geweigerd")),
    Leverstand.DEELS: ("let-op", gettext_lazy("deels binnen")),
    Leverstand.VERWACHT: ("rust", gettext_lazy("verwacht")),
    Leverstand.BINNEN: ("goed", gettext_lazy("binnen")),
}


def finding(code: str, params: Mapping[str, object]) -> str:
    """The sentence of what was found about a row, or of why a file was refused, in the language of now."""
    words = dict(params)
    if words.get("datum"):
        words["datum"] = datum(date.fromisoformat(str(words["datum"])))
    return sentence(Refused(code, **words))


def kind(soort: str) -> str:
    """What kind of table it is."""
    return str((SOORTEN | GEBEURTENISSEN)[soort])


def origin(aangeleverd: Sequence[str]) -> str:
    """Where the figures of the mart come from; `aangeleverd`: its tables of another back office."""
    if not aangeleverd:
        return _("Uit het register")
    return _("Uit tabellen van een ander systeem")


@dataclass(frozen=True, slots=True)
class Leverregel:
    """One expected delivery as text. `bestand`: id of the file to look at; `uitleg`: what lacks."""

    id: str
    tabel: str
    partner: str
    periode: str
    uiterlijk: str
    soort: str
    woord: str
    uitleg: str
    bestand: int | None


@dataclass(frozen=True, slots=True)
class Partnerblad:
    """The numbers of a delivery: headings, and rows of texts."""

    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, str, str, tuple[tuple[str, str], ...]], ...]


def ledger(leveringen: tuple[Levering, ...], policy: Beleid, today: date) -> tuple[Leverregel, ...]:
    """The lines of the ledger, in the order in which they come."""
    return tuple(_line(een, policy, today) for een in leveringen)


def in_a_sentence(leveringen: tuple[Levering, ...]) -> str:
    """How many are late, else what is expected next."""
    late = sum(een.stand is Leverstand.TE_LAAT for een in leveringen)
    if late:
        return ngettext(
            "%(aantal)s levering van een partner is te laat.",
            "%(aantal)s leveringen van partners zijn te laat.",
            late,
        ) % {"aantal": getal(late)}
    if not leveringen:
        return _("Er is met geen partner een levering afgesproken waarvan de periode voorbij is.")
    open_ = [een for een in leveringen if een.stand is not Leverstand.BINNEN]
    if not open_:
        return _("Alles wat partners zouden leveren, is binnen.")
    eerst = min(een.verwachting.uiterlijk for een in open_)
    return _("Niets is te laat. De eerste levering verwachten we uiterlijk %(dag)s.") % {"dag": datum(eerst)}


def _line(een: Levering, policy: Beleid, today: date) -> Leverregel:
    soort, woord = STANDEN[een.stand]
    afspraak = een.verwachting.afspraak
    return Leverregel(
        afspraak.id,
        str(SOORTEN[afspraak.tabel]),
        taal(policy.leveringen[afspraak.id].partner),
        een.verwachting.periode,
        datum(een.verwachting.uiterlijk),
        soort,
        str(woord),
        " ".join(_lacks(een, policy, today)),
        een.laatste,
    )


def _lacks(een: Levering, policy: Beleid, today: date) -> list[str]:
    zinnen = []
    if een.stand is Leverstand.TE_LAAT:
        dagen = (today - een.verwachting.uiterlijk).days
        zinnen.append(ngettext("%(dagen)s dag.", "%(dagen)s dagen.", dagen) % {"dagen": getal(dagen)})
    names = {g.code: taal(g.naam) for g in policy.gebieden.values() if g.code}
    if een.missen and len(een.missen) < len(een.verwachting.afspraak.gemeenten):
        zinnen.append(
            _("Nog niet: %(gemeenten)s.") % {"gemeenten": ", ".join(names[code] for code in een.missen)}
        )
    if een.missen and een.laatste is not None and een.geweigerd:
        zinnen.append(
            ngettext(
                "In het laatste bestand is %(aantal)s rij geweigerd.",
                "In het laatste bestand zijn %(aantal)s rijen geweigerd.",
                een.geweigerd,
            )
            % {"aantal": getal(een.geweigerd)}
        )
    elif een.missen and een.laatste is not None:
        zinnen.append(_("Het laatste bestand is niet gelezen."))
    return zinnen


def numbers(tabel: str, regels, policy: Beleid) -> Partnerblad:
    """What a delivery holds, with small groups as "minder dan 5"."""
    names = {g.code: taal(g.naam) for g in policy.gebieden.values() if g.code}
    maten = PARTNERTABELLEN[tabel].maten
    koppen = tuple(words(maat) for maat in maten)
    return Partnerblad(
        koppen,
        tuple(
            (
                names.get(regel.gemeente, regel.gemeente),
                regel.periode,
                words(regel.groep),
                tuple(zip(koppen, (_cell(cel) for cel in regel.cellen), strict=True)),
            )
            for regel in regels
        ),
    )


def words(naam: str) -> str:
    """A name of a column or choice as people read it: "0_3" as "0 tot en met 3"."""
    if naam.replace("_", "").isdigit():
        return _("%(van)s tot en met %(tot)s") % dict(zip(("van", "tot"), naam.split("_"), strict=True))
    return naam.replace("_", " ")


def _cell(cel: DisclosedCell) -> str:
    return _("niet getoond") if cel.waarde is None else getal(cel.waarde)


def plain(leveringen: tuple[Levering, ...]) -> list[dict[str, object]]:
    """The ledger for programs."""
    return [
        {
            "levering": een.verwachting.afspraak.id,
            "tabel": een.verwachting.afspraak.tabel,
            "periode": een.verwachting.periode,
            "uiterlijk": een.verwachting.uiterlijk.isoformat(),
            "stand": een.stand.value,
            "missen": list(een.missen),
            "aanlevering": een.laatste,
            "geweigerd": een.geweigerd,
        }
        for een in leveringen
    ]
