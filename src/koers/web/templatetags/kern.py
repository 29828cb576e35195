"""Words for stored choices, in templates of door kern."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from koers.actions.kern.gezin_lezen import GezinKort, Kind
from koers.authorization.poort import may
from koers.policy import beleid
from koers.presentation.woorden import (
    BSN_STATUS,
    DOELEN,
    GESLACHTEN,
    GEZINSROLLEN,
    OVEREENKOMSTEN,
    REDENEN_STOP,
    ROLLEN,
    ROUTES,
    VERWIJZERS,
    ZOEKMANIEREN,
)
from koers.presentation.woorden_handelingen import HANDELINGEN

register = template.Library()


@register.filter
def gezinsrol(rol: str) -> str:
    """What somebody is in the family."""
    return str(GEZINSROLLEN[rol])


def kinderen(jeugdigen: Iterable[Kind]) -> str:
    """The children of a family in a line, each with its age: "Sam Bakker (9), Noor Bakker"."""
    return ", ".join(
        kind.naam if kind.leeftijd is None else f"{kind.naam} ({kind.leeftijd})" for kind in jeugdigen
    )


RIJ = """<tr>
<th scope="row" data-label="{}"><a href="{}{}/">{}</a></th>
<td data-label="{}">{}</td>
<td data-label="{}">{}</td>
</tr>
"""


@register.simple_tag
def gezinsrijen(gezinnen: Iterable[GezinKort], adres: str, *koppen: str) -> SafeString:
    """The lines of the list of families under these three heads; `adres` is that of the list.

    Not lines of a template: fifty of those take an eighth of the time of the whole page.
    """
    gezin, jeugd, regie = (conditional_escape(kop) for kop in koppen)
    niemand = format_html('<span class="status status--let-op">{}</span>', _("niemand"))
    return format_html_join(
        "",
        RIJ,
        (
            (
                *(gezin, adres, een.id, een.naam, jeugd, kinderen(een.jeugdigen), regie),
                ", ".join(een.regisseurs) or niemand,
            )
            for een in gezinnen
        ),
    )


@register.filter
def geslachtsnaam(code: str) -> str:
    """What somebody is, in words."""
    return str(GESLACHTEN[code])


@register.filter
def bsnstatus(status: str) -> str:
    """Why there is no BSN."""
    return str(BSN_STATUS[status])


@register.filter
def handelingsnaam(handeling: str) -> str:
    """What somebody did, as a sentence goes on after their name."""
    return str(HANDELINGEN[handeling])


@register.filter
def rolnaam(rol: str) -> str:
    """A role as people say it."""
    return str(ROLLEN.get(rol, rol))


@register.filter
def doelnaam(doel: str) -> str:
    """What data was used for."""
    return str(DOELEN[doel])


@register.filter
def routenaam(route: str) -> str:
    """The legal road."""
    return str(ROUTES[route])


@register.filter
def overeenkomst(reden: str) -> str:
    """Why somebody may be the same."""
    return str(OVEREENKOMSTEN[reden])


@register.filter
def zoekmanier(manier: str) -> str:
    """By what somebody was found."""
    return str(ZOEKMANIEREN[manier])


@register.filter
def verwijzernaam(code: str) -> str:
    """Who referred."""
    return str(VERWIJZERS[code])


@register.filter
def stopreden(code: str) -> str:
    """Why help stopped."""
    return str(REDENEN_STOP.get(code, code))


@register.filter
def codenaam(code: str, lijst: str) -> str:
    """The name of a code of a standard, from `beleid/codelijsten`; the code itself when it is not there."""
    found = beleid().codelijsten[lijst].op(code)
    return found.naam.in_taal(get_language()) if found else code


@register.filter
def laatste_dag(tot_datum: date | None) -> date | None:
    """The inclusive last day that people read, of a period that ends just before `tot_datum`."""
    return None if tot_datum is None else tot_datum - timedelta(days=1)


@register.filter
def van(mapping: Mapping, key: object) -> object:
    """The value under a key, or nothing."""
    return mapping.get(key, ())


@register.simple_tag(takes_context=True)
def mag(context: template.Context, handeling: str) -> bool:
    """Whether who looks may do this act: a button that leads nowhere is not shown."""
    return may(context["actor"], handeling)
