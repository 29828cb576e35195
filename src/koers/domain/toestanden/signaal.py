"""How a signal of the Nederlandse Zorgautoriteit is worked through."""

from koers.domain.toestanden.machine import Machine, row

NZA_SIGNAAL = Machine(
    ding="nza_signaal",
    begin="signaal_ontvangen",
    overgangen=(
        row("take_nza_signaal", "signaal_ontvangen", "signaal_opgepakt"),
        row("close_nza_signaal", "signaal_ontvangen signaal_opgepakt", "signaal_afgerond"),
        row("reopen_nza_signaal", "signaal_afgerond", "signaal_opgepakt"),
    ),
)
