"""Stores areas with dated borders: which there are in a year, and what belongs to what."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from koers.actions.monitor.cijfers_opslaan import Uitkomst
from koers.actions.monitor.gebieden import NEDERLAND, own_region
from koers.actions.monitor.rijen_toetsen import first_year, municipalities, names_differ, remark_on_absent
from koers.domain.aanlevering import GelezenTabel
from koers.domain.gebieden import PROVINCIES, Herindeling, Kaart, province_code
from koers.domain.namen import fold
from koers.registers.monitor.models import Gebied, GebiedDeel, GebiedSoort, Opvolging


def belong(paren: Mapping[str, str], soort: GebiedSoort, jaar: int) -> set[str]:
    """Notes that each part belongs to its whole on 1 January of `jaar`; the parts that changed whole.

    Nothing is said about other years than the lists tell: an earlier list with the same whole stretches
    the period back, a later one with another whole ends it.
    """
    per_deel: dict[str, list[GebiedDeel]] = {code: [] for code in paren}
    for deel in GebiedDeel.objects.filter(soort=soort, deel_code__in=paren).order_by("vanaf_jaar"):
        per_deel[deel.deel_code].append(deel)
    ended = Gebied.objects.filter(code__in=paren, tot_jaar__isnull=False)
    boek = _Boek(jaar, soort, {gebied.code: gebied.tot_jaar for gebied in ended})
    for code, geheel in paren.items():
        boek.place(code, geheel, per_deel[code])
    boek.write()
    return boek.veranderd


@dataclass
class _Boek:
    """What has to be written so that parts belong to their wholes in a year, in a few statements."""

    jaar: int
    soort: GebiedSoort
    einde: Mapping[str, int | None]
    veranderd: set[str] = field(default_factory=set)
    begint_eerder: list[int] = field(default_factory=list)
    eindigt: list[int] = field(default_factory=list)
    verbeterd: list[GebiedDeel] = field(default_factory=list)
    nieuw: list[GebiedDeel] = field(default_factory=list)

    def place(self, code: str, geheel: str, bestaand: list[GebiedDeel]) -> None:
        """Decides for one part; `bestaand` are its rows in the order of time."""
        geldig = next((deel for deel in bestaand if deel.holds_in(self.jaar)), None)
        later = next((deel for deel in bestaand if deel.vanaf_jaar > self.jaar), None)
        if geldig is None and later is not None and later.geheel_code == geheel:
            self.begint_eerder.append(later.pk)
        elif geldig is None:
            self._start(code, geheel, later.vanaf_jaar if later else None)
        elif geldig.geheel_code != geheel:
            self.veranderd.add(code)
            self._move(geldig, geheel)

    def _move(self, geldig: GebiedDeel, geheel: str) -> None:
        if geldig.vanaf_jaar == self.jaar:  # the same year told anew: a correction
            geldig.geheel_code = geheel
            self.verbeterd.append(geldig)
        else:
            self.eindigt.append(geldig.pk)
            self._start(geldig.deel_code, geheel, geldig.tot_jaar)

    def _start(self, code: str, geheel: str, tot: int | None) -> None:
        self.nieuw.append(
            GebiedDeel(
                deel_code=code,
                geheel_code=geheel,
                soort=self.soort,
                vanaf_jaar=self.jaar,
                tot_jaar=tot or self.einde.get(code),
            )
        )

    def write(self) -> None:
        """Everything that was decided; what ends does so before its successor begins."""
        GebiedDeel.objects.filter(pk__in=self.begint_eerder).update(vanaf_jaar=self.jaar)
        GebiedDeel.objects.filter(pk__in=self.eindigt).update(tot_jaar=self.jaar)
        GebiedDeel.objects.bulk_update(self.verbeterd, ["geheel_code"])
        GebiedDeel.objects.bulk_create(self.nieuw)


def ensure_frame(kaart: Kaart) -> None:
    """The country, its provinces, jeugdregio's and our own inkoopregio's; nothing changes the second time."""
    regio = own_region()
    namen = (
        {(NEDERLAND, GebiedSoort.LAND): "Nederland"}
        | {(code, GebiedSoort.PROVINCIE): naam for code, naam in PROVINCIES.items()}
        | {(code, GebiedSoort.JEUGDREGIO): naam for code, naam in kaart.jeugdregios.items()}
        | {(code, GebiedSoort.INKOOPREGIO): naam for code, naam in regio.inkoopregios.items()}
    )
    there = set(Gebied.objects.values_list("code", flat=True))
    Gebied.objects.bulk_create(
        Gebied(code=code, soort=soort, naam=naam, bron=kaart.bron)
        for (code, soort), naam in namen.items()
        if code not in there
    )


def note_successions(kaart: Kaart) -> None:
    """Writes the municipalities that ended and in what they went on; nothing changes the second time."""
    bekend = municipalities()
    known = set(Opvolging.objects.values_list("van_code", "naar_code", "datum"))
    changed, new = [], {}
    for een in kaart.herindelingen:
        gebied = bekend.get(een.van)
        if gebied is None:
            new[een.van] = _ended(een, kaart.bron)
        elif gebied.tot_jaar != een.eerste_jaar:
            gebied.tot_jaar = een.eerste_jaar
            changed.append(gebied)
    Gebied.objects.bulk_update(changed, ["tot_jaar"])
    for gebied in changed:
        running = GebiedDeel.objects.filter(deel_code=gebied.code, tot_jaar__isnull=True)
        running.update(tot_jaar=gebied.tot_jaar)
    Gebied.objects.bulk_create(new.values())
    Opvolging.objects.bulk_create(
        Opvolging(van_code=een.van, naar_code=een.naar, datum=een.datum, bron=kaart.bron)
        for een in kaart.herindelingen
        if (een.van, een.naar, een.datum) not in known
    )


def _ended(een: Herindeling, bron: str) -> Gebied:
    return Gebied(
        code=een.van, soort=GebiedSoort.GEMEENTE, naam=een.naam, tot_jaar=een.eerste_jaar, bron=bron
    )


def store_municipalities(tabel: GelezenTabel, kaart: Kaart, jaar: int) -> Uitkomst:
    """Writes new municipalities, new names, and where all belong in that year."""
    uitkomst = Uitkomst()
    bekend = municipalities()
    empty = all(gebied.tot_jaar is not None for gebied in bekend.values())  # only ended ones so far
    new, renamed = [], []
    for rij in tabel.rijen:
        gebied = bekend.get(rij.code)
        if gebied is None:
            vanaf = first_year(rij.code, jaar, kaart, empty=empty)
            new.append(
                Gebied(
                    code=rij.code,
                    soort=GebiedSoort.GEMEENTE,
                    naam=rij.naam,
                    vanaf_jaar=vanaf,
                    bron=kaart.bron,
                )
            )
            uitkomst.nieuw.add(rij.rijnummer)
        elif rij.naam and rij.naam != gebied.naam:
            if names_differ(gebied.naam, rij.naam):
                uitkomst.vondsten.append(
                    tabel.remark(rij, "naam_gewijzigd", "naam", rij.naam, oud=gebied.naam, code=rij.code)
                )
            gebied.naam = rij.naam
            renamed.append(gebied)
            uitkomst.gewijzigd.add(rij.rijnummer)
    Gebied.objects.bulk_create(new)
    Gebied.objects.bulk_update(renamed, ["naam"])
    moved = store_provinces(tabel, jaar) | belong(
        {rij.code: rij.kenmerken["jeugdregio"] for rij in tabel.rijen}, GebiedSoort.JEUGDREGIO, jaar
    )
    uitkomst.gewijzigd |= {rij.rijnummer for rij in tabel.rijen if rij.code in moved}
    uitkomst.vondsten += remark_on_absent(tabel, bekend, jaar)
    return uitkomst


def store_provinces(tabel: GelezenTabel, jaar: int) -> set[str]:
    """Puts municipalities in the province that the table names; the ones that changed province."""
    provincies = {rij.code: province_code(rij.kenmerken.get("provincie", "")) for rij in tabel.rijen}
    return belong({code: een for code, een in provincies.items() if een}, GebiedSoort.PROVINCIE, jaar)


def store_names(tabel: GelezenTabel, bekend: dict[str, Gebied]) -> None:
    """Fills in names that no list gave yet; a known name is not changed by a table of figures."""
    named = []
    for rij in tabel.rijen:
        if rij.naam and rij.code in bekend and not bekend[rij.code].naam:
            bekend[rij.code].naam = rij.naam
            named.append(bekend[rij.code])
    Gebied.objects.bulk_update(named, ["naam"])


def store_inkoopregios(tabel: GelezenTabel) -> set[int]:
    """Writes which municipality buys with which in a year; the rows that changed it."""
    regio = own_region()
    ids = {fold(naam): code for code, naam in regio.inkoopregios.items()}
    changed: set[int] = set()
    for jaar in tabel.jaren:
        rijen = [rij for rij in tabel.rijen if rij.jaar == jaar and rij.kenmerken.get("inkoopregio")]
        paren = {rij.code: ids[fold(rij.kenmerken["inkoopregio"])] for rij in rijen}
        moved = belong(paren, GebiedSoort.INKOOPREGIO, jaar)
        belong(dict.fromkeys(paren.values(), regio.code), GebiedSoort.JEUGDREGIO, jaar)
        changed |= {rij.rijnummer for rij in rijen if rij.code in moved}
    return changed
