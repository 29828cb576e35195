"""What this door adds to the pages of a family and of a casus: read here, shown by one include."""

from uuid import UUID

from koers.actions.toegang.overdragen import read_overdrachten
from koers.actions.toegang.overgang_lezen import read_overgang
from koers.actions.toegang.toekomst import read_toekomstplannen
from koers.actions.zorg.casusgeld import read_casusgeld
from koers.authorization.poort import may
from koers.domain.actor import Actor


def parts_of_gezin(by: Actor, gezin_id: UUID) -> dict[str, dict[str, object]]:
    """The parts that this actor may see; each read is an act of its own."""
    delen: dict[str, object] = {"mag_voorliggend": may(by, "register_voorliggend")}
    if may(by, "read_toekomstplan"):
        delen["toekomstplannen"] = read_toekomstplannen(by=by, gezin_id=gezin_id)
    return {"delen": delen}


def parts_of_casus(by: Actor, casus_id: UUID) -> dict[str, dict[str, object]]:
    """Where the question came from and where it goes, and what can be asked of the family."""
    delen: dict[str, object] = {"mag_ervaring": may(by, "register_ervaring")}
    if may(by, "read_casusgeld"):
        delen["geld"] = read_casusgeld(by=by, casus_id=casus_id)
    if may(by, "read_overdrachten"):
        delen["overdrachten"] = read_overdrachten(by=by, casus_id=casus_id)
    if may(by, "read_overgang"):
        delen["overgang"] = read_overgang(by=by, casus_id=casus_id)
        delen["mag_overgang"] = True
    return {"delen": delen}
