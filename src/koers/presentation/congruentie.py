"""The procurement regions side by side as rows of words: a difference is told, not only coloured."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from koers.domain.congruentie import ProductInRegio, Vergelijking
from koers.policy import beleid
from koers.presentation.beleid.woorden import VOORWAARDESTANDEN
from koers.presentation.opmaak import datum, euro, getal
from koers.presentation.woorden_contract import PER_EENHEID, VERSCHILLEN, ages, region_name


class Rij(NamedTuple):
    """One thing that may differ: what it is, per region its name and what holds, the differences in words."""

    wat: str
    toelichting: str
    cellen: tuple[tuple[str, tuple[str, ...]], ...]
    verschillen: tuple[str, ...]


def condition_rows(getypt: Mapping[str, tuple[int, Mapping[str, int]]]) -> list[Rij]:
    """Each condition of a contract, and how it stands in each region.

    `getypt`: per region the number of typed contracts that hold today, and per condition how many name it.
    """
    taal, duties = get_language(), list(beleid().acceptatieplicht.values())
    rows = []
    for een in beleid().inkoopvoorwaarden.values():
        words = [str(VOORWAARDESTANDEN[een.stand_in(plicht.inkoopregio)]) for plicht in duties]
        named = [_named(een.id, getypt.get(plicht.contractcode)) for plicht in duties]
        row = _row(een.naam.in_taal(taal), een.wat.in_taal(taal), words)
        cells = tuple(
            (naam, (*cell, *told)) for (naam, cell), (_how, told) in zip(row.cellen, named, strict=True)
        )
        # Two of three here and four of nine there is the same: in a part of them. None typed tells nothing.
        shares = {how for how, _told in named if how}
        differs = (_("verschilt"),) if row.verschillen or len(shares) > 1 else ()
        rows.append(row._replace(cellen=cells, verschillen=differs))
    return rows


def _named(voorwaarde: str, getypt: tuple[int, Mapping[str, int]] | None) -> tuple[str, tuple[str, ...]]:
    """Whether none, some or all of the typed contracts name it, and that in words; nothing without any."""
    if getypt is None:
        return "", ()
    contracten, per = getypt
    met = per.get(voorwaarde, 0)
    told = ngettext(
        "in %(met)s van %(alle)s ingevoerd contract",
        "in %(met)s van %(alle)s ingevoerde contracten",
        contracten,
    ) % {"met": getal(met), "alle": getal(contracten)}
    return "none" if not met else "all" if met == contracten else "some", (told,)


def condition_names(ids: Sequence[str]) -> list[str]:
    """Conditions in the words of the policy; one that the policy dropped, as stored."""
    known, taal = beleid().inkoopvoorwaarden, get_language()
    return [known[een].naam.in_taal(taal) if een in known else een for een in ids]


def duty_rows() -> list[Rij]:
    """The terms of the duty to accept, and each ground, per region."""
    duties = list(beleid().acceptatieplicht.values())
    rows = [
        _row(_("Werkdagen voor een antwoord"), "", [getal(een.antwoord_werkdagen) for een in duties]),
        _row(_("Werkdagen bij spoed"), "", [getal(een.spoed_werkdagen) for een in duties]),
        _row(_("Geldt vanaf"), "", [datum(een.geldt_vanaf) for een in duties]),
        _row(
            _("Dagen dat gemelde capaciteit geldt"),
            "",
            [getal(een.capaciteit_geldig_dagen) for een in duties],
        ),
    ]
    grounds = {grond.id: grond for een in reversed(duties) for grond in een.gronden}
    for id, grond in grounds.items():
        words = []
        for een in duties:
            here = een.grond(id)
            if here is None:
                words.append(_("staat er niet in"))
            else:
                words.append(_("mag weigeren") if here.toegestaan else _("mag niet weigeren"))
        rows.append(_row(grond.naam.in_taal(get_language()), "", words))
    return rows


def product_rows(rows: Sequence[Vergelijking]) -> list[Rij]:
    """Each product, what each region agreed of it, and in what they differ."""
    return [
        Rij(
            next(een.naam for een in row.per_regio.values() if een is not None),
            row.product,
            tuple((region_name(regio), _product(een)) for regio, een in row.per_regio.items()),
            tuple(str(VERSCHILLEN[wat]) for wat in row.verschillen),
        )
        for row in rows
    ]


def _product(een: ProductInRegio | None) -> tuple[str, ...]:
    if een is None:
        return (_("niet ingekocht"),)
    low, high = euro(een.laagste_cent), euro(een.hoogste_cent)
    tarief = low if low == high else _("%(van)s tot %(tot)s") % {"van": low, "tot": high}
    unit = ", ".join(str(PER_EENHEID.get(eenheid, eenheid)) for eenheid in een.eenheden)
    return (
        _("%(tarief)s per %(eenheid)s") % {"tarief": tarief, "eenheid": unit},
        _("niveau %(niveau)s") % {"niveau": ", ".join(str(n) for n in een.niveaus)},
        "; ".join(ages(*leeftijd) for leeftijd in een.leeftijden),
        ", ".join(een.aanbieders),
    )


def _row(wat: str, toelichting: str, words: list[str]) -> Rij:
    differs = (_("verschilt"),) if len(set(words)) > 1 else ()
    names = [region_name(een.contractcode) for een in beleid().acceptatieplicht.values()]
    cells = tuple((naam, (word,)) for naam, word in zip(names, words, strict=True))
    return Rij(wat, toelichting, cells, differs)
