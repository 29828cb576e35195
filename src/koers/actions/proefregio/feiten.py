"""What happened in the demo region: questions, decisions, help, answers and what was declared."""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from koers.actions.proefregio.mensen import CODES, Organisaties
from koers.actions.proefregio.waarden import (
    Kolom,
    Sleutels,
    coded,
    days,
    moments,
    picked,
    repeated,
    until,
)
from koers.registers.bulk import insert_rows
from koers.registers.toegang.models import (
    Besluit,
    Casus,
    Ervaring,
    LadderUitzondering,
    LichteHulp,
    LichteHulpStap,
    Maatregel,
    MaatregelEinde,
    Melding,
    TredeUitkomst,
    Verwijzing,
    VoorliggendGebruik,
)
from koers.registers.zorg.models import (
    Contractproduct,
    Declaratie,
    Toewijzing,
    ToewijzingWijziging,
    TrajectStap,
)
from koers.simulation.proefregio import IJW_CODES, INKOOPREGIOS, PRODUCTEN, VOORZIENINGEN, Proefregio, codes

ROUTES = ("toegang", "medisch", "justitie")
REGIO_CODE = {"Noordmidden-Drenthe": "IR-NMD", "Zuid-Drenthe": "IR-ZD"}
FEIT = ("id", "gemeente", "datum", "vastgelegd_at", "vastgelegd_door", "ingetrokken", "reden_correctie")
# What the invented region does not say of its besluiten.
NIET_BEKEND = ("reden", "mandaat", "indiener", "adviseur", "principe", "principe_afwijking", "combinatie")
# Nor of its claims: those did not come by message.
NIET_PER_BERICHT = ("declaratienummer", "referentie", "vorige_referentie", "code")


REDEN_VAN_TREDE = {
    "helpt_deels": "Het helpt, maar het is niet genoeg.",
    "niet_passend": "Het past niet bij wat er speelt.",
    "niet_beschikbaar": "Het is er niet of er is geen plek.",
    "niet_van_toepassing": "Dit speelt hier niet.",
}
REDEN_VAN_UITZONDERING = {
    "crisis": "Er was meteen hulp nodig.",
    "hardheidsclausule": "Eerst alle treden langs gaan zou hier onredelijk zijn.",
}


