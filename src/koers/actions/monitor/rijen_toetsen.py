"""What the register makes of delivered rows: areas that were not there, names that do not fit, words that
mean nothing to us."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from koers.actions.monitor.gebieden import own_region
from koers.domain.aanlevering import GelezenRij, GelezenTabel, Vondst
from koers.domain.gebieden import Kaart, province_code
from koers.domain.namen import fold
from koers.registers.monitor.models import VAN_OUDSHER, Gebied, GebiedSoort, Opvolging

# How many names a sentence about missing municipalities gives.
NOEM_HOOGSTENS = 5


def municipalities() -> dict[str, Gebied]:
    """All municipalities that we know, also ended ones, by code."""
    return {gebied.code: gebied for gebied in Gebied.objects.filter(soort=GebiedSoort.GEMEENTE)}


def names_differ(een: str, ander: str) -> bool:
    """Whether two names of an area are more than two ways of writing: CBS adds "(L.)" to tell towns apart."""
    bare = [fold(naam.split("(")[0]) for naam in (een, ander)]
    return bare[0] != bare[1] and all(bare)


class Grenzen:
    """Which areas were there in which year, fetched once."""

    def __init__(self, begin: Mapping[str, int] | None = None) -> None:
        self.gebieden: dict[str, list[Gebied]] = {}
        for gebied in Gebied.objects.all():
            self.gebieden.setdefault(gebied.code, []).append(gebied)
        self.opvolging = {een.van_code: een for een in Opvolging.objects.all()}
        self.begin = begin or {}

    def why_not(self, tabel: GelezenTabel, rij: GelezenRij) -> Vondst | None:
        """Why this area has no figures of that year; None when it was there on 1 January."""
        periods = self.gebieden.get(rij.code) or self._announced(rij)
        if not periods:
            return tabel.refusal(rij, "code_onbekend", "code", rij.code, code=rij.code, jaar=rij.jaar)
        if any(gebied.holds_in(rij.jaar) for gebied in periods):
            return None
        naam = periods[-1].naam or rij.code
        begin = min(gebied.vanaf_jaar for gebied in periods)
        if begin > rij.jaar:
            return tabel.refusal(
                rij, "gemeente_bestond_nog_niet", "code", rij.code, naam=naam, jaar=rij.jaar, begin=begin
            )
        return tabel.refusal(rij, "gemeente_opgeheven", "code", rij.code, naam=naam, **self._successor(rij))

    def _announced(self, rij: GelezenRij) -> list[Gebied]:
        """A municipality that is not in the register yet, but whose beginning is known."""
        vanaf = self.begin.get(rij.code)
        return [] if vanaf is None else [Gebied(code=rij.code, naam=rij.naam, vanaf_jaar=vanaf)]

    def _successor(self, rij: GelezenRij) -> dict[str, object]:
        opvolging = self.opvolging.get(rij.code)
        naar = self.gebieden.get(opvolging.naar_code, []) if opvolging else []
        return {
            "jaar": rij.jaar,
            "datum": opvolging.datum.isoformat() if opvolging else "",
            "naar": naar[-1].naam if naar else opvolging.naar_code if opvolging else "",
        }


def without_unknown_areas(tabel: GelezenTabel) -> GelezenTabel:
    """Refuses rows about areas that were not there on 1 January of their year."""
    grenzen = Grenzen()
    return tabel.with_found(found for rij in tabel.rijen if (found := grenzen.why_not(tabel, rij)))


def without_unknown_inkoopregios(tabel: GelezenTabel) -> GelezenTabel:
    """Refuses rows that name an inkoopregio that our policy does not know."""
    bekend = own_region().inkoopregios.values()
    gevouwen = {fold(naam) for naam in bekend}
    return tabel.with_found(
        tabel.refusal(rij, "inkoopregio_onbekend", "inkoopregio", woord, bekend=", ".join(sorted(bekend)))
        for rij in tabel.rijen
        if (woord := rij.kenmerken.get("inkoopregio", "")) and fold(woord) not in gevouwen
    )


def without_impossible_municipalities(tabel: GelezenTabel, kaart: Kaart) -> GelezenTabel:
    """Refuses rows that a list of municipalities of this year cannot hold. New codes are welcome here."""
    grenzen = Grenzen({een.naar: een.eerste_jaar for een in kaart.herindelingen if een.nieuw})
    found: list[Vondst] = []
    for rij in tabel.rijen:
        known = rij.code in grenzen.gebieden or rij.code in grenzen.begin
        if known and (reden := grenzen.why_not(tabel, rij)):
            found.append(reden)
        if not known and not rij.naam:
            found.append(tabel.refusal(rij, "naam_nodig", "naam", "", code=rij.code))
        found += _unknown_wholes(tabel, rij, kaart)
    return tabel.with_found(found)


def _unknown_wholes(tabel: GelezenTabel, rij: GelezenRij, kaart: Kaart) -> Iterable[Vondst]:
    regio, provincie = rij.kenmerken["jeugdregio"], rij.kenmerken.get("provincie", "")
    if regio not in kaart.jeugdregios:
        yield tabel.refusal(rij, "jeugdregio_onbekend", "jeugdregio", regio)
    if provincie and province_code(provincie) is None:
        yield tabel.refusal(rij, "provincie_onbekend", "provincie", provincie)


def remarks_on_names(tabel: GelezenTabel, bekend: Mapping[str, Gebied]) -> list[Vondst]:
    """A row without a name keeps its figures: its code names it. A wrong name is told."""
    found = []
    for rij in tabel.rijen:
        naam = bekend[rij.code].naam if rij.code in bekend else ""
        if not rij.naam and rij.code in bekend:
            found.append(
                tabel.remark(rij, "naam_ontbreekt", "naam", "", code=rij.code, naam=naam or rij.code)
            )
        elif naam and names_differ(naam, rij.naam):
            found.append(tabel.remark(rij, "naam_wijkt_af", "naam", rij.naam, code=rij.code, bekend=naam))
        if (woord := rij.kenmerken.get("provincie", "")) and province_code(woord) is None:
            found.append(tabel.remark(rij, "provincie_onbekend", "provincie", woord))
    return found


def remark_on_absent(tabel: GelezenTabel, bekend: Mapping[str, Gebied], jaar: int) -> list[Vondst]:
    """Municipalities that we know and the list does not name: said, but never ended without a date."""
    codes = {rij.code for rij in tabel.rijen}
    absent = [een.naam or een.code for een in bekend.values() if een.code not in codes and een.holds_in(jaar)]
    if not absent:
        return []
    params = {"aantal": len(absent), "namen": ", ".join(sorted(absent)[:NOEM_HOOGSTENS]), "jaar": jaar}
    return [Vondst(0, "gemeenten_niet_in_lijst", params=params, geweigerd=False)]


def remark_on_key(tabel: GelezenTabel) -> list[Vondst]:
    """A key that does not add up to 100 is taken in as published, and said."""
    found = []
    for jaar in tabel.jaren:
        delen = [
            waarde.getal
            for rij in tabel.rijen
            if rij.jaar == jaar and (waarde := rij.waarden.get("verdeelsleutel")) and waarde.getal is not None
        ]
        if delen and (som := sum(delen, Decimal(0))) != 100:
            params = {"som": f"{som.normalize():f}".replace(".", ","), "jaar": jaar}
            found.append(Vondst(0, "sleutel_telt_niet_op", params=params, geweigerd=False))
    return found


def first_year(code: str, jaar: int, kaart: Kaart, *, empty: bool) -> int:
    """Since when a municipality that is new to us exists, as far as we can tell from a list of `jaar`.

    In an empty register every municipality is new to us, and most are older than any list.
    """
    begin = {een.naar: een.eerste_jaar for een in kaart.herindelingen if een.nieuw}
    return begin.get(code, VAN_OUDSHER if empty else jaar)
