from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from osint_kit.knowledge import doctrine
from osint_kit.knowledge.doctrine.records import IN_ENGLISH

RECORDS = {record.id: record for record in doctrine.load()}
ELEMENTS = (
    "OCG-1 OCG-2 OCG-3 OCG-4 OCG-5 OCG-SC OCG-SG PROC PROC-CD UNT-SCOPE TRN-a TRN-b TRN-c TRN-d DOM PAR-1 PAR-2 PAR-3 "
    "ML-1 ML-2 ML-3 ML-4 ML-PRED INF MLA-WHEN MLA-PURP MLA-4 MLA-BASE MLA-CA MLA-EXEC MLA-USE MLA-REF MLA-REF-NO "
    "MLA-COST JI SIT LEC OBS WIT VIC COOP MLA15-a MLA15-b MLA15-c MLA15-d MLA15-e MLA15-f "
    "SOM-1 SOM-2 SOM-3 SOM-4 SOM-5 SOM-REL SOM-DOC-1 SOM-DOC-2 SOM-DOC-DEF SOM-STAY SOM-ATT SOM-ACC SOM-ORG SOM-AGG-1 "
    "SOM-AGG-2 SOM-AGG-n SOM-NL SOM-NL-x SOM-SCOPE SOM-SEA-1 SOM-SEA-2 SOM-SEA-3 SOM-INFO SOM-INFO-R SOM-CARR SOM-DOCV "
    "SOM-TRAIN SOM-PROT-1 SOM-PROT-2 SOM-PROT-3 SOM-PROT-4 SOM-PROT-5 SOM-RET SOM-SAVE "
    "TIP-ACT-1 TIP-ACT-2 TIP-ACT-3 TIP-ACT-4 TIP-ACT-5 TIP-MEA-1 TIP-MEA-2 TIP-MEA-3 TIP-MEA-4 TIP-MEA-5 TIP-MEA-6 "
    "TIP-MEA-7 TIP-PUR-1 TIP-PUR-2 TIP-PUR-3 TIP-PUR-4 TIP-PUR-5 TIP-PUR-6 TIP-CON TIP-CHI TIP-OFF TIP-SCOPE TIP-PROT "
    "TIP-STAY TIP-REP TIP-DEM TIP-INFO TIP-SAVE"
)
COUNTS = {
    "BP-PH": 6, "BP-PLN": 5, "BP-COL": 8, "BP-PRS": 6, "BP-PRN": 14, "ADM-SOURCE": 6, "ADM-INFO": 6, "352-SRC": 3,
    "352-INF": 5, "352-HND": 2, "E44-SRC": 4, "E44-INF": 4, "E44-HND": 4, "ICD-203": 7, "ICD-AS": 5, "ICD-ATS": 9,
    "PHIA": 7, "ACH": 8, "ACH-H": 6, "UNTOC": 47, "SOM": 34, "TIP": 28, "PM": 6, "FI": 20, "FT": 5, "TY": 10, "ON": 10,
    "TR": 4, "DO": 4, "EX": 7, "ROLES": 14, "LK": 9, "PEACE": 5, "MP": 7, "MS": 13, "MV": 10, "SM": 7, "CH": 14,
    "TLP": 6,
}  # fmt: skip
UNCONFIRMED = {
    *(f"BP-PLN-{n}" for n in range(1, 6)), "BP-COL-5", "BP-COL-6", "ADM-STANAG", "GRADE-XWALK", "LINT-MODAL",
    "NPP-OHCHR", "NPP-EU", "REP-FATF-ANNEX", "PM-6", "FI-13", "FI-15", "FI-16", "ON-08", "TR-02", "TR-03", "DO-04",
    "EX-02", "EX-04", "EX-07", "RO-SAF", "RO-COR", "RO-SUP", "CH-5",
}  # fmt: skip
CONVENTIONS = ("ACH-H", "CARD", "LK", "SM")


def test_every_record_is_whole_and_named_once() -> None:
    assert len(RECORDS) == len(doctrine.load())
    for each in doctrine.load():
        assert each.status in doctrine.STATUSES
        assert all((each.label, each.definition, each.source, each.locator))
        assert each.definition.endswith(".")
        assert not each.note or each.note.endswith(".")


def test_sets_are_loaded_apart_and_counted_from_one() -> None:
    assert tuple(each for name in doctrine.sets() for each in doctrine.load(name)) == doctrine.load()
    for name in doctrine.sets():
        assert [each.order for each in doctrine.load(name)] == list(range(1, len(doctrine.load(name)) + 1))
    assert doctrine.load("no such set") == ()


