"""Walks every page as everybody and tells what they should not have met."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields, replace
from itertools import product
from uuid import uuid4

from django.test import Client
from django.urls import get_resolver, reverse

from koers.domain.rollen import Rol
from koers.domain.vergadering import SCHRIJFT_STANDPUNT
from koers.registers.kern.models import LogRegel, Persoon
from tests.integration.toegang.adressen import PER_GEMEENTE, VAN_EEN_STUK, address
from tests.integration.toegang.verwacht import (
    ALLEEN_FORMULIER,
    DOORVERWIJZERS,
    MET_PERSONEN,
    NIET_BIJ_DEZE,
    PAGINAS,
    VAN_DE_GEMEENTE,
    VAN_EEN_ACCOUNT,
    VAN_EEN_BERICHT,
    VAN_EEN_BIJEENKOMST,
    VAN_EEN_ESCALATIE,
    VAN_EEN_GEBIED,
    VAN_EEN_GEZIN,
    VAN_EEN_LEERBLAD,
    VAN_EEN_PLAN,
    VAN_EEN_RAPPORTAGE,
    VAN_EEN_TOEWIJZING,
    VAN_EEN_VERGADERING,
)
from tests.integration.toegang.wandelaars import ENKELE_ROLLEN, Wandelaar, Wereld, client_of
from tests.wereld import (
    MIDDEN_DRENTHE,
    Familie,
)

# What differs between two answers without telling anything: tokens, ids of forms, the address itself.
_VOLATILE = re.compile(r'(name="csrfmiddlewaretoken" value="[^"]+"|[0-9a-f]{8}-[0-9a-f-]{27}|nonce-\S+)')


def names_of_pages() -> set[str]:
    """Every name in the address table."""
    return {naam for naam in get_resolver().reverse_dict if isinstance(naam, str)}


def same_text(een: bytes, ander: bytes) -> bool:
    """Whether two pages tell the same."""
    return _VOLATILE.sub("", een.decode()) == _VOLATILE.sub("", ander.decode())


ZOEKEN, FORMULIEREN = "zoekvragen", "formulieren"
# Pages about one municipality: open to its own people only.
EIGEN_GEMEENTE = (
    VAN_EEN_ACCOUNT
    | VAN_DE_GEMEENTE
    | VAN_EEN_VERGADERING
    | VAN_EEN_STUK
    | VAN_EEN_PLAN
    | VAN_EEN_BIJEENKOMST
    | VAN_EEN_GEBIED
    | VAN_EEN_LEERBLAD
    | VAN_EEN_RAPPORTAGE
    | VAN_EEN_ESCALATIE
    | PER_GEMEENTE
    | {"rapportagesjabloon"}
)
ALLES = (*PAGINAS, *ALLEEN_FORMULIER, ZOEKEN, FORMULIEREN)


def walk(wereld: Wereld, eerst: Collection[str] = ()) -> Iterator[str]:
    """Everything that somebody met and should not have, or could not reach and should have: on every page,
    by searching, and with forms that nobody could have been given.

    `eerst`: what to begin with. The order changes nothing but how soon something is met.
    """
    clients = clients_of(wereld)
    for naam in sorted(ALLES, key=lambda naam: naam not in eerst):
        yield from walk_part(wereld, naam, clients)


def clients_of(wereld: Wereld) -> list[tuple[Wandelaar, Client]]:
    """Everybody with a browser of their own."""
    return [(wandelaar, client_of(wereld, wandelaar)) for wandelaar in wereld.wandelaars]


def walk_part(wereld: Wereld, naam: str, clients: Iterable[tuple[Wandelaar, Client]]) -> Iterator[str]:
    """One page by everybody; or ZOEKEN, or FORMULIEREN."""
    if naam == FORMULIEREN:
        yield from crafted_posts(wereld)
        return
    if naam == ZOEKEN:
        for wandelaar, client in clients:
            yield from _search(wereld, wandelaar, client)
        return
    # Who should be stopped first: they are quick, and meet most of what a slip lets through.
    for wandelaar, client in sorted(clients, key=lambda pair: _turn(pair[0], naam)):
        yield from _visit(wereld, wandelaar, client, naam)


def _turn(wie: Wandelaar, naam: str) -> int:
    if wie.rol not in _who(naam):
        return 0
    return 1 + wie.tweede_factor


def _visit(wereld: Wereld, wie: Wandelaar, client: Client, naam: str) -> Iterator[str]:
    families = list(wereld.families.values()) if naam in VAN_EEN_GEZIN else [*wereld.families.values()][:1]
    if wie.rol not in _who(naam):
        families = families[
            :1
        ]  # who may not open the page at all is stopped before anybody asks which family
    gemeenten = wereld.collegas if naam in EIGEN_GEMEENTE else [MIDDEN_DRENTHE]
    for familie, gemeente in product(families, gemeenten):
        answer = client.get(address(naam, familie, wereld, gemeente))
        if answer.status_code not in (allowed := _expected(wie, naam, familie, gemeente)):
            yield f"{wie.naam} on {naam}: {answer.status_code}, expected one of {sorted(allowed)}"
        yield from _canaries(wereld, wie, naam, answer.content.decode(errors="replace"))
        if naam in VAN_EEN_GEZIN and wie.rol in _who(naam) and answer.status_code == 404:
            nobody = Familie(*(uuid4() for _ in fields(Familie)))
            if not same_text(answer.content, client.get(address(naam, nobody, wereld)).content):
                yield f"{wie.naam} can tell on {naam} that the family exists"


def _who(naam: str) -> frozenset:
    return PAGINAS.get(naam) or ALLEEN_FORMULIER[naam]


def _expected(wie: Wandelaar, naam: str, familie: Familie, gemeente: str) -> set[int]:
    """The answers that are right for a GET by this person."""
    if wie.rol not in _who(naam):
        return {302} if wie.rol == "anoniem" else {404}
    if not wie.tweede_factor and naam in MET_PERSONEN:
        return {302}
    if naam in ALLEEN_FORMULIER:
        return {405}
    return _about(naam) if _theirs(wie, naam, familie, gemeente) else {404}


def _theirs(wie: Wandelaar, naam: str, familie: Familie, gemeente: str) -> bool:
    """Whether the page is about somebody with whom this person works."""
    if naam in VAN_EEN_BERICHT and wie.rol is Rol.FUNCTIONEEL_BEHEERDER:
        return gemeente == wie.gemeente
    if naam in VAN_EEN_TOEWIJZING | VAN_EEN_BERICHT:
        return familie.toewijzing in wie.toewijzingen
    if naam in VAN_EEN_GEZIN:
        return familie.gezin in wie.gezinnen
    return naam not in EIGEN_GEMEENTE or gemeente == wie.gemeente


def _about(naam: str) -> set[int]:
    """The answers of a page that is open to who asks."""
    if naam in {
        "school-intrekken",
        "regio-gemeente",
        "thema-css",
        "regio-tabel",
        "indicator-tabel",
        "indicator-intern-tabel",
        "api-cijfers",
        "api-onbekend",
    }:
        return {200, 404}  # there are no figures, no own theme and no groups in this small world
    if naam == "bijdrage":
        return {200, 404}  # who works at another partner writes for that one
    if naam == "triage":
        return {409}  # a doctor referred these children: nobody of the toegang judges that again
    if naam in NIET_BIJ_DEZE:
        return {200, 409}
    return {200, 302} if naam in DOORVERWIJZERS else {200}


def _canaries(wereld: Wereld, wie: Wandelaar, waar: str, text: str) -> Iterator[str]:
    for gemeente in wereld.notities:
        secret = f"Notitie{gemeente}" in text or f"Verwezen{gemeente}" in text
        may = wie.gemeente == gemeente and wie.rol in {*PAGINAS["verwijsverzoeken"], Rol.HUISARTS}
        if secret and not may:
            yield f"{wie.naam} met a question of {gemeente} on {waar}"
    for gemeente in wereld.escalaties:
        may = wie.gemeente == gemeente and wie.rol in SCHRIJFT_STANDPUNT
        if f"Concept{gemeente}" in text and not may:
            yield f"{wie.naam} met what {gemeente} only drafted on {waar}"
    for kanarie in wereld.families:
        if kanarie in text and (kanarie not in wie.kanaries or f"Straat{kanarie}" in text):
            yield f"{wie.naam} met {kanarie} on {waar}"


def _search(wereld: Wereld, wie: Wandelaar, client: Client) -> Iterator[str]:
    """Search is a road of its own: ask for every canary, and look for the count too."""
    if wie.rol not in PAGINAS["zoeken"]:
        return
    for kanarie in wereld.families:
        text = client.post(reverse("zoeken"), {"zoek": kanarie}).content.decode()
        links = sum(f"/gezinnen/{familie.gezin}/" in text for familie in wereld.families.values())
        if links and kanarie not in wie.kanaries:
            yield f"{wie.naam} found {kanarie} by searching"


def crafted_posts(wereld: Wereld) -> Iterator[str]:
    """Forms that nobody could have been given: other people's families, children and households."""
    for wie in wereld.wandelaars:
        if wie.rol not in ENKELE_ROLLEN:
            continue
        client = client_of(wereld, wie)
        yield from _used_form(wereld, wie, client)
        for kanarie, familie in wereld.families.items():
            mine = familie.gezin in wie.gezinnen and wie.rol in ALLEEN_FORMULIER["adres-openen"]
            answer = client.post(address("adres-openen", familie, wereld), {"reden": "huisbezoek"})
            if mine != (f"Straat{kanarie}" in answer.content.decode()):
                yield f"{wie.naam} opened the address of {kanarie}: {answer.status_code}"
            if not mine:
                yield from _nested(wereld, wie, client, familie)


