"""What the demo hands over: answers about crises, invented KvK numbers, signals: so that no page is empty.

Some are left open, because a check report shows what it is for only when something lacks.
"""

from datetime import timedelta

from koers.actions.feiten import written_by
from koers.actions.handeling import act
from koers.actions.netwerk.nza_signalen import import_nza_signalen
from koers.domain.actor import Actor
from koers.domain.lichte_hulp import START
from koers.registers.klok import vandaag
from koers.registers.toegang.models import LichteHulpCrisis, LichteHulpStap
from koers.registers.zorg.models import Contractproduct

TEAM = "lokaal_team"
# One in so many began with a crisis, and of one in so many nobody said it.
MET_CRISIS, ZONDER_ANTWOORD = 31, 23
# The last providers get no number. No real KvK number begins with four zeros, as far as is known.
ZONDER_KVK = 2
SIGNALEN = (
    {
        "gebied": "JZ04",
        "soort": "melding",
        "vormen": "13",
        "ernst": "ontoereikend",
        "ontwikkelingen": "Een aanbieder van gesloten jeugdhulp sluit een groep. De buren zijn vol.",
        "aanbieder": "",
        "aanbiedercode": "",
    },
    {
        "gebied": "GM1731",
        "soort": "analyse",
        "dagtekening": "",
        "vormen": "11 12",
        "ernst": "risico",
        "ontwikkelingen": "Het aantal pleeggezinnen daalt al vier kwartalen, en de wachttijd loopt op.",
        "aanbieder": "",
        "aanbiedercode": "",
    },
)


def seed_uitlevering(*, by: Actor) -> None:
    """Answers and numbers for most; two signals."""
    with act("create_demo", by=by):
        _crises(by)
        _kvk()
    day = (vandaag() - timedelta(days=40)).isoformat()
    rows = [{**een, "dagtekening": een.get("dagtekening", day)} for een in SIGNALEN]
    import_nza_signalen(by=by, rijen=list(enumerate(rows, start=2)))


def _crises(by: Actor) -> None:
    told = LichteHulpStap.objects.current().filter(
        soort=START, lichte_hulp__soort=TEAM, ingetrokken=False, lichte_hulp__crisis__isnull=True
    )
    rows = told.order_by("datum", "pk").values_list("lichte_hulp", "gemeente", "datum")
    LichteHulpCrisis.objects.bulk_create(
        [
            LichteHulpCrisis(
                lichte_hulp_id=hulp,
                met_crisis=nummer % MET_CRISIS == 0,
                datum=datum,
                **written_by(by, gemeente),
            )
            for nummer, (hulp, gemeente, datum) in enumerate(rows, start=1)
            if nummer % ZONDER_ANTWOORD
        ],
        batch_size=5_000,
    )


def _kvk() -> None:
    providers = list(
        dict.fromkeys(
            een.aanbieder
            for een in Contractproduct.objects.on(vandaag())
            .select_related("aanbieder")
            .order_by("aanbieder__naam", "pk")
        )
    )
    for nummer, een in enumerate(providers[:-ZONDER_KVK], start=101):
        if not een.kvk:
            een.kvk = f"0000{nummer:04d}"
            een.save(update_fields=["kvk"])
