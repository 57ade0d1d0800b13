import pytest

from osint_kit.extract import find


def texts(text: str) -> list[str]:
    return [each.text for each in find(text) if each.kind == "vehicle"]


@pytest.mark.parametrize(
    ("text", "vehicle"),
    [
        ("мошини тоёта королла омад", "тоёта королла"),
        ("Тойоту Прадо ищем", "Тойоту Прадо"),
        ("бо Опел Вектраро бурданд", "Опел Вектраро"),
        ("Каримовнинг Нексиясида кетдик", "Нексия"),
        ("Cobaltda joy bor", "Cobalt"),
        ("дар Газель Next нишаст", "Газель Next"),
        ("خودروی پژو ۴۰۵ سفید", "پژو ۴۰۵"),
        ("موټر ټویوټا هایېس", "ټویوټا هایېس"),
        ("ہنڈا سٹی لاہور", "ہنڈا سٹی"),
        ("سيارة كيا سبورتاج حديثة", "كيا سبورتاج"),
        ("ئۆتۆمبێلی تۆیۆتا کرۆلا", "تۆیۆتا کرۆلا"),
        ("eleven people in a Scania R450 with", "Scania R450"),
        ("ВАЗ 2107 белая", "ВАЗ 2107"),
        ("Honda CD 70 stolen", "Honda CD 70"),
        ("په هونډا سیوک کې", "هونډا سیوک"),
        ("بارهەڵگرێکی ڤۆڵڤۆ پشکنرا", "ڤۆڵڤۆ"),
        ("یک نیسان آبی گرفت", "نیسان"),
        ("баъд «Нива» мегирад", "Нива"),
    ],
)
def test_makes_and_models(text: str, vehicle: str) -> None:
    assert texts(text) == [vehicle]


@pytest.mark.parametrize(
    "text",
    [
        "a truck, a taxi and a bus",
        "Хавала Стамбул, мерси",
        "купил дачу и вазу, газ подключили",
        "پولیس نے اعلان کیا",
        "دوو نەفەر هاتن",
        "نیسان مانگی چوارەمە",
        "the patrol will transit the city, swift and golf",
        "Дамаск и Оренбург",
        "بنزین گران شد",
        "Самандов Карим",
        "гостиница «Нива» в центре",
        "lorem ipsum dolor sit amet",
    ],
)
def test_words_that_mean_other_things(text: str) -> None:
    assert not texts(text)


def test_a_weak_name_stands_beside_a_word_for_vehicles_or_a_plate() -> None:
    assert texts("белая Нива, номер А123ВС77") == ["Нива"]
    assert texts("Tracker oldim, raqami 10 K 010 KA") == ["Tracker"]
    assert not texts("Tracker oldim")
