"""Faults planted in the rules of access; the walk has to meet every one of them.

On PostgreSQL row level security is a second wall: what only forgets the municipality leaks nothing there.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import connection
from django.db.models import Q

from koers.actions import handeling
from koers.actions.kern import gezin_lezen, gezinnen, zoeken
from koers.authorization import handelingen, ingangen, poort, zicht
from koers.domain.rollen import Doel, Rol
from koers.registers.kern.models import (
    Betrokkenheid,
    Gezin,
    Huishouden,
    LogRegel,
    Regisseurschap,
)
from koers.web import middleware
from koers.web.kern import gezinnen as pages
from tests.integration.toegang.wandeling import ENKELE_ROLLEN, build, crafted_posts, walk

pytestmark = pytest.mark.django_db
FOUTEN: dict[str, Callable[[pytest.MonkeyPatch], None]] = {}
TWEEDE_MUUR = set()


def fault(plant: Callable[[pytest.MonkeyPatch], None]) -> Callable:
    """Lists a planted fault by the name of its function."""
    FOUTEN[plant.__name__] = plant
    return plant


def _see(monkeypatch: pytest.MonkeyPatch, filtered: Callable) -> None:
    for module in (gezin_lezen, gezinnen, zoeken):
        monkeypatch.setattr(module, "visible_gezinnen", filtered)


def _mine(by, today=None) -> Q:
    worked = (
        Betrokkenheid.objects.filter(medewerker_id=by.id)
        if today is None
        else (Betrokkenheid.objects.on(today).filter(medewerker_id=by.id))
    )
    return Q(pk__in=worked.values("gezin"))


@fault
def filter_on_municipality_dropped(m):
    TWEEDE_MUUR.add("filter_on_municipality_dropped")
    _see(m, lambda by, today: Gezin.objects.filter(_mine(by, today)))


@fault
def filter_on_involvement_dropped(m):
    _see(m, lambda by, today: Gezin.objects.filter(gemeente__in=by.gemeenten))


@fault
def queryset_swapped_for_all(m):
    _see(m, lambda by, today: Gezin.objects.all())


@fault
def and_became_or(m):
    _see(m, lambda by, today: Gezin.objects.filter(_mine(by, today) | Q(gemeente__in=by.gemeenten)))


@fault
def end_of_involvement_forgotten(m):
    _see(m, lambda by, today: Gezin.objects.filter(_mine(by), gemeente__in=by.gemeenten))


@fault
def any_regisseur_counts(m):
    _see(
        m,
        lambda by, today: Gezin.objects.filter(
            pk__in=Regisseurschap.objects.on(today).values("gezin"), gemeente__in=by.gemeenten
        ),
    )


@fault
def nobody_sees_anything(m):
    _see(m, lambda by, today: Gezin.objects.none())


@fault
def municipality_turned_around(m):
    _see(m, lambda by, today: Gezin.objects.filter(_mine(by, today)).exclude(gemeente__in=by.gemeenten))


@fault
def poh_left_out(m):
    m.setattr(zicht, "ZIET_GEZINNEN", zicht.ZIET_GEZINNEN - {Rol.POH_JEUGD})


@fault
def search_replaces_the_filter(m):
    m.setattr(zoeken, "visible_gezinnen", lambda by, today: Gezin.objects.all())


@fault
def page_of_one_family_skips_the_filter(m):
    seen = zicht.visible_gezinnen

    def forgot(by, today):
        return Gezin.objects.filter(gemeente__in=by.gemeenten)

    m.setattr(gezin_lezen, "visible_gezinnen", forgot)
    m.setattr(gezinnen, "visible_gezinnen", seen)


@fault
def adding_a_member_skips_the_filter(m):
    # The page reads through the same filter first, so both have to be forgotten to get in.
    m.setattr(
        pages,
        "read_gezin",
        lambda by, gezin_id: gezin_lezen._picture(Gezin.objects.get(pk=gezin_id), [], None),
    )


@fault
def strangers_in_the_form_let_in(m):
    m.setattr(gezinnen, "_refuse_strangers", lambda gezin, lid: None)


@fault
def strange_household_let_in_through_own_family(m):
    def reveal(*, by, gezin_id, huishouden_id, reden):
        gezin_lezen.read_gezin(by=by, gezin_id=gezin_id)
        return gezin_lezen._address(Huishouden.objects.get(pk=huishouden_id))

    m.setattr(pages, "reveal_adres", reveal)


@fault
def secret_address_on_the_page(m):
    m.setattr(Huishouden, "is_geheim", property(lambda self: False))


@fault
def everyone_may_everything(m):
    for module in (poort, middleware):
        m.setattr(module, "may", lambda by, handeling: True)


@fault
def nobody_may_anything(m):
    m.setattr(middleware, "may", lambda by, handeling: False)


@fault
def no_role_is_good_enough(m):
    right = poort.may
    for module in (poort, middleware):
        m.setattr(module, "may", lambda by, h: right(by, h) or (by is not None and by.rol is None))


@fault
def anonymous_let_through(m):
    right = poort.may
    m.setattr(middleware, "may", lambda by, h: by is None or right(by, h))


@fault
def refusal_tells_more_than_not_there(m):
    m.setattr(middleware, "niet_gevonden", lambda request: middleware.HttpResponse(status=403))


@fault
def missing_row_counts_as_public(m):
    rows = {k: v for k, v in ingangen.INGANGEN.items() if k != "web:gezinnen"}

    class Open(dict):
        def get(self, key, default=None):
            return super().get(key, ingangen.PUBLIEK)

    m.setattr(middleware, "INGANGEN", Open(rows))


@fault
def password_alone_is_enough(m):
    m.setattr(middleware, "lacks_second_factor", lambda by, h: False)
    m.setattr(poort, "lacks_second_factor", lambda by, h: False)


@fault
def form_of_somebody_else_counts_as_mine(m):
    def forgot(formulier, by):
        earlier = LogRegel.objects.filter(formulier_id=formulier).first() if formulier else None
        if earlier:
            raise handeling.Refused(
                "al_verwerkt", soort=earlier.onderwerp_soort, sleutel=earlier.onderwerp_id
            )

    m.setattr(handeling, "_refuse_second_time", forgot)


def _widen(naam: str, rollen) -> Callable:
    def plant(m):
        m.setitem(handelingen.HANDELINGEN, naam, replace(handelingen.HANDELINGEN[naam], rollen=rollen))

    return plant


def _without_person_mark(naam: str) -> Callable:
    def plant(m):
        m.setitem(handelingen.HANDELINGEN, naam, replace(handelingen.HANDELINGEN[naam], personen=False))

    return plant


def _row(ingang: str, handeling: str) -> Callable:
    return lambda m: m.setitem(ingangen.INGANGEN, ingang, handeling)


for _naam, _regel in list(handelingen.HANDELINGEN.items()):
    if _regel.rollen is not None and f"web:{_naam}" and _regel.rollen != handelingen.AANGEMELD:
        FOUTEN[f"{_naam} for every role"] = _widen(_naam, handelingen.AANGEMELD)
    if _regel.rollen is not None and _regel.personen and _regel.doel is Doel.TOEGANG:
        FOUTEN[f"{_naam} for nobody"] = _widen(_naam, frozenset())
        FOUTEN[f"{_naam} not marked as persons"] = _without_person_mark(_naam)
for _ingang, _handeling in list(ingangen.INGANGEN.items()):
    if _ingang.startswith("web:") and _handeling and handelingen.HANDELINGEN[_handeling].rollen is not None:
        FOUTEN[f"{_ingang} made public"] = _row(_ingang, ingangen.PUBLIEK)


def test_there_are_at_least_thirty_faults():
    assert len(FOUTEN) >= 30


@pytest.mark.parametrize("naam", FOUTEN)
def test_the_walk_meets_the_fault(naam, monkeypatch):
    wereld = build(ENKELE_ROLLEN)
    FOUTEN[naam](monkeypatch)
    met = next(walk(wereld), None) or next(crafted_posts(wereld), None)
    if naam in TWEEDE_MUUR and connection.vendor == "postgresql":
        assert met is None
    else:
        assert met is not None
