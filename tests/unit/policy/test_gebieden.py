"""Which places go together, in policy and in the region that is made up."""

from koers.policy import beleid
from koers.policy.kinds.areas import places_around
from koers.simulation.proefregio.plaatsen import GEBIEDEN, PLAATS_GEBIED, PLAATSEN


def test_the_made_up_region_knows_the_same_areas():
    deelgebieden = {g.naam.nl: set(g.plaatsen) for g in beleid().gebieden.values() if g.soort == "deelgebied"}
    made = {
        naam: {plaats for plaats, gebied in zip(PLAATSEN, PLAATS_GEBIED, strict=True) if gebied == nummer}
        for nummer, (_, naam) in enumerate(GEBIEDEN)
        if naam in deelgebieden
    }
    assert made == deelgebieden
    assert set(made) == {"Beilen", "de Smildes", "Westerbork"}


def test_around_a_place_is_its_whole_area_and_nothing_else():
    gebieden = beleid().gebieden.values()
    assert places_around(gebieden, ["Smilde"]) == {"Smilde", "Bovensmilde", "Hoogersmilde"}
    assert places_around(gebieden, ["Elp", "Gieten"]) == set(places_around(gebieden, ["Westerbork"])) | {
        "Gieten"
    }
    assert places_around(gebieden, []) == frozenset()
