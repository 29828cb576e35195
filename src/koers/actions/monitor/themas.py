"""Which maatschappelijke thema's matter here: figures beside municipalities that are alike, numbers of
partners through disclosure, and how the round of votes stands.

Figures of CBS are *gepubliceerd*; numbers of partners are *openbaar*, for they go to everybody who votes and
into the decision. Nothing here is exact and nothing is about persons.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from koers.actions.feiten import writers
from koers.actions.handeling import act
from koers.actions.monitor.badkuip import own_area
from koers.actions.monitor.cijfers import Cijfer, published, with_derived
from koers.actions.monitor.regio import Vergelijking, read_vergelijking
from koers.analytics.areas import Area, asked_area, policy_areas
from koers.analytics.disclosure import ExactTable, disclose, share
from koers.analytics.gelijkende_gemeenten import (
    Groepscijfer,
    Trend,
    beside_group,
    reference_group,
    size,
    trend,
)
from koers.analytics.lattice import part_of
from koers.authorization.poort import require
from koers.authorization.zicht import visible_themarondes
from koers.domain.actor import Actor
from koers.domain.disclosed import DisclosedCell, DisclosedShare, DisclosedTable, Klasse, Sleutel
from koers.domain.gelijkenis import Gelijkenis
from koers.domain.grootheden import AFLEIDINGEN
from koers.domain.partnertabellen import PARTNERTABELLEN
from koers.domain.themas import DENKT_MEE, votes_per_thema
from koers.policy import beleid
from koers.policy.kinds.themas import Partnermaat, Thema
from koers.registers.kern.models import Aanstelling
from koers.registers.klok import vandaag
from koers.registers.monitor.models import Partnercijfer, Themabesluit, Themaronde, Themastem, Waarneming


@dataclass(frozen=True, slots=True)
class Themacijfer:
    """A published figure beside the group. `omvang`: about how many people; `vastgelegd_at`: of the newest
    figure in it. `voorlopig`: the source may still change the own figure.
    """

    cijfer: Groepscijfer
    trend: Trend
    omvang: int | None
    bron: str
    vastgelegd_at: datetime
    voorlopig: bool = False
    klasse: Klasse = Klasse.GEPUBLICEERD


@dataclass(frozen=True, slots=True)
class Partnerpunt:
    """A number of a partner in a period as everybody may see it, and as a part of its whole if it has one."""

    periode: str
    aantal: DisclosedCell
    deel: DisclosedShare | None
    vastgelegd_at: datetime


@dataclass(frozen=True, slots=True)
class Partnerreeks:
    """The periods of one number of one group, oldest first. No `punten`: nothing was delivered."""

    maat: Partnermaat
    groep: str
    punten: tuple[Partnerpunt, ...]
    klasse: Klasse = Klasse.OPENBAAR


@dataclass(frozen=True, slots=True)
class Themabeeld:
    """One theme with all that is known of it. `groep`: with whom it is compared; None: the own municipality
    has no figures. `stemmen`: names of partners that chose it in the shown round.
    """

    thema: Thema
    groep: Gelijkenis | None
    cijfers: tuple[Themacijfer, ...]
    partners: tuple[Partnerreeks, ...]
    stemmen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stembeeld:
    """A vote that holds. `eigen`: of the actor's own organisation."""

    partner: str
    themas: tuple[str, ...]
    reden: str
    datum: date
    eigen: bool


@dataclass(frozen=True, slots=True)
class Besluitbeeld:
    """A decision as it was recorded, with the figures of that day. `verbetering`: why this corrects the one
    before; empty: it corrects nothing. `eerder`: what stood before, the newest first.
    """

    id: UUID
    datum: date
    gremium: str
    door: str
    vastgelegd_at: datetime
    redenen: Mapping[str, str]
    reden: str
    cijfers: tuple[Mapping[str, object], ...]
    vingerafdruk: str
    verbetering: str = ""
    eerder: tuple["Besluitbeeld", ...] = ()


