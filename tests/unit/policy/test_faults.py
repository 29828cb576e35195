"""Every sentence that the loader knows is provoked here; a sentence without a fault fails the last test."""

import ast
import inspect
import re
from pathlib import Path

import pytest

from koers.policy import finding, kinds
from koers.policy.finding import gather
from koers.policy.reader import MAX_BYTES, MAX_DEPTH
from koers.policy.sentences import SENTENCES
from tests.unit.policy.planted import NORM, OWN_RULES, PLANTED


@pytest.mark.parametrize(("soort", "pad", "old", "new", "veld"), PLANTED)
def test_a_planted_fault_is_found_where_it_was_planted(shipped, plant, soort, pad, old, new, veld):
    line = shipped.text(pad)[: shipped.text(pad).index(old)].count("\n") + 1
    faults = [fout for fout in plant(pad, old, new) if fout.soort == soort]
    assert [fout.bestand for fout in faults[:1]] == [pad]
    if veld:
        assert veld in [fout.veld for fout in faults]
    # Exactly there; YAML itself may notice an open bracket only where the next line begins.
    slack = new.count("\n") + old.count("\n") + (1 if soort == "geen_yaml" else 0)
    assert min(abs(fout.regel - line) for fout in faults) <= slack


@pytest.mark.parametrize(("pad", "old", "new", "veld", "part"), OWN_RULES)
def test_a_rule_of_a_kind_is_kept(plant, pad, old, new, veld, part):
    faults = plant(pad, old, new)
    assert (pad, veld, "onmogelijke_waarde") in [(fout.bestand, fout.veld, fout.soort) for fout in faults]
    assert any(part in fout.zin and fout.regel > 1 for fout in faults if fout.veld == veld)


def _rules_in_the_code():
    """Each sentence yielded by a faults() method of a kind, as a pattern for what it may become."""
    folder = Path(inspect.getfile(kinds)).parent
    for path in [*folder.glob("*.py"), folder.parent / "values.py"]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
                yield _pattern(node.value.elts[1])


def _pattern(node):
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return "".join(re.escape(part.value) if isinstance(part, ast.Constant) else ".*" for part in parts)


def test_every_rule_in_the_code_has_a_planted_fault(plant):
    sentences = {fout.zin for pad, old, new, _, _ in OWN_RULES for fout in plant(pad, old, new)}
    rules = list(_rules_in_the_code())
    assert len(rules) > 25
    assert [rule for rule in rules if not any(re.fullmatch(rule, zin) for zin in sentences)] == []


def test_every_sentence_has_a_planted_fault():
    """Either a row of PLANTED, or named in one of these tests because it takes more than one passage."""
    by_hand = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    planted = {case[0] for case in PLANTED} | set(re.findall(r'"(\w+)"', by_hand))
    assert set(SENTENCES) - planted == set()


def test_sentences_say_how_to_mend():
    """What is wrong and what to do: two sentences, two halves of one, or help found on the spot."""
    ends = re.compile(r"(\. |: |, |\{hulp\}|\{zin\})")
    assert [zin for zin in SENTENCES.values() if not ends.search(zin)] == []


@pytest.mark.parametrize(
    ("soort", "content"),
    [
        ("leeg_bestand", b""),
        ("leeg_bestand", b"# alleen een opmerking\n"),
        ("geen_sleutels", b"- een\n- lijst\n"),
        ("geen_sleutels", b"zomaar tekst\n"),
        ("geen_utf8", "naam: priv\xe9\n".encode("latin-1")),
        ("te_groot", b"a: " + b"x" * MAX_BYTES),
        ("te_diep", b"a: " + b"[" * (MAX_DEPTH + 2) + b"]" * (MAX_DEPTH + 2)),
        ("te_diep", b"a: [" + b"x, " * 30_000 + b"x]"),
        ("te_diep", b"[" * 200_000),
    ],
)
def test_a_file_that_is_no_policy_at_all(shipped, soort, content):
    (fout,) = [fout for fout in shipped.faults({NORM: content}) if fout.bestand == NORM]
    assert (fout.soort, fout.regel) == (soort, 1)


def test_a_bomb_of_aliases_is_refused_at_its_first_line(shipped):
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
    )
    (fout,) = [fout for fout in shipped.faults({NORM: bomb}) if fout.bestand == NORM]
    assert (fout.soort, fout.regel) == ("anker", 1)


def test_an_unreadable_file_is_not_blamed_on_those_who_refer_to_it(shipped):
    """Only the broken file is named, not the twenty that point to it."""
    faults = shipped.faults({"organisatie/gremia/abo.yaml": "a: [\n"})
    assert [fout.bestand for fout in faults] == ["organisatie/gremia/abo.yaml"]


def test_a_faulty_file_is_not_blamed_on_those_who_refer_to_it(shipped, plant):
    faults = plant("organisatie/gremia/abo.yaml", "soort: bestuurlijk", "soort: bestuur")
    assert [fout.bestand for fout in faults] == ["organisatie/gremia/abo.yaml"]


def test_a_wrong_word_gets_the_right_one_offered(plant):
    (fout,) = plant(NORM, "eigenaar: jurist", "eigenaar: juris")
    assert fout.zin.endswith("Bedoelt u 'jurist'?")
    faults = plant(NORM, "eigenaar: jurist", "eigenar: jurist")
    assert any(fout.veld == "eigenar" and "Bedoelt u 'eigenaar'?" in fout.zin for fout in faults)


def test_a_fault_reads_as_one_line(plant):
    (fout,) = plant(NORM, "waarde: 6", "waarde: zes")
    assert str(fout).startswith(f"{NORM}:")
    assert str(fout).endswith(
        "waarde: 'zes' is hier geen getal. Schrijf cijfers met hooguit één punt, zonder aanhalingstekens."
    )
    assert "\n" not in str(fout)


def test_too_many_files_is_a_wrong_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(finding, "MAX_FILES", 3)
    folder = tmp_path / "normen"
    folder.mkdir()
    for number in range(4):
        (folder / f"n{number}.yaml").touch()
    found, faults = gather(tmp_path, None)
    assert found == []
    assert [fout.soort for fout in faults] == ["te_veel"]
