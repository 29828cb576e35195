"""`koers prognose`: how many young people will be in care, from a table of spells, with its uncertainty."""

import json
import sys
import textwrap
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from koers.cli.django import with_django
from koers.cli.voortgang import progress

if TYPE_CHECKING:
    from koers.domain.hefbomen import Inzet
    from koers.exchange.tabellen.gebeurtenissen import GelezenGebeurtenissen
    from koers.simulation.prognose.rekenen import Prognose
    from koers.simulation.prognose.terugkijken import Rapport
    from koers.simulation.prognose.verblijven import Spelkolommen

INSTROOM = {
    "gelijk": "blijft gelijk",
    "trend": "groeit of daalt gestaag",
    "sprong": "veranderde op één moment",
    "knik": "groeit of daalt sinds, of tot, een moment",
    "dwaal": "schommelt",
}
NIVEAUS = (4, 5, 6, 7, 8)
TOON_HOOGSTENS = 10
LANGST = 20 * 366
EERSTE_DAG = date(1970, 1, 1)


class Vorm(TypedDict):
    """What is told besides the forecast itself, and how."""

    gepubliceerd: str | None
    terugkijken: bool
    spark: bool
    als_json: bool


@click.command("prognose")
@click.option(
    "--tabel",
    "bestand",
    metavar="BESTAND",
    type=click.Path(path_type=Path),
    required=True,
    help="Een tabel van spells: CSV, Excel (.xlsx) of Parquet.",
)
@click.option(
    "--tot",
    type=click.DateTime(["%Y-%m-%d"]),
    required=True,
    metavar="DATUM",
    help="De laatste dag die bekend is, zoals 2026-03-31.",
)
@click.option(
    "--horizon", type=click.IntRange(1, LANGST), required=True, metavar="DAGEN", help="Hoeveel dagen vooruit."
)
@click.option(
    "--hefboom",
    "hefbomen",
    multiple=True,
    metavar="KNOP:PROCENT:MAAND:AANLOOP",
    help="Wat er verandert, zoals instroom-arts:20:2027-01:12; vaker te geven.",
)
@click.option(
    "--gepubliceerd",
    metavar="GEBIED:JAAR",
    help="Leg de jaren op het aantal dat het CBS van dat gebied publiceerde, zoals GM1731:2022; het verschil"
    " is een eigen regel.",
)
@click.option("--zaad", type=int, default=1, show_default=True, help="Hetzelfde zaad geeft dezelfde cijfers.")
@click.option("--terugkijken", is_flag=True, help="Toon ook hoe goed het vanaf eerdere dagen was gegaan.")
@click.option(
    "--spark",
    is_flag=True,
    help="Verdeel het rekenen over de werkers van Spark (KOERS_SPARK_MASTER); de cijfers blijven gelijk.",
)
@click.option("--json", "als_json", is_flag=True, help="Geef JSON in plaats van leesbare tekst.")
@with_django
def prognose(
    *,
    bestand: Path,
    tot: datetime,
    horizon: int,
    hefbomen: tuple[str, ...],
    zaad: int,
    **vorm: Unpack[Vorm],
) -> None:
    """Reken vooruit: hoeveel jeugdigen hebben straks hulp, per niveau en samen.

    Alleen wat op DATUM bekend was telt mee. Wie hulp heeft op twee niveaus telt samen één keer.
    """
    from koers.cli.prognose_gepubliceerd import print_laid, read_asked, yearly, yearly_data, years_within
    from koers.domain.hefbomen import read_inzet

    leg = None if vorm["gepubliceerd"] is None else read_asked(vorm["gepubliceerd"])
    inzetten = tuple(read_inzet(tekst) for tekst in hefbomen)
    _refuse_practices(inzetten)
    dagen = asked_days(tot.date(), horizon)
    spellen = _read(bestand)
    jaren = years_within(tot.date(), dagen[-1])
    uitkomst = _forecast(spellen, tot.date(), dagen, zaad, inzetten, jaren, spark=vorm["spark"])
    gelegd = None if leg is None else yearly(*leg, spellen, uitkomst, jaren)
    rapport = _look_back(spellen, tot.date(), horizon, zaad) if vorm["terugkijken"] else None
    if vorm["als_json"]:
        extra: dict[str, object] = {} if rapport is None else {"terugkijken": _look_back_data(rapport)}
        if gelegd is not None:
            extra["gepubliceerd"] = yearly_data(gelegd)
        click.echo(json.dumps(as_contract(uitkomst, dagen) | extra, ensure_ascii=False))
        return
    _print_table(uitkomst, dagen)
    _print_shapes(spellen, tot.date())
    if gelegd is not None:
        print_laid(gelegd)
    if rapport is not None:
        from koers.presentation.wat_als import look_back_sentence

        click.echo()
        click.echo(textwrap.fill(look_back_sentence(rapport, "even ver"), 80))