@dataclass(frozen=True, slots=True)
class Rondebeeld:
    """A round as it stands. `stembaar`: votes can be given or taken back today. `nog_niet`: partners that
    can vote and did not. `te_besluiten`: voting is over and nothing was decided yet.
    """

    id: UUID
    naam: str
    datum: date
    stemmen_tot_en_met: date
    hoogstens: int
    stembaar: bool
    te_besluiten: bool
    stemmen: tuple[Stembeeld, ...]
    nog_niet: tuple[str, ...]
    besluit: Besluitbeeld | None

    @property
    def eigen(self) -> Stembeeld | None:
        """The vote of the actor's own organisation."""
        return next((een for een in self.stemmen if een.eigen), None)


@dataclass(frozen=True, slots=True)
class Themablad:
    """The workbench of a municipality. `namen`: of all municipalities by code; `ronde`: the newest one."""

    gemeente: Area
    jaar: int | None
    namen: Mapping[str, str]
    themas: tuple[Themabeeld, ...]
    rondes: tuple[Rondebeeld, ...]
    alle: Mapping[str, tuple[Decimal, ...]]

    @property
    def ronde(self) -> Rondebeeld | None:
        """The newest round."""
        return self.rondes[0] if self.rondes else None


def read_themas(*, by: Actor, gemeente: str) -> Themablad:
    """The workbench of an own municipality. Refused: niet_gevonden."""
    with act("read_themas", by=by) as spoor:
        spoor.onderwerp("themas", gemeente)
        area = own_area(by, gemeente)
        return workbench(by, area, read_rondes(by, gemeente))


def read_themacijfers(*, by: Actor, gemeente: str) -> Themablad:
    """The figures of all themes in a municipality of the region, as everybody may see them; no votes.

    Refused: gebied_onbekend.
    """
    require(by, "read_regio")
    gebieden = tuple(beleid().gebieden.values())
    areas = {area.code: area for area in policy_areas(gebieden) if not area.is_whole}
    area = asked_area(gemeente, tuple(areas.values()), [g for g in gebieden if g.code in areas])
    return workbench(by, area, ())


def workbench(by: Actor, area: Area, rondes: tuple[Rondebeeld, ...]) -> Themablad:
    """All themes with their figures, for inside an act."""
    alle = read_vergelijking(by=by)
    kandidaten = tuple(beleid().themas.values())
    stemmen = votes_per_thema(
        ((s.partner, s.themas) for s in (rondes[0].stemmen if rondes else ())), (t.id for t in kandidaten)
    )
    groepen = {thema.id: _group(area.code, alle, thema) for thema in kandidaten}
    cijfers = _Cijfers.of(area.code, [g for g in groepen.values() if g is not None], kandidaten)
    partners = _partner_tables(area.code, kandidaten)
    return Themablad(
        area,
        alle.jaar,
        dict(zip(alle.codes, alle.namen, strict=True)),
        tuple(
            Themabeeld(
                thema,
                groepen[thema.id],
                cijfers.of_theme(thema, groepen[thema.id]),
                tuple(_series(partners, thema)),
                stemmen[thema.id],
            )
            for thema in kandidaten
        ),
        rondes,
        _all_values(kandidaten),
    )


# --- published figures ------------------------------------------------------------------------------


def _group(code: str, alle: Vergelijking, thema: Thema) -> Gelijkenis | None:
    if not thema.grootheden or code not in alle.codes:
        return None
    return reference_group(code, alle.codes, alle.kolommen, over=thema.grootheden)


