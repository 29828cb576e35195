"""Sharing costs over the municipalities by a key: the agreed ones of the policy, and alternatives of figures.

Nothing here is about persons, so reading leaves no log row. Municipalities go by their CBS code.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from koers.actions.monitor.regio import figures_of
from koers.authorization.poort import require
from koers.domain.actor import Actor
from koers.domain.verdeling import Deel, in_periods, mixed, proportions, share
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.policy.kinds.money import Verdeelsleutel
from koers.registers.monitor.models import Waarneming

JEUGD, GEBRUIK, UITGAVEN, MIX = "jeugd", "gebruik", "uitgaven", "mix"
ALTERNATIEVEN = (JEUGD, GEBRUIK, UITGAVEN)
# The sheet of key figures in which a region writes what each municipality spends.
UITGAVENBLAD = "uitgaven-jeugdhulp"


@dataclass(frozen=True, slots=True)
class Sleutel:
    """A key to share by. `procenten`: as agreed or, for an alternative, the proportion in hundredths of a
    percent. `telt_op_tot`: what they add up to. `afspraak`: the policy behind it; None for an alternative.
    `wijze` and `jaar` say what an alternative was made of; `geldt_tot`: the day that another key took over.
    """

    naam: str
    gewichten: Mapping[str, Fraction]
    procenten: Mapping[str, Decimal]
    telt_op_tot: Decimal
    afspraak: Verdeelsleutel | None = None
    wijze: str = ""
    jaar: int | None = None
    bron: str = ""
    geldt_tot: date | None = None


@dataclass(frozen=True, slots=True)
class Keuze:
    """A key that may be asked for, or the refusal that says why not now."""

    naam: str
    sleutel: Sleutel | None
    waarom_niet: Refused | None = None


@dataclass(frozen=True, slots=True)
class Verdeling:
    """An amount shared: `delen` per municipality by name, the same by the agreed key of that day
    (`volgens_afspraak`), and the invoices of a year in periods, by municipality."""

    bedrag_cent: int
    datum: date
    sleutel: Sleutel
    delen: tuple[Deel, ...]
    volgens_afspraak: Mapping[str, int]
    facturen: Mapping[str, tuple[int, ...]]
    namen: Mapping[str, str]


def read_sleutels(*, by: Actor | None, datum: date) -> tuple[Keuze, ...]:
    """Every key that exists, agreed ones first, each with its shares or why it cannot be used."""
    require(by, "read_beleid")
    return (
        *(_choice(naam, datum) for naam in beleid().verdeelsleutels),
        *(_choice(naam, datum) for naam in ALTERNATIEVEN),
    )


def verdeel(
    *,
    by: Actor | None,
    bedrag_cent: int,
    datum: date,
    sleutel: str = "",
    mengsel: Mapping[str, Fraction] | None = None,
    perioden: int = 4,
) -> Verdeling:
    """`bedrag_cent` shared by the key (default: the agreed one of that day) on that day.

    Refused: sleutel_onbekend, sleutel_geldt_nog_niet, sleutel_zonder_afspraak, sleutel_zonder_cijfers,
    sleutel_zonder_uitgaven, mengsel_leeg.
    """
    require(by, "read_beleid")
    gekozen = _mix(mengsel or {}, datum) if sleutel == MIX else _sleutel(sleutel or _agreed(datum).id, datum)
    namen = _names()
    delen = sorted(share(bedrag_cent, gekozen.gewichten), key=lambda deel: namen[deel.gemeente])
    try:
        afspraak = _of_policy(_agreed(datum), datum)
        naast = {deel.gemeente: deel.bedrag_cent for deel in share(bedrag_cent, afspraak.gewichten)}
    except Refused:
        naast = {}
    facturen = in_periods({deel.gemeente: deel.bedrag_cent for deel in delen}, perioden)
    return Verdeling(bedrag_cent, datum, gekozen, tuple(delen), naast, facturen, namen)


def _choice(naam: str, datum: date) -> Keuze:
    try:
        return Keuze(naam, _sleutel(naam, datum))
    except Refused as refused:
        return Keuze(naam, None, refused)


def _sleutel(naam: str, datum: date) -> Sleutel:
    afspraken = beleid().verdeelsleutels
    if naam in afspraken:
        return _of_policy(afspraken[naam], datum)
    if naam == UITGAVEN:
        return _of_spending()
    if naam in (JEUGD, GEBRUIK):
        return _of_figures(naam, datum)
    raise Refused("sleutel_onbekend", sleutel=naam[:40], keuze=", ".join([*afspraken, *ALTERNATIEVEN, MIX]))


# --- agreed keys ------------------------------------------------------------------------------------


def _agreed(datum: date) -> Verdeelsleutel:
    """The agreed key in force: the one that began last."""
    begonnen = [een for een in beleid().verdeelsleutels.values() if een.geldt_vanaf.vanaf <= datum]
    if not begonnen:
        raise Refused("sleutel_zonder_afspraak", datum=datum.isoformat())
    return max(begonnen, key=lambda een: (een.geldt_vanaf.vanaf, een.id))


def _of_policy(een: Verdeelsleutel, datum: date) -> Sleutel:
    if datum < een.geldt_vanaf.vanaf:
        raise Refused("sleutel_geldt_nog_niet", sleutel=een.id, vanaf=een.geldt_vanaf.in_taal("nl"))
    procenten = {_code(deel.gemeente): deel.procent for deel in een.aandelen}
    latere = [
        ander.geldt_vanaf.vanaf
        for ander in beleid().verdeelsleutels.values()
        if een.geldt_vanaf.vanaf < ander.geldt_vanaf.vanaf <= datum
    ]
    return Sleutel(
        een.id,
        {code: Fraction(procent) for code, procent in procenten.items()},
        procenten,
        een.telt_op_tot,
        afspraak=een,
        geldt_tot=min(latere, default=None),
    )


def _code(gebied: str) -> str:
    return beleid().gebieden[gebied].code or gebied


def _names() -> dict[str, str]:
    """The municipalities of every agreed key: CBS code to name."""
    ids = {deel.gemeente for een in beleid().verdeelsleutels.values() for deel in een.aandelen}
    return {_code(id): beleid().gebieden[id].naam.nl for id in ids}


# --- alternatives -----------------------------------------------------------------------------------


def _of_figures(naam: str, datum: date) -> Sleutel:
    """Young people, or those who use help: a count where it is published, else share times young people."""
    wegen = {JEUGD: ("jeugd_0_18",), GEBRUIK: ("jongeren_met_jeugdzorg", "jeugdzorg_in_natura")}[naam]
    for grootheid in wegen:
        gevonden = _figures(grootheid, datum)
        if gevonden is None:
            continue
        jaar, waarden, bron = gevonden
        wijze = grootheid
        if grootheid == "jeugdzorg_in_natura":
            jeugd = _figures("jeugd_0_18", datum)
            if jeugd is None:
                continue
            waarden = {code: waarde * jeugd[1][code] for code, waarde in waarden.items()}
            bron = "; ".join(sorted({bron, jeugd[2]}))
        return _alternative(naam, waarden, wijze, jaar, bron)
    raise Refused("sleutel_zonder_cijfers", sleutel=naam)


def _figures(grootheid: str, datum: date) -> tuple[int, dict[str, Fraction], str] | None:
    """The newest year up to the date in which every municipality has the figure: year, values, sources."""
    codes = set(_names())
    rijen = Waarneming.objects.geldend().filter(grootheid=grootheid, jaar__lte=datum.year)
    for jaar in rijen.order_by("-jaar").values_list("jaar", flat=True).distinct():
        cijfers = figures_of(jaar)
        gevonden = {code: cijfers.get(code, {}).get(grootheid) for code in codes}
        waarden = {
            code: Fraction(een.waarde) for code, een in gevonden.items() if een and een.waarde is not None
        }
        if set(waarden) == codes and any(waarden.values()):
            return (
                jaar,
                waarden,
                "; ".join(sorted({een.bron for een in gevonden.values() if een and een.bron})),
            )
    return None


def _of_spending() -> Sleutel:
    """What each municipality spends, from the sheet that the region wrote; all twelve, or not at all."""
    blad = beleid().kengetallen.get(UITGAVENBLAD)
    getallen = blad.getallen if blad else ()
    bekend = {
        _code(een.gebied): Fraction(een.waarde) for een in getallen if een.gebied and een.eenheid == "euro"
    }
    missen = sorted(naam for code, naam in _names().items() if code not in bekend)
    if blad is None or missen:
        raise Refused("sleutel_zonder_uitgaven", gemeenten=", ".join(missen), blad=UITGAVENBLAD)
    peil = next((een.peil for een in getallen if een.peil), None)
    bron = beleid().noem_bron(blad.herkomst.bron[0])
    waarden = {code: bekend[code] for code in _names()}
    return _alternative(UITGAVEN, waarden, UITGAVEN, peil.vanaf.year if peil else None, bron)


def _mix(mengsel: Mapping[str, Fraction], datum: date) -> Sleutel:
    delen = {naam: gewicht for naam, gewicht in mengsel.items() if gewicht}
    if not delen or min(delen.values()) < 0:
        raise Refused("mengsel_leeg")
    sleutels = {naam: _sleutel(naam, datum) for naam in delen}
    gewichten = mixed({naam: een.gewichten for naam, een in sleutels.items()}, delen)
    bron = "; ".join(sorted({deel for een in sleutels.values() if een.bron for deel in een.bron.split("; ")}))
    jaren = [een.jaar for een in sleutels.values() if een.jaar]
    return _alternative(MIX, gewichten, MIX, min(jaren, default=None), bron)


def _alternative(
    naam: str, waarden: Mapping[str, Fraction], wijze: str, jaar: int | None, bron: str
) -> Sleutel:
    try:
        delen = proportions(waarden)
    except ValueError:
        raise Refused("sleutel_zonder_cijfers", sleutel=naam) from None
    # Shown in hundredths of a percent that add up to 100; shared by the exact weights.
    honderdsten = {deel.gemeente: Decimal(deel.bedrag_cent).scaleb(-2) for deel in share(10_000, delen)}
    return Sleutel(naam, delen, honderdsten, Decimal(100), wijze=wijze, jaar=jaar, bron=bron)
