"""The tables of the demo region, column by column. `kolommen` explains the sorts of column.

Rows are sorted by key. A fact is in its table only if it was recorded (`vastgelegd_at`) by the end date.
"""

from typing import Final

from koers.simulation.proefregio.kolommen import Kolom, Tabel


def _k(naam: str, soort: str, uitleg: str, naar: str = "") -> Kolom:
    return Kolom(naam, soort, uitleg, naar)


_VAST: Final = _k("vastgelegd_at", "moment", "when the register heard of it")
_GEMEENTE: Final = _k("gemeente", "index", "responsible municipality", "GEMEENTEN")
_CASUS: Final = _k("casus", "verwijzing", "the casus it belongs to", "casussen")
_PERSOON: Final = _k("persoon", "verwijzing", "the young person", "personen")
_AANBIEDER: Final = _k("aanbieder", "index", "provider", "AANBIEDERS")
_PRODUCT: Final = _k("product", "index", "product as bought by the region", "producten.id")
_NIVEAU: Final = _k("niveau", "klein", "level 4-8 of the product at the start")
_PRAKTIJK: Final = _k("praktijk", "index", "huisarts practice, -1 = not through one", "PRAKTIJKEN")
_GI: Final = _k("gi", "index", "certified institution, -1 = none", "AANBIEDERS")

_BASIS: Final = (
    Tabel(
        "bevolking",
        "residents on 1 January, as numbers (scaled)",
        ("gemeente", "jaar", "leeftijd"),
        (
            _k("gemeente", "index", "municipality", "GEMEENTEN"),
            _k("jaar", "klein", "year"),
            _k("leeftijd", "klein", "age 0-22"),
            _k("aantal", "getal", "residents"),
        ),
    ),
    Tabel(
        "producten",
        "a product as one procurement region buys it",
        ("id",),
        (
            _k("id", "klein", "region x number of products + product"),
            _k("regio", "index", "procurement region", "INKOOPREGIOS"),
            _k("soort", "index", "what it is; name and Iv3 taakveld stand there", "PRODUCTEN"),
            _k("code", "tekst", "own code, at most five characters"),
            _k("niveau", "klein", "level 4-8"),
            _k("categorie", "klein", "JZ020"),
            _k("hulpvorm", "klein", "CBS hulpvorm"),
            _k("taakveld", "tekst", "Iv3 taakveld"),
            _k("eenheid", "klein", "WJ756"),
            _k("frequentie", "klein", "WMO757"),
        ),
    ),
    Tabel(
        "contracten",
        "a provider may deliver a product in a period",
        ("aanbieder", "product", "begindatum"),
        (
            _AANBIEDER,
            _PRODUCT,
            _k("begindatum", "dag", "first day"),
            _k("einddatum", "dag", "last day"),
        ),
    ),
    Tabel(
        "tarieven",
        "price of a product in a calendar year, the same for all providers of the region",
        ("product", "jaar"),
        (_PRODUCT, _k("jaar", "klein", "year"), _k("tarief_cent", "getal", "cents per unit")),
    ),
)

