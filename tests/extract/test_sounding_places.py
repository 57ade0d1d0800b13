from osint_kit.extract.selectors import Scene
from osint_kit.extract.sounding_places import sounds_of
from osint_kit.knowledge.regions import Profile


def test_a_place_in_another_script(profiles: tuple[Profile, ...]) -> None:
    home, other = profiles
    scene = Scene("له ناوزمین څخه", "ps", profiles, lower="له ناوزمین څخه")
    assert sounds_of(scene, home)
    assert not sounds_of(scene, other)
