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
from koers.authorization.handelingen.regel import AANGEMELD
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
from tests.integration.toegang.verwacht import ALLEEN_FORMULIER, PAGINAS
from tests.integration.toegang.wandeling import FORMULIEREN, ZOEKEN, clients_of, walk, walk_part

pytestmark = pytest.mark.django_db
Plant = Callable[[pytest.MonkeyPatch], None]
# The fault, and the pages on which it can be met soonest.
FOUTEN: dict[str, tuple[Plant, set[str]]] = {}
# Second names of a page: the rule of the first name is the one that is asked.
TWEEDE_NAAM = {"account_login", "account_logout", "mfa_index"}
# What row level security stops by itself.
TWEEDE_MUUR = {"filter_on_municipality_dropped"}
# What leaks nothing, because another filter stands behind it; the walk shows that too.
TWEEDE_FILTER = {
    "strange_household_let_in_through_own_family": "the page shows addresses of the family's own households",
    "strangers_in_the_form_let_in": "the form offers only the family's own children and households",
    "read_verslag for every role": "the page reads the meeting first, under a rule of its own",
    "invite_wiel for every role": "who does not carry the round does not find it",
    "close_wiel for every role": "who does not carry the round does not find it",
    "read_agenda for every role": "who does not steer finds no municipality with an agenda",
    "read_herinrichting for every role": "who neither steers nor carries casework finds no municipality",
    "read_gebiedsagenda for every role": "who does not take part finds no municipality with an agenda",
    "read_leren for every role": "who does not learn here finds no municipality",
    "read_proeftuinen for every role": "who does not steer finds no municipality with proeftuinen",
    "read_risicos for every role": "who does not steer finds no municipality with risks",
    "read_subsidies for every role": "who does not steer finds no municipality with subsidies",
    "return_rapportage for every role": "the page reads the report first, under a rule of its own",
    "end_contract for every role": "who writes no contracts finds none to end",
    "withdraw_contract for every role": "who writes no contracts finds none to withdraw",
    "change_tarief for every role": "who writes no contracts finds no product to change",
    "end_contractproduct for every role": "who writes no contracts finds no product to end",
    "register_kvk for every role": "who writes no contracts finds no provider",
    **dict.fromkeys(
        ("close_nza_signaal for every role", "reopen_nza_signaal for every role"),
        "the page reads the signal first, under a rule of its own",
    ),
    "contribute_scenariokeuze for every role": "the page reads the choice first, under a rule of its own",
}


def _list(naam: str, plant: Plant, pages: set[str]) -> None:
    FOUTEN[naam] = (plant, pages)


def by_form(plant: Plant) -> Plant:
    """Lists a planted fault that only a form meets that nobody could have been given."""
    _list(plant.__name__, plant, {FORMULIEREN})
    return plant


def fault(plant: Plant) -> Plant:
    """Lists a planted fault by the name of its function; most are about families."""
    _list(plant.__name__, plant, {"gezin", "gezinnen", "adres-openen", ZOEKEN})
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


@by_form
def strangers_in_the_form_let_in(m):
    m.setattr(gezinnen, "_refuse_strangers", lambda gezin, lid: None)


@by_form
def strange_household_let_in_through_own_family(m):
    def reveal(*, by, gezin_id, huishouden_id, reden):
        with handeling.act("reveal_adres", by=by) as spoor:
            gezinnen._visible(by, gezin_id)
            spoor.onderwerp("huishouden", huishouden_id)
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


@by_form
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


def _pages_of(handeling: str) -> set[str]:
    """The pages that this act opens."""
    return {ingang[4:] for ingang, h in ingangen.INGANGEN.items() if h == handeling and ingang[:4] == "web:"}


BIJ_NAAM = frozenset(FOUTEN)  # written out above; what follows is made from the tables of rules
# Acts that no page opens are for commands, which have no role: nobody could meet a wider one.
for _naam, _regel in list(handelingen.HANDELINGEN.items()):
    if _regel.rollen is None or not (_pages := _pages_of(_naam)):
        continue
    if _regel.rollen != AANGEMELD:
        _list(f"{_naam} for every role", _widen(_naam, AANGEMELD), _pages)
    if _regel.personen and _regel.doel is Doel.TOEGANG:
        _list(f"{_naam} for nobody", _widen(_naam, frozenset()), _pages)
        _list(f"{_naam} not marked as persons", _without_person_mark(_naam), _pages)
for _naam in (*PAGINAS, *ALLEEN_FORMULIER):
    _handeling = ingangen.INGANGEN[f"web:{_naam}"]
    if _handeling and handelingen.HANDELINGEN[_handeling].rollen is not None and _naam not in TWEEDE_NAAM:
        _list(f"web:{_naam} made public", _row(f"web:{_naam}", ingangen.PUBLIEK), {_naam})


def test_there_are_more_than_thirty_faults_that_are_met():
    assert len(FOUTEN.keys() - TWEEDE_FILTER.keys()) > 30
    assert TWEEDE_FILTER.keys() <= FOUTEN.keys()


def _cases() -> list:
    """The tables of rules know no database: their faults are met on one of them."""
    met = [naam for naam in FOUTEN if naam not in TWEEDE_FILTER]
    return [naam if naam in BIJ_NAAM else pytest.param(naam, marks=pytest.mark.sqlite) for naam in met]


@pytest.mark.parametrize("naam", _cases())
def test_the_walk_meets_the_fault(naam, kleine_wereld, monkeypatch):
    plant, parts = FOUTEN[naam]
    plant(monkeypatch)
    if naam in TWEEDE_MUUR and connection.vendor == "postgresql":
        clients = clients_of(kleine_wereld)
        assert [met for part in parts for met in walk_part(kleine_wereld, part, clients)] == []
    else:
        assert next(walk(kleine_wereld, parts), None)


@pytest.mark.parametrize("naam", TWEEDE_FILTER)
def test_what_another_filter_stops_leaks_nothing(naam, kleine_wereld, monkeypatch):
    plant, parts = FOUTEN[naam]
    plant(monkeypatch)
    clients = clients_of(kleine_wereld)
    assert [met for part in parts for met in walk_part(kleine_wereld, part, clients)] == []
