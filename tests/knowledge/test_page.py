from osint_kit.knowledge.text import Page

HTML = """<html lang="tg"><head><title> A
 title </title><meta name="robots" content="noindex"><meta property="og:title" content="x"></head>
<body><p>one <b>two</b></p><script>no</script><ul><li>three</li><li>
<a href="/a">four</a> <a href="/a">five</a></li></ul></body></html>"""


def test_text_has_a_line_per_block_and_no_script() -> None:
    assert Page(HTML).text == "one two\nthree\nfour five"


def test_links_are_absolute_and_unique() -> None:
    assert Page(HTML, "https://x.example/b/c").links == ("https://x.example/a",)


def test_title_and_metadata() -> None:
    page = Page(HTML)
    assert page.title == "A title"
    assert page.metadata == {"robots": "noindex", "og:title": "x", "lang": "tg"}


def test_soup_is_the_same_page() -> None:
    assert Page(HTML).soup.select_one("b").get_text() == "two"


def test_a_page_of_nothing_has_no_text() -> None:
    assert Page("").text == ""
    assert Page("").links == ()