def _nested(wereld: Wereld, wie: Wandelaar, client: Client, other: Familie) -> Iterator[str]:
    """An own family in the address, with a child or household of another one inside the form."""
    for own in (f for f in wereld.families.values() if f.gezin in wie.gezinnen):
        answer = client.post(
            address("adres-openen", replace(own, huishouden=other.huishouden), wereld),
            {"reden": "huisbezoek"},
        )
        if "StraatKanarie" in answer.content.decode():
            yield f"{wie.naam} opened another household through an own family"
        for sneak in ({"gezag_over": [str(other.kind)]}, {"huishouden": str(other.huishouden)}):
            form = {
                "rol": "ouder",
                "achternaam": "Slinks",
                "geslacht": "O",
                "bsn_status": "geen",
                "geheim": "nee",
            }
            client.post(
                address("gezinslid-nieuw", own, wereld), form | sneak | {"formulier_id": str(uuid4())}
            )
    if Persoon.objects.filter(achternaam="Slinks").exists():
        yield f"{wie.naam} slipped somebody into another family"


def _used_form(wereld: Wereld, wie: Wandelaar, client: Client) -> Iterator[str]:
    """The id of somebody else's sent form must not lead to their family."""
    for familie in (f for f in wereld.families.values() if f.gezin not in wie.gezinnen):
        used = LogRegel.objects.filter(onderwerp_id=str(familie.gezin), formulier_id__isnull=False).first()
        form = {"achternaam": "Slinks", "geslacht": "O", "bsn_status": "ongeboren", "geheim": "nee"}
        answer = client.post(reverse("gezin-nieuw"), form | {"formulier_id": str(used.formulier_id)})
        if str(familie.gezin) in answer.headers.get("Location", ""):
            yield f"{wie.naam} was led to another family by a used form"
