"""Nothing in a world can touch reality: a scan of every byte that knows nothing of the generator."""

import ipaddress
import re
from pathlib import Path

import phonenumbers
import pytest
from phonenumbers import Leniency, PhoneNumberFormat, PhoneNumberMatcher

from osint_kit import world
from osint_kit.shipped import shipped

RESERVED = (".example", ".test", ".invalid", ".localhost")
NAMESPACES = {
    "w3.org",
    "schema.org",
    "json-schema.org",
    "purl.org",
    "sitemaps.org",
    "frictionlessdata.io",
    "datapackage.org",
    "creativecommons.org",
}
DOCUMENTATION = [ipaddress.ip_network(each) for each in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24")]
TOP_LEVEL = (
    "com|org|net|info|biz|edu|gov|int|io|me|tv|co|app|dev|ru|tj|uz|kg|kz|af|ir|pk|tr|de|eu|uk|su|xyz|online|site"
)


@pytest.fixture(scope="module", params=["fixture", "easy", "standard"])
def texts(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every file of a bundle, key and all, and the scenario it was made of (without its table headings)."""
    root = shipped("fixtures", "silk-route")
    if request.param != "fixture":
        root = tmp_path_factory.mktemp("worlds") / "w"
        world.make(root, seed=2031, difficulty=request.param)
    found = {str(path.relative_to(root)): path.read_text("utf-8") for path in root.rglob("*") if path.is_file()}
    folder = shipped("exercises", "silk-route")
    told = {str(path.relative_to(folder)): path.read_text("utf-8") for path in sorted(folder.rglob("*.toml"))}
    return found | {name: re.sub(r"(?m)^\[.*\]$", "", text) for name, text in told.items()}


def test_libphonenumber_finds_no_valid_number(texts: dict[str, str]) -> None:
    example = phonenumbers.format_number(phonenumbers.example_number("TJ"), PhoneNumberFormat.INTERNATIONAL)
    control = f"call {example} now"
    assert list(PhoneNumberMatcher(control, None, Leniency.VALID))
    for name, text in texts.items():
        matches = PhoneNumberMatcher(text, None, Leniency.VALID, max_tries=10**9)
        assert [match.raw_string for match in matches] == [], name


def test_calling_codes_belong_to_nobody() -> None:
    for code in (281, 283, 285, 289):
        assert phonenumbers.region_codes_for_country_code(code) == ()


def test_every_host_is_reserved(texts: dict[str, str]) -> None:
    for name, text in texts.items():
        for host in re.findall(r"[a-z][a-z0-9+.-]*://([^/\s\"'<>:?#\\]+)", text, re.IGNORECASE):
            assert _reserved(host), (name, host)
        for host in re.findall(rf"\b(?:[a-z0-9-]+\.)+(?:{TOP_LEVEL})\b", text, re.IGNORECASE):
            assert _reserved(host), (name, host)


def _reserved(host: str) -> bool:
    host = host.lower()
    return host.endswith(RESERVED) or any(host == each or host.endswith(f".{each}") for each in NAMESPACES)


def test_every_ip_address_is_for_documentation(texts: dict[str, str]) -> None:
    for name, text in texts.items():
        for address in re.findall(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])", text):
            assert any(ipaddress.ip_address(address) in network for network in DOCUMENTATION), (name, address)


def test_every_account_number_is_user_assigned_and_well_formed(texts: dict[str, str]) -> None:
    seen = set()
    for text in texts.values():
        for match in re.findall(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b", text):
            compact = match.replace(" ", "")
            assert re.fullmatch(r"Q[M-Z]\d\d[A-Z]{4}\d{14}", compact), match
            digits = "".join(str(int(sign, 36)) for sign in compact[4:] + compact[:4])
            assert int(digits) % 97 == 1, match
            seen.add(compact)
    assert len(seen) > 3


def test_no_mail_address_no_coordinate_no_card(texts: dict[str, str]) -> None:
    for name, text in texts.items():
        assert not re.findall(r"[\w.+-]+@[\w-]+\.[a-z]{2,}", text), name
        assert not re.findall(r"\b\d{1,2}\.\d{4,}\s*[,;]\s*-?\d{1,3}\.\d{4,}", text), name
        assert not re.findall(r"\b(?:\d{4}[ -]){3}\d{4}\b", re.sub(r"Q[M-Z]\d\d [A-Z]{4}[ \d]+", "", text)), name
        assert not re.findall(r"\b(?:bc1|[13])[a-km-zA-HJ-NP-Z1-9]{25,39}\b", text), name


def test_every_plate_in_the_key_belongs_to_a_fictional_state(texts: dict[str, str]) -> None:
    plates = re.findall(r'"plate": "([^"]+)"', texts["key/vehicles.jsonl"])
    assert plates
    assert all(re.match(r"Q[M-Z]:", plate) for plate in plates)


def test_the_watermark_is_in_every_kind_of_file_a_team_gets(texts: dict[str, str]) -> None:
    for name in ("world.toml", "datapackage.json", *(each for each in texts if each.startswith("files/"))):
        assert "EXERCISE – FICTION" in texts[name], name


def test_no_file_name_has_a_colon_or_a_space(texts: dict[str, str]) -> None:
    assert all(re.fullmatch(r"[A-Za-z0-9_./-]+", name) for name in (Path(each).as_posix() for each in texts))
