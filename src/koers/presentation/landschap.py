"""Supply against demand per hulpvorm, in words, as a table and as a picture."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from koers.policy import Beleid
from koers.presentation.beelden.staven import Staaf, staven
from koers.presentation.beleid.delen import taal
from koers.presentation.opmaak import aandeel, datum, getal, page_code
from koers.registers.klok import dag_van

CODELIJST = "cbs-hulpvorm"
ONBEKEND = ("onbekend", "begonnen")
# Beside a bar there is room for a short word.
KORT = {
    "01": gettext_lazy("Wijkteam"),
    "02": gettext_lazy("Ambulant"),
    "03": gettext_lazy("Daghulp"),
    "04": gettext_lazy("In het netwerk"),
    "11": gettext_lazy("Pleegzorg"),
    "12": gettext_lazy("Gezinsgericht"),
    "13": gettext_lazy("Gesloten plaatsing"),
    "14": gettext_lazy("Overig verblijf"),
}


@dataclass(frozen=True, slots=True)
class Regel:
    """One hulpvorm as text. `wie`: who has a contract, with the AGB code where there is one. `signalen`:
    what asks for a look.
    """

    naam: str
    jeugdigen: str
    met_hulp: str
    begonnen: str
    wachttijd: str
    wacht_nog: str
    aanbieders: str
    wie: tuple[tuple[str, str], ...]
    grootste: str
    zonder_contract: str
    signalen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Landschapsvel:
    """What the page shows. No `regels`: there are no figures yet."""

    naam: str
    jaar: int
    jaren: tuple[int, ...]
    kernzin: str
    regels: tuple[Regel, ...]
    signalen: tuple[tuple[str, str], ...]
    beeld: SafeString | None
    beeldtitel: str
    onbekend: str
    inkoopregios: str
    peildatum: str


def sheet(landschap, policy: Beleid) -> Landschapsvel:
    """A `koers.actions.monitor.landschap.Landschap` as text in the language of now."""
    regels = tuple(_line(vorm, landschap, policy) for vorm in landschap.vormen)
    titel = _("Jeugdigen met hulp op 31 december %(jaar)s, per hulpvorm") % {"jaar": landschap.jaar}
    return Landschapsvel(
        landschap.gebied.naam,
        landschap.jaar,
        landschap.jaren,
        _in_a_sentence(landschap, regels),
        regels,
        tuple((regel.naam, signaal) for regel in regels for signaal in regel.signalen),
        _picture(landschap, policy, titel) if regels else None,
        titel,
        _unknown(landschap),
        ", ".join(landschap.inkoopregios),
        datum(dag_van(landschap.peildatum)) if landschap.peildatum else "",
    )


@dataclass(frozen=True, slots=True)
class Herstelregel:
    """A hulpvorm where something is missing, or about which there is a dossier (`DossierBeeld`s)."""

    code: str
    naam: str
    mist: bool
    dossiers: tuple


def mending(landschap, dossiers, policy: Beleid) -> tuple[Herstelregel, ...]:
    """Who mends what is missing: per hulpvorm its dossiers, also where there is none yet."""
    of_form: dict[str, list] = {}
    for een in dossiers:
        of_form.setdefault(een.hulpvorm, []).append(een)
    missing = {vorm.hulpvorm for vorm in landschap.vormen if any(_signals(vorm, _counts(vorm, landschap)))}
    return tuple(
        Herstelregel(code, form_name(code, policy), code in missing, tuple(of_form.get(code, ())))
        for code in sorted(missing | of_form.keys())
    )


def region_around(gebied: str, policy: Beleid) -> str:
    """The id of the region that a dossier about this area (by code) would be about; empty when unknown."""
    een = next((een for een in policy.gebieden.values() if gebied in (een.code, een.id)), None)
    if een is None:
        return ""
    return een.id if een.soort in ("jeugdregio", "inkoopregio") else een.deel_van or ""


def form_name(hulpvorm: str, policy: Beleid) -> str:
    """A hulpvorm in words; a code that the list does not know stays a code."""
    codes = {een.code: een.naam for een in policy.codelijsten[CODELIJST].codes}
    return taal(codes[hulpvorm]) if hulpvorm in codes else hulpvorm


def _counts(vorm, landschap) -> dict[str, int]:
    """The told counts of a hulpvorm by name. Internal, so each is exact."""
    return {
        cel.sleutel[1]: cel.waarde or 0 for cel in landschap.aanbod.cellen if cel.sleutel[0] == vorm.hulpvorm
    }


def _waiting(vorm) -> int:
    """Questions of the year after which no help began."""
    vraag = vorm.vraag["gewacht"]
    return (vraag.noemer or 0) - (vraag.teller or 0)


def _line(vorm, landschap, policy: Beleid) -> Regel:
    telling, wacht = _counts(vorm, landschap), vorm.vraag["wachttijd"]
    lopend, begonnen = telling["lopend"], telling["begonnen"]
    return Regel(
        form_name(vorm.hulpvorm, policy),
        getal(vorm.vraag["jeugdigen"].teller or 0),
        getal(vorm.vraag["met_hulp"].teller or 0),
        getal(begonnen),
        _("%(dagen)s dagen") % {"dagen": getal(float(wacht.waarde))} if wacht.waarde else "–",
        getal(_waiting(vorm)),
        getal(len(vorm.aanbieders)),
        tuple((naam, page_code(landschap.codes.get(naam))) for naam in vorm.aanbieders),
        aandeel(telling["grootste"] / lopend, 0) if lopend else "–",
        aandeel(telling["zonder_contract"] / begonnen, 0) if begonnen else "–",
        tuple(_signals(vorm, telling)),
    )


def _signals(vorm, telling: dict[str, int]) -> Iterator[str]:
    """Gaps and risks, each as a sentence. No verdict: what it is, not what to do."""
    vraag = vorm.vraag["jeugdigen"].teller or 0
    if not vorm.aanbieders and vraag:
        yield ngettext(
            "Geen aanbieder heeft een contract, en %(aantal)s jeugdige had deze hulp.",
            "Geen aanbieder heeft een contract, en %(aantal)s jeugdigen hadden deze hulp.",
            vraag,
        ) % {"aantal": getal(vraag)}
    if not vorm.aanbieders and not vraag and _waiting(vorm):
        yield ngettext(
            "Geen aanbieder heeft een contract, en %(aantal)s vraag wacht nog.",
            "Geen aanbieder heeft een contract, en %(aantal)s vragen wachten nog.",
            _waiting(vorm),
        ) % {"aantal": getal(_waiting(vorm))}
    if len(vorm.aanbieders) == 1:
        yield _("Er is één aanbieder met een contract: %(wie)s.") % {"wie": vorm.aanbieders[0]}
    elif vorm.aanbieders and telling["lopend"] > 1 and telling["leverend"] == 1:
        yield _("Alle hulp die loopt is bij één aanbieder, al hebben er meer een contract.")
    if telling["zonder_contract"]:
        yield ngettext(
            "%(aantal)s keer begon hulp bij een aanbieder zonder contract.",
            "%(aantal)s keer begon hulp bij een aanbieder zonder contract.",
            telling["zonder_contract"],
        ) % {"aantal": getal(telling["zonder_contract"])}


def _in_a_sentence(landschap, regels: tuple[Regel, ...]) -> str:
    if not regels:
        return _("Er zijn nog geen cijfers over vraag en aanbod in %(naam)s.") % {
            "naam": landschap.gebied.naam
        }
    alone = sum(len(vorm.aanbieders) == 1 for vorm in landschap.vormen)
    asked = [vorm for vorm in landschap.vormen if vorm.vraag["jeugdigen"].teller or _waiting(vorm)]
    gaps = sum(not vorm.aanbieders for vorm in asked)
    woorden = {
        "naam": landschap.gebied.naam,
        "jaar": landschap.jaar,
        "alle": getal(len(regels)),
        "alleen": getal(alone),
        "gaten": getal(gaps),
    }
    return (
        _(
            "%(naam)s, %(jaar)s: van %(alle)s hulpvormen leunen er %(alleen)s op één aanbieder; "
            "bij %(gaten)s is er vraag zonder contract."
        )
        % woorden
    )


def _picture(landschap, policy: Beleid, titel: str) -> SafeString:
    rijen = [
        Staaf(
            str(KORT.get(vorm.hulpvorm, vorm.hulpvorm)),
            float(vorm.vraag["met_hulp"].teller or 0),
            _("%(aantal)s · %(aanbieders)s aanb.")
            % {
                "aantal": getal(vorm.vraag["met_hulp"].teller or 0),
                "aanbieders": getal(len(vorm.aanbieders)),
            },
        )
        for vorm in landschap.vormen
    ]
    uitleg = _("De balk is de vraag; erachter staat hoeveel aanbieders een contract hebben.")
    return staven(id="landschap", titel=titel, omschrijving=uitleg, rijen=rijen)


def _unknown(landschap) -> str:
    if landschap.aanbod is None:
        return ""
    aantal = landschap.aanbod.cell(*ONBEKEND).waarde or 0
    if not aantal:
        return ""
    return ngettext(
        "%(aantal)s keer begon hulp met een productcode die in geen contract staat; die staat hier niet bij.",
        "%(aantal)s keer begon hulp met een productcode die in geen contract staat; die staan hier niet bij.",
        aantal,
    ) % {"aantal": getal(aantal)}


def plain_rows(landschap, policy: Beleid) -> list[dict[str, object]]:
    """One row per hulpvorm, to take away."""
    found: list[dict[str, object]] = []
    for vorm in landschap.vormen:
        wacht = vorm.vraag["wachttijd"].waarde
        found.append(
            {
                "gebied": landschap.gebied.code,
                "jaar": landschap.jaar,
                "hulpvorm": vorm.hulpvorm,
                "naam": form_name(vorm.hulpvorm, policy),
                "jeugdigen": vorm.vraag["jeugdigen"].teller,
                "met_hulp_31_december": vorm.vraag["met_hulp"].teller,
                **_counts(vorm, landschap),
                "wachttijd_dagen": float(wacht) if wacht else None,
                "wacht_nog": _waiting(vorm),
                "aanbieders_met_contract": len(vorm.aanbieders),
                "klasse": landschap.klasse.value,
                "peildatum": dag_van(landschap.peildatum).isoformat() if landschap.peildatum else None,
            }
        )
    return found
