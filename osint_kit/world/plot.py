"""Ids of places that the story is told about; a scenario must have them, under whatever names."""

NORTH = ("sangrez", "obigul", "tamgala", "tarnwick", "veldhaven")
SOUTH = ("sangrez", "shirkent", "sefidpul", "sangtakht", "tarnwick", "veldhaven")
DESTINATION = NORTH[-1]
SHOPS = "obigul"
"""Town of the taxi dispatcher and the telephone shop."""

WORKSHOPS, HOUSES, FIRM_TOWN = "qumtepalik", "tarnwick", "badganj"
"""Towns of the garment workshop, of the witness, and of the haulage firm."""

NORTH_ROAD, SOUTH_BRIDGE, PASS = "north-road", "south-bridge", "pass"
TOWNS = frozenset({*NORTH, *SOUTH, SHOPS, WORKSHOPS, FIRM_TOWN})
CROSSINGS = frozenset({NORTH_ROAD, SOUTH_BRIDGE, PASS})

FEES, RISE, RISE_MONTH = (1500, 1600, 1700), 300, 4
"""Prices of the land package in dollars, what is added, and since which month."""

AIR = 5
"""The journey by air with papers costs so many times as much."""

CRACKDOWN, SOUTHWARD, HELD, PLEA, STOPPED = 6, 7, 9, 10, 11
"""Months: checks in the north, the move to the south, a debt worked off, a family pleads, a driver is stopped."""

VANISHES = 75
"""Minutes after the opening at which the network's channel is gone."""

HOME_OF = "RO-ORG"
"""The part whose town the story asks for by name."""

STATES = 4
WORDS = {"kunya": 1, "nickname": 1, "firm": 10, "trade": 5, "channel": 8, "handle": 1, "street": 1, "purpose": 1}
"""Lists of words, and how many of each the story takes up at least."""

IN_ALL_LANGUAGES = frozenset({"kunya", "nickname", "firm", "trade", "street"})
