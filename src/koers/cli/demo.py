"""The demo: builds its own database once, and serves it.

The database is made in a file of its own name and renamed when it is whole, so that a demo that was
interrupted is never half there. It lives in KOERS_VAR (default `var/`).
"""

import os
import shutil
import socket
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import click

SCHAAL = 0.1


@click.command("demo", help="Bouw de voorbeeldregio (eenmaal) en toon haar in de browser.")
@click.option("--poort", default=8000, show_default=True, help="Poort op 127.0.0.1.")
@click.option("--schaal", default=SCHAAL, show_default=True, help="Deel van Drenthe: 1 is de hele regio.")
@click.option("--alleen-gegevens", is_flag=True, help="Wel bouwen, niet tonen.")
def demo(poort: int, schaal: float, alleen_gegevens: bool) -> None:
    """Builds what is missing, then becomes the server."""
    if not alleen_gegevens and _in_use(poort):
        click.echo(
            f"Poort {poort} is al in gebruik. Sluit wat daar draait, of kies een andere:"
            " make demo POORT=8010",
            err=True,
        )
        sys.exit(1)
    database = _database()
    os.environ.update(KOERS_DEMO="1", KOERS_VAR=str(_var()), KOERS_DATABASE_URL=f"sqlite:///{database}")
    if not database.exists():
        _build(database, schaal)
    if alleen_gegevens:
        click.echo(f"De gegevens van de demo staan in {database}.")
        return
    _tell(poort)
    koers = str(Path(sys.executable).with_name("koers"))
    os.execv(koers, [koers, "serve", "--port", str(poort)])  # noqa: S606  our own program


def _var() -> Path:
    return Path(os.environ.get("KOERS_VAR", "var")).resolve()


def _database() -> Path:
    return _var() / "demo.sqlite3"


def _in_use(poort: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", poort))
        except OSError:
            return True
    return False


def _build(database: Path, schaal: float) -> None:
    """Makes the whole database beside its place, and renames it there."""
    begin = time.monotonic()
    database.parent.mkdir(parents=True, exist_ok=True)
    making = database.with_suffix(".in-aanbouw")
    for leftover in database.parent.glob(f"{making.name}*"):
        leftover.unlink()
    final = os.environ["KOERS_DATABASE_URL"]
    os.environ["KOERS_DATABASE_URL"] = f"sqlite:///{making}"
    # The witness belongs to one database: a new one starts a new witness.
    witness = database.parent / "getuige" / "log.jsonl"
    witness.unlink(missing_ok=True)
    shutil.rmtree(database.parent / "mart", ignore_errors=True)
    os.environ["KOERS_GETUIGE"] = str(witness)
    _fill(schaal)
    os.environ["KOERS_DATABASE_URL"] = final
    making.rename(database)
    click.echo(f"Klaar in {time.monotonic() - begin:.0f} seconden.")


def _fill(schaal: float) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "koers.config.settings")
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connections

    from koers.actions.kern.demo import create_demo, demo_regisseurs
    from koers.actions.kern.zegel import seal
    from koers.actions.monitor import berekend
    from koers.actions.monitor.mart import refresh_mart
    from koers.actions.proefregio import STANDAARD_SEED, load_proefregio
    from koers.actions.proefregio.plannen import make_voorbeeldplannen
    from koers.actions.sturing.demo_overgang import seed_overgang
    from koers.actions.toegang.demo_besluiten import seed_besluiten
    from koers.actions.toegang.demo_melding import seed_meldingen
    from koers.actions.toegang.demo_treden import seed_treden
    from koers.actions.zorg.demo_contracten import seed_contracten
    from koers.actions.zorg.demo_uitlevering import seed_uitlevering
    from koers.cli.django import cli_actor
    from koers.exchange.berichten.demo import seed_berichten
    from koers.exchange.tabellen.invoer import load_shipped
    from koers.registers.klok import nu, vandaag
    from koers.simulation.prognose.rekenen import warm_up
    from koers.simulation.prognose.wachtrij import warm_up as warm_up_queue

    by = cli_actor()
    click.echo("1/5 De tabellen worden gemaakt.")
    call_command("migrate", verbosity=0)
    click.echo("2/5 De gepubliceerde cijfers van CBS en de regio worden ingelezen.")
    load_shipped(by=by)
    click.echo("3/5 De mensen van de demo krijgen een account.")
    create_demo(by=by, demo=True)
    click.echo(f"4/5 Een verzonnen Drenthe wordt gemaakt, op schaal {schaal:g}.".replace(".", ",", 1))
    lading = load_proefregio(
        by=by,
        seed=STANDAARD_SEED,
        schaal=schaal,
        tot=_end(vandaag()),
        demo=True,
        regisseurs=demo_regisseurs(),
    )
    click.echo(f"    {lading.rijen['gezinnen']} gezinnen, {lading.aantal} rijen. Niemand daarvan bestaat.")
    make_voorbeeldplannen("jeugdconsulent")
    seed_meldingen()
    for seed_more in (seed_treden, seed_besluiten, seed_contracten, seed_uitlevering):
        seed_more(by=by)
    seed_berichten(by=by)
    _seed_sturing()
    seed_overgang(by=by)
    _seed_landscape()
    click.echo("5/5 De mart waaruit Koers telt wordt gemaakt.")
    refresh_mart(by=by, heel=True)
    _steer()
    warm_up()
    berekend.warm_up()
    berekend.tell_everything(by=by)
    warm_up_queue()
    seal(nu())
    connections.close_all()


