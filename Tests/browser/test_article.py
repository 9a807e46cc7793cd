"""The pages of one article: text, facts, original, versions, copies, history."""

import re

import files
from conftest import path_of


def open_article(page, web, headline: str) -> str:
    id = web.article(headline)
    assert page.goto(f"{web.web.origin}/articles/{id}").status == 200
    return id


def fact(page, name: str) -> str:
    return page.locator("dl.facts div", has=page.get_by_text(name, exact=True)).locator("dd").first.inner_text()


def tab(page, name: str) -> None:
    page.get_by_role("navigation", name="Article").get_by_role("link", name=name, exact=True).click()


def test_an_article_has_its_text_and_its_facts(page, web):
    open_article(page, web, "Toll for swing bridge rises")
    assert page.get_by_role("heading", level=1).inner_text() == "Toll for swing bridge rises"
    text = page.locator("article .text").inner_text()
    for paragraph in files.TOLL:
        assert paragraph in text
    assert page.locator(".text .quotation").count() > 0
    assert fact(page, "Outlet") in ("The Harbour Courier", "Averley Messenger")
    assert "Ines Holloway" in page.locator("dl.facts").inner_text()
    assert page.locator("article").get_attribute("lang") == "en"


def test_an_article_is_printed_without_what_only_a_screen_needs(page, web):
    open_article(page, web, "Toll for swing bridge rises")
    page.emulate_media(media="print")
    assert not page.locator("header.site").is_visible()
    assert not page.locator("nav.tabs").is_visible()
    assert page.locator("article .text").is_visible()


def test_on_a_narrow_screen_facts_stand_between_headline_and_text(page, web, has_script):
    page.set_viewport_size({"width": 360, "height": 740})
    open_article(page, web, "Toll for swing bridge rises")
    tops = [page.locator(each).first.bounding_box()["y"] for each in ("article h1", "details.rail-facts > summary", "article .text")]
    assert tops == sorted(tops)
    # With the script they are folded, so that the text begins on the first screen.
    assert page.locator("dl.facts").is_visible() != has_script


def test_hostile_text_stays_text(page, web):
    open_article(page, web, files.HOSTILE_HEADLINE[:20])
    assert page.get_by_role("heading", level=1).inner_text() == files.HOSTILE_HEADLINE
    assert "taken" not in page.title().split(" – ")[0].replace("document.title='taken'", "")
    assert "<script>document.title='taken'</script> stands in this text" in page.locator(".text").inner_text()
    assert page.locator("main img, main script").count() == 0


def test_an_original_is_shown_and_loads_nothing(watched, web):
    # The browser complains of what it was not allowed, so that the page is not the one of the other tests.
    page = watched.page
    id = open_article(page, web, "Lighthouse keeper")
    tab(page, "Original")
    assert path_of(page) == f"/articles/{id}/source"
    assert "SHA-256" in page.locator("main").inner_text()
    page.get_by_role("link", name="Open it alone").click()
    page.wait_for_load_state()
    assert path_of(page) == f"/articles/{id}/original"
    # Neither its script nor its refresh has done anything; the fixture sees that nobody else was reached.
    assert "counted ships by hand" in page.content()
    assert page.locator("script").count() > 0


def test_an_original_that_no_browser_shows_is_downloaded(page, web):
    id = open_article(page, web, "Floating bridge")
    tab(page, "Original")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download it").click()
    assert download.value.suggested_filename == "floating-bridge.pdf"
    assert open(download.value.path(), "rb").read(5) == b"%PDF-"
    assert id


def test_versions_are_compared_word_by_word(page, web):
    id = open_article(page, web, "Night ferry")
    tab(page, "Versions")
    assert path_of(page) == f"/articles/{id}/versions"
    page.get_by_role("link", name="Compare with the one before").first.click()
    assert re.search(r"\?from=\d+&to=\d+$", path_of(page))
    assert page.locator(".text ins").count() > 0
    assert page.locator(".text del").count() > 0


