"""An archive of another back office: the tables say what the hand counted, in every order of arrival."""

import csv
import json
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path

import pytest
from click.testing import CliRunner

from koers.cli import koers
from koers.domain.actor import systeemactor
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.exchange.archief.bewaren import Bewaard, Bewaarplaats
from koers.exchange.archief.omzetten import convert, read_levels
from koers.exchange.ijw.antwoord import answer
from koers.exchange.ijw.bericht import Bevinding
from koers.exchange.ijw.build import build
from koers.exchange.ijw.controle import control
from koers.exchange.ijw.omgeving import surroundings
from koers.exchange.ijw.parse import parse
from koers.exchange.ijw.regels.plekken import prestaties
from koers.exchange.tabellen.gebeurtenissen import read_folder
from koers.registers.kern.models import LogRegel
from tests.archiefwereld import Archief, Schrijver, broken, shuffled, small_region
from tests.unit.exchange.ijw.voorbeelden import changed
from tests.wereld import make_actor

pytestmark = pytest.mark.django_db(transaction=True)
DOOR = systeemactor("opdrachtregel", functionaris="proef")
SLEUTEL = b"voor de proef"


@pytest.fixture(scope="module")
def archief() -> Archief:
    return Schrijver(small_region()).whole()


def run(archief: Archief, tmp_path: Path, naam: str = "uit", **more):
    map_ = tmp_path / f"van-{naam}"
    archief.write(map_)
    naar = tmp_path / naam
    told = {"by": DOOR, "niveaus": archief.niveaus, "sleutel": SLEUTEL} | more
    return convert(map_, naar, **told), naar


def tables(naar: Path) -> dict[str, bytes]:
    return {pad.name: pad.read_bytes() for pad in sorted((naar / "tabellen").iterdir())}