@dataclass(frozen=True, slots=True)
class _Cijfers:
    """Figures of the municipality and its groups: by year, code and quantity; and when they were written."""

    code: str
    jaren: Mapping[int, Mapping[str, Mapping[str, Cijfer]]]
    vastgelegd: Mapping[tuple[str, int], datetime]

    @classmethod
    def of(cls, code: str, groepen: Iterable[Gelijkenis], kandidaten: Iterable[Thema]) -> "_Cijfers":
        """One query for all themes."""
        codes = {code, *(een.code for groep in groepen for een in groep.gelijken)}
        wanted = {naam for thema in kandidaten for naam in thema.grootheden}
        basis = {deel for naam in wanted & AFLEIDINGEN.keys() for deel in _counts(naam)}
        rijen = Waarneming.objects.geldend().filter(
            gebied_code__in=codes, grootheid__in={"inwoners", *wanted, *basis}
        )
        found: dict[int, dict[str, dict[str, Cijfer]]] = {}
        written: dict[tuple[str, int], datetime] = {}
        for een, naam, jaar, waarde, status, bron, at in rijen.values_list(
            "gebied_code", "grootheid", "jaar", "waarde", "status", "bron", "vastgelegd_at"
        ):
            here = found.setdefault(jaar, {}).setdefault(een, {})
            here[naam] = published(naam, jaar, waarde, status, bron)
            written[naam, jaar] = max(at, written.get((naam, jaar), at))
        whole = {jaar: {een: with_derived(c) for een, c in per.items()} for jaar, per in found.items()}
        return cls(code, whole, written)

    def of_theme(self, thema: Thema, groep: Gelijkenis | None) -> tuple[Themacijfer, ...]:
        """Each quantity of the theme of which the municipality or its group has a figure."""
        codes = [een.code for een in groep.gelijken] if groep else []
        found = (self._of(naam, codes) for naam in thema.grootheden)
        return tuple(een for een in found if een is not None)

    def _of(self, naam: str, groep: Sequence[str]) -> Themacijfer | None:
        jaren = {
            jaar: waarden
            for jaar, per in self.jaren.items()
            if any((waarden := {een: c[naam].waarde for een, c in per.items() if naam in c}).values())
        }
        if not jaren:
            return None
        with_own = [jaar for jaar, waarden in jaren.items() if waarden.get(self.code) is not None]
        jaar = max(with_own or jaren)
        eigen = self.jaren[jaar].get(self.code, {})
        inwoners = eigen["inwoners"].waarde if "inwoners" in eigen else None
        bronnen = {c[naam].bron for c in self.jaren[jaar].values() if naam in c and c[naam].bron}
        return Themacijfer(
            beside_group(naam, jaar, self.code, groep, jaren[jaar]),
            trend(naam, self.code, groep, jaren),
            size(naam, jaren[jaar].get(self.code), inwoners),
            "; ".join(sorted(bronnen)),
            max(
                self.vastgelegd[een, jaar] for een in (naam, *_counts(naam)) if (een, jaar) in self.vastgelegd
            ),
            naam in eigen and eigen[naam].voorlopig,
        )


def _counts(grootheid: str) -> tuple[str, ...]:
    """The two counts that a quantity can follow from."""
    regel = AFLEIDINGEN.get(grootheid)
    return (regel.teller, regel.noemer) if regel else ()


def _all_values(kandidaten: Iterable[Thema]) -> dict[str, tuple[Decimal, ...]]:
    """Of each quantity all municipalities of its newest year, as a background without names."""
    found: dict[str, dict[int, list[Decimal]]] = {}
    wanted = {naam for thema in kandidaten for naam in thema.grootheden}
    rijen = Waarneming.objects.geldend().filter(
        gebied_code__startswith="GM", grootheid__in=wanted, waarde__isnull=False
    )
    for naam, jaar, waarde in rijen.values_list("grootheid", "jaar", "waarde"):
        found.setdefault(naam, {}).setdefault(jaar, []).append(waarde)
    return {naam: tuple(jaren[max(jaren)]) for naam, jaren in found.items()}


# --- numbers of partners ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Partnertabel:
    """A table as everybody may see it, with when each number was written down."""

    verteld: Mapping[Sleutel, DisclosedCell]
    vastgelegd: Mapping[Sleutel, datetime]


def _partner_tables(code: str, kandidaten: Iterable[Thema]) -> dict[str, _Partnertabel]:
    """Every table that a theme names, disclosed as a whole: what is told does not depend on the theme."""
    wanted = {maat.tabel for thema in kandidaten for maat in thema.partnercijfers}
    rijen = Partnercijfer.objects.geldend().filter(gemeente_code=code, tabel__in=wanted)
    per: dict[str, list[Partnercijfer]] = {}
    for rij in rijen:
        per.setdefault(rij.tabel, []).append(rij)
    return {
        naam: _Partnertabel(
            {cel.sleutel: cel for cel in open_table(naam, eigen).cellen},
            {(r.groep, r.periode, r.maat): r.vastgelegd_at for r in eigen},
        )
        for naam, eigen in per.items()
    }