def test_versions_stand_side_by_side(page, web):
    open_article(page, web, "Night ferry")
    tab(page, "Versions")
    page.get_by_role("link", name="Side by side").click()
    table = page.get_by_role("region", name="Side by side")
    assert re.fullmatch(r"Version \d+,Version \d+", ",".join(table.locator("th").all_inner_texts()))
    assert table.locator("td:first-child ins, td:last-child del").count() == 0
    # What was only taken out, or only put in, stands on one side.
    assert table.locator("td:first-child del, td:last-child ins").count() > 0
    page.get_by_role("link", name="In one text").click()
    assert table.count() == 0 and page.locator(".text ins, .text del").count() > 0


def test_a_citation_is_copied(page, web, has_script):
    id = open_article(page, web, "Toll for swing bridge rises")
    page.locator("summary", has_text="Cite").click()
    assert "Toll for swing bridge rises" in page.get_by_role("region", name="APA").inner_text()
    assert f"-{id}," in page.get_by_role("region", name="BibTeX").inner_text()
    button = page.get_by_role("button", name="Copy RIS")
    if has_script:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        button.click()
        page.get_by_text("Copied").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == page.get_by_role("region", name="RIS").text_content()
    else:
        assert not button.is_visible()
    page.get_by_role("link", name="CSL-JSON by itself")
    answer = page.context.request.get(f"{web.web.origin}/articles/{id}/cite?as=csl-json")
    assert answer.json()[0]["title"] == "Toll for swing bridge rises"


def test_a_fact_leads_to_where_it_stands(page, web):
    open_article(page, web, "Toll for swing bridge rises")
    people = page.locator("dl.facts div", has=page.get_by_text("People", exact=True))
    name = people.locator("dd", has_text="Petra Lindqvist")
    assert "%" in name.inner_text()
    name.locator("a.place").click()
    target = page.locator(".text p:target")
    assert "Petra Lindqvist" in target.inner_text()


def test_copies_say_which_was_here_first(page, web):
    open_article(page, web, "Toll for swing bridge rises")
    tab(page, "Copies")
    assert "Earliest here" in page.locator("main").inner_text()
    [row] = page.locator("tbody tr").all()
    assert "100" in row.inner_text()
    row.get_by_role("link").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Toll for swing bridge rises"


def test_an_article_without_copies_says_so(page, web):
    open_article(page, web, "Lighthouse keeper")
    tab(page, "Copies")
    assert "No other article here shares its words" in page.locator("main").inner_text()
    tab(page, "Versions")
    assert "only one version" in page.locator("main").inner_text()


def test_the_history_has_deliveries_and_the_reader(page, web):
    open_article(page, web, "Lighthouse keeper")
    tab(page, "History")
    assert "greedy.html" in page.locator("table").first.inner_text()
    assert re.search(r"Version 1: rules .* of the reader, format html", page.locator("main").inner_text())


def test_text_from_right_to_left_runs_so(page, web):
    open_article(page, web, "افتتاح")
    article = page.locator("article")
    assert article.get_attribute("lang") == "ar"
    assert page.locator("article h1").evaluate("each => getComputedStyle(each).direction") == "rtl"


def test_an_unknown_article_offers_those_that_may_be_meant(page, web):
    id = web.article("Lighthouse keeper")
    wrong = ("b" if id[0] != "b" else "c") + id[1:]
    answer = page.goto(f"{web.web.origin}/articles/{wrong}")
    assert answer.status == 404
    assert page.get_by_role("heading", level=1).inner_text() == "Not found"
    if page.get_by_role("link", name=id).count():
        page.get_by_role("link", name=id).click()
        assert path_of(page) == f"/articles/{id}"


def test_a_beginning_of_an_id_is_enough(page, web):
    id = web.article("Lighthouse keeper")
    assert page.goto(f"{web.web.origin}/articles/{id[:8]}").status == 200
    assert page.get_by_role("heading", level=1).inner_text() == "Lighthouse keeper counts ships again"
