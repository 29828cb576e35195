"""The description of the API, OpenAPI 3.1, written by hand; tests hold every answer and address to it."""

from typing import Any

VERSIE = "1"
Schema = dict[str, Any]

TEKST: Schema = {"type": "string"}
LEEG_OF_TEKST: Schema = {"type": ["string", "null"]}
DAG: Schema = {"type": "string", "format": "date"}
LEEG_OF_DAG: Schema = {"type": ["string", "null"], "format": "date"}
GETAL: Schema = {"type": "number"}
LEEG_OF_GETAL: Schema = {"type": ["number", "null"]}
LEEG_OF_AANTAL: Schema = {"type": ["integer", "null"]}
JA_NEE: Schema = {"type": "boolean"}


def _object(**velden: Schema) -> Schema:
    """Every field is always there; null where there is nothing to tell."""
    return {
        "type": "object",
        "properties": velden,
        "required": list(velden),
        "additionalProperties": False,
    }


def _list(van: str) -> Schema:
    return {"type": "array", "items": _ref(van)}


def _ref(naam: str) -> Schema:
    return {"$ref": f"#/components/schemas/{naam}"}


CIJFER: dict[str, Schema] = {
    "gebied": TEKST | {"description": "CBS code of a municipality, or of a region"},
    "gebiedsnaam": TEKST,
    "periode": TEKST | {"description": "A calendar year"},
    "waarde": LEEG_OF_GETAL | {"description": "In the unit; null when it may not be told, see status"},
    "teller": LEEG_OF_AANTAL | {"description": "As told: rounded, or null"},
    "noemer": LEEG_OF_AANTAL | {"description": "As told: rounded, or null"},
    "status": {"type": "string", "enum": ["getoond", "afgerond", "afgeschermd", "ingehouden"]},
    "voorlopig": JA_NEE | {"description": "It can still change, because ends of help come in late"},
}
_PUBLICATIE: dict[str, Schema] = {
    "id": TEKST | {"format": "uuid"},
    "naam": TEKST,
    "gepubliceerd_op": DAG,
    "peildatum": LEEG_OF_DAG,
    "vingerafdruk": TEKST | {"description": "SHA-256 of the rows"},
    "adres": TEKST,
}

SCHEMAS: dict[str, Schema] = {
    "Begin": _object(versie=TEKST, beschrijving=TEKST, indicatoren=TEKST, publicaties=TEKST),
    "Tweetalig": _object(nl=TEKST, en=TEKST),
    "Bron": _object(document=TEKST, naam=_ref("Tweetalig"), plaats=TEKST),
    "IndicatorKort": _object(
        id=TEKST,
        naam=_ref("Tweetalig"),
        soort=TEKST,
        eenheid=TEKST,
        berekend=JA_NEE | {"description": "Whether Koers counts it; else there is only the definition"},
        adres=TEKST,
    ),
    "Indicatoren": _object(indicatoren=_list("IndicatorKort")),
    "Doel": _object(
        streefwaarde=LEEG_OF_GETAL,
        in_woorden=_ref("Tweetalig"),
        streefdata={"type": "array", "items": DAG},
    ),
    "Waarneming": _object(
        gebied=TEKST,
        vanaf=LEEG_OF_DAG | {"description": "First day of what it is about; null: not in the source"},
        waarde=GETAL,
        klasse={"type": "string", "enum": ["gepubliceerd"]},
        bron=_ref("Bron"),
    ),
    "Lezing": _object(
        id=TEKST,
        naam=_ref("Tweetalig"),
        eenheid=TEKST,
        definitie_versie=TEKST | {"description": "Changes with anything that can change a figure"},
        telling={"type": "object", "description": "The measure as Koers counts it"},
    ),
    "OpenVraag": _object(vraag=_ref("Tweetalig"), zolang=_ref("Tweetalig")),
    "Indicator": _object(
        id=TEKST,
        naam=_ref("Tweetalig"),
        soort=TEKST,
        wat=_ref("Tweetalig"),
        waarom=_ref("Tweetalig"),
        eenheid=TEKST,
        richting={"type": "string", "enum": ["omlaag", "omhoog", "geen"]},
        bron=_list("Bron"),
        eigenaar=TEKST,
        herzien_voor=DAG,
        beleid_versie=TEKST,
        doelen=_list("Doel"),
        waarnemingen=_list("Waarneming"),
        lezingen=_list("Lezing"),
        open_vragen=_list("OpenVraag"),
        cijfers=LEEG_OF_TEKST | {"description": "Address of the figures; null when Koers does not count it"},
    ),
    "Cijfer": _object(**CIJFER),
    "Cijfers": _object(
        indicator=TEKST,
        lezing=TEKST,
        eenheid=TEKST,
        klasse={"type": "string", "enum": ["openbaar"]},
        bron=_ref("Tweetalig"),
        peildatum=LEEG_OF_DAG | {"description": "Day on which the last row was written down"},
        stand=LEEG_OF_DAG | {"description": "As known at the end of that day; null: now"},
        definitie_versie=TEKST,
        noten={"type": "array", "items": TEKST, "description": "Codes of remarks that belong under it"},
        cijfers=_list("Cijfer"),
    ),
    "Publicaties": _object(publicaties=_list("PublicatieKort")),
    "PublicatieKort": _object(**_PUBLICATIE),
    "GepubliceerdCijfer": _object(
        indicator=TEKST, lezing=TEKST, eenheid=TEKST, definitie_versie=TEKST, **CIJFER
    ),
    "Publicatie": _object(
        **_PUBLICATIE,
        klopt=JA_NEE | {"description": "Whether the rows still have the fingerprint"},
        cijfers=_list("GepubliceerdCijfer"),
    ),
    "Fout": _object(
        fout=_object(
            wat=TEKST | {"description": "What is wrong"},
            waar=TEKST | {"description": "In which part of the request"},
            herstel=TEKST | {"description": "How to mend it"},
        )
    ),
}

