"""The command line: what is important also works without a browser.

Commands load only when called, so that `koers --help` answers at once (decision 18).
"""

import importlib

import click

# Command -> where it lives and what the help says, so that help imports nothing.
OPDRACHTEN: dict[str, tuple[str, str]] = {
    "aanleveringen": ("koers.cli.importeer:aanleveringen", "Wat er binnenkwam, en wat ervan geweigerd is."),
    "badkuip": (
        "koers.cli.badkuip:badkuip",
        "Instroom, stand, duur en uitstroom, en wat de groei verklaart.",
    ),
    "beleid": ("koers.cli.beleid:beleid", "Beleidsbestanden controleren en tonen."),
    "capaciteit": (
        "koers.cli.capaciteit:capaciteit",
        "Hoe lang jeugdigen wachten, en hoeveel fte er nodig is.",
    ),
    "demo": ("koers.cli.demo:demo", "De voorbeeldregio bouwen en tonen."),
    "databank": ("koers.cli.databank:databank", "De database klaarmaken en bijwerken."),
    "geheugen": ("koers.cli.netwerk:geheugen", "Zoeken in wat is besloten, afgesproken en gepland."),
    "ijw": ("koers.cli.ijw:ijw", "Berichten van aanbieders en gemeenten controleren."),
    "importeer": ("koers.cli.importeer:importeer", "Tabellen van CBS of van de regio inlezen."),
    "indicator": ("koers.cli.indicator:indicator", "Een indicator uitrekenen, per gemeente en jaar."),
    "mart": ("koers.cli.mart:mart", "De bestanden bijbrengen waaruit Koers telt."),
    "medewerker": ("koers.cli.medewerker:medewerker", "Accounts maken, tonen en sluiten."),
    "monitor": ("koers.cli.monitor:monitor", "Alle indicatoren, ook uit tabellen van een ander systeem."),
    "netwerk": ("koers.cli.netwerk:netwerk", "Wat er tussen overleggen, rollen en taken ontbreekt."),
    "logboek": ("koers.cli.logboek:logboek", "Het logboek controleren en verzegelen."),
    "prognose": ("koers.cli.prognose:prognose", "Vooruitrekenen: hoeveel jeugdigen straks hulp hebben."),
    "proefregio": ("koers.cli.proefregio:proefregio", "Een verzonnen Drenthe laden of ijken."),
    "rapportage": (
        "koers.cli.rapportage:rapportage",
        "Een kwartaal-, halfjaar- of jaarrapportage maken.",
    ),
    "regio": ("koers.cli.regio:regio", "De gemeenten van de regio naast elkaar, met Nederland."),
    "serve": ("koers.cli.serve:serve", "Koers starten in de browser."),
    "tabellen": ("koers.cli.tabellen:tabellen", "De tabellen waaruit Koers telt: kolom voor kolom."),
    "themas": ("koers.cli.themas:themas", "De cijfers per thema, naast gemeenten die erop lijken."),
    "uitlevering": (
        "koers.cli.uitlevering:uitlevering",
        "Uitleveren aan CBS en NZa, en signalen opnemen.",
    ),
    "uitstroom": (
        "koers.cli.uitstroom:uitstroom",
        "Trajecten die stopten, per maand: gemeld, en verwacht na naloop.",
    ),
    "verdeelsleutel": (
        "koers.cli.verdeelsleutel:verdeelsleutel",
        "Een bedrag over de gemeenten verdelen, tot op de cent.",
    ),
    "zorglandschap": (
        "koers.cli.zorglandschap:zorglandschap",
        "Vraag en aanbod per hulpvorm, uit tabellen van een ander systeem.",
    ),
    "voorzieningen": ("koers.cli.voorzieningen:voorzieningen", "Zoeken wat er is zonder besluit."),
    "werk": ("koers.cli.werk:werk", "Het werk op de achtergrond doen."),
}


class LuieGroep(click.Group):
    """A group whose commands are imported when they run, not when the help lists them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(OPDRACHTEN)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in OPDRACHTEN:
            return None
        module, attribute = OPDRACHTEN[cmd_name][0].split(":")
        return getattr(importlib.import_module(module), attribute)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Opdrachten"):
            formatter.write_dl([(naam, OPDRACHTEN[naam][1]) for naam in sorted(OPDRACHTEN)])


@click.group(
    cls=LuieGroep, help="Koers: van de eerste melding naar passende hulp, en naar cijfers die kloppen."
)
@click.version_option(package_name="koers", message="koers %(version)s")
def koers() -> None:
    """Root of all commands."""


def main() -> None:
    """Runs a command; a refusal becomes one sentence on stderr and exit code 1."""
    koers(prog_name="koers")
