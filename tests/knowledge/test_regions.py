import re

import phonenumbers
import pytest

from osint_kit.errors import BadScenario
from osint_kit.knowledge.regions import REAL, Profile


@pytest.mark.parametrize("profile", REAL, ids=lambda each: each.code)
def test_real_profiles_agree_with_libphonenumber(profile: Profile) -> None:
    assert phonenumbers.country_code_for_region(profile.code) == int(profile.calling_code)
    mobile = phonenumbers.example_number_for_type(profile.code, phonenumbers.PhoneNumberType.MOBILE)
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
