"""A report as one tree of words and pictures: the page, the PDF and the DOCX are all made of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from koers.presentation.opmaak import tijdstip
from koers.presentation.sturing.figuur import Figuur, compose_figure
from koers.presentation.sturing.gebiedsfiguur import compose_area
from koers.presentation.sturing.principesfiguur import compose_principles
from koers.presentation.sturing.scenariofiguur import compose_scenarios
from koers.presentation.woorden import ROLLEN
from koers.presentation.woorden_rapportage import period_words


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph, or a list when there are `punten`."""

    tekst: str
    punten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hoofdstukvel:
    """A chapter: its question, what its owner writes, and its figures. `geen_tekst`: what to say instead."""

    id: str
    titel: str
    kop: str
    vraag: str
    alineas: tuple[Alinea, ...]
    geen_tekst: str
    schreef: str
    figuren: tuple[Figuur, ...]


@dataclass(frozen=True, slots=True)
class Rapport:
    """The whole. `stand`: published by whom and when, or that it is a concept; `waarschuwing`: what a reader
    must know before anything else."""

    taal: str
    titel: str
    gemeente: str
    periode: str
    stand: str
    waarschuwingen: tuple[str, ...]
    over: tuple[tuple[str, str], ...]
    inhoud_kop: str
    hoofdstukken: tuple[Hoofdstukvel, ...]
    verantwoording_kop: str
    verantwoording: tuple[str, ...]
    sha256: str


def compose(inhoud: dict[str, Any], taal: str, *, sha256: str = "", stand: str = "concept") -> Rapport:
    """The frozen contents of a report in a language ("nl", "en"). Without `sha256` it is not published."""
    with override(taal):
        naam, periode = inhoud["naam"][taal], period_words(inhoud["per"], inhoud["periode"])
        return Rapport(
            taal=taal,
            titel=f"{naam}, {periode}",
            gemeente=_("Gemeente %(naam)s") % {"naam": inhoud["gemeentenaam"]},
            periode=periode,
            stand=_standing(inhoud, sha256, stand),
            waarschuwingen=tuple(_warnings(inhoud)),
            over=tuple(_about(inhoud, taal, sha256)),
            inhoud_kop=_("Inhoud"),
            hoofdstukken=tuple(
                _chapter(nummer, een, inhoud, taal) for nummer, een in enumerate(inhoud["hoofdstukken"], 1)
            ),
            verantwoording_kop=_("Hoe u deze cijfers leest"),
            verantwoording=_reading(inhoud),
            sha256=sha256,
        )


def _standing(inhoud: dict[str, Any], sha256: str, stand: str) -> str:
    if sha256:
        return _("Vastgesteld en gepubliceerd op %(moment)s door %(naam)s.") % {
            "moment": tijdstip(datetime.fromisoformat(inhoud["getekend_at"])),
            "naam": inhoud["getekend_door"],
        }
    if stand == "in_review":
        return _("Concept, ligt ter beoordeling. Cijfers en tekst kunnen nog veranderen.")
    return _("Concept. Cijfers en tekst kunnen nog veranderen.")


def _warnings(inhoud: dict[str, Any]) -> Iterator[str]:
    if inhoud["verzonnen"]:
        yield _("Alle cijfers hierin zijn verzonnen: ze komen uit de proefregio en gaan over niemand.")
    if inhoud["herstelt"]:
        yield _("Dit is uitgave %(nu)s. Zij vervangt uitgave %(eerder)s, omdat: %(reden)s") % {
            "nu": inhoud["editie"],
            "eerder": inhoud["herstelt"],
            "reden": inhoud["reden"],
        }


def _about(inhoud: dict[str, Any], taal: str, sha256: str) -> Iterator[tuple[str, str]]:
    yield _("Voor wie"), inhoud["voor"][taal]
    yield _("Periode"), period_words(inhoud["per"], inhoud["periode"])
    yield _("Uitgave"), str(inhoud["editie"])
    if inhoud["sjabloonversie"]:
        yield _("Sjabloon"), _("eigen sjabloon, versie %(versie)s") % {"versie": inhoud["sjabloonversie"]}
    if sha256:
        yield _("Controlegetal (SHA-256)"), sha256


def _reading(inhoud: dict[str, Any]) -> tuple[str, ...]:
    found = [
        _(
            "Dit stuk is openbaar. Aantallen zijn daarom afgerond, en kleine aantallen staan er niet,"
            " zodat niemand te herkennen is."
        ),
        _(
            "De cijfers zijn per kalenderjaar. Een ster (*) betekent dat een cijfer nog kan veranderen,"
            " bijvoorbeeld omdat hulp later wordt gemeld."
        ),
    ]
    found.append(
        _(
            "“Niet te tonen” en “7 of minder” staan waar een cijfer over zo weinig jeugdigen gaat, of"
            " waar er anders een klein aantal uit te berekenen is."
        )
    )
    if inhoud["per"] != "jaar":
        found.append(
            _(
                "Cijfers van een kwartaal of halfjaar apart staan er niet: naast het jaar zou daaruit"
                " een klein aantal te berekenen zijn. U leest het jaar tot nu toe, en waar het vandaan"
                " komt."
            )
        )
    if any(een.get("gebiedsdeel") for een in inhoud["hoofdstukken"]):
        found.append(
            _(
                "Wat de partners van een gebied vertelden, staat wel per kwartaal: die aantallen staan"
                " nergens per jaar. Ze zijn afgerond, en een klein aantal is niet te berekenen uit de"
                " andere aantallen."
            )
        )
    return tuple(found)


def _chapter(nummer: int, een: dict[str, Any], inhoud: dict[str, Any], taal: str) -> Hoofdstukvel:
    rol = str(ROLLEN[een["eigenaar"]])
    deel = een.get("gebiedsdeel")  # not there in reports from before areas had chapters
    return Hoofdstukvel(
        id=een["id"],
        titel=een["titel"][taal],
        kop=f"{nummer}. {een['titel'][taal]}",
        vraag=een["vraag"][taal],
        alineas=paragraphs(een["tekst"]),
        geen_tekst="" if een["tekst"] else _("Hier komt de tekst van de %(rol)s.") % {"rol": rol},
        schreef=_("Tekst: %(naam)s (%(rol)s)") % {"naam": een["schreef"], "rol": rol}
        if een["schreef"]
        else "",
        figuren=(
            *(
                compose_figure(figuur, een["id"], inhoud, taal, tonen=frozenset(een["tonen"]))
                for figuur in een["figuren"]
            ),
            *(compose_area(deel, een["id"], taal) if deel else ()),
            *compose_principles(een.get("principesdeel") or (), een["id"], taal),
            *compose_scenarios(een.get("scenariodeel") or (), een["id"]),
        ),
    )


def paragraphs(tekst: str) -> tuple[Alinea, ...]:
    """Blank lines part paragraphs; lines that begin with a dash are a list."""
    return tuple(_block(deel) for deel in tekst.replace("\r\n", "\n").split("\n\n") if deel.strip())


def _block(deel: str) -> Alinea:
    lines = [line.strip() for line in deel.split("\n") if line.strip()]
    punten = [line[1:].strip() for line in lines if line.startswith("-")]
    return Alinea(" ".join(line for line in lines if not line.startswith("-")), tuple(punten))
