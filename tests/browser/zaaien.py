"""Adds a story to a fresh demo, through the acts, and prints what the tests need as JSON.

Runs in a process of its own: `python -m tests.browser.zaaien`. Sessions of the people of the demo are made
here too, so that only the newcomer's tour spends time on signing in.
"""

import json
import sys
from importlib import import_module

import django


def main() -> None:
    """A session for everybody of the demo, and the addresses of one family with help."""
    from django.conf import settings

    from koers.actions.kern.demo import demo_people
    from koers.registers.kern.models import Medewerker

    engine = import_module(settings.SESSION_ENGINE)
    people = {
        p.gebruikersnaam: Medewerker.objects.get_by_natural_key(p.gebruikersnaam) for p in demo_people()
    }
    sessies = {naam: _session(engine, medewerker) for naam, medewerker in people.items()}
    _newcomer()
    sys.stdout.write(json.dumps({"sessies": sessies, "adressen": _story(people)}))


def _session(engine, medewerker) -> str:
    """The key of a session in which this person is signed in."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    session = engine.SessionStore()
    session[SESSION_KEY] = str(medewerker.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session[HASH_SESSION_KEY] = medewerker.get_session_auth_hash()
    session.save()
    return session.session_key


def _newcomer() -> None:
    """Two people outside the demo: with a password and no second step yet, and by way of the organisation."""
    from koers.domain.rollen import Rol
    from tests.browser.nieuweling import (
        GEBRUIKERSNAAM,
        NAAM,
        NAAM_VIA_ORGANISATIE,
        VIA_ORGANISATIE,
        WACHTWOORD,
    )
    from tests.wereld import make_medewerker

    medewerker = make_medewerker(Rol.JEUGDCONSULENT, naam=NAAM)
    medewerker.gebruikersnaam = GEBRUIKERSNAAM
    medewerker.set_password(WACHTWOORD)
    medewerker.save()
    ander = make_medewerker(Rol.JEUGDCONSULENT, naam=NAAM_VIA_ORGANISATIE)
    ander.gebruikersnaam = VIA_ORGANISATIE
    ander.save()


def _story(people) -> dict[str, str]:
    """A family with a secret address, a melding, a besluit and help that has not begun."""
    from koers.actions.toegang.bezwaren import register_bezwaar
    from koers.actions.toegang.melden import NieuweMelding, register_melding
    from koers.actions.zorg.toewijzen import assign_toewijzing
    from koers.registers.klok import vandaag
    from koers.registers.monitor.models import Aanlevering
    from tests.wereld import actor_of, ask, decide, granted, make_familie, make_product, walk_ladder

    by = actor_of(people["jeugdconsulent"])
    familie = make_familie(by, "Voorbeeld")
    melding = NieuweMelding(jeugdigen=(familie.kind,), datum=vandaag(), verwijzer="01")
    (casus,) = register_melding(by=by, gezin_id=familie.gezin, melding=melding)
    product = make_product(people["aanbieder"].aanstellingen.get().organisatie, code="45Z99")
    besluit = decide(by, casus, granted(product))
    bezwaar = register_bezwaar(by=by, besluit_id=besluit, datum=vandaag(), wie="ouder")
    (open_casus,) = register_melding(by=by, gezin_id=familie.gezin, melding=melding)
    ask(by, open_casus)
    uitkomst = walk_ladder(by, open_casus)
    toewijzing = assign_toewijzing(
        by=by, casus_id=casus, contractproduct_id=product.pk, ingangsdatum=vandaag()
    )
    return {
        "gezin_id": str(familie.gezin),
        "huishouden_id": str(familie.huishouden),
        "casus_id": str(casus),
        "besluit_id": str(besluit),
        "bezwaar_id": str(bezwaar),
        "open_casus_id": str(open_casus),
        "uitkomst_id": str(uitkomst),
        "werk_id": str(_group_at_school(actor_of(people["school"]))),
        "toewijzing_id": str(toewijzing),
        "aanlevering_id": str(Aanlevering.objects.latest("pk").pk),
        "medewerker_id": str(people["jeugdconsulent"].pk),
    }


def _group_at_school(by) -> str:
    """A group of young people at a school, in numbers."""
    from koers.actions.toegang.school import read_school, register_schoolwerk
    from koers.domain.school import Schoolwerk
    from koers.registers.klok import vandaag

    plek, _naam = read_school(by=by).plekken[0]
    werk = Schoolwerk("groep", "weerbaarheid", 11, vandaag(), bijeenkomsten=6)
    return register_schoolwerk(by=by, plek_id=plek, werk=werk, voorziening="hulp-op-school")


if __name__ == "__main__":
    django.setup()
    main()
