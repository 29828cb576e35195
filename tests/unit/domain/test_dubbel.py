"""Who may be the same, and why; twins never are."""

from datetime import date

import pytest

from koers.domain.dubbel import Kenmerken, Overeenkomst, compare
from koers.domain.namen import fold_persoon

DAG = date(2012, 3, 4)


def who(roepnaam: str, achternaam: str, dag: date | None = DAG, bsn: str = "", voorvoegsel: str = ""):
    gevouwen = fold_persoon(roepnaam=roepnaam, voornamen="", voorvoegsel=voorvoegsel, achternaam=achternaam)
    return Kenmerken(gevouwen, dag, bsn)


@pytest.mark.parametrize(
    ("ander", "reden"),
    [
        (who("Elif", "Yilmaz"), Overeenkomst.NAAM_EN_DATUM),
        (who("E", "Yılmaz"), Overeenkomst.NAAM_EN_DATUM),
        (who("", "Yılmaz"), Overeenkomst.NAAM_EN_DATUM),
        (who("Elif", "Yilmas"), Overeenkomst.NAAM_BIJNA),
        (who("Elif", "Yılmaz", date(2012, 4, 3)), Overeenkomst.DATUM_BIJNA),
        (who("Elif", "Yılmaz", date(2013, 3, 4)), Overeenkomst.DATUM_BIJNA),
        (who("Elif", "Yılmaz", None), Overeenkomst.DATUM_BIJNA),
        (who("Emine", "Yılmaz"), Overeenkomst.TWEELING),
        (who("Emine", "Yilmas"), None),
        (who("Elif", "Yılmaz", date(2009, 11, 30)), None),
        (who("Elif", "Bakker"), None),
    ],
)
def test_why_somebody_may_be_the_same(ander, reden):
    assert compare(who("Elif", "Yılmaz"), ander) == reden
    assert compare(ander, who("Elif", "Yılmaz")) == reden


@pytest.mark.parametrize(
    ("een", "ander"), [("Tim", "Tom"), ("Lisa", "Lise"), ("Marina", "Martina"), ("Jan", "Jana")]
)
def test_a_twin_with_nearly_the_same_first_name_is_still_a_twin(een, ander):
    assert compare(who(een, "Berg"), who(ander, "Berg")) == Overeenkomst.TWEELING


def test_the_number_decides_before_everything():
    assert compare(who("A", "B", bsn="1"), who("C", "D", None, bsn="1")) == Overeenkomst.BSN
    assert compare(who("Elif", "Yılmaz", bsn="1"), who("Elif", "Yılmaz", bsn="2")) is None