_MENSEN: Final = (
    Tabel(
        "gezinnen",
        "a family with at least one melding",
        ("id",),
        (
            _k("id", "id", "key"),
            _k("gemeente", "index", "where they live at the end date", "GEMEENTEN"),
            _k("praktijk", "index", "their huisarts", "PRAKTIJKEN"),
            _VAST,
        ),
    ),
    Tabel(
        "personen",
        "young people, their brothers and sisters, parents and foster parents",
        ("id",),
        (
            _k("id", "id", "key"),
            _k("gezin", "verwijzing", "family", "gezinnen"),
            _k("rol", "code", "place in the family", "GEZINSROL"),
            _k("geslacht", "code", "iJw COD046: 0 unknown (unborn), 1 man, 2 woman", "GESLACHT"),
            _k("geboortedatum", "dag", "NaT = not yet born"),
            _k("verwachte_geboortedatum", "dag", "only for who is not yet born"),
            _k("voornaam", "index", "first name, -1 = none yet", "VOORNAMEN"),
            _k("achternaam", "index", "(prefix, name)", "ACHTERNAMEN"),
            _k("bsn_index", "index", "place in bsn_testbereik(), -1 = none", "bsn_testbereik()"),
            _k("bsn_reden", "code", "why there is none", "BSN_REDEN"),
            _k("ouder_a", "verwijzing", "parent (of young people)", "personen"),
            _k("ouder_b", "verwijzing", "other parent, -1 = not known", "personen"),
            _k("tweeling", "ja_nee", "half of a pair of twins"),
            _VAST,
        ),
    ),
    Tabel(
        "gezinsleden",
        "who belongs to a family, and since when",
        ("gezin", "persoon"),
        (
            _k("gezin", "verwijzing", "family", "gezinnen"),
            _k("persoon", "verwijzing", "person", "personen"),
            _k("rol", "code", "role", "GEZINSROL"),
            _k("begindatum", "dag", "first day"),
            _k("einddatum", "dag", "last day"),
            _VAST,
        ),
    ),
    Tabel(
        "huishoudens",
        "a household at one address; a move makes a new one",
        ("id",),
        (
            _k("id", "id", "key"),
            _k("gezin", "verwijzing", "family", "gezinnen"),
            _k("gemeente", "index", "municipality of the address", "GEMEENTEN"),
            _k("plaats", "index", "place (its area: PLAATS_GEBIED)", "PLAATSEN"),
            _k("straat", "index", "street", "STRATEN"),
            _k("huisnummer", "klein", "house number"),
            _k(
                "postcode_letters",
                "index",
                "letters; the digits follow from the place: postcode()",
                "POSTCODE_LETTERS",
            ),
            _k("geheim", "ja_nee", "secret address"),
            _k("geheim_vastgelegd_at", "moment", "when the flag arrived (may be late)"),
            _VAST,
        ),
    ),
    Tabel(
        "bewoning",
        "dated membership of a household; a child may have two at a time",
        ("persoon", "begindatum", "huishouden"),
        (
            _k("persoon", "verwijzing", "person", "personen"),
            _k("huishouden", "verwijzing", "household", "huishoudens"),
            _k("soort", "code", "main or second residence, foster family", "BEWONING"),
            _k("begindatum", "dag", "first day"),
            _k("einddatum", "dag", "last day"),
            _VAST,
        ),
    ),
    Tabel(
        "gezag",
        "who holds parental responsibility over a child",
        ("kind", "begindatum", "ouder"),
        (
            _k("kind", "verwijzing", "child", "personen"),
            _k("soort", "code", "parent or guardian institution", "GEZAG"),
            _k("ouder", "verwijzing", "parent, -1 = an institution", "personen"),
            _GI,
            _k("begindatum", "dag", "first day"),
            _k("einddatum", "dag", "last day, at the latest the day before eighteen"),
            _VAST,
        ),
    ),
    Tabel(
        "inschrijvingen",
        "day care and schools of young people",
        ("persoon", "begindatum"),
        (
            _PERSOON,
            _k("school", "index", "institution", "SCHOLEN"),
            _k("begindatum", "dag", "first day"),
            _k("einddatum", "dag", "last day"),
        ),
    ),
)