@pytest.mark.parametrize(("name", "count"), COUNTS.items())
def test_sets_are_complete(name: str, count: int) -> None:
    assert len(doctrine.load(name)) == count


def test_every_file_of_the_folder_is_loaded() -> None:
    files = sorted(Path(doctrine.__file__).parent.glob("*.toml"))
    groups = [group for file in files for group in tomllib.loads(file.read_text("utf-8"))["set"]]
    assert tuple(group["id"] for group in groups) == doctrine.sets()
    assert sum(len(group["records"]) for group in groups) == len(doctrine.load())


def test_a_set_says_that_it_is_not_translated() -> None:
    for group in doctrine.groups():
        assert group.title
        assert group.note.endswith(IN_ENGLISH)


def test_the_elements_of_law_are_all_there_and_only_they_may_be_cited() -> None:
    assert doctrine.element_ids() == set(ELEMENTS.split())


def test_what_is_not_confirmed_says_so() -> None:
    assert {each.id for each in doctrine.load() if not each.confirmed} == UNCONFIRMED
    assert [each.id for each in doctrine.load() if each.status == "U"] == ["REP-FATF-ANNEX"]
    assert all(each.status == "D" for name in CONVENTIONS for each in doctrine.load(name))
    assert all("unconfirmed" in doctrine.meaning(status) for status in doctrine.UNCONFIRMED)


@pytest.mark.parametrize("mark", ["“", "”", "«", "»", '"'])
def test_no_record_is_shown_as_a_quotation(mark: str) -> None:
    assert not [each.id for each in doctrine.load() if mark in f"{each.label}{each.definition}{each.note}"]


def test_what_is_uncertain_is_not_stated() -> None:
    assert "2022" not in RECORDS["TS-PK"].definition  # a year of accession that nobody has confirmed
    assert "not confirmed" in RECORDS["TS-PK"].definition
    assert "uncertain" in RECORDS["CH-3s"].note
    assert "not been seen" in RECORDS["REP-FATF-ANNEX"].definition


def test_a_second_status_stands_in_the_note() -> None:
    two = {"BP-PH-1": "K", "BP-PH-4": "C2", "FT-02": "K", "FT-05": "K", "CH-1": "K", "CH-6": "K", "TS-AF": "C2"}
    assert {name: RECORDS[name].note.rstrip(".").rpartition(": ")[2] for name in two} == two


def test_the_non_punishment_principle_is_not_sourced_to_the_protocol() -> None:
    stated = {each.id: each for each in doctrine.load("NPP")}
    assert "Council of Europe" in stated["NPP-COE"].source
    assert {each.id for each in stated.values() if "Protocol" in each.source} == {"NPP-NOT", "NPP-SOM"}
    assert "does not hold" in stated["NPP-NOT"].definition
    assert not [each.id for each in doctrine.load("TIP") if "punish" in each.definition.casefold()]
    assert stated["NPP-COE"].locator == "26"


def test_a_new_source_is_f_and_not_e() -> None:
    assert "new is F, not E" in RECORDS["ADM-F"].definition
    assert "new" not in RECORDS["ADM-E"].definition


def test_a_c_of_europol_is_a_bad_source_and_a_c_of_admiralty_a_fair_one() -> None:
    assert RECORDS["E44-SRC-C"].label == "C: mostly unreliable"
    assert RECORDS["ADM-C"].label == "C: fairly reliable"
    assert RECORDS["352-HND-C"].label == "C: lawful sharing with conditions"


def test_labels_of_the_traffic_light_stay_in_english_capitals() -> None:
    labels = [each.label for each in doctrine.load("TLP") if each.id != "TLP-USE"]
    assert labels == ["TLP:RED", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:GREEN", "TLP:CLEAR"]
    assert [each.id.replace("TLP-", "TLP:") for each in doctrine.load("TLP")][:5] == labels


def test_a_migrant_is_no_suspect_for_having_been_smuggled() -> None:
    assert "never a suspect" in RECORDS["PE-MIG"].definition
    assert Counter(each.id[:3] for each in doctrine.load("ROLES")) == {"RO-": 12, "PE-": 2}


def test_every_set_of_indicators_says_that_they_prove_nothing() -> None:
    notes = {group.id: group.note for group in doctrine.groups()}
    assert all("not proof" in notes[name] for name in ("FI", "FT", "ON", "TR", "DO", "EX"))


def test_no_real_state_is_named_outside_the_treaty_table() -> None:
    states = ("Tajikistan", "Afghanistan", "Uzbekistan", "Iran", "Pakistan", "Kazakhstan")
    assert {each.set for each in doctrine.load() if any(name in each.definition + each.label for name in states)} == {
        "TREATY"
    }
