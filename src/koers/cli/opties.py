"""Options that several commands have."""

from pathlib import Path

import click

BRON = click.Path(exists=True, file_okay=False, path_type=Path)

bron = click.option(
    "--bron",
    metavar="MAP",
    required=True,
    type=BRON,
    help="Een map met tabellen uit een ander systeem. Welke: koers tabellen.",
)
gebied = click.option(
    "--gebied", metavar="CODE", required=True, help="Een gebied, zoals GM1731, JZ04 of zuid-drenthe."
)
hulp = click.option(
    "--hulp",
    type=click.Choice(["specialistisch", "alles"]),
    default="specialistisch",
    help="Niveau 4 tot en met 8, of alle hulp.",
)
als_json = click.option("--json", "als_json", is_flag=True, help="Geef JSON in plaats van leesbare tekst.")