_ID = {"name": "id", "in": "path", "required": True, "schema": TEKST}
_PUBLICATIE_ID = {
    "name": "publicatie_id",
    "in": "path",
    "required": True,
    "schema": TEKST | {"format": "uuid"},
}
_VRAGEN = [
    {"name": naam, "in": "query", "required": False, "schema": schema, "description": uitleg}
    for naam, schema, uitleg in (
        ("lezing", TEKST, "Another reading than the standard one"),
        ("gebied", TEKST, "Only this area, such as GM1731"),
        ("periode", TEKST, "Only this year, such as 2025"),
        ("stand", DAG, "As known at the end of a day that was kept"),
    )
]


def document() -> Schema:
    """The whole description."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Koers",
            "version": VERSIE,
            "description": "Figures and definitions of youth care that everybody may see. Read only.",
        },
        "paths": {
            "/api/": _path("Where everything stands", "Begin"),
            "/api/openapi.json": _path("This description", None),
            "/api/indicatoren/": _path("All indicators", "Indicatoren"),
            "/api/indicatoren/{id}/": _path("The definition of an indicator", "Indicator", _ID),
            "/api/indicatoren/{id}/cijfers/": _path(
                "Its figures that everybody may see", "Cijfers", _ID, *_VRAGEN
            ),
            "/api/publicaties/": _path("All publications, the newest first", "Publicaties"),
            "/api/publicaties/{publicatie_id}/": _path(
                "One publication; its rows never change", "Publicatie", _PUBLICATIE_ID
            ),
        },
        "components": {"schemas": SCHEMAS},
    }


def _path(wat: str, vorm: str | None, *vragen: Schema) -> Schema:
    errors = {
        "400": "The question is not known here",
        "404": "There is nothing here",
        "405": "Only reading",
        "500": "Something broke",
    }
    content = {"application/json": {"schema": _ref(vorm) if vorm else {"type": "object"}}}
    return {
        "get": {
            "summary": wat,
            "parameters": list(vragen),
            "responses": {
                "200": {"description": wat, "content": content},
                "304": {"description": "Not changed since the ETag or moment that was sent along"},
                **{
                    code: {"description": why, "content": {"application/json": {"schema": _ref("Fout")}}}
                    for code, why in errors.items()
                },
            },
        }
    }
