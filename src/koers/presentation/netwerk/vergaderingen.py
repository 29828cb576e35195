"""Meetings in words: names of bodies, what the register of mandates said, and what a besluit came to."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from koers.actions.netwerk.vergaderbeelden import ActieBeeld, BesluitBeeld, VergaderingKort
from koers.domain.vergadering import Mandaatblik, Mandaatregel
from koers.policy import beleid
from koers.presentation.beleid.delen import Omgeving, Tabelrij, Woord, rij, taal
from koers.presentation.beleid.woorden import MANDAATSOORTEN
from koers.presentation.opmaak import datum
from koers.presentation.woorden_rapportage import whole_period
from koers.presentation.woorden_vergadering import VERVOLGEN


def body_name(gremium: str) -> str:
    """The name of a body; its id when it left the policy."""
    found = beleid().gremia.get(gremium)
    return taal(found.naam) if found else gremium


def dossier_name(dossier: str) -> str:
    """The name of a dossier; its id when it left the policy."""
    found = beleid().dossiers.get(dossier)
    return taal(found.naam) if found else dossier


def report_name(soort: str, periode: str, gemeente: str) -> str:
    """A published report by its kind (its id when it left the policy), its period and its municipality."""
    found = beleid().rapportages.get(soort)
    return f"{taal(found.naam) if found else soort}, {whole_period(periode)} ({gemeente})"


def said(texts: Mapping[str, str]) -> str:
    """A frozen text in the language of now; Dutch when there is no other."""
    language = "en" if (get_language() or "").startswith("en") else "nl"
    return texts.get(language) or texts.get("nl", "")


def lead(coming: Iterable[VergaderingKort]) -> str:
    """The answer of the page: what comes next."""
    next_ = next((een for een in coming if een.stand != "afgelast"), None)
    if next_ is None:
        return _("Er staat geen vergadering gepland.")
    return _("De eerstvolgende vergadering is %(overleg)s, op %(dag)s.") % {
        "overleg": body_name(next_.gremium),
        "dag": datum(next_.datum),
    }


def outcome(besluit: BesluitBeeld) -> str:
    """What came of a besluit, in one sentence: how many actions were done, and who still has to hear."""
    acties = besluit.acties
    if not acties:
        done = _("Er is geen actie afgesproken.")
    else:
        klaar = sum(een.stand == "gedaan" for een in acties)
        done = ngettext(
            "%(klaar)s van %(alle)s actie is gedaan.",
            "%(klaar)s van %(alle)s acties zijn gedaan.",
            len(acties),
        ) % {"klaar": klaar, "alle": len(acties)}
    deaf = sum(not een.gehoord for een in besluit.raakt)
    if not deaf:
        return done
    wachten = ngettext(
        "Eén overleg of gemeente die het raakt, heeft het nog niet gehoord.",
        "%(aantal)s overleggen of gemeenten die het raakt, hebben het nog niet gehoord.",
        deaf,
    )
    return f"{done} {wachten % {'aantal': deaf}}"


def last_word(actie: ActieBeeld) -> str:
    """What was said last about an action, as a line: "loopt uit, omdat …"."""
    if not actie.vervolgen:
        return ""
    last = actie.vervolgen[-1]
    words = {"wat": str(VERVOLGEN[last.soort]), "dag": datum(last.datum), "reden": last.reden}
    if not last.reden:
        return _("%(wat)s op %(dag)s") % words
    if last.soort == "gedaan":
        return _("%(wat)s op %(dag)s: %(reden)s") % words
    return _("%(wat)s, omdat: %(reden)s (%(dag)s)") % words


def decided_events(besluiten: Iterable[BesluitBeeld], om: Omgeving) -> tuple[tuple[date, Tabelrij], ...]:
    """What meetings decided, as rows of the time line, each with its day and leading to its meeting."""
    return tuple(
        (
            een.kort.datum,
            rij(
                datum(een.kort.datum),
                een.kort.tekst,
                _("besluit"),
                body_name(een.kort.gremium),
                om.noem("dossiers", een.dossier) if een.dossier in om.beleid.dossiers else Woord("–"),
                Woord(_("Vergadering"), om.adres("vergaderingen", str(een.kort.vergadering_id))),
                anker=f"besluit-{een.kort.id}",
            ),
        )
        for een in besluiten
    )


# --- the register of mandates -----------------------------------------------------------------------


def mandate_sentences(blik: Mandaatblik, gremium: str) -> tuple[str, ...]:
    """What the register said that day, with its source; what it did not say is said too. No verdict."""
    words = {"dag": datum(blik.dag), "wie": body_name(gremium), "taak": said(blik.taak)}
    zinnen = [_line(regel, words) for regel in blik.regels]
    if not zinnen:
        zinnen = [_("Het mandaatregister van %(dag)s zegt niets over %(wie)s bij “%(taak)s”.") % words]
    zinnen += [
        _("Op een andere dag wel: %(wat)s (%(sinds)s). Bron: %(bron)s.") % _parts(regel)
        for regel in blik.andere_dag
    ]
    if blik.besluitbevoegd is False:
        zinnen.append(_("Volgens de bron neemt %(wie)s zelf geen besluiten.") % words)
    if blik.besluitbevoegd is True:
        zinnen.append(_("Volgens de bron mag %(wie)s besluiten nemen.") % words)
    zinnen += [
        _("Bij deze taak staat ook: %(partij)s, %(soort)s. %(wat)s (%(sinds)s). Bron: %(bron)s.")
        % (_parts(regel) | {"partij": said(regel.wie), "soort": str(MANDAATSOORTEN[regel.soort])})
        for regel in blik.anderen
    ]
    return tuple(zinnen)


def _line(regel: Mandaatregel, words: dict[str, str]) -> str:
    zin = _(
        "Volgens het mandaatregister van %(dag)s heeft %(wie)s bij “%(taak)s”: %(soort)s. %(wat)s"
        " (%(sinds)s). Bron: %(bron)s."
    )
    return zin % {**words, **_parts(regel), "soort": MANDAATSOORTEN[regel.soort]}


def _parts(regel: Mandaatregel) -> dict[str, str]:
    return {"wat": said(regel.wat), "sinds": _period(regel), "bron": said(regel.bron)}


def _period(regel: Mandaatregel) -> str:
    """From when until when, as far as the source tells."""
    words = {"vanaf": said(regel.vanaf), "tot": said(regel.tot)}
    if regel.vanaf and regel.tot:
        return _("%(vanaf)s tot en met %(tot)s") % words
    if regel.tot:
        return _("tot en met %(tot)s") % words
    return words["vanaf"] or _("de bron noemt geen begin")
