"""Build hook: compiles the message catalogues, because a fresh machine has no msgfmt."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):
    """Writes a .mo beside every .po under src/."""

    def initialize(self, version: str, build_data: dict) -> None:
        for source in Path(self.root, "src").rglob("*.po"):
            with source.open("rb") as readable, source.with_suffix(".mo").open("wb") as writable:
                write_mo(writable, read_po(readable))
