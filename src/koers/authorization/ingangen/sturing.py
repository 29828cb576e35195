"""Ways into door sturing."""

STURING_INGANGEN: dict[str, str] = {}