def open_table(tabel: str, rijen: Sequence[Partnercijfer]) -> DisclosedTable:
    """The numbers of a table in one municipality through disclosure: small ones redacted, others rounded."""
    soort = PARTNERTABELLEN[tabel]
    exact = {(r.groep, r.periode, r.maat): r.aantal for r in rijen}
    keys = sorted({(groep, periode) for groep, periode, _ in exact})
    whole: dict[Sleutel, int] = {
        (*key, maat): exact.get((*key, maat), 0) for key in keys for maat in soort.maten
    }
    relations = [part_of((*key, deel), (*key, geheel)) for key in keys for deel, geheel in soort.delen]
    return disclose(ExactTable(tabel, ("groep", "periode", "maat"), whole, relations))


def _series(tabellen: Mapping[str, _Partnertabel], thema: Thema) -> Iterable[Partnerreeks]:
    for maat in thema.partnercijfers:
        tabel = tabellen.get(maat.tabel, _Partnertabel({}, {}))
        there = {(groep, periode) for groep, periode, _ in tabel.verteld}
        groepen = {groep for groep, _ in there if maat.groep in (None, groep)} or {maat.groep or ""}
        for groep in sorted(groepen):
            perioden = sorted(periode for een, periode in there if een == groep)
            yield Partnerreeks(maat, groep, tuple(_point(tabel, maat, groep, een) for een in perioden))


def _point(tabel: _Partnertabel, maat: Partnermaat, groep: str, periode: str) -> Partnerpunt:
    sleutel = (groep, periode, maat.maat)
    deel = None
    if maat.geheel is not None:
        deel = share(sleutel, tabel.verteld[sleutel], tabel.verteld[groep, periode, maat.geheel])
    return Partnerpunt(periode, tabel.verteld[sleutel], deel, tabel.vastgelegd[sleutel])


# --- rounds -----------------------------------------------------------------------------------------


def read_rondes(by: Actor, gemeente: str) -> tuple[Rondebeeld, ...]:
    """The rounds of a municipality, newest first, for inside an act."""
    rows = visible_themarondes(by).filter(gemeente=gemeente)
    return tuple(_round(by, row) for row in rows.order_by("-datum", "-vastgelegd_at", "pk"))


def _round(by: Actor, row: Themaronde) -> Rondebeeld:
    today = vandaag()
    geldend = Themastem.objects.current().filter(ronde=row, ingetrokken=False).select_related("organisatie")
    stemmen = tuple(
        Stembeeld(
            stem.organisatie.naam,
            tuple(stem.themas),
            stem.reden,
            stem.datum,
            str(stem.organisatie_id) == by.organisatie_id,
        )
        for stem in geldend.order_by("organisatie__naam", "pk")
    )
    besluit = Themabesluit.objects.current().filter(ronde=row, ingetrokken=False).first()
    besluitbeeld = _decision(besluit) if besluit else None
    over = today > row.stemmen_tot_en_met
    named = {stem.partner for stem in stemmen}
    return Rondebeeld(
        row.pk,
        row.naam,
        row.datum,
        row.stemmen_tot_en_met,
        row.hoogstens,
        stembaar=not over and besluit is None,
        te_besluiten=over and besluit is None,
        stemmen=stemmen,
        nog_niet=()
        if besluit
        else tuple(naam for naam in partners_of(row.gemeente_id, today) if naam not in named),
        besluit=besluitbeeld,
    )


def _decision(row: Themabesluit) -> Besluitbeeld:
    """What holds, with everything that it was corrected from."""
    chain = [_recorded(row)]
    before: Any = row.vervangt
    while before is not None:
        chain.append(_recorded(before))
        before = before.vervangt
    return replace(chain[0], eerder=tuple(chain[1:]))


def _recorded(row: Themabesluit) -> Besluitbeeld:
    return Besluitbeeld(
        row.pk,
        row.datum,
        row.gremium,
        writers([row.vastgelegd_door])[row.vastgelegd_door],
        row.vastgelegd_at,
        row.redenen,
        row.reden,
        tuple(row.cijfers),
        row.vingerafdruk,
        row.reden_correctie,
    )


def partners_of(gemeente: str, today: date) -> tuple[str, ...]:
    """The organisations of which somebody can vote in this municipality today, by name."""
    can_vote = Aanstelling.objects.on(today).filter(
        rol__in=[rol.value for rol in DENKT_MEE], gemeenten=gemeente, medewerker__is_active=True
    )
    return tuple(sorted(set(can_vote.values_list("organisatie__naam", flat=True))))
