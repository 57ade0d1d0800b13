import re

import phonenumbers
import pytest

from osint_kit.errors import BadScenario
from osint_kit.extract.shapes import spaced
from osint_kit.knowledge.regions import REAL, Format, Profile


@pytest.mark.parametrize("profile", REAL, ids=lambda each: each.code)
def test_real_profiles_agree_with_libphonenumber(profile: Profile) -> None:
    assert phonenumbers.country_code_for_region(profile.code) == int(profile.calling_code)
    mobile = phonenumbers.example_number_for_type(profile.code, phonenumbers.PhoneNumberType.MOBILE)
    assert mobile is not None
    assert len(phonenumbers.national_significant_number(mobile)) == profile.national_digits


@pytest.mark.parametrize("profile", REAL, ids=lambda each: each.code)
def test_real_profiles_are_whole_and_say_how_sure_they_are(profile: Profile) -> None:
    assert not profile.fictional
    assert 0 < profile.confidence < 1
    assert profile.source == "own compilation, unreviewed"
    assert re.compile(profile.plate)
    assert profile.places
    assert profile.languages


def test_a_profile_without_a_field_is_refused_by_name() -> None:
    with pytest.raises(BadScenario, match=r"calling_code.*at world\.toml"):
        Profile.of({"code": "QM", "name": "Zarvand"}, where="world.toml")


@pytest.mark.parametrize(
    ("profile", "shape"),
    [(each, shape) for each in REAL for shape in (*each.plates, *each.documents, *each.tax)],
    ids=lambda each: each.code if isinstance(each, Profile) else each.name,
)
def test_formats_fit_their_examples_and_digits_alone_need_a_word(profile: Profile, shape: Format) -> None:
    pattern = spaced(shape.pattern.replace(r"\p{Cyrillic}", "[\u0400-\u04ff]"))
    assert re.fullmatch(pattern, shape.example.upper())
    assert 0 < shape.confidence < 1
    assert shape.cues or not shape.example.replace(" ", "").isdigit(), profile.code


def test_every_country_has_a_capital_in_three_scripts() -> None:
    for profile in REAL:
        text = "".join(profile.places)
        assert re.search("[a-z]", text)
        assert re.search("[\u0430-\u044f]", text)
        assert re.search("[\u0621-\u064a]", text)
