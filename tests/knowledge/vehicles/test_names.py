from osint_kit.knowledge.vehicles import ending, models, names


def test_names_are_folded_and_lower_case() -> None:
    assert all(each == each.lower() for each in names())
    assert len(names()) > 1000


def test_a_model_belongs_to_its_make() -> None:
    assert ("corolla", "Corolla") in models()["Toyota"]
    assert {each.use for listed in names().values() for each in listed} == {"s", "w", "-"}


def test_endings_inside_and_outside() -> None:
    assert ending("ю", "ru", stem=True) == 1
    assert ending("ga", "uz", stem=False) == 0
    assert ending("зия", "ru", stem=False) == -1
    assert ending("", "en", stem=False) == 0
