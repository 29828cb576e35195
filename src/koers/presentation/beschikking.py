"""The words of the letter about a besluit: from frozen data to paragraphs, for page and PDF alike.

Template `beschikking-1`. A letter that was made is kept as a file; what changes here holds for new ones.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from koers.domain.ladder import Briefreden
from koers.presentation.opmaak import datum
from koers.presentation.zinnen_treden import letter_sentence


@dataclass(frozen=True, slots=True)
class Deel:
    """A heading with paragraphs under it, and perhaps a list."""

    kop: str
    alineas: tuple[str, ...]
    punten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Briefbeeld:
    """A letter in words. `aan`: lines of the address block."""

    taal: str
    titel: str
    afzender: str
    aan: tuple[str, ...]
    regels: tuple[tuple[str, str], ...]
    aanhef: str
    delen: tuple[Deel, ...]
    slot: tuple[str, ...]


def compose(gegevens: dict[str, Any], taal: str = "nl") -> Briefbeeld:
    """The letter in words. Dutch counts; another language is a help for the reader of the page."""
    with override(taal):
        return Briefbeeld(
            taal=taal,
            titel=_TITEL[gegevens["soort"]]() % {"naam": gegevens["jeugdige"]},
            afzender=_("Gemeente %(naam)s, Team Jeugd") % {"naam": gegevens["gemeente"]},
            aan=(gegevens["aan"]["naam"], *gegevens["aan"]["adres"]),
            regels=(
                (_("Datum"), _day(gegevens["datum"])),
                (_("Kenmerk"), gegevens["kenmerk"]),
                (_("Over"), gegevens["jeugdige"]),
            ),
            aanhef=_("Beste %(naam)s,") % {"naam": gegevens["aan"]["naam"]},
            delen=tuple(deel for deel in _parts(gegevens, taal) if deel.alineas or deel.punten),
            slot=(
                _("Met vriendelijke groet,"),
                _("namens burgemeester en wethouders van %(gemeente)s,") % {"gemeente": gegevens["gemeente"]},
                gegevens["door"],
            ),
        )


def _granted() -> str:
    return _("Besluit: %(naam)s krijgt jeugdhulp")


def _rejected() -> str:
    return _("Besluit: geen jeugdhulp van de gemeente voor %(naam)s")


def _withdrawn() -> str:
    return _("Besluit: de jeugdhulp voor %(naam)s stopt")


_TITEL = {"toekenning": _granted, "afwijzing": _rejected, "intrekking": _withdrawn}


def _parts(g: dict[str, Any], taal: str) -> Iterator[Deel]:
    if g["soort"] == "intrekking":
        yield Deel(_("Wat we besluiten"), tuple(_stops(g)))
    else:
        yield Deel(_("Wat er is gevraagd"), tuple(_asked(g)))
        yield Deel(_("Wat we besluiten"), tuple(_decided(g)))
        yield Deel(_("Waarom"), tuple(_why(g, taal)), tuple(_steps(g)))
        yield Deel(_("Op welke regels dit steunt"), (), tuple(_rules(g, taal)))
        yield Deel(_("Wat er daarnaast helpt"), (g["combinatie"],) if g["combinatie"] else ())
    yield Deel(_("Bent u het er niet mee eens?"), tuple(_objecting(g)))
    yield Deel(_("Iemand die met u meedenkt"), tuple(_confidant()))
    yield Deel(_("Hebt u een vraag?"), tuple(_contact(g)))


def _asked(g: dict[str, Any]) -> Iterator[str]:
    if g["aanvraag"]["datum"]:
        yield _("Op %(dag)s kreeg de gemeente een aanvraag: hulp voor %(naam)s.") % {
            "dag": _day(g["aanvraag"]["datum"]),
            "naam": g["jeugdige"],
        }
    if g["aanvraag"]["gevraagd"]:
        yield _("In de aanvraag staat: “%(woorden)s”") % {"woorden": g["aanvraag"]["gevraagd"]}


def _decided(g: dict[str, Any]) -> Iterator[str]:
    if g["correctie"]:
        yield _(
            "Dit besluit komt in de plaats van ons besluit van %(dag)s. We verbeteren het, omdat: %(reden)s"
        ) % {"dag": _day(g["correctie"]["datum"]), "reden": g["correctie"]["reden"]}
    if g["soort"] == "afwijzing":
        yield _("Op %(dag)s besloten we dat de gemeente deze hulp niet geeft.") % {
            "dag": _day(g["besluit_datum"])
        }
        return
    hulp = g["hulp"]
    yield _("Op %(dag)s besloten we dat %(naam)s deze hulp krijgt: %(hulp)s.") % {
        "dag": _day(g["besluit_datum"]),
        "naam": g["jeugdige"],
        "hulp": hulp["naam"] or "…",
    }
    begin = _day(hulp["ingangsdatum"]) if hulp["ingangsdatum"] else "…"
    if hulp["tot_datum"]:
        last = date.fromisoformat(hulp["tot_datum"]) - timedelta(days=1)
        yield _("De hulp kan beginnen op %(begin)s. De laatste dag is %(eind)s.") % {
            "begin": begin,
            "eind": datum(last),
        }
    else:
        yield _("De hulp kan beginnen op %(begin)s. We spreken samen af wanneer we afbouwen.") % {
            "begin": begin
        }


def _stops(g: dict[str, Any]) -> Iterator[str]:
    per = date.fromisoformat(g["intrekking"]["per_datum"])
    yield _("Op %(dag)s besloten we dat %(hulp)s stopt. De laatste dag is %(eind)s.") % {
        "dag": _day(g["besluit_datum"]),
        "hulp": g["hulp"]["naam"],
        "eind": datum(per - timedelta(days=1)),
    }
    yield _("We doen dit omdat: %(reden)s") % {"reden": g["intrekking"]["reden"]}


def _why(g: dict[str, Any], taal: str) -> Iterator[str]:
    if g["reden"]:
        yield g["reden"]
    if g["principe"]:
        yield _("Dit past bij wat de gemeente belangrijk vindt: %(principe)s.") % {
            "principe": g["principe"]["en" if taal == "en" else "nl"].lower()
        }
    if g["principe_afwijking"]:
        yield _("We wijken hier af van hoe we meestal werken, omdat: %(reden)s") % {
            "reden": g["principe_afwijking"]
        }
    if g["treden"]:
        yield _("Samen met u keken we, stap voor stap, wat er mogelijk is:")


def _steps(g: dict[str, Any]) -> Iterator[str]:
    for row in g["treden"]:
        day = date.fromisoformat(row["datum"])
        yield letter_sentence(Briefreden(row["soort"], row["uitkomst"], row["reden"], day))


def _rules(g: dict[str, Any], taal: str) -> Iterator[str]:
    """Per rule the sentence of its answer, the reason, and where it stands."""
    for row in g["toetsing"]:
        zin = row["zin"]["en" if taal == "en" else "nl"] if row["zin"] else ""
        said = " ".join(part for part in (zin, row["toelichting"]) if part)
        if said:
            yield _("%(zin)s (%(artikel)s, versie %(versie)s)") % {
                "zin": said,
                "artikel": row["gemeentelijk_artikel"] or row["artikel"],
                "versie": row["versie"],
            }


def _objecting(g: dict[str, Any]) -> Iterator[str]:
    yield _(
        "Dan kunt u bezwaar maken. Doe dat binnen %(weken)s weken, uiterlijk op %(dag)s. "
        "U schrijft een brief aan burgemeester en wethouders van %(gemeente)s."
    ) % {"weken": g["bezwaar_weken"], "dag": _day(g["bezwaar_tot"]), "gemeente": g["gemeente"]}
    yield _(
        "Zet in uw brief: uw naam en adres, de datum, het kenmerk %(kenmerk)s, waarom u het er niet mee "
        "eens bent, en uw handtekening. Bel ons gerust eerst: vaak lossen we het samen op."
    ) % {"kenmerk": g["kenmerk"]}


def _confidant() -> Iterator[str]:
    yield _(
        "U en uw kind kunnen gratis praten met een vertrouwenspersoon. Die werkt niet voor de gemeente "
        "en niet voor de hulpverlener. U hoeft ons niets te vragen: kijk op jeugdstem.nl "
        "(Jeugdwet, artikel 2.5)."
    )


def _contact(g: dict[str, Any]) -> Iterator[str]:
    if g["telefoon"]:
        yield _("Bel %(naam)s van Team Jeugd: %(telefoon)s.") % {"naam": g["door"], "telefoon": g["telefoon"]}
    else:
        yield _("Bel de gemeente %(gemeente)s en vraag naar %(naam)s van Team Jeugd.") % {
            "gemeente": g["gemeente"],
            "naam": g["door"],
        }
    if not g["aan"]["adres"]:
        yield _("Op deze brief staat geen adres. U krijgt hem van uw contactpersoon.")


def _day(iso: str) -> str:
    return datum(date.fromisoformat(iso))
