"""One whole world in memory: the truth first, then what is published of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from osint_kit.world.address import Address, addresses
from osint_kit.world.cast import Society
from osint_kit.world.chance import Chance
from osint_kit.world.chats import chat_items
from osint_kit.world.desk import Channel, Desk, make_channels
from osint_kit.world.items import Item, Pen
from osint_kit.world.knobs import Knobs, knobs_of
from osint_kit.world.money import Transfer, make_payments
from osint_kit.world.network import network_items
from osint_kit.world.press import press_items
from osint_kit.world.records import Call, make_calls
from osint_kit.world.register import register_items
from osint_kit.world.scenario import Scenario
from osint_kit.world.social import reblogs, social_items
from osint_kit.world.society import make_society
from osint_kit.world.story import Journey, make_journeys
from osint_kit.world.substory import workshop_items
from osint_kit.world.taken import trap_items
from osint_kit.world.town import falsehoods, reposts, town_items
from osint_kit.world.trails import trail_items


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything about one world."""

    scenario: Scenario
    chance: Chance
    knobs: Knobs
    society: Society
    journeys: tuple[Journey, ...]
    pen: Pen
    channels: Mapping[str, Channel]
    items: tuple[Item, ...]
    at: Mapping[str, Address]
    calls: tuple[Call, ...]
    payments: tuple[Transfer, ...]


def make_draft(scenario: Scenario, seed: bytes, difficulty: str) -> Draft:
    """Simulate and publish a world."""
    chance, knobs = Chance(seed), knobs_of(difficulty)
    society = make_society(scenario, chance, knobs)
    journeys = make_journeys(scenario, chance, society)
    pen = Pen(scenario, chance, knobs, society)
    desk = Desk(pen, make_channels(pen))
    items = (*network_items(desk, journeys), *trail_items(desk), *workshop_items(desk), *chat_items(desk, journeys))
    items += (*town_items(desk), *trap_items(desk), *register_items(desk), *press_items(desk), *social_items(desk))
    items += tuple(falsehoods(desk, items))
    items += (*reposts(desk, items), *reblogs(desk, items))
    return Draft(
        scenario=scenario,
        chance=chance,
        knobs=knobs,
        society=society,
        journeys=journeys,
        pen=pen,
        channels=desk.channels,
        items=tuple(sorted(items, key=lambda item: (item.published, item.key))),
        at=addresses(items, scenario, desk.channels, chance),
        calls=make_calls(scenario, chance, knobs=knobs, society=society, journeys=journeys),
        payments=make_payments(scenario, chance, knobs=knobs, society=society, journeys=journeys),
    )
