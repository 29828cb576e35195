"""ZATs, groups and advice are written down in numbers; nobody is named."""

from dataclasses import dataclass
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import act
from koers.authorization.zicht import visible_plekken, visible_schoolwerk
from koers.domain.actor import Actor
from koers.domain.school import Bereik, Schoolwerk, check_schoolwerk, reach
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.klok import vandaag
from koers.registers.toegang.models import SchoolWerk


@dataclass(frozen=True, slots=True)
class SchoolwerkBeeld:
    """One row with where it was. `eigen`: the actor's organisation wrote it, so it may withdraw it."""

    id: UUID
    plek: str
    organisatie: str
    voorziening: str
    werk: Schoolwerk
    eigen: bool


@dataclass(frozen=True, slots=True)
class SchoolBeeld:
    """The work of this year in the actor's gemeente, newest first, and the places where it can be."""

    jaar: int
    bereik: Bereik
    regels: tuple[SchoolwerkBeeld, ...]
    plekken: tuple[tuple[UUID, str], ...]


def read_school(*, by: Actor) -> SchoolBeeld:
    """This year's work at school and in the neighbourhood. No persons."""
    today = vandaag()
    with act("read_school", by=by):
        rows = (
            visible_schoolwerk(by)
            .filter(datum__year=today.year)
            .select_related("plek", "organisatie")
            .order_by("-datum", "-vastgelegd_at", "pk")
        )
        regels = tuple(
            SchoolwerkBeeld(
                id=row.pk,
                plek=row.plek.naam,
                organisatie=row.organisatie.naam,
                voorziening=row.voorziening,
                werk=Schoolwerk(
                    *(row.soort, row.thema, row.aantal, row.datum),
                    *(row.bijeenkomsten, row.overgedragen, row.vrager),
                ),
                eigen=str(row.organisatie_id) == by.organisatie_id,
            )
            for row in rows
        )
        plekken = tuple(visible_plekken(by).order_by("naam", "pk").values_list("pk", "naam"))
        return SchoolBeeld(today.year, reach(tuple(een.werk for een in regels), today.year), regels, plekken)


def register_schoolwerk(
    *, by: Actor, plek_id: UUID, werk: Schoolwerk, voorziening: str = "", formulier: UUID | None = None
) -> UUID:
    """Writes down a ZAT, a group or advice. Returns its id.

    Refused: geen_plek, voorziening_onbekend, and as `check_schoolwerk`.
    """
    check_schoolwerk(werk, today=vandaag())
    if voorziening and voorziening not in beleid().voorzieningen:
        raise Refused("voorziening_onbekend")
    with act("register_schoolwerk", by=by, formulier=formulier) as spoor:
        plek = visible_plekken(by).filter(pk=plek_id).first()
        if plek is None:
            raise Refused("geen_plek")
        # A place in several municipalities counts for one that the actor works for too.
        shared = plek.gemeenten.filter(pk__in=by.gemeenten).order_by("code")
        gemeente = shared.values_list("code", flat=True)[0]
        row = SchoolWerk.objects.create(
            organisatie_id=_organisation(by),
            plek=plek,
            soort=werk.soort,
            thema=werk.thema,
            vrager=werk.vrager,
            aantal=werk.aantal,
            bijeenkomsten=werk.bijeenkomsten,
            overgedragen=werk.overgedragen,
            voorziening=voorziening,
            datum=werk.datum,
            **written_by(by, gemeente),
        )
        spoor.onderwerp("schoolwerk", row.pk)
        return row.pk


def withdraw_schoolwerk(*, by: Actor, werk_id: UUID, reden: str, formulier: UUID | None = None) -> UUID:
    """Says that a row did not happen; only of the own organisation. Returns the id of the correction.

    Refused: correctie_zonder_reden, niet_gevonden.
    """
    if not reden.strip():
        raise Refused("correctie_zonder_reden")
    with act("register_schoolwerk", by=by, formulier=formulier) as spoor:
        wrong = (
            visible_schoolwerk(by)
            .select_for_update(of=("self",))
            .filter(pk=werk_id, organisatie_id=_organisation(by))
            .first()
        )
        if wrong is None:
            raise Refused("niet_gevonden")
        same = ("organisatie_id", "plek_id", "soort", "thema", "vrager", "aantal", "bijeenkomsten")
        row = SchoolWerk.objects.create(
            **{name: getattr(wrong, name) for name in (*same, "overgedragen", "voorziening", "datum")},
            vervangt=wrong,
            ingetrokken=True,
            reden_correctie=reden.strip()[:200],
            **written_by(by, wrong.gemeente_id),
        )
        spoor.onderwerp("schoolwerk", row.pk)
        return row.pk


def _organisation(by: Actor) -> str:
    """Who did the work: every role that may has one."""
    if by.organisatie_id is None:
        raise Refused("geen_plek")
    return by.organisatie_id