def _refuse_practices(inzetten: "tuple[Inzet, ...]") -> None:
    """A table of spells does not say who referred: such a lever would silently do nothing."""
    from koers.domain.weigering import Refused

    for inzet in inzetten:
        if inzet.knop.per_praktijk:
            raise Refused("hefboom_zonder_praktijk", hefboom=inzet.knop.sleutel)


def asked_days(tot: date, horizon: int) -> list[date]:
    """Every month end after `tot` up to the last day, and that last day."""
    laatste = tot + timedelta(days=horizon)
    days = (tot + timedelta(days=n) for n in range(1, horizon + 1))
    return [dag for dag in days if dag == laatste or (dag + timedelta(days=1)).day == 1]


def as_contract(uitkomst: "Prognose", dagen: list[date]) -> dict[str, object]:
    """The shape of decision 23."""
    from koers.simulation.prognose.rekenen import BETROUWBAARHEID

    return {
        "stand": [
            {
                "niveau": niveau,
                "datum": dag.isoformat(),
                "verwacht": round(float(uitkomst.verwacht[i, kolom]), 1),
                "onder": int(uitkomst.onder[i, kolom]),
                "boven": int(uitkomst.boven[i, kolom]),
            }
            for i, dag in enumerate(dagen)
            for niveau, kolom in [*((n, n - 1) for n in NIVEAUS), ("totaal", 8)]
        ],
        "betrouwbaarheid": BETROUWBAARHEID,
    }


def _read(bestand: Path) -> "Spelkolommen":
    """A table that is plainly right at once; any other row by row, with what is wrong with it."""
    from koers.domain.spells import TABELLEN
    from koers.exchange.tabellen.gebeurtenissen import read_events
    from koers.exchange.tabellen.snel import read_spell_columns
    from koers.simulation.prognose.spellen import columns

    spellen = read_spell_columns(bestand)
    if spellen is None:
        gelezen = read_events(TABELLEN["spells"], bestand)
        _report_refused(gelezen)
        spellen = columns(gelezen.rijen)
    if sys.stderr.isatty():
        click.echo(f"Koers rekent met {len(spellen.begin)} spells.", err=True)
    return spellen


def _day_number(dag: date) -> int:
    return (dag - EERSTE_DAG).days


def _forecast(
    spellen: "Spelkolommen",
    tot: date,
    dagen: list[date],
    zaad: int,
    inzetten: "tuple[Inzet, ...]",
    jaren: list[int],
    *,
    spark: bool,
) -> "Prognose":
    import numpy as np

    from koers.actions.prognose.wat_als import effect_ranges
    from koers.simulation.prognose.hefbomen import as_hefbomen
    from koers.simulation.prognose.rekenen import Vraag, forecast, prepare

    vooruit = np.array([(dag - tot).days for dag in dagen])
    vraag = Vraag(
        tot=_day_number(tot),
        dagen=vooruit,
        seed=zaad,
        hefbomen=as_hefbomen(inzetten, effect_ranges()),
        jaren=tuple((_day_number(date(j, 1, 1)), _day_number(date(j, 12, 31))) for j in jaren),
    )
    if spark:
        from koers.actions.prognose.verspreid import play_spread

        return play_spread(prepare(spellen, vraag), vraag.hefbomen)
    with progress("Vooruitrekenen") as balk:
        if balk is None:
            return forecast(spellen, vraag)
        return forecast(spellen, vraag, lambda erbij: balk.more(erbij, vraag.herhalingen))


