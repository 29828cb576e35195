"""Messages that something happened to: how files break on the road, and how people break them."""

import random
import re

WAARDEN = [
    *(
        "",
        " ",
        "0",
        "-1",
        "1",
        "3",
        "99",
        "007",
        "+5",
        "1.5",
        "1e3",
        "999999999",
        "9999999999",
        "abc",
        "é",
        "\u00a0",
    ),
    *("2026-02-30", "2026-04-01Z", "2026-04-01+02:00", "01-04-2026", "2026-4-1", " 2026-04-01 ", "20:61:00"),
    *(
        "10:00:00",
        "10:00:00Z",
        "24:00:00",
        "A" * 36,
        "A" * 300,
        "a\nb",
        "\n",
        "&amp;",
        "&#13;",
        "&#0;",
        "&naam;",
    ),
    *(
        "<!-- x -->",
        "1<!-- x -->2",
        "<![CDATA[1]]>",
        "<?x y?>",
        "<x/>",
        "01",
        "13",
        "NL",
        "1.0.0",
        "01.0.0",
        "D",
    ),
    *("\ufffe", "\U0001f600", "٣", "T.", "Åß", "ỳ", "999900006", "0384", "12345678", "123456789012345"),
]
ELEMENT = re.compile(r"<(\w+):(\w+)>([^<>]*)</\1:\2>")


def mutate(tekst: str, kans: random.Random) -> bytes:
    """One message with one to three things wrong, or with nothing wrong after all."""
    for _ in range(kans.choice((1, 1, 1, 2, 3))):
        tekst = kans.choice(INGREPEN)(tekst, kans)
    inhoud = tekst.encode("utf-8", "surrogatepass")
    return kans.choice(OP_BYTES)(inhoud, kans) if kans.random() < 0.15 else inhoud


def _value(tekst: str, kans: random.Random) -> str:
    gevonden = list(ELEMENT.finditer(tekst))
    if not gevonden:
        return tekst
    een = kans.choice(gevonden)
    return tekst[: een.start(3)] + kans.choice(WAARDEN) + tekst[een.end(3) :]


def _lines(tekst: str, kans: random.Random) -> str:
    """Drops, doubles or swaps lines: an element that is missing, doubled, or out of order."""
    regels = tekst.split("\n")
    een, ander = kans.randrange(len(regels)), kans.randrange(len(regels))
    soort = kans.randrange(3)
    if soort == 0:
        del regels[een]
    elif soort == 1:
        regels.insert(een, regels[ander])
    else:
        regels[een], regels[ander] = regels[ander], regels[een]
    return "\n".join(regels)


def _remove(tekst: str, kans: random.Random) -> str:
    gevonden = list(ELEMENT.finditer(tekst))
    een = kans.choice(gevonden) if gevonden else None
    return tekst[: een.start()] + tekst[een.end() :] if een else tekst


def _double(tekst: str, kans: random.Random) -> str:
    gevonden = list(ELEMENT.finditer(tekst))
    een = kans.choice(gevonden) if gevonden else None
    return tekst[: een.end()] + een[0] + tekst[een.end() :] if een else tekst


def _attribute(tekst: str, kans: random.Random) -> str:
    gevonden = list(re.finditer(r"<\w+:\w+", tekst))
    if not gevonden:
        return tekst
    plek = kans.choice(gevonden).end()
    eigen = kans.choice((' x="1"', ' xmlns:q="urn:q"', ' q:x="1"', ' xml:lang="nl"', ' xmlns="urn:q"'))
    return tekst[:plek] + eigen + tekst[plek:]


def _prefix(tekst: str, kans: random.Random) -> str:
    gevonden = list(re.finditer(r"</?(\w+):", tekst))
    if not gevonden:
        return tekst
    een = kans.choice(gevonden)
    return tekst[: een.start(1)] + kans.choice(("ijw", "jw301", "jw305", "geen")) + tekst[een.end(1) :]


def _insert(tekst: str, kans: random.Random) -> str:
    plek = kans.randrange(len(tekst))
    stuk = kans.choice(
        ("<", ">", "&", "x", "<!DOCTYPE x>", "<!--", "-->", "]]>", "\x01", "<a>", "</a>", "\ud800")
    )
    return tekst[:plek] + stuk + tekst[plek:]


def _head(tekst: str, kans: random.Random) -> str:
    kop = kans.choice(
        ('<?xml version="1.1"?>', '<?xml version="1.0" encoding="ISO-8859-1"?>', "", '<?xml version="1.0"?>')
    )
    return re.sub(r"^<\?xml[^>]*\?>", kop, tekst, count=1)


def _cut(inhoud: bytes, kans: random.Random) -> bytes:
    return inhoud[: kans.randrange(len(inhoud) + 1)]


def _byte(inhoud: bytes, kans: random.Random) -> bytes:
    plek = kans.randrange(len(inhoud)) if inhoud else 0
    return inhoud[:plek] + bytes([kans.randrange(256)]) + inhoud[plek + 1 :]


def _encoding(inhoud: bytes, kans: random.Random) -> bytes:
    return inhoud.decode("utf-8", "replace").encode(
        kans.choice(("utf-16", "utf-8-sig", "utf-32", "cp500")), "replace"
    )


def _head_cut(inhoud: bytes, kans: random.Random) -> bytes:
    return inhoud[kans.randrange(60) :]


INGREPEN = (_value, _value, _value, _value, _lines, _remove, _double, _attribute, _prefix, _insert, _head)
OP_BYTES = (_cut, _byte, _byte, _encoding, _head_cut)
