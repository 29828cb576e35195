"""Makes the tables of facts of a version of iJw out of its schemas: names, order, lengths, codes.

    python scripts/ijw_feiten.py ../shared/ijw

reads `xsd/*.xsd` and the list of product codes, and writes `src/koers/exchange/ijw/feiten/`. Only facts go
over; sentences stay where they are. A next version is done the same way; the tests then say what changed.
"""

import argparse
import json
import re
from pathlib import Path
from xml.etree import ElementTree

XS = "{http://www.w3.org/2001/XMLSchema}"
DOEL = Path(__file__).resolve().parents[1] / "src/koers/exchange/ijw/feiten"
KARDINALITEIT = {("1", "1"): "1", ("0", "1"): "?", ("1", "unbounded"): "+", ("0", "unbounded"): "*"}
# The patterns of the standard, by a name of ours: values are checked without a pattern that can explode.
VORMEN = {
    r".*[^\s].*": "regel",
    r"([.\s]*\S+[.\s]*)+": "gevuld",
    r"[^:Z]*": None,
    r"[^Z+-]+": None,
    r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)": "versie",
    r"([a-zA-ZÀ-ỳ])+": "letters",
    r"([a-zA-Z0-9])+": "letters_en_cijfers",
    r"[0-9]*": "cijfers",
}
SOORTEN = {"xs:string": "tekst", "xs:integer": "geheel", "xs:date": "datum", "xs:time": "tijd"}


def facets(restriction: ElementTree.Element) -> dict[str, object]:
    """One simple type: kind, bounds, form and codes."""
    feit: dict[str, object] = {}
    if restriction.get("base") in SOORTEN:
        feit["soort"] = SOORTEN[restriction.get("base", "")]
    codes = [een.get("value") for een in restriction.findall(f"{XS}enumeration")]
    if codes:
        feit["soort"], feit["codes"] = "code", codes
        return feit
    for facet, naam in (
        ("minLength", "minst_lang"),
        ("maxLength", "hoogst_lang"),
        ("minInclusive", "minst"),
        ("maxInclusive", "hoogst"),
    ):
        if (gevonden := restriction.find(XS + facet)) is not None:
            feit[naam] = int(gevonden.get("value", ""))
    if (patroon := restriction.find(f"{XS}pattern")) is not None:
        feit |= form(patroon.get("value", ""))
    return feit


def form(patroon: str) -> dict[str, object]:
    """The form of a value. A bare number is the only value allowed; `[0-9]{8}` is eight digits."""
    if patroon.isdigit():
        return {"vast": patroon}
    if gevonden := re.fullmatch(r"\[0-9\]\{(\d)\}", patroon):
        return {"vorm": "cijfers", "minst_lang": int(gevonden[1]), "hoogst_lang": int(gevonden[1])}
    return {"vorm": VORMEN[patroon]} if VORMEN[patroon] else {}


def plain(type_: str) -> str:
    """`ijw:LDT_Naam` -> `Naam`."""
    return type_.rpartition(":")[2].removeprefix("LDT_").removeprefix("CDT_")


def element(node: ElementTree.Element, waarden: dict[str, dict[str, object]]) -> str:
    """`naam kardinaliteit type`; `.Naam` is a value, `^Naam` a class of the base schema (with its
    elements in the base namespace), and `Naam` for a class of the message itself."""
    naam = node.get("name", "")
    keer = KARDINALITEIT[node.get("minOccurs", "1"), node.get("maxOccurs", "1")]
    restriction = node.find(f"{XS}simpleType/{XS}restriction")
    if restriction is None:
        type_ = node.get("type", "")
        return f"{naam} {keer} {'.' if 'LDT_' in type_ else '^' if 'CDT_' in type_ else ''}{plain(type_)}"
    basis = plain(restriction.get("base", ""))
    eigen = waarden[basis] | facets(restriction)
    eigen_naam = f"{basis}_{eigen.get('vast', eigen.get('vorm'))}"
    waarden[eigen_naam] = eigen
    return f"{naam} {keer} .{eigen_naam}"


def complex_types(schema: ElementTree.Element, waarden: dict[str, dict[str, object]]) -> dict[str, list[str]]:
    """Every class of a schema with what it holds, in order."""
    return {
        plain(een.get("name", "")): [
            element(node, waarden) for node in een.findall(f"{XS}sequence/{XS}element")
        ]
        for een in schema.findall(f"{XS}complexType")
    }


def facts(map_: Path) -> dict[str, object]:
    """All facts of the schemas in a folder."""
    basis = ElementTree.parse(map_ / "basisschema.xsd").getroot()  # noqa: S314  a file of the standard itself
    waarden = {
        plain(een.get("name", "")): facets(een.find(f"{XS}restriction"))
        for een in basis.findall(f"{XS}simpleType")
    }
    samengesteld = complex_types(basis, waarden)
    berichten = {}
    for bestand in sorted(map_.glob("jw*.xsd")):
        schema = ElementTree.parse(bestand).getroot()  # noqa: S314
        klassen = complex_types(schema, waarden)
        berichten[bestand.stem.upper()] = {"naamruimte": schema.get("targetNamespace"), "klassen": klassen}
    return {
        "naamruimte": basis.get("targetNamespace"),
        "waarden": waarden,
        "samengesteld": samengesteld,
        "berichten": berichten,
    }


def products(bestand: Path) -> str:
    """`code categorie hulpvorm` a line; hulpvorm as CBS codes it, a dash where it has none."""
    rijen = json.loads(bestand.read_text())["products"]
    return "".join(
        f"{rij['productcode']} {rij['productcategorie_code']} {rij['dimensie_hulpvorm_code']}\n"
        for rij in sorted(rijen, key=lambda rij: rij["productcode"])
        if rij["productcategorie_code"] != "-"
    )


def compact(feiten: object, diep: int = 0) -> str:
    """JSON with one fact a line, so that a review of a next version shows what changed."""
    if (
        diep == 4
        or not isinstance(feiten, dict)
        or not any(isinstance(een, dict | list) for een in feiten.values())
    ):
        return json.dumps(feiten, ensure_ascii=False)
    rand = " " * diep
    regels = (f'{rand} "{naam}": {compact(een, diep + 1)}' for naam, een in feiten.items())
    return "{\n" + ",\n".join(regels) + "\n" + rand + "}"


def main() -> None:
    """Writes both tables."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("map", type=Path, help="holds xsd/ and the list of product codes")
    opties.add_argument("--versie", default="3.2")
    keuze = opties.parse_args()
    naam = keuze.versie.replace(".", "_")
    feiten = {"standaard": "ijw", "versie": keuze.versie} | facts(keuze.map / "xsd")
    DOEL.mkdir(parents=True, exist_ok=True)
    (DOEL / f"ijw_{naam}.json").write_text(compact(feiten) + "\n")
    (DOEL / "producten_jz21.txt").write_text(products(keuze.map / "jeugdwet_jz21_productcodes.json"))


if __name__ == "__main__":
    main()
