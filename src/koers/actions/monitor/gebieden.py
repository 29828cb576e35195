"""Which region this installation is about: the jeugdregio whose inkoopregio's the policy names."""

from dataclasses import dataclass

from koers.domain.weigering import Refused
from koers.policy import beleid

NEDERLAND = "NL00"


@dataclass(frozen=True, slots=True)
class EigenRegio:
    """The jeugdregio (`code`: JZ04) and its inkoopregio's (id of the policy -> name)."""

    code: str
    naam: str
    inkoopregios: dict[str, str]


def own_region() -> EigenRegio:
    """The region that the policy describes. Refused: geen_eigen_regio, when it names no inkoopregio."""
    gebieden = beleid().gebieden
    inkoop = [gebied for gebied in gebieden.values() if gebied.soort == "inkoopregio"]
    regio = next((gebieden[gebied.deel_van] for gebied in inkoop if gebied.deel_van), None)
    if regio is None or regio.code is None:
        raise Refused("geen_eigen_regio")
    return EigenRegio(
        regio.code,
        regio.naam.nl,
        {gebied.id: gebied.naam.nl for gebied in inkoop if gebied.deel_van == regio.id},
    )
