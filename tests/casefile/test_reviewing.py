"""Going through the uncertain pairs: answers are kept at once, undo gives the former state back."""

from __future__ import annotations

from typing import Any

import pytest
from cases import MakeCase, sealed
from factory import capture

from osint_kit.casefile import Case, open_case
from osint_kit.casefile.account import account, lines
from osint_kit.casefile.reviewing import Review, proposals
from osint_kit.errors import MissingInput
from osint_kit.model import MACHINE, Action, Capture, Decision

TEXTS = (
    "Пишите: Карим Саидов, +992 93 555 01 00",
    "Звоните: Карим Саидов, +992 93 555 01 01",
    "Спросить: Карим Саидов",
    "Занг занед: Мадина Олимова, +992 93 555 01 02",
    "Write to Madina Olimova, +992 93 555 01 03",
)


def post(number: int, text: str) -> Capture:
    """A post that its own author signs."""
    url = f"https://kanal.example/salom/{number}"
    body = (
        f'<html><body><article itemscope itemtype="https://schema.org/SocialMediaPosting" itemid="{url}">'
        f'<a itemprop="author" href="/u">@author{number}</a><p itemprop="text">{text}</p></article></body></html>'
    )
    return capture(url, body)


@pytest.fixture
def talked(make: MakeCase) -> Case:
    return sealed(make(), *(post(number, text) for number, text in enumerate(TEXTS)))


def state(case: Case) -> Any:
    """All that decisions bear on, but for the record that one was taken back."""
    held = [each for each in case.ledger.in_force if each.action is not Action.REJECT]
    return (
        case.entities.to_dict("records"),
        case.pairs.to_dict("records"),
        [(each.action, each.targets) for each in held],
    )


def test_an_answer_is_on_the_disk_before_the_next_question(talked: Case) -> None:
    review = Review(talked, talked.pairs)
    shown = review.ask()
    assert shown is not None
    made = review.merge(shown.question, "one man")
    again = open_case(talked.path)
    assert again.decisions == (made,)
    assert again.entity_of(shown.question.left) == again.entity_of(shown.question.right)
    assert made.because == "one man"


def test_a_sitting_goes_on_where_the_last_one_was_killed(talked: Case) -> None:
    first = Review(talked, talked.pairs)
    before = len(first.open)
    shown = first.ask()
    assert shown is not None
    first.apart(shown.question)
    later = open_case(talked.path)
    left = Review(later, later.pairs).open
    assert len(left) < before
    assert not {pair for each in left for pair in each.covers} & set(shown.question.covers)


@pytest.mark.parametrize("answers", ["m", "a", "ms", "am", "mam", "sma"])
def test_undo_gives_the_former_state_back(talked: Case, answers: str) -> None:
    review = Review(talked, talked.pairs)
    states, asked = [], []
    for answer in answers:
        shown = review.ask()
        assert shown is not None
        states.append((state(talked), review.open))
        asked.append(shown.question)
        if answer == "s":
            review.skip(shown.question)
        else:
            (review.merge if answer == "m" else review.apart)(shown.question)
    for before, question in zip(reversed(states), reversed(asked), strict=True):
        assert review.undo() == question
        assert (state(talked), review.open) == before
    assert review.undo() is None
    assert review.decisions == ()


def test_what_was_taken_back_can_be_answered_anew(talked: Case) -> None:
    review = Review(talked, talked.pairs)
    shown = review.ask()
    assert shown is not None
    review.merge(shown.question)
    review.undo()
    review.merge(shown.question)
    assert talked.entity_of(shown.question.left) == talked.entity_of(shown.question.right)
    review.undo()
    assert talked.entity_of(shown.question.left) != talked.entity_of(shown.question.right)


def test_undo_gives_the_machines_view_back(talked: Case) -> None:
    review = Review(talked, talked.pairs)
    shown = review.ask()
    assert shown is not None
    ends = (shown.question.left, shown.question.right)
    talked.record([Decision(Action.MERGE, "S5", ends, "rule", MACHINE, talked.clock())])
    review.apart(shown.question)
    assert talked.entity_of(ends[0]) != talked.entity_of(ends[1])
    review.undo()
    assert talked.entity_of(ends[0]) == talked.entity_of(ends[1])


