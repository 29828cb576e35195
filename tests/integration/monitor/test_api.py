"""The API tells what everybody may see, in the shape that its description promises, and nothing else."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client
from django.urls import get_resolver

from koers.actions.monitor.berekend import read_indicator, read_indicator_intern
from koers.api import antwoorden
from koers.api.openapi import SCHEMAS, document
from koers.domain.disclosed import Klasse
from koers.domain.rollen import Rol
from koers.policy import beleid
from tests.integration.monitor.test_publicaties import mart, published  # noqa: F401  the same small world
from tests.wereld import actor_of, make_actor, make_medewerker, sign_in

pytestmark = pytest.mark.django_db
EEN = "/api/indicatoren/aandeel-specialistisch/"
ROOT = Path(__file__).parents[3]
SOORTEN = {
    "string": str,
    "number": (int, float),
    "integer": int,
    "boolean": bool,
    "array": list,
    "object": dict,
    "null": type(None),
}


def faults(value, schema, waar="antwoord"):
    """Where a value is not what the schema says; as much of JSON Schema as the description uses."""
    if "$ref" in schema:
        return faults(value, SCHEMAS[schema["$ref"].rsplit("/", 1)[1]], waar)
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(isinstance(value, SOORTEN[k]) and (k == "boolean") >= isinstance(value, bool) for k in kinds):
        return [f"{waar} is {value!r}"]
    if value not in schema.get("enum", [value]):
        return [f"{waar} is {value!r}"]
    parts = []
    if isinstance(value, list):
        parts = [(een, schema["items"], f"{waar}[{i}]") for i, een in enumerate(value)]
    if isinstance(value, dict) and "properties" in schema:
        velden = schema["properties"]
        if list(value) != list(velden):
            return [f"{waar} has {list(value)}"]
        parts = [(een, velden[naam], f"{waar}.{naam}") for naam, een in value.items()]
    return [fault for part in parts for fault in faults(*part)]


def promised(path, code="200"):
    answer = document()["paths"][path]["get"]["responses"][code]
    return answer["content"]["application/json"]["schema"]


def asked(client, address, **vragen):
    answer = client.get(address, vragen)
    assert answer["Content-Type"].startswith("application/json")
    return answer


def test_every_answer_has_the_promised_shape(client):
    beeld = published()
    ids = {"{id}": "aandeel-specialistisch", "{publicatie_id}": str(beeld.id)}
    for path in document()["paths"]:
        address = path
        for part, value in ids.items():
            address = address.replace(part, value)
        answer = asked(client, address)
        assert answer.status_code == 200, address
        assert faults(answer.json(), promised(path)) == []


def test_every_definition_has_the_promised_shape(client):
    for een in asked(client, "/api/indicatoren/").json()["indicatoren"]:
        answer = asked(client, een["adres"]).json()
        assert faults(answer, promised("/api/indicatoren/{id}/")) == []
        assert (answer["cijfers"] is not None) is een["berekend"]
        assert all(bron["document"] in beleid().bronnen for bron in answer["bron"])
    assert faults({"nl": 1, "en": "x"}, SCHEMAS["Tweetalig"])
    assert faults({"nl": "x"}, SCHEMAS["Tweetalig"])
    assert faults({"fout": {"wat": "x", "waar": True, "herstel": "x"}}, SCHEMAS["Fout"])


def test_the_description_and_the_addresses_are_the_same():
    patterns = next(p for p in get_resolver().url_patterns if str(p.pattern) == "api/").url_patterns
    named = {
        "/api/" + re.sub(r"<\w+:(\w+)>", r"{\1}", str(p.pattern))
        for p in patterns
        if p.name != "api-onbekend"
    }
    assert named == set(document()["paths"])


def test_the_reference_names_every_address_and_field():
    page = (ROOT / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
    for path in document()["paths"]:
        assert f"`{path}`" in page
    fields = {naam for schema in SCHEMAS.values() for naam in schema["properties"]}
    assert [naam for naam in sorted(fields) if f"`{naam}`" not in page] == []


def test_figures_are_those_of_the_page(client):
    answer = asked(client, EEN + "cijfers/").json()
    found = read_indicator(by=None, indicator="aandeel-specialistisch")
    assert [
        (rij["gebied"], rij["periode"], rij["status"], rij["teller"], rij["noemer"])
        for rij in answer["cijfers"]
    ] == [(c.gebied, c.periode, c.status, c.teller, c.noemer) for c in found.cijfers]
    assert [rij["waarde"] for rij in answer["cijfers"]] == [
        None if c.waarde is None else float(c.waarde) for c in found.cijfers
    ]
    assert any(rij["status"] == "afgerond" for rij in answer["cijfers"])
    assert answer["definitie_versie"] == found.definitie_versie
    # The day on which somebody last wrote something down, not the day of the mart.
    assert (answer["klasse"], answer["peildatum"]) == ("openbaar", "2025-09-01")


def test_who_is_signed_in_sees_no_more_than_everybody(client):
    before = asked(client, EEN + "cijfers/").content
    sign_in(client, make_medewerker(Rol.CONTROLLER))
    assert asked(client, EEN + "cijfers/").content == before


def test_planted_exact_figures_do_not_get_out(client, monkeypatch):
    by = make_actor(Rol.CONTROLLER)
    monkeypatch.setattr(
        antwoorden, "read_indicator", lambda **vraag: read_indicator_intern(**vraag | {"by": by})
    )
    with pytest.raises(ValueError, match="everybody"):
        client.get(EEN + "cijfers/")
    right = read_indicator(by=None, indicator="aandeel-specialistisch")
    marked = replace(right, klasse=Klasse.GEPUBLICEERD)
    monkeypatch.setattr(antwoorden, "read_indicator", lambda **vraag: marked)
    with pytest.raises(ValueError, match="everybody"):
        client.get(EEN + "cijfers/")


def test_the_page_of_publications_says_where_the_api_is(client):
    assert b'href="/api/"' in client.get("/publicaties/").content


def test_one_area_and_year(client):
    answer = asked(client, EEN + "cijfers/", gebied="GM1731", periode="2025").json()
    assert [(rij["gebied"], rij["periode"]) for rij in answer["cijfers"]] == [("GM1731", "2025")]


def test_another_reading_has_its_own_version(client):
    first = asked(client, EEN + "cijfers/").json()
    other = asked(client, EEN + "cijfers/", lezing="stand-31-december").json()
    assert first["lezing"] == "in-de-periode"
    assert other["lezing"] == "stand-31-december"
    assert first["definitie_versie"] != other["definitie_versie"]
    readings = {een["id"]: een["definitie_versie"] for een in asked(client, EEN).json()["lezingen"]}
    assert readings["stand-31-december"] == other["definitie_versie"]


@pytest.mark.parametrize(
    ("address", "status", "waar"),
    [
        ("/api/bestaat-niet", 404, "/api/bestaat-niet"),
        ("/api/indicatoren/bestaat-niet/", 404, "/api/indicatoren/bestaat-niet/"),
        ("/api/publicaties/00000000-0000-4000-8000-000000000000/", 404, None),
        ("/api/indicatoren/?kleur=rood", 400, "kleur"),
        (EEN + "cijfers/?gebied=GM9999", 400, "gebied"),
        (EEN + "cijfers/?periode=1999", 400, "periode"),
        (EEN + "cijfers/?gebied=GM1731&gebied=GM0106", 400, "gebied"),
        (EEN + "cijfers/?lezing=", 400, EEN + "cijfers/?lezing="),
        (EEN + "cijfers/?lezing=geen", 400, EEN + "cijfers/?lezing=geen"),
        (EEN + "cijfers/?stand=gisteren", 400, "stand"),
        (EEN + "cijfers/?stand=2020-01-01", 404, EEN + "cijfers/?stand=2020-01-01"),
        ("/api/indicatoren/besparing/cijfers/", 404, "/api/indicatoren/besparing/cijfers/"),
    ],
)
def test_what_is_wrong_is_said_with_where_and_how_to_mend(client, address, status, waar):
    answer = client.get(address)
    assert answer.status_code == status
    assert faults(answer.json(), SCHEMAS["Fout"]) == []
    fout = answer.json()["fout"]
    assert fout["wat"]
    assert fout["herstel"]
    assert waar in {None, fout["waar"]}


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client, method):
    client.handler.enforce_csrf_checks = True
    answer = getattr(client, method)("/api/publicaties/", {})
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")
    assert answer.json()["fout"]["waar"] == method.upper()


def an_error_in_the_shape_of_the_api(answer, status):
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/json; charset=utf-8"
    assert faults(answer.json(), SCHEMAS["Fout"]) == []
    return answer.json()["fout"]


@pytest.mark.parametrize("taal", ["nl", "en"])
@pytest.mark.parametrize("address", ["/api/", "/api/indicatoren/", EEN + "cijfers/", "/api/publicaties/"])
def test_what_breaks_is_told_in_the_shape_of_the_api_and_tells_nothing_more(monkeypatch, address, taal):
    def breaks(*args, **kwargs):
        raise RuntimeError("geheim van de server")

    client = Client(raise_request_exception=False)
    client.cookies["django_language"] = taal
    monkeypatch.setattr("koers.api.antwoord._check", breaks)
    answer = client.get(address)
    fout = an_error_in_the_shape_of_the_api(answer, 500)
    assert fout["waar"] == address
    assert "geheim" not in answer.content.decode()
    assert ("Something" in fout["wat"]) is (taal == "en")


def test_what_breaks_before_the_view_too(monkeypatch):
    def breaks(self, request):
        raise RuntimeError("de database is weg")

    monkeypatch.setattr("koers.web.middleware.ToegangMiddleware._actor", breaks)
    client = Client(raise_request_exception=False)
    an_error_in_the_shape_of_the_api(client.get("/api/indicatoren/"), 500)
    page = client.get("/regio/")
    assert (page.status_code, page["Content-Type"]) == (500, "text/html; charset=utf-8")


@pytest.mark.parametrize("address", ["/api/bestaat-niet/", "/api/publicaties/geen-nummer/", "/api/a/b/c"])
def test_what_is_not_there_is_told_in_the_shape_of_the_api(client, address):
    assert an_error_in_the_shape_of_the_api(client.get(address), 404)["waar"] == address


def test_a_strange_host_gets_the_shape_of_the_api(client, settings):
    settings.ALLOWED_HOSTS = ["koers.example"]
    answer = client.get("/api/indicatoren/", headers={"host": "elders.example"})
    an_error_in_the_shape_of_the_api(answer, 400)


def test_planted_the_page_of_people_is_no_error_of_the_api(monkeypatch):
    monkeypatch.setattr("koers.config.fouten._api", lambda request: False)
    with pytest.raises(AssertionError):
        test_what_breaks_before_the_view_too(monkeypatch)


def test_who_has_it_already_gets_nothing_again(client):
    first = client.get(EEN + "cijfers/")
    again = client.get(EEN + "cijfers/", headers={"If-None-Match": first["ETag"]})
    since = client.get(EEN + "cijfers/", headers={"If-Modified-Since": first["Last-Modified"]})
    assert [(answer.status_code, answer.content) for answer in (again, since)] == [(304, b"")] * 2
    assert client.get(EEN + "cijfers/", headers={"If-None-Match": '"anders"'}).status_code == 200


def test_new_figures_have_another_mark(client, mart):  # noqa: F811  the fixture that was imported
    first = client.get(EEN + "cijfers/")
    mart()
    then = client.get(EEN + "cijfers/", headers={"If-None-Match": first["ETag"]})
    assert then.status_code == 200
    assert then["ETag"] != first["ETag"]


def test_a_publication_stays_and_does_not_name_who_made_it(client, mart):  # noqa: F811
    maker = make_medewerker(Rol.CONTROLLER, naam="Petronella Tellegen")
    beeld = published(by=actor_of(maker))
    address = f"/api/publicaties/{beeld.id}/"
    before = client.get(address)
    mart()
    assert client.get(address).content == before.content
    assert "Tellegen" not in before.content.decode() + client.get("/api/publicaties/").content.decode()
    assert before.json()["klopt"] is True
    assert len(before.json()["cijfers"]) == len(beeld.rijen)


def test_without_a_mart_there_are_definitions_and_no_figures(client, settings, tmp_path):
    settings.MART = tmp_path / "leeg"
    assert client.get(EEN).status_code == 200
    answer = client.get(EEN + "cijfers/")
    assert answer.status_code == 404
    assert faults(answer.json(), SCHEMAS["Fout"]) == []
