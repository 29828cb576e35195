"""What the policy of a procurement region says of accepting help."""

from koers.domain.acceptatie import Plicht
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.policy.kinds.contracts import Acceptatieplicht


def policy_of(inkoopregio: str) -> Acceptatieplicht | None:
    """The policy of the region that contracts call this (IR-NMD); None when nobody wrote it."""
    return next((een for een in beleid().acceptatieplicht.values() if een.contractcode == inkoopregio), None)


def duty_of(inkoopregio: str) -> Plicht | None:
    """The same, as the rules count with it."""
    found = policy_of(inkoopregio)
    if found is None:
        return None
    return Plicht(
        found.antwoord_werkdagen,
        found.spoed_werkdagen,
        found.geldt_vanaf,
        {grond.id: grond.toegestaan for grond in found.gronden},
    )


def require_duty(inkoopregio: str) -> Plicht:
    """The same. Refused: geen_acceptatieplicht."""
    found = duty_of(inkoopregio)
    if found is None:
        raise Refused("geen_acceptatieplicht", inkoopregio=inkoopregio)
    return found