def test_both_sides_are_shown_with_what_speaks_against(talked: Case) -> None:
    review = Review(talked, talked.pairs)
    found = next(
        shown
        for question in review.open
        for shown in [_shown(review, question)]
        if len({*shown.left.contacts, *shown.right.contacts}) > 1 and shown.left.names and shown.right.names
    )
    assert found.left.mentions[0].words.count("[") == 1
    assert any("one of its own" in reason for reason in found.against)
    assert found.support


def _shown(review: Review, question: Any) -> Any:
    review._open = (question,)
    return review.ask()


def test_no_proposals_where_none_are_allowed(make: MakeCase) -> None:
    case = sealed(make(), *(post(number, text) for number, text in enumerate(TEXTS)))
    assert proposals(case, "none").empty
    assert not proposals(case, "suggest").empty


def test_decisions_survive_more_evidence_and_a_re_run(talked: Case) -> None:
    review = Review(talked, talked.pairs)
    kept = [review.ask(), None]
    assert kept[0] is not None
    review.merge(kept[0].question)
    kept[1] = review.ask()
    assert kept[1] is not None
    review.apart(kept[1].question)
    sealed(talked, post(8, "Карим Саидов ва Мадина Олимова, +992 93 555 01 00"), post(9, "Саидов Карим, @karim"))
    one, two = kept[0].question, kept[1].question
    assert talked.entity_of(one.left) == talked.entity_of(one.right)
    assert talked.entity_of(two.left) != talked.entity_of(two.right)
    from osint_kit import pipeline  # noqa: PLC0415 - the case is what is tested

    pipeline.resolve(talked, "full")
    assert talked.entity_of(one.left) == talked.entity_of(one.right)
    assert talked.entity_of(two.left) != talked.entity_of(two.right)


def test_why_tells_who_joined_what_and_what_was_kept_apart(talked: Case) -> None:
    names = talked.statements[talked.statements["kind"] == "person"]
    karims = names[names["value"] == "Карим Саидов"]["subject"].tolist()
    other = names[names["value"] == "Мадина Олимова"]["subject"].tolist()[0]
    joined = talked.decide(Action.MERGE, "S5", karims, because="the same words in both posts")
    talked.decide(Action.APART, "S5", [karims[0], other], because="a man and a woman")
    told = account(talked, talked.ref_of(karims[0]))
    assert [act.because for act in told.acts] == ["the same words in both posts"]
    assert told.acts[0].ref == talked.ref_of(joined.id)
    assert [act.because for act in told.apart] == ["a man and a woman"]
    assert len(told.side.mentions) == 3
    assert len(told.bonds) == 2
    statement = talked.statements[talked.statements["subject"] == karims[1]]["ref"].iloc[0]
    assert account(talked, statement) == told
    said = "\n".join(lines(told))
    assert "because the same words in both posts" in said
    assert "Мадина Олимова" in said


def test_why_of_a_lone_mention_says_so(talked: Case) -> None:
    told = account(talked, "P1")
    assert "Nobody has joined it to anything." in list(lines(told))


@pytest.mark.parametrize("reference", ["E1", "P9999", "nobody"])
def test_why_of_what_is_not_resolved_is_an_error(talked: Case, reference: str) -> None:
    with pytest.raises(MissingInput):
        account(talked, reference)


def test_what_was_split_off_is_told_on_both_sides(talked: Case) -> None:
    names = talked.statements[talked.statements["value"] == "Карим Саидов"]["subject"].tolist()
    talked.decide(Action.MERGE, "S5", names, because="one name")
    talked.decide(Action.SPLIT, "S5", names[2:], because="another man after all")
    for subject in (names[0], names[2]):
        assert "another man after all" in [act.because for act in account(talked, talked.ref_of(subject)).apart]
