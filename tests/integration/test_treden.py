"""The ladder through the acts: what stops a besluit, what is mended, and who may not."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from koers.actions.toegang.besluiten import decide_besluit
from koers.actions.toegang.melden import NieuweMelding, register_melding
from koers.actions.toegang.treden import correct_trede, register_trede, register_uitzondering
from koers.domain.ladder import Trede, Uitzondering
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.presentation.zinnen import sentence
from koers.registers.kern.models import LogRegel
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Besluit, TredeUitkomst
from koers.registers.zorg.models import Contractproduct
from tests.wereld import (
    MIDDEN_DRENTHE,
    ask,
    granted,
    make_actor,
    make_familie,
    make_organisatie,
    make_product,
    rejected,
    walk_ladder,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return make_actor(Rol.JEUGDCONSULENT)


@pytest.fixture
def familie(by):
    return make_familie(by, "Trede")


def casus_of(by, familie, verwijzer="06"):
    melding = NieuweMelding(jeugdigen=(familie.kind,), datum=vandaag(), verwijzer=verwijzer)
    return register_melding(by=by, gezin_id=familie.gezin, melding=melding)[0]


def grant(by, casus):
    product = Contractproduct.objects.first() or make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder"))
    with suppress(Refused):  # what was refused before is asked already
        ask(by, casus)
    return decide_besluit(by=by, casus_id=casus, besluit=granted(product))


def stap(trede="eigen_kracht", uitkomst="helpt_deels", **more):
    return Trede(
        **{"trede": trede, "uitkomst": uitkomst, "reden": "Rust in huis.", "datum": vandaag()} | more
    )


def refused(do, *args, **kwargs):
    with pytest.raises(Refused) as error:
        do(*args, **kwargs)
    return error.value


def test_an_open_step_stops_the_grant_and_says_which(by, familie):
    casus = casus_of(by, familie)
    register_trede(by=by, casus_id=casus, trede=stap())
    no = refused(grant, by, casus)
    assert no.code == "trede_open"
    assert "omgevingskracht en algemene voorziening" in sentence(no)
    assert not Besluit.objects.exists()
    decide_besluit(by=by, casus_id=casus, besluit=rejected(reden="Oma helpt genoeg."))
    walk_ladder(by, casus)
    grant(by, casus)


@pytest.mark.parametrize("verwijzer", ["02", "04"])
def test_a_referral_by_law_asks_nothing_of_the_ladder(by, familie, verwijzer):
    grant(by, casus_of(by, familie, verwijzer))


@pytest.mark.parametrize("soort", ["crisis", "hardheidsclausule"])
def test_an_exception_with_its_reason_stands_in_the_register_and_opens_the_way(by, familie, soort):
    casus = casus_of(by, familie)
    hollow = Uitzondering(soort, " ", vandaag())
    assert (
        refused(register_uitzondering, by=by, casus_id=casus, uitzondering=hollow).code
        == "uitzondering_zonder_reden"
    )
    register_uitzondering(by=by, casus_id=casus, uitzondering=replace(hollow, reden="Vannacht weggelopen."))
    grant(by, casus)


def test_the_ladder_of_one_child_says_nothing_of_another(by, familie):
    een, ander = casus_of(by, familie), casus_of(by, familie)
    walk_ladder(by, een)
    register_uitzondering(by=by, casus_id=een, uitzondering=Uitzondering("crisis", "Nu.", vandaag()))
    assert refused(grant, by, ander).code == "trede_open"


def test_a_later_outcome_stands_beside_the_earlier_and_a_correction_replaces_it(by, familie):
    casus = casus_of(by, familie)
    walk_ladder(by, casus, vandaag() - timedelta(days=1))
    wrong = register_trede(by=by, casus_id=casus, trede=stap(uitkomst="helpt"))
    assert refused(grant, by, casus).code == "trede_volstaat"
    mend = {"by": by, "casus_id": casus, "uitkomst_id": wrong, "formulier": None}
    assert refused(correct_trede, **mend, trede=None, reden=" ").code == "correctie_zonder_reden"
    correct_trede(**mend, trede=None, reden="Dit hoorde bij een ander kind.")
    assert refused(correct_trede, **mend, trede=stap(), reden="Nog eens.").code == "al_gewijzigd"
    grant(by, casus)
    assert TredeUitkomst.objects.filter(casus=casus).count() == 5
    assert TredeUitkomst.objects.current().filter(casus=casus, ingetrokken=False).count() == 3


def test_a_colleague_without_the_family_finds_nothing_and_another_role_may_not(by, familie):
    casus = casus_of(by, familie)
    uitkomst = register_trede(by=by, casus_id=casus, trede=stap())
    ander = make_actor(Rol.JEUGDCONSULENT)
    passed = Uitzondering("crisis", "Nu.", vandaag())
    for wie, code in ((ander, "niet_gevonden"), (make_actor(Rol.WETHOUDER), "geen_recht")):
        assert refused(register_trede, by=wie, casus_id=casus, trede=stap()).code == code
        assert refused(register_uitzondering, by=wie, casus_id=casus, uitzondering=passed).code == code
        mend = {"casus_id": casus, "uitkomst_id": uitkomst, "trede": None, "reden": "x", "formulier": None}
        assert refused(correct_trede, by=wie, **mend).code == code
    own = casus_of(ander, make_familie(ander, "Eigen"))
    sneak = {"casus_id": own, "uitkomst_id": uitkomst, "trede": None, "reden": "x", "formulier": None}
    assert refused(correct_trede, by=ander, **sneak).code == "niet_gevonden"


def test_a_form_sent_twice_is_one_outcome_and_the_log_holds_no_words(by, familie):
    casus, formulier = casus_of(by, familie), uuid4()
    register_trede(by=by, casus_id=casus, trede=stap(), formulier=formulier)
    twice = {"by": by, "casus_id": casus, "trede": stap(), "formulier": formulier}
    assert refused(register_trede, **twice).code == "al_verwerkt"
    regel = LogRegel.objects.get(handeling="register_trede")
    assert (regel.onderwerp_soort, regel.onderwerp_id) == ("casus", str(casus))
    assert "Rust" not in str(regel.bijzonderheden)
