"""Ids of places that the story is told about; a scenario must have them, under whatever names."""

NORTH = ("sangrez", "obigul", "tamgala", "tarnwick", "veldhaven")
SOUTH = ("sangrez", "shirkent", "sefidpul", "sangtakht", "tarnwick", "veldhaven")
DESTINATION = NORTH[-1]
SHOPS = "obigul"
"""Town of the taxi dispatcher and the telephone shop."""

NORTH_ROAD, SOUTH_BRIDGE, PASS = "north-road", "south-bridge", "pass"
TOWNS = frozenset({*NORTH, *SOUTH, SHOPS})
CROSSINGS = frozenset({NORTH_ROAD, SOUTH_BRIDGE, PASS})

HOME_OF = "RO-ORG"
"""The part whose town the story asks for by name."""

STATES = 4
WORDS = {"kunya": 1, "nickname": 1, "firm": 1, "trade": 5, "channel": 8, "handle": 1, "street": 1, "purpose": 1}
"""Lists of words, and how many of each the story takes up at least."""

IN_THREE_LANGUAGES = frozenset({"kunya", "nickname", "firm", "trade", "street"})
GENRES = frozenset(
    {"notice", "agency", "exchange", "hosting", "haulier", "labour", "aid", "rumour", "denial", "bait", "official"}
    | {"news", "football", "private", "background", "dispatcher", "phoneshop"}
)
"""Genres that the story writes in, beyond those whose slots links rest on."""