_TOEGANG: Final = (
    Tabel(
        "meldingen",
        "a question about one or more young people of a family; it fixes the route",
        ("id",),
        (
            _k("id", "id", "key"),
            _k("gezin", "verwijzing", "family", "gezinnen"),
            _GEMEENTE,
            _k("meldingsdatum", "dag", "legal day; on route B the day of the doctor's referral"),
            _k("route", "code", "A, B or C", "ROUTES"),
            _k("verwijzer", "klein", "COD327: 1-6 or 8; freely accessible help is 6"),
            _k("door", "code", "who opened the way", "DOOR"),
            _k("kanaal", "code", "who came with the question", "KANAAL"),
            _k("hulpvraag", "code", "what it is about (a list of our own)", "HULPVRAAG"),
            _PRAKTIJK,
            _GI,
            _k("spoed", "ja_nee", "crisis: help first, besluit afterwards"),
            _VAST,
        ),
    ),
    Tabel(
        "casussen",
        "one young person under one melding",
        ("id",),
        (
            _k("id", "id", "key"),
            _k("melding", "verwijzing", "melding", "meldingen"),
            _PERSOON,
            _GEMEENTE,
            _k("begindatum", "dag", "day of the melding"),
            _k("uitkomst", "code", "what it led to", "UITKOMST"),
            _k("uitkomst_vastgelegd_at", "moment", "when that was known"),
            _k("einddatum", "dag", "closed on"),
            _k("einde_vastgelegd_at", "moment", "when that was recorded"),
            _VAST,
        ),
    ),
    Tabel(
        "verantwoordelijkheid",
        "which municipality is responsible for a casus (woonplaatsbeginsel)",
        ("casus", "begindatum"),
        (
            _CASUS,
            _GEMEENTE,
            _k("begindatum", "dag", "first day"),
            _k("einddatum", "dag", "last day, NaT = still"),
            _VAST,
        ),
    ),
    Tabel(
        "verwijzingen",
        "a legal referral on route B or C (first or again)",
        ("id",),
        (
            _k("id", "id", "key"),
            _CASUS,
            _PERSOON,
            _GEMEENTE,
            _k("verwijsdatum", "dag", "day of the referral"),
            _k("verwijzer", "klein", "COD327: 2-5 or 8"),
            _k("door", "code", "who referred", "DOOR"),
            _PRAKTIJK,
            _GI,
            _k(
                "herindicatie", "ja_nee", "again, after an earlier toewijzing of this casus at the same level"
            ),
            _VAST,
        ),
    ),
    Tabel(
        "besluiten",
        "a decision of the college on route A",
        ("id",),
        (
            _k("id", "id", "key"),
            _CASUS,
            _PERSOON,
            _GEMEENTE,
            _k("besluitdatum", "dag", "day of the decision"),
            _k("soort", "code", "granted or refused", "BESLUIT"),
            _k("door", "code", "who prepared it: Team Jeugd or (before 2026) a partner", "DOOR"),
            _PRODUCT,
            _k("herindicatie", "ja_nee", "again, at the same level"),
            _VAST,
        ),
    ),
    Tabel(
        "treden",
        "what a step of the ladder gave before the first toekenning of a casus",
        ("id",),
        (
            _k("id", "id", "key"),
            _CASUS,
            _GEMEENTE,
            _k("trede", "code", "which step", "TREDE"),
            _k("uitkomst", "code", "what it gave", "TREDE_UITKOMST"),
            _k("datum", "dag", "day of the outcome"),
            _VAST,
        ),
    ),
    Tabel(
        "ladder_uitzonderingen",
        "why the ladder was passed over",
        ("id",),
        (
            _k("id", "id", "key"),
            _CASUS,
            _GEMEENTE,
            _k("soort", "code", "crisis or hardheidsclausule", "LADDER_UITZONDERING"),
            _k("datum", "dag", "day of the decision"),
            _VAST,
        ),
    ),
)