def report(naar: Path) -> list[dict[str, str]]:
    with (naar / "verslag.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_tables_say_what_was_counted_by_hand(archief, tmp_path):
    verslag, naar = run(archief, tmp_path)
    assert verslag.past_niet == {}
    assert verslag.bestanden == len(archief.berichten) == sum(verslag.berichten.values())
    levering = read_folder(naar / "tabellen")  # the reader of the monitor, with its own checks
    assert {naam: gelezen.vondsten for naam, gelezen in levering.tabellen.items()} == {
        "spells": [],
        "verwijzingen": [],
        "declaraties": [],
    }
    spells = levering.tabellen["spells"].rijen
    assert Counter((een.gemeente, een.niveau) for een in spells) == archief.geteld.spells
    assert sum(een.einddatum is None for een in spells) == archief.geteld.lopend > 0
    assert len(levering.tabellen["verwijzingen"].rijen) == archief.geteld.verwijzingen > 10
    cents: Counter[str] = Counter()
    for een in levering.tabellen["declaraties"].rijen:
        cents[een.maand] += een.bedrag_cent
    assert cents == archief.geteld.cent
    assert {een.route for een in spells} == {"medisch", None}  # only a request tells who referred


def test_no_bsn_and_no_birthday_leaves_and_a_code_means_nothing_the_next_time(archief, tmp_path):
    _, first = run(archief, tmp_path)
    _, second = run(archief, tmp_path, "nog", sleutel=None)
    _, third = run(archief, tmp_path, "weer", sleutel=None)
    for naar in (first, second):
        text = b"".join(pad.read_bytes() for pad in naar.rglob("*.csv")).decode()
        assert not [bsn for bsn in archief.kinderen if bsn in text]
        assert "Verzonnen" not in text
    assert tables(second)["spells.csv"] != tables(third)["spells.csv"]
    kinderen = {een.jeugdige for een in read_folder(second / "tabellen").tabellen["spells"].rijen}
    assert len(kinderen) == len(archief.kinderen)


@pytest.mark.parametrize("seed", range(5))
def test_every_order_and_every_copy_gives_the_same_bytes(archief, tmp_path, seed):
    _, sorted_ = run(archief, tmp_path)
    twice = dict(archief.berichten)
    for nummer, (naam, inhoud) in enumerate(archief.berichten.items()):
        if nummer % 3 == seed % 3:
            twice[f"kopie-{naam}"] = inhoud
    verslag, naar = run(replace(archief, berichten=twice), tmp_path, "door-elkaar", volgorde=shuffled(seed))
    assert tables(naar) == tables(sorted_)
    assert report(naar) == report(sorted_) == []
    assert verslag.dubbel == len(twice) - len(archief.berichten)


@pytest.mark.parametrize("seed", range(3))
def test_broken_files_are_named_and_take_nothing_else_along(archief, tmp_path, seed):
    _, whole = run(archief, tmp_path)
    faulty = dict(broken(archief))
    verslag, naar = run(
        replace(archief, berichten=archief.berichten | faulty), tmp_path, "kapot", volgorde=shuffled(seed)
    )
    assert tables(naar) == tables(whole)
    assert {rij["bestand"] for rij in report(naar)} == set(faulty)
    assert all(rij["regel"] and rij["zin"] for rij in report(naar))
    assert sum(verslag.past_niet.values()) == len(report(naar))


def test_two_messages_under_one_identification_the_oldest_counts_in_both_orders(archief, tmp_path):
    naam, inhoud = next((n, i) for n, i in archief.berichten.items() if b"<jw305:Bericht" in i)
    later = inhoud.replace(b"<jw305:Begindatum>20", b"<jw305:Begindatum>19", 1)
    assert later != inhoud
    both = replace(archief, berichten=archief.berichten | {"anders.xml": later})
    seen = [run(both, tmp_path, f"om-{n}", volgorde=shuffled(n)) for n in range(4)]
    assert len({json.dumps([t.hex() for t in tables(naar).values()]) for _, naar in seen}) == 1
    for _, naar in seen:
        assert [rij["regel"] for rij in report(naar)].count("TR056") == 1
        assert {rij["bestand"] for rij in report(naar) if rij["regel"] == "TR056"} <= {naam, "anders.xml"}


def test_what_belongs_to_nothing_says_so(archief, tmp_path):
    without = {n: i for n, i in archief.berichten.items() if b"<jw301:Bericht" not in i}
    verslag, naar = run(replace(archief, berichten=without), tmp_path)
    assert (verslag.rijen["spells"], verslag.rijen["declaraties"]) == (0, 0)
    assert {rij["regel"] for rij in report(naar)} == {"TR019", "TR338"}
    assert len(report(naar)) == sum(n for soort, n in verslag.berichten.items() if soort != "JW315")


def test_a_stop_without_its_start_and_a_product_without_a_level_say_so(archief, tmp_path):
    no_starts = {n: i for n, i in archief.berichten.items() if b"<jw305:Bericht" not in i}
    _, naar = run(replace(archief, berichten=no_starts), tmp_path, "geen-start")
    assert {rij["regel"] for rij in report(naar)} == {"TR382"}
    verslag, naar = run(archief, tmp_path, "geen-niveau", niveaus={"99": 4})
    assert verslag.rijen["spells"] == 0
    assert {rij["regel"] for rij in report(naar)} == {"niveau"}
    assert verslag.rijen["declaraties"] > 0  # there a level may be missing


def test_an_entry_that_is_wrong_takes_only_itself_out(archief, tmp_path):
    """A claim with a wrong tariff is refused; the starts of the same child stay."""
    naam, inhoud = next((n, i) for n, i in archief.berichten.items() if b"<jw323:Bericht" in i)
    wrong = inhoud.replace(b"<jw323:Volume>", b"<jw323:Volume>9").replace(
        b"<jw323:GeleverdVolume>", b"<jw323:GeleverdVolume>9"
    )
    assert wrong != inhoud
    whole, _ = run(archief, tmp_path)
    verslag, naar = run(replace(archief, berichten=archief.berichten | {naam: wrong}), tmp_path, "fout")
    assert verslag.rijen["spells"] == whole.rijen["spells"]
    assert verslag.rijen["declaraties"] == whole.rijen["declaraties"] - 1
    assert {rij["bestand"] for rij in report(naar)} == {naam}


def test_the_folder_has_to_be_new_and_to_hold_messages(archief, tmp_path):
    _, naar = run(archief, tmp_path)
    with pytest.raises(Refused, match="map_niet_leeg"):
        convert(tmp_path / "van-uit", naar, by=DOOR, niveaus={"45": 4})
    (tmp_path / "leeg").mkdir()
    with pytest.raises(Refused, match="map_zonder_berichten"):
        convert(tmp_path / "leeg", tmp_path / "anders", by=DOOR, niveaus={"45": 4})


def test_it_is_one_act_and_without_its_log_row_there_are_no_tables(archief, tmp_path, monkeypatch):
    _, _ = run(archief, tmp_path)
    row = LogRegel.objects.get(handeling="convert_archief")
    assert row.bijzonderheden["bestanden"] == len(archief.berichten)
    with pytest.raises(Refused):
        run(archief, tmp_path, "mag-niet", by=make_actor(Rol.CONTROLLER))
    assert not (tmp_path / "mag-niet").exists()
    monkeypatch.setattr("koers.actions.handeling._write", _no_log)
    with pytest.raises(OSError, match="geen logboek"):
        run(archief, tmp_path, "zonder-log")
    assert not (tmp_path / "zonder-log").exists()


def _no_log(*_args):
    raise OSError("geen logboek")


@pytest.mark.parametrize(
    "tekst",
    ["", "product,niveau\n", "product,niveau\n45A04,9\n", "code,niveau\n45A04,4\n", "product;niveau\n;4\n"],
)
def test_a_file_of_levels_that_is_none_is_refused(tmp_path, tekst):
    (tmp_path / "p.csv").write_text(tekst)
    with pytest.raises(Refused, match="producten_onleesbaar"):
        read_levels(tmp_path / "p.csv")


def test_the_command_and_then_the_monitor(archief, tmp_path):
    archief.write(tmp_path / "archief")
    (tmp_path / "producten.csv").write_text(
        "product;niveau\n" + "".join(f"{code};{niveau}\n" for code, niveau in archief.niveaus.items())
    )
    told = ["ijw", "archief", str(tmp_path / "archief"), str(tmp_path / "uit")]
    told += ["--producten", str(tmp_path / "producten.csv"), "--json"]
    done = CliRunner().invoke(koers, told)
    assert done.exit_code == 0, done.output
    assert json.loads(done.output)["rijen"]["spells"] == sum(archief.geteld.spells.values())
    bron = ["monitor", "--bron", str(tmp_path / "uit" / "tabellen"), "--klasse", "intern", "--json"]
    counted = CliRunner().invoke(koers, bron)
    assert counted.exit_code == 0, counted.output


def test_planted_a_reader_that_takes_the_last_to_come_depends_on_the_order(archief, tmp_path, monkeypatch):
    """The assignment that holds is the newest by its own day. Taken by arrival, orders would differ."""
    monkeypatch.setattr(Bewaarplaats, "children", children_by_arrival)
    monkeypatch.setattr("koers.exchange.archief.verzoenen._rank", lambda een: 0)
    made = [run(archief, tmp_path, f"p{n}", volgorde=shuffled(n)) for n in range(4)]
    assert len({tables(naar)["verwijzingen.csv"] + tables(naar)["declaraties.csv"] for _, naar in made}) > 1


def children_by_arrival(self):
    """Lines in the order in which files came, as a careless store would give them."""
    rows = self.db.execute(
        "SELECT r.kind, r.gemeente, b.dagtekening, b.identificatie, r.volgnummer, b.bestand, r.aanbieder,"
        " r.wat, r.plek, r.inhoud FROM regel r JOIN bericht b ON b.id = r.bericht"
        " ORDER BY r.gemeente, r.bericht"
    ).fetchall()
    rows.sort(key=lambda row: row[0])
    for (kind, gemeente), group in groupby(rows, key=lambda row: (row[0], row[1])):
        yield (
            kind,
            gemeente,
            [Bewaard(date.fromisoformat(r[2]), *r[3:9], json.loads(r[9])) for r in group],
        )


def answered(inhoud: bytes, *afgewezen: int, heel: bool = False) -> bytes:
    """The answer (JW325) to a claim of the archive that rejects these entries of its first child, or all."""
    heen = control(inhoud, surroundings(date(2026, 7, 1)))
    plek = "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[{}]"
    wrong = [Bevinding("TR307", "9307", plek.format(nummer), "Fout.") for nummer in afgewezen]
    if heel:
        wrong = [Bevinding("OP047", "0001", "Declaratie", "Fout.")]
    terug = answer(replace(heen, bevindingen=tuple(wrong)), identificatie="A1", dagtekening=date(2026, 7, 1))
    return build(terug)


def a_claim(archief) -> tuple[str, bytes, int]:
    """A claim of the archive: its file, its bytes and what it asks."""
    naam, inhoud = next((n, i) for n, i in sorted(archief.berichten.items()) if b"<jw323:Bericht" in i)
    bericht = parse(inhoud).bericht
    [(_plek, _bsn, een), *_] = prestaties(bericht)
    return naam, inhoud, een["IngediendBedrag"]["Bedrag"]


def spent(naar: Path) -> int:
    return sum(een.bedrag_cent for een in read_folder(naar / "tabellen").tabellen["declaraties"].rijen)


@pytest.mark.parametrize("heel", [False, True])
@pytest.mark.parametrize("seed", range(2))
def test_what_the_gemeente_rejected_is_no_spending_whatever_came_first(archief, tmp_path, heel, seed):
    whole, zonder = run(archief, tmp_path)
    _naam, inhoud, bedrag = a_claim(archief)
    terug = answered(inhoud, 1, heel=heel)
    met = replace(archief, berichten=archief.berichten | {"antwoord.xml": terug, "kopie.xml": terug})
    verslag, naar = run(met, tmp_path, "met", volgorde=shuffled(seed))
    weg = len(list(prestaties(parse(inhoud).bericht))) if heel else 1
    assert (verslag.afgewezen, whole.afgewezen) == (weg, 0)
    assert verslag.rijen["declaraties"] == whole.rijen["declaraties"] - weg
    if not heel:
        assert spent(naar) == spent(zonder) - bedrag


def test_an_answer_that_grants_all_takes_nothing_away(archief, tmp_path):
    whole, _ = run(archief, tmp_path)
    _naam, inhoud, _bedrag = a_claim(archief)
    met = replace(archief, berichten=archief.berichten | {"antwoord.xml": answered(inhoud)})
    verslag, _ = run(met, tmp_path, "met")
    assert (verslag.afgewezen, verslag.rijen, verslag.berichten["JW325"]) == (0, whole.rijen, 1)


def test_planted_an_answer_of_another_gemeente_takes_nothing_away(archief, tmp_path):
    _naam, inhoud, _bedrag = a_claim(archief)
    terug = parse(answered(inhoud, 1)).bericht
    ander = build(changed(terug, {"Header/Afzender": "0363"}))
    met = replace(archief, berichten=archief.berichten | {"antwoord.xml": ander})
    verslag, _ = run(met, tmp_path, "met")
    assert verslag.afgewezen == 0
