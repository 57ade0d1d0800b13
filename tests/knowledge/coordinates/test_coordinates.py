"""Words about coordinates."""

from osint_kit.knowledge import coordinates


def test_every_side_has_words_of_several_scripts() -> None:
    sides = coordinates.words().sides
    for side in "NSEW":
        spellings = [word for word, meant in sides.items() if meant == side]
        assert any(word.isascii() for word in spellings)
        assert any("\u0400" <= word[0] <= "\u04ff" for word in spellings)
        assert any("\u0600" <= word[0] <= "\u06ff" for word in spellings)