class Feiten:
    """Loads the facts; `door` is the actor that answers for every row."""

    def __init__(
        self,
        regio: Proefregio,
        sleutels: Sleutels,
        door: str,
        organisaties: Organisaties,
    ) -> None:
        self.regio, self.sleutels, self.door = regio, sleutels, door
        self.aanbieders, self.praktijken = organisaties.aanbieders, organisaties.praktijken
        self.producten: dict[tuple[int, int, int], str] = {}
        self.looptijd: dict[tuple[int, int], tuple[int, int]] = {}
        self.tariefjaren = int(regio.tarieven["jaar"].min()), int(regio.tarieven["jaar"].max())

    def load(self) -> dict[str, int]:
        """Everything, in the order of the keys; rows per table."""
        return {
            "contractproducten": self._contractproducten(),
            "meldingen": self._meldingen(),
            "casussen": self._casussen(),
            "verwijzingen": self._verwijzingen(),
            "maatregelen": self._maatregelen(),
            "besluiten": self._besluiten(),
            "treden": self._treden(),
            "ladder_uitzonderingen": self._uitzonderingen(),
            "toewijzingen": self._toewijzingen(),
            "wijzigingen": self._wijzigingen(),
            "trajectstappen": self._trajectstappen(),
            "lichte_hulp": self._lichte_hulp(),
            "voorliggend": self._voorliggend(),
            "ervaringen": self._ervaringen(),
            "declaraties": self._declaraties(),
        }

    def _fact(self, ids: Kolom, tabel, datum: Kolom, moment: str = "vastgelegd_at") -> tuple[Kolom, ...]:
        """The columns of `FEIT`."""
        n = len(tabel)
        gemeente = picked(CODES, tabel["gemeente"])
        return (
            *(ids, gemeente, datum, moments(tabel[moment]), repeated(self.door, n)),
            *(repeated(False, n), repeated("", n)),
        )

    def _insert(self, model, feit: tuple[Kolom, ...], **velden: Kolom) -> int:
        return insert_rows(model, (*FEIT, *velden), zip(*feit, *velden.values(), strict=True))

    def _contractproducten(self) -> int:
        """A row per provider, product and calendar year: tariffs change every year; the first one also
        holds for the years before it."""
        producten = {row["id"]: row for row in self.regio.producten}
        tarief = {(row["product"], row["jaar"]): int(row["tarief_cent"]) for row in self.regio.tarieven}
        rows = []
        for contract in self.regio.contracten:
            product = producten[contract["product"]]
            period = contract["begindatum"].item(), contract["einddatum"].item()
            for jaar, van, tot in _years(*period, *self.tariefjaren):
                key = (int(contract["aanbieder"]), int(contract["product"]), jaar)
                if key in self.producten:
                    continue
                van_jaar, tot_jaar = self.looptijd.get(key[:2], (jaar, jaar))
                self.looptijd[key[:2]] = min(van_jaar, jaar), max(tot_jaar, jaar)
                self.producten[key] = self.sleutels.of("contractproduct", np.array([len(self.producten)]))[0]
                rows.append(
                    (
                        *(self.producten[key], van.isoformat(), tot.isoformat(), self.aanbieders[key[0]]),
                        *(
                            str(product["code"]),
                            PRODUCTEN[product["soort"]].naam,
                            f"{product['categorie']:02d}",
                        ),
                        *(int(product["niveau"]), f"{product['hulpvorm']:02d}", str(product["taakveld"])),
                        *(f"{product['eenheid']:02d}", tarief[key[1], jaar]),
                        REGIO_CODE[INKOOPREGIOS[product["regio"]]],
                        IJW_CODES[PRODUCTEN[product["soort"]].nummer],
                        *(PRODUCTEN[product["soort"]].vanaf, PRODUCTEN[product["soort"]].tot),
                    )
                )
        velden = (
            *(
                "id",
                "begindatum",
                "tot_datum",
                "aanbieder",
                "code",
                "naam",
                "categorie",
                "niveau",
                "hulpvorm",
            ),
            *("taakveld", "eenheid", "tarief_cent", "inkoopregio", "ijw_code"),
            *("leeftijd_van", "leeftijd_tot_en_met"),
        )
        return insert_rows(Contractproduct, velden, rows)

    def _contractproduct(self, aanbieder: int, product: int, jaar: int) -> str:
        """The contract row of the year; help that began just outside the contract goes with the nearest."""
        van, tot = self.looptijd[aanbieder, product]
        return self.producten[aanbieder, product, min(max(jaar, van), tot)]

    def _meldingen(self) -> int:
        tabel = self.regio.meldingen
        return self._insert(
            Melding,
            self._fact(self.sleutels.of("melding", tabel["id"]), tabel, days(tabel["meldingsdatum"])),
            gezin=self.sleutels.of("gezin", tabel["gezin"]),
            route=picked(ROUTES, tabel["route"]),
            verwijzer=coded(tabel["verwijzer"]),
            kanaal=picked(codes.KANAAL, tabel["kanaal"]),
            vraag=repeated("", len(tabel)),
            met_spoed=tabel["spoed"].tolist(),
        )

    def _casussen(self) -> int:
        tabel = self.regio.casussen
        columns = (
            self.sleutels.of("casus", tabel["id"]),
            self.sleutels.of("melding", tabel["melding"]),
            self.sleutels.of("persoon", tabel["persoon"]),
            picked(CODES, tabel["gemeente"]),
        )
        return insert_rows(Casus, ("id", "melding", "jeugdige", "gemeente"), zip(*columns, strict=True))

    def _verwijzingen(self) -> int:
        tabel = self.regio.verwijzingen
        wie = [
            self.praktijken[p] if p >= 0 else self.aanbieders[g] if g >= 0 else None
            for p, g in zip(tabel["praktijk"].tolist(), tabel["gi"].tolist(), strict=True)
        ]
        return self._insert(
            Verwijzing,
            self._fact(self.sleutels.of("verwijzing", tabel["id"]), tabel, days(tabel["verwijsdatum"])),
            casus=self.sleutels.of("casus", tabel["casus"]),
            verwijzer=coded(tabel["verwijzer"]),
            organisatie=wie,
            herindicatie=tabel["herindicatie"].tolist(),
        )

    def _besluiten(self) -> int:
        """A granted besluit holds from its own day; the toewijzing says the period."""
        tabel = self.regio.besluiten
        granted = (tabel["soort"] == 0).tolist()
        product_codes = self.regio.producten["code"].tolist()
        datum = days(tabel["besluitdatum"])
        return self._insert(
            Besluit,
            self._fact(self.sleutels.of("besluit", tabel["id"]), tabel, datum),
            casus=self.sleutels.of("casus", tabel["casus"]),
            soort=picked(codes.BESLUIT, tabel["soort"]),
            product=[
                product_codes[p] if p >= 0 and ok else ""
                for p, ok in zip(tabel["product"].tolist(), granted, strict=True)
            ],
            ingangsdatum=[dag if ok else None for dag, ok in zip(datum, granted, strict=True)],
            herindicatie=tabel["herindicatie"].tolist(),
            voorbereid_door=picked(codes.DOOR, tabel["door"]),
            toetsing=repeated("[]", len(tabel)),
            **{naam: repeated("", len(tabel)) for naam in NIET_BEKEND},
        )

    def _treden(self) -> int:
        tabel = self.regio.treden
        uitkomst = picked(codes.TREDE_UITKOMST, tabel["uitkomst"])
        return self._insert(
            TredeUitkomst,
            self._fact(self.sleutels.of("trede", tabel["id"]), tabel, days(tabel["datum"])),
            casus=self.sleutels.of("casus", tabel["casus"]),
            trede=picked(codes.TREDE, tabel["trede"]),
            uitkomst=uitkomst,
            reden=[REDEN_VAN_TREDE[een] for een in uitkomst],
            geprobeerd=repeated("", len(tabel)),
            voorziening=repeated("", len(tabel)),
        )

    def _uitzonderingen(self) -> int:
        tabel = self.regio.ladder_uitzonderingen
        soort = picked(codes.LADDER_UITZONDERING, tabel["soort"])
        return self._insert(
            LadderUitzondering,
            self._fact(self.sleutels.of("uitzondering", tabel["id"]), tabel, days(tabel["datum"])),
            casus=self.sleutels.of("casus", tabel["casus"]),
            soort=soort,
            reden=[REDEN_VAN_UITZONDERING[een] for een in soort],
        )

    def _toewijzingen(self) -> int:
        tabel = self.regio.toewijzingen
        jaren = tabel["ingangsdatum"].astype("<M8[Y]").astype(int) + 1970
        where = zip(tabel["aanbieder"].tolist(), tabel["product"].tolist(), jaren.tolist(), strict=True)
        return self._insert(
            Toewijzing,
            self._fact(self.sleutels.of("toewijzing", tabel["id"]), tabel, days(tabel["toewijzingsdatum"])),
            casus=self.sleutels.of("casus", tabel["casus"]),
            nummer=_numbers(tabel["gemeente"]),
            referentie=repeated("", len(tabel)),
            besluit=self.sleutels.of("besluit", tabel["besluit"]),
            verwijzing=self.sleutels.of("verwijzing", tabel["verwijzing"]),
            contractproduct=[self._contractproduct(*key) for key in where],
            ingangsdatum=days(tabel["ingangsdatum"]),
            tot_datum=until(tabel["einddatum"]),
            volume=tabel["volume"].tolist(),
            eenheid=coded(tabel["eenheid"]),
            frequentie=coded(tabel["frequentie"], 1),
            generiek=repeated(False, len(tabel)),
            voorganger=self.sleutels.of("toewijzing", tabel["voorganger"]),
        )

    def _wijzigingen(self) -> int:
        tabel = self.regio.toewijzing_wijzigingen
        rows = np.searchsorted(self.regio.toewijzingen["id"], tabel["toewijzing"])
        gemeente = picked(CODES, self.regio.toewijzingen["gemeente"][rows])
        n = len(tabel)
        feit = (
            *(self.sleutels.own("wijziging", n), gemeente, days(tabel["wijzigingsdatum"])),
            *(moments(tabel["vastgelegd_at"]), repeated(self.door, n), repeated(False, n), repeated("", n)),
        )
        return self._insert(
            ToewijzingWijziging,
            feit,
            toewijzing=self.sleutels.of("toewijzing", tabel["toewijzing"]),
            reden=coded(tabel["reden"]),
            tot_datum=until(tabel["einddatum"]),
            referentie=repeated("", n),
        )

    def _trajectstappen(self) -> int:
        tabel = self.regio.traject_feiten
        rows = np.searchsorted(self.regio.trajecten["id"], tabel["traject"])
        n = len(tabel)
        begins = np.isin(tabel["soort"], (codes.START, codes.HERVATTING))
        feit = (
            self.sleutels.of("trajectstap", tabel["id"]),
            picked(CODES, self.regio.trajecten["gemeente"][rows]),
            *(days(tabel["datum"]), moments(tabel["vastgelegd_at"])),
            *(repeated(self.door, n), repeated(False, n), repeated("", n)),
        )
        return self._insert(
            TrajectStap,
            feit,
            toewijzing=self.sleutels.of("toewijzing", self.regio.trajecten["toewijzing"][rows]),
            soort=["start" if begin else "stop" for begin in begins.tolist()],
            reden=coded(tabel["reden"]),
            vervangt=self.sleutels.of("trajectstap", tabel["vervangt"]),
        )

    def _lichte_hulp(self) -> int:
        tabel = self.regio.lichte_hulp
        aantal = self._insert(
            LichteHulp,
            self._fact(self.sleutels.of("lichte_hulp", tabel["id"]), tabel, days(tabel["aanvraagdatum"])),
            jeugdige=self.sleutels.of("persoon", tabel["persoon"]),
            casus=self.sleutels.of("casus", tabel["casus"]),
            soort=picked(codes.LICHTE_HULP, tabel["soort"]),
            praktijk=picked(self.praktijken, tabel["praktijk"], None),
        )
        begun = tabel[~np.isnat(tabel["startdatum"])]
        ended = tabel[~np.isnat(tabel["einddatum"])]
        for rows, dag, moment, soort in (
            (begun, "startdatum", "start_vastgelegd_at", repeated("start", len(begun))),
            (ended, "einddatum", "einde_vastgelegd_at", picked(codes.LICHT_UITKOMST, ended["uitkomst"])),
        ):
            closes = dag == "einddatum"
            self._insert(
                LichteHulpStap,
                self._fact(self.sleutels.of(f"lichte_hulp_{dag}", rows["id"]), rows, days(rows[dag]), moment),
                lichte_hulp=self.sleutels.of("lichte_hulp", rows["id"]),
                soort=soort,
                minuten=rows["minuten"].tolist() if closes else repeated(0, len(rows)),
                gesprekken=rows["gesprekken"].tolist() if closes else repeated(0, len(rows)),
            )
        return aantal

    def _maatregelen(self) -> int:
        tabel = self.regio.maatregelen
        aantal = self._insert(
            Maatregel,
            self._fact(self.sleutels.of("maatregel", tabel["id"]), tabel, days(tabel["begindatum"])),
            casus=self.sleutels.of("casus", tabel["casus"]),
            soort=picked([str(code) for code in codes.MAATREGEL_CBS], tabel["soort"]),
            instelling=picked(self.aanbieders, tabel["gi"]),
        )
        ended = tabel[~np.isnat(tabel["einddatum"])]
        keys, dag = self.sleutels.of("maatregel_einde", ended["id"]), days(ended["einddatum"])
        self._insert(
            MaatregelEinde,
            self._fact(keys, ended, dag, "einde_vastgelegd_at"),
            maatregel=self.sleutels.of("maatregel", ended["id"]),
            reden=repeated("", len(ended)),
        )
        return aantal

    def _voorliggend(self) -> int:
        tabel = self.regio.voorziening_gebruik
        return self._insert(
            VoorliggendGebruik,
            self._fact(self.sleutels.of("voorliggend", tabel["id"]), tabel, days(tabel["begindatum"])),
            jeugdige=self.sleutels.of("persoon", tabel["persoon"]),
            voorziening=picked([v.naam for v in VOORZIENINGEN], tabel["voorziening"]),
            tot_datum=until(tabel["einddatum"]),
        )

    def _ervaringen(self) -> int:
        tabel = self.regio.ervaringen
        return self._insert(
            Ervaring,
            self._fact(self.sleutels.of("ervaring", tabel["id"]), tabel, days(tabel["antwoorddatum"])),
            casus=self.sleutels.of("casus", tabel["casus"]),
            wie=picked(codes.RESPONDENT, tabel["respondent"]),
            passend=tabel["passend"].tolist(),
        )

    def _declaraties(self) -> int:
        tabel = self.regio.declaraties
        rows = np.searchsorted(self.regio.trajecten["id"], tabel["traject"])
        sign = np.where(tabel["soort"] == codes.DECLARATIE.index("credit"), -1, 1)
        return self._insert(
            Declaratie,
            self._fact(self.sleutels.own("declaratie", len(tabel)), tabel, days(tabel["ontvangstdatum"])),
            toewijzing=self.sleutels.of("toewijzing", self.regio.trajecten["toewijzing"][rows]),
            maand=days(tabel["maand"]),
            bedrag_cent=(tabel["bedrag_cent"] * sign).tolist(),
            **{naam: repeated("", len(tabel)) for naam in NIET_PER_BERICHT},
        )


def _years(begin: date, einde: date, eerste: int, laatste: int) -> Iterator[tuple[int, date, date]]:
    """The calendar years of an inclusive period: year, first day, day after.

    Prices are known from `eerste` to `laatste`: what lies before or after goes with the nearest year.
    """
    for jaar in range(min(max(begin.year, eerste), laatste), min(max(einde.year, eerste), laatste) + 1):
        first = begin if jaar == eerste else max(begin, date(jaar, 1, 1))
        after = einde + timedelta(days=1)
        yield jaar, first, after if jaar == laatste else min(after, date(jaar + 1, 1, 1))


def _numbers(gemeente: NDArray[np.integer]) -> Kolom:
    """The number by which messages know each toewijzing: counting on per gemeente, in the table's order."""
    geteld: dict[int, int] = {}
    nummers = []
    for een in gemeente.tolist():
        geteld[een] = geteld.get(een, 0) + 1
        nummers.append(geteld[een])
    return nummers
