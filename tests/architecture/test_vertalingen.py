"""Every text a user sees is Dutch in the source and English in the catalogue; each check is shown to bite."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from scripts.vertalingen import CATALOGUS, collect, extract, merge, read, untranslated

from tests.architecture.vertaald import in_python, in_template, search_tree

ROOT = Path(__file__).resolve().parents[2] / "src" / "koers"
PLEK = re.compile(r"%\((\w+)\)[sd]")
TAG = re.compile(r"</?\w+")
HEEN = "Voer `make vertalingen` uit en vertaal wat het noemt."


def faults(catalogus: Catalog) -> list[str]:
    """What is wrong with a catalogue by itself."""
    found = [f"geen Engels: {m.id!r}" for m in untranslated(catalogus)]
    for m in catalogus:
        if not m.id:
            continue
        dutch = m.id if isinstance(m.id, tuple) else (m.id,)
        english = m.string if isinstance(m.string, tuple) else (m.string,)
        if m.fuzzy:
            found.append(f"geraden: {m.id!r}")
        if all(english) and _marks(english[-1]) != _marks(dutch[-1]):
            found.append(f"andere invulplekken: {m.id!r}")
        if any(_marks(e) - _marks(dutch[-1]) - _marks(dutch[0]) for e in english):
            found.append(f"onbekende invulplek: {m.id!r}")
        if len(dutch[0].split()) > 3 and english == dutch:
            found.append(f"Nederlands in plaats van Engels: {m.id!r}")
    return found


def _marks(text: str) -> set[str]:
    return set(PLEK.findall(text)) | set(TAG.findall(text))


def test_the_catalogue_holds_every_text_of_the_program_and_no_other():
    now, kept = ({(m.context, m.id) for m in c if m.id} for c in (collect(), read()))
    assert sorted(map(str, now - kept)) == [], HEEN
    assert sorted(map(str, kept - now)) == [], HEEN


def test_every_text_has_english_with_the_same_places_to_fill_in():
    assert faults(read()) == [], HEEN


def test_what_runs_is_what_the_catalogue_says():
    with CATALOGUS.with_suffix(".mo").open("rb") as readable:
        assert _texts(read_mo(readable)) == _texts(read())


def _texts(catalogus: Catalog) -> dict[tuple[str, str], tuple[str, ...]]:
    """The translations in one shape: a .mo gives lists and bytes where a .po gives tuples and text."""
    texts = {}
    for m in catalogus:
        context = m.context.decode() if isinstance(m.context, bytes) else m.context or ""
        keys = (m.id,) if isinstance(m.id, str) else tuple(m.id)
        values = (m.string,) if isinstance(m.string, str) else tuple(m.string or ())
        if any(keys) and any(values):
            texts[context, "|".join(keys)] = values
    return texts


def test_no_text_stands_outside_the_translation():
    assert search_tree(ROOT) == []


@pytest.mark.parametrize(
    ("dutch", "english", "fuzzy", "fault"),
    [
        ("Nog niets", "", False, "geen Engels"),
        (("%(n)s kind", "%(n)s kinderen"), ("%(n)s child", ""), False, "geen Engels"),
        ("Nog niets", "Nothing yet", True, "geraden"),
        ("Dag %(naam)s", "Hello %(name)s", False, "andere invulplekken"),
        ("Dag <b>jij</b>", "Hello you", False, "andere invulplekken"),
        (("%(n)s kind", "%(n)s kinderen"), ("%(m)s child", "%(n)s children"), False, "onbekende invulplek"),
        ("Dit is gewoon nog Nederlands", "Dit is gewoon nog Nederlands", False, "Nederlands in plaats"),
    ],
)
def test_a_planted_fault_in_the_catalogue_is_found(dutch, english, fuzzy, fault):
    catalogus = Catalog(locale="en", fuzzy=False)
    catalogus.add("Gezin", "Family")
    assert faults(catalogus) == []
    catalogus.add(dutch, english, flags=["fuzzy"] if fuzzy else [])
    assert any(found.startswith(fault) for found in faults(catalogus))


@pytest.mark.parametrize(
    "source",
    [
        "<p>Zomaar tekst</p>",
        "{% if a %}Zomaar{% endif %}",
        '<button aria-label="Sluiten">x</button>',
        "<td data-label='Naam'>{{ naam }}</td>",
        "{% blocktranslate %}Wel{% endblocktranslate %} niet",
        "{% translate 'Wel' %} en dan niet",
        "<title>Koers en meer</title>",
    ],
)
def test_a_planted_text_in_a_template_is_found(source):
    assert in_template(source)


@pytest.mark.parametrize(
    "source",
    [
        "{% translate 'Naam' %}: {{ naam }} ({{ aantal }})",
        "{% blocktranslate trimmed count n=n %}een{% plural %}twee{% endblocktranslate %}",
        "{% comment %}Words for whoever reads this.{% endcomment %}<title>{{ a }} · Koers</title>",
        '<p class="kernzin" id="wie">{{ a }} – € 5</p><script src="a.js"></script>',
    ],
)
def test_what_needs_no_translation_is_left_alone(source):
    assert in_template(source) == []


@pytest.mark.parametrize(
    "source",
    [
        '_(f"Dag {naam}")',
        'gettext("Dag " + naam)',
        'forms.CharField(label="Naam")',
        'forms.CharField(help_text=f"{n} tekens")',
        'messages.success(request, "Het is gelukt")',
        'raise ValidationError("Dat kan niet")',
    ],
)
def test_a_planted_text_in_python_is_found(source):
    assert list(in_python(source))


def test_marked_texts_in_python_are_left_alone():
    source = '_("Naam"); forms.CharField(label=_("Naam"), help_text=""); messages.info(request, _("Goed"))'
    assert list(in_python(source)) == []


def test_texts_are_found_in_templates_and_in_python(tmp_path):
    html, py = tmp_path / "a.html", tmp_path / "a.py"
    html.write_text(
        "{% load i18n %}\n  <p>{% translate 'Een' %}</p>\n"
        "{% blocktranslate trimmed count n=n %}\n  {{ n }} kind\n{% plural %}\n  {{ n }} kinderen\n"
        '{% endblocktranslate %}{{ a|default:_("Drie") }}{% if x == "it\'s" %}{% endif %}'
    )
    py.write_text(
        'a = _("Vier")\nb = ngettext_lazy("%(n)s dag", "%(n)s dagen", "n")\nc = pgettext("jaar", "mei")\n'
    )
    found = [*extract(html), *extract(py)]
    assert found == [
        (None, ("Een",)),
        (None, ("%(n)s kind", "%(n)s kinderen")),
        (None, ("Drie",)),
        (None, ("Vier",)),
        (None, ("%(n)s dag", "%(n)s dagen")),
        ("jaar", ("mei",)),
    ]


def test_translations_stay_and_what_is_unused_goes():
    oud, nieuw = Catalog(locale="en", fuzzy=False), Catalog(locale="en", fuzzy=False)
    oud.add("Gezin", "Family")
    oud.add("Weg", "Gone")
    for text in ("Gezin", "Gezinnen"):
        nieuw.add(text)
    merged = {m.id: m.string for m in merge(nieuw, oud) if m.id}
    assert merged == {"Gezin": "Family", "Gezinnen": None}
