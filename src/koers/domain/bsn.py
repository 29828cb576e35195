"""The burgerservicenummer: nine digits that pass the elfproef."""

_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def plain_bsn(tekst: str) -> str:
    """The digits only: people write 1234.56.782 and put spaces; eight digits get their leading zero back."""
    cijfers = "".join(c for c in tekst if c.isdigit())
    return cijfers.zfill(9) if len(cijfers) == 8 else cijfers


def is_bsn(bsn: str) -> bool:
    """Whether these are nine digits that pass the elfproef. 000000000 passes the sum but is nobody's."""
    if len(bsn) != 9 or not bsn.isascii() or not bsn.isdigit() or bsn == "000000000":
        return False
    return sum(g * int(c) for g, c in zip(_GEWICHTEN, bsn, strict=True)) % 11 == 0