_ZORG: Final = (
    Tabel(
        "toewijzingen",
        "besluit or referral + provider, product and period",
        ("id",),
        (
            _k("id", "id", "key"),
            _CASUS,
            _PERSOON,
            _GEMEENTE,
            _k("besluit", "verwijzing", "route A", "besluiten"),
            _k("verwijzing", "verwijzing", "route B and C", "verwijzingen"),
            _AANBIEDER,
            _PRODUCT,
            _NIVEAU,
            _k("toewijzingsdatum", "dag", "day of the toewijzing"),
            _k("ingangsdatum", "dag", "from"),
            _k("einddatum", "dag", "to, as first toegewezen; later changes in toewijzing_wijzigingen"),
            _k("volume", "getal", "units per week (frequency 2)"),
            _k("eenheid", "klein", "WJ756"),
            _k("frequentie", "klein", "WMO757"),
            _k("vervolg", "code", "first, or what kind of follow-up", "VERVOLG"),
            _k("voorganger", "verwijzing", "the toewijzing it follows", "toewijzingen"),
            _VAST,
        ),
    ),
    Tabel(
        "toewijzing_wijzigingen",
        "a new last day for a toewijzing; replaces the earlier one",
        ("toewijzing", "volgnummer"),
        (
            _k("toewijzing", "verwijzing", "toewijzing", "toewijzingen"),
            _k("volgnummer", "klein", "order"),
            _k("wijzigingsdatum", "dag", "day of the change"),
            _k("reden", "klein", "JZ002: 1 lapsed, 4 extended, 7 moved"),
            _k("einddatum", "dag", "the new last day"),
            _VAST,
        ),
    ),
    Tabel(
        "trajecten",
        "care that really started; starts, stops and pauses stand in traject_feiten",
        ("id",),
        (
            _k("id", "id", "key, the same as of its toewijzing"),
            _k("toewijzing", "verwijzing", "toewijzing", "toewijzingen"),
            _CASUS,
            _PERSOON,
            _GEMEENTE,
            _AANBIEDER,
            _PRODUCT,
            _NIVEAU,
            _VAST,
        ),
    ),
    Tabel(
        "traject_feiten",
        "start, temporary stop, resumption and stop, append-only",
        ("id",),
        (
            _k("id", "id", "key"),
            _k("traject", "verwijzing", "traject", "trajecten"),
            _k("soort", "code", "what happened", "FEIT"),
            _k("datum", "dag", "first day of care or pause-end; last day of care at a stop or pause"),
            _k("reden", "klein", "JZ588 at a stop or pause (20 = temporary), else 0"),
            _k("vervangt", "verwijzing", "the fact this one corrects", "traject_feiten"),
            _VAST,
        ),
    ),
    Tabel(
        "lichte_hulp",
        "help by the local team or the POH Jeugd, freely accessible (CBS: verwijzer 06)",
        ("id",),
        (
            _k("id", "id", "key, the same as of its casus"),
            _CASUS,
            _PERSOON,
            _GEMEENTE,
            _k("soort", "code", "local team (CBS hulpvorm 01) or POH", "LICHTE_HULP"),
            _PRAKTIJK,
            _k("aanvraagdatum", "dag", "day of the request"),
            _k("startdatum", "dag", "first talk; NaT = still waiting"),
            _k("start_vastgelegd_at", "moment", "when the start was recorded"),
            _k("einddatum", "dag", "last day; NaT = still running"),
            _k("einde_vastgelegd_at", "moment", "when the end was recorded"),
            _k("minuten", "getal", "minutes spent on this young person, 0 until finished"),
            _k("gesprekken", "klein", "talks, 0 until finished"),
            _k("uitkomst", "code", "how it ended, -1 until finished", "LICHT_UITKOMST"),
            _VAST,
        ),
    ),
    Tabel(
        "maatregelen",
        "a measure of child protection or youth probation, by a certified institution",
        ("id",),
        (
            _k("id", "id", "key, the same as of its casus"),
            _CASUS,
            _PERSOON,
            _GEMEENTE,
            _k("soort", "code", "measure; its CBS number: MAATREGEL_CBS", "MAATREGEL_SOORT"),
            _GI,
            _k("begindatum", "dag", "first day"),
            _k("einddatum", "dag", "last day; NaT = still running"),
            _k("einde_vastgelegd_at", "moment", "when the end was recorded"),
            _VAST,
        ),
    ),
    Tabel(
        "voorziening_gebruik",
        "use of a voorliggende voorziening",
        ("id",),
        (
            _k("id", "id", "key, the same as of its casus"),
            _CASUS,
            _PERSOON,
            _GEMEENTE,
            _k("voorziening", "index", "facility", "VOORZIENINGEN"),
            _k("begindatum", "dag", "first day"),
            _k("einddatum", "dag", "last day; NaT = still"),
            _VAST,
        ),
    ),
    Tabel(
        "ervaringen",
        "an answer to the short questions at the end of help",
        ("id",),
        (
            _k("id", "id", "key, the same as of its casus"),
            _CASUS,
            _PERSOON,
            _GEMEENTE,
            _k("respondent", "code", "who answered", "RESPONDENT"),
            _k("antwoorddatum", "dag", "day of the answer"),
            _k("passend", "klein", "was it fitting: 1 not at all ... 5 entirely; 4 and 5 count as fitting"),
            _k("nut", "klein", "usefulness 1-10 (CBS)"),
            _k(
                "zonder_hulp_verder",
                "klein",
                "CBS: 1 same or heavier help, 2 lighter, 3 perhaps later, 4 none",
            ),
            _VAST,
        ),
    ),
    Tabel(
        "declaraties",
        "declared cost of one traject in one calendar month",
        ("traject", "maand", "soort"),
        (
            _k("traject", "verwijzing", "traject", "trajecten"),
            _k("maand", "dag", "first day of the month of delivery"),
            _k("soort", "code", "debet, or credit that takes the debet back", "DECLARATIE"),
            _GEMEENTE,
            _AANBIEDER,
            _PRODUCT,
            _k("volume", "getal", "units delivered"),
            _k("tarief_cent", "getal", "cents per unit"),
            _k("bedrag_cent", "getal", "volume x tariff, positive in both sorts"),
            _k("ontvangstdatum", "dag", "received on; late when months after `maand`"),
            _VAST,
        ),
    ),
)

TABELLEN: Final = {t.naam: t for t in (*_BASIS, *_MENSEN, *_TOEGANG, *_ZORG)}