def _look_back(spellen: "Spelkolommen", tot: date, horizon: int, zaad: int) -> "Rapport":
    from koers.simulation.prognose.terugkijken import look_back

    with progress("Terugkijken") as balk:
        return look_back(
            spellen, _day_number(tot), horizon, seed=zaad, gedaan=None if balk is None else balk.at
        )


def _look_back_data(rapport: "Rapport") -> list[dict[str, object]]:
    return [
        {
            "vanaf": (EERSTE_DAG + timedelta(days=blik.vanaf)).isoformat(),
            "datum": (EERSTE_DAG + timedelta(days=blik.vanaf + blik.dagen)).isoformat(),
            "verwacht": round(blik.verwacht, 1),
            "onder": int(blik.onder),
            "boven": int(blik.boven),
            "werkelijk": blik.werkelijk,
            "als_toen": blik.toen,
        }
        for blik in rapport.blikken
    ]


def _report_refused(gelezen: "GelezenGebeurtenissen") -> None:
    """Rows that do not count, each with its sentence, beside the answer and not in it."""
    from koers.domain.weigering import Refused
    from koers.presentation.zinnen import sentence

    if not gelezen.vondsten:
        return
    click.echo(f"{gelezen.geweigerd} rijen tellen niet mee; de andere wel.", err=True)
    for vondst in gelezen.vondsten[:TOON_HOOGSTENS]:
        zin = sentence(Refused(vondst.code, **vondst.params))
        click.echo(f"  rij {vondst.rijnummer}, {vondst.kolom or 'hele rij'}: {zin}", err=True)
    if len(gelezen.vondsten) > TOON_HOOGSTENS:
        click.echo(f"  … en nog {len(gelezen.vondsten) - TOON_HOOGSTENS}.", err=True)


def _print_table(uitkomst: "Prognose", dagen: list[date]) -> None:
    from koers.presentation.opmaak import datum, getal, procent

    def heel(i: int, kolom: int) -> str:
        return getal(round(float(uitkomst.verwacht[i, kolom])))

    def band(i: int) -> str:
        return f"{getal(int(uitkomst.onder[i, 8]))} tot {getal(int(uitkomst.boven[i, 8]))}"

    click.echo(
        f"Op {datum(dagen[-1])} hebben naar verwachting {heel(-1, 8)} jeugdigen hulp;"
        f" met 95% kans zijn het er {band(-1)}."
    )
    click.echo()
    click.echo(f"{'Dag':<20}" + "".join(f"{f'niveau {n}':>10}" for n in NIVEAUS) + f"{'samen':>8}{'95%':>16}")
    for i, dag in enumerate(dagen):
        click.echo(
            f"{datum(dag):<20}"
            + "".join(f"{heel(i, n - 1):>10}" for n in NIVEAUS)
            + f"{heel(i, 8):>8}{band(i):>16}"
        )
    click.echo()
    click.echo("Samen telt een jeugdige met hulp op twee niveaus één keer.")
    if uitkomst.gewichten:
        delen = sorted(uitkomst.gewichten.items(), key=lambda paar: -paar[1])
        lijst = "; ".join(f"{INSTROOM[naam]} ({procent(100 * deel, 0)})" for naam, deel in delen)
        click.echo(textwrap.fill(f"De instroom {lijst}.", 80))


def _print_shapes(spellen: "Spelkolommen", tot: date) -> None:
    """Whether help ends less readily the longer it lasts, per level."""
    from koers.simulation.prognose.verblijven import make_verblijven
    from koers.simulation.prognose.weibull import shapes

    vormen = shapes(make_verblijven(spellen, _day_number(tot)))
    if not vormen:
        return
    lijst = "; ".join(
        f"niveau {niveau} {een.vorm:.2f} (fout {een.fout:.2f})".replace(".", ",")
        for niveau, een in vormen.items()
    )
    click.echo(
        textwrap.fill(
            f"Hoe duur en einde samenhangen: {lijst}. Onder 1 stopt hulp minder snel naarmate ze langer "
            "duurt, boven 1 juist sneller. Dit is de vorm van een Weibull-kromme; de prognose rekent met een "
            "tempo per duur, niet met die kromme.",
            80,
        )
    )