def _seed_sturing() -> None:
    """What the municipality, the region and their partners plan and agree together."""
    from koers.actions.netwerk.demo_vergaderingen import seed_vergaderingen
    from koers.actions.netwerk.demo_wiel import seed_wiel
    from koers.actions.sturing.demo_agenda import seed_agenda
    from koers.actions.sturing.demo_gebiedsagenda import seed_gebiedsagenda
    from koers.actions.sturing.demo_leren import seed_leren

    for seed in (seed_vergaderingen, seed_wiel, seed_agenda, seed_gebiedsagenda, seed_leren):
        seed()


def _steer() -> None:
    """What leans on figures, so on a mart."""
    from koers.actions.sturing.demo_proeftuinen import seed_proeftuinen
    from koers.actions.sturing.demo_rapportages import seed_rapportages
    from koers.actions.sturing.demo_risicos import seed_risicos
    from koers.actions.sturing.demo_subsidies import seed_subsidies

    seed_rapportages()
    seed_proeftuinen()
    seed_risicos()
    seed_subsidies()


def _seed_landscape() -> None:
    """What the municipalities keep of escalations and of the network around them."""
    from koers.actions.netwerk.demo_escalaties import seed_escalaties
    from koers.actions.netwerk.demo_landschap import seed_landschap
    from koers.actions.netwerk.demo_landschapsdossiers import seed_landschapsdossiers

    seed_escalaties()
    seed_landschap()
    seed_landschapsdossiers()


def _end(today: date) -> date:
    """The last day of the month before: a demo does not change under somebody's hands during a month."""
    return today.replace(day=1) - timedelta(days=1)


def _tell(poort: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "koers.config.settings")
    click.echo(f"\nKoers staat op http://127.0.0.1:{poort}  (stoppen: Ctrl-C)")
    click.echo("Aanmelden kan als een van de mensen van de demo, met wachtwoord welkom-in-drenthe:")
    for naam, wat in _PEOPLE:
        click.echo(f"  {naam:<16} {wat}")
    click.echo("Op de aanmeldpagina staan ze allemaal.\n")


_PEOPLE = (
    ("jeugdconsulent", "gezinnen, meldingen, besluiten en toewijzingen"),
    ("aanbieder", "toegewezen hulp starten en stoppen"),
    ("controller", "cijfers, aanleveringen en beleid"),
    ("wethouder", "de staat van de regio"),
    ("beheerder", "accounts en rollen"),
    ("privacy", "het logboek"),
)
