from collections.abc import Callable
from dataclasses import replace

import pytest

from osint_kit.model import Row, Submission
from osint_kit.score import AnswerKey, Score
from osint_kit.score.key import KeyLink

Scorer = Callable[..., Score]
Changer = Callable[..., Submission]


@pytest.fixture
def changed(perfect: Submission) -> Changer:
    """The perfect submission with its links passed through a function, and without a time line."""

    def change(step: str, function: Callable[[list[Row]], list[Row]]) -> Submission:
        links = [row for row in perfect.steps[step] if "type" in row.values]
        return replace(perfect, steps={**perfect.steps, step: tuple(function(links))})

    return change


def drawn(row: Row, **values: object) -> Row:
    return replace(row, values={**row.values, **values})


def by_tier(key: AnswerKey, tier: object) -> list[KeyLink]:
    return [link for link in key.links if link.tier == tier]


def test_core_links_weigh_three_times(changed: Changer, scored: Scorer, key: AnswerKey) -> None:
    core, context = len(by_tier(key, "core")), len(by_tier(key, "context"))
    ends = {(link.source, link.target, link.type) for link in by_tier(key, "core")}

    def only_core(rows: list[Row]) -> list[Row]:
        return [row for row in rows if (*row.ids[:2], row.values["type"]) in ends]

    step = scored(changed("S8", only_core)).step("S8")
    assert step.facts["recall"] == pytest.approx(3 * core / (3 * core + context))


def test_a_link_without_valid_evidence_is_not_counted(changed: Changer, scored: Scorer) -> None:
    none = scored(changed("S8", lambda rows: [drawn(row, evidence=[]) for row in rows]))
    wrong = scored(
        changed(
            "S8", lambda rows: [drawn(row, evidence=[{**row.values["evidence"][0], "original": "x"}]) for row in rows]
        )
    )
    assert none.step("S8").points == wrong.step("S8").points == 0


def test_evidence_has_to_show_the_link(changed: Changer, scored: Scorer, key: AnswerKey) -> None:
    def elsewhere(rows: list[Row]) -> list[Row]:
        return [drawn(row, evidence=rows[0].values["evidence"]) for row in rows]

    step = scored(changed("S8", elsewhere)).step("S8")
    cited = changed("S8", list).steps["S8"][0].values["evidence"][0]["item"]
    naming = {truth for truth, items in key.naming.items() if cited in items}
    shown = [link for link in key.links if cited in link.items or {link.source, link.target} <= naming]
    assert 1 <= sum(line.points > 0 for line in step.explanations) <= len(shown) < len(key.links) / 4


def test_direction_counts_where_the_type_has_one(changed: Changer, scored: Scorer, key: AnswerKey) -> None:
    def turned(rows: list[Row]) -> list[Row]:
        return [drawn(row, source=row.values["target"], target=row.values["source"]) for row in rows]

    directed = {link.type for link in key.links if link.directed}
    step = scored(changed("S8", turned)).step("S8")
    found = {line.what for line in step.explanations if line.points > 0}
    assert step.facts["order"] == 0
    assert any("Call" in what for what in found)
    assert not any(kind in what for what in found for kind in directed)


def test_the_same_link_twice_counts_once(changed: Changer, scored: Scorer) -> None:
    assert scored(changed("S8", lambda rows: rows + rows)).step("S8").points == pytest.approx(90)


def test_noise_and_unmatched_ends_cost_one_each(changed: Changer, scored: Scorer, perfect: Submission) -> None:
    def with_stranger(rows: list[Row]) -> list[Row]:
        nobody = {"id": "nobody", "mentions": []}
        return [*rows, drawn(rows[0], target=nobody), drawn(rows[0], target=nobody)]

    step = scored(changed("S8", with_stranger)).step("S8")
    lost = [line for line in step.explanations if line.points < 0 and not line.what.startswith("event")]
    assert len(lost) == 1
    assert "stands for nobody" in lost[0].what


def test_linking_everybody_with_everybody_loses_to_the_truth(
    changed: Changer, scored: Scorer, perfect: Submission
) -> None:
    def all_pairs(rows: list[Row]) -> list[Row]:
        ends = {row.values[side]["id"]: row.values[side] for row in rows for side in ("source", "target")}
        listed = [ends[name] for name in sorted(ends)]
        return rows + [
            drawn(rows[0], type="Call", source=a, target=b) for i, a in enumerate(listed) for b in listed[i + 1 :]
        ]

    found = scored(changed("S8", all_pairs))
    assert found.step("S8").points < 40
    assert found.harm


def test_evidence_may_be_a_row_of_a_partner_table(perfect: Submission) -> None:
    cited = [row.values["evidence"][0]["item"] for row in perfect.steps["S8"] if "type" in row.values]
    assert any("#row=" in item for item in cited)
