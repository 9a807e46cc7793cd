"""The search page: words, filters, range of time, paging, feed."""

import urllib.parse
import xml.etree.ElementTree as ElementTree

import pytest

from conftest import path_of


def headlines(page) -> list[str]:
    return [each.strip() for each in page.locator("ol.hits h2").all_inner_texts()]


def query_of(page) -> dict[str, list[str]]:
    return urllib.parse.parse_qs(urllib.parse.urlsplit(page.url).query)


def test_a_search_finds_by_what_was_said_and_marks_it(page):
    page.get_by_role("searchbox", name="Search articles").fill("herring boats after dark")
    page.get_by_role("button", name="Search").click()
    assert path_of(page).startswith("/search?q=")
    assert headlines(page)[0] == "Toll for swing bridge rises"
    marked = page.locator("ol.hits li").first.locator("mark").all_inner_texts()
    assert {"herring", "boats"} <= {each.lower() for each in marked}
    assert page.get_by_role("searchbox").input_value() == "herring boats after dark"
    page.locator("ol.hits h2 a").first.click()
    assert path_of(page).startswith("/articles/")
    assert page.get_by_role("heading", level=1).inner_text() == "Toll for swing bridge rises"


def test_copies_are_folded_until_they_are_asked_for(page, go):
    go("/search?q=%22swing+bridge%22+herring")
    assert headlines(page) == ["Toll for swing bridge rises"]
    assert page.locator("ol.hits li").first.get_by_role("link", name="+1 copy").is_visible()
    page.get_by_label("Copies").select_option("with")
    page.get_by_role("button", name="Apply").click()
    assert query_of(page)["copies"] == ["with"]
    assert headlines(page) == ["Toll for swing bridge rises"] * 2


@pytest.mark.parametrize("heading, value, name", [
    ("Outlet", "The Holm Messenger", "outlet"),
    ("Language", "German", "language"),
    ("Folder", "harbour", "folder"),
    ("Format", "nitf", "format"),
])
def test_a_filter_narrows_and_can_be_taken_away(page, go, heading, value, name):
    go("/search")
    rail = page.locator(".filters")
    everything = page.locator("p.grey", has_text="articles").inner_text()
    section = rail.locator("h2", has_text=heading).locator("xpath=following-sibling::ul[1]")
    link = section.get_by_role("link").filter(has_text=value).first
    if link.count() == 0:
        # Named otherwise, or not among the first eight: any value of it does.
        link = section.get_by_role("link").first
    count = int(link.locator("xpath=following-sibling::span[1]").inner_text().replace(",", ""))
    link.click()
    assert name in query_of(page)
    assert page.locator("p.grey", has_text="article").first.inner_text().startswith(f"{count} article")
    assert 0 < len(headlines(page)) <= count
    page.locator(".filters a.on", has_text="(remove)").first.click()
    assert name not in query_of(page)
    assert page.locator("p.grey", has_text="articles").inner_text() == everything


def test_a_range_of_days_is_typed(page, go):
    go("/search")
    page.get_by_label("From").fill("2024-11-01")
    page.get_by_label("To").fill("2024-11-05")
    page.get_by_role("button", name="Apply").click()
    assert query_of(page)["since"] == ["2024-11-01"] and query_of(page)["until"] == ["2024-11-05"]
    assert "Storm uncovers a wreck on the north beach" in headlines(page)
    assert "Library lends fishing rods" not in headlines(page)


def test_a_bar_of_the_histogram_opens_its_month(page, go):
    go("/search")
    bar = page.locator("ul.bars a[aria-label*='2024']").last
    label = bar.get_attribute("aria-label")
    bar.click()
    assert "since" in query_of(page) and "until" in query_of(page)
    assert headlines(page), label


# Without the script there is nothing to drag but links, with which the browser would begin a drag of its own.
@pytest.mark.parametrize("has_script", [True])
def test_a_range_is_dragged_over_the_bars(page, go):
    go("/search?q=bridge&copies=with")
    bars = page.locator("ul.bars > li")
    assert bars.count() > 3
    first, last = (bars.nth(place).bounding_box() for place in (1, 3))
    page.mouse.move(first["x"] + first["width"] / 2, first["y"] + first["height"] / 2)
    page.mouse.down()
    page.mouse.move(last["x"] + last["width"] / 2, last["y"] + last["height"] / 2, steps=5)
    assert page.locator("ul.bars > li.chosen").count() == 3
    wanted = {"since": [bars.nth(1).get_attribute("data-since")], "until": [bars.nth(3).get_attribute("data-until")]}
    page.mouse.up()
    page.wait_for_url("**since=**")
    assert query_of(page) == {"q": ["bridge"], "copies": ["with"], **wanted}
    assert page.get_by_label("From").input_value() == wanted["since"][0]


def test_what_was_found_is_a_table(page, go):
    go("/search?q=ferry")
    found = headlines(page)[0]
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert download.value.suggested_filename == "wiredesk.csv"
    text = open(download.value.path(), encoding="utf-8-sig").read()
    assert text.startswith("id,version,headline,")
    assert found in text


def test_a_sample_is_drawn_and_drawn_again(page, go):
    go("/search?copies=with")
    page.get_by_role("link", name="Sample of 50").click()
    page.get_by_label("Random sample").fill("7")
    page.get_by_label("Drawn by the number").fill("3")
    page.get_by_role("button", name="Apply").click()
    drawn = headlines(page)
    assert len(drawn) == 7
    assert "drawn with seed 3" in page.locator("p.note", has_text="drawn").inner_text()
    page.reload()
    assert headlines(page) == drawn


def test_pages_follow_each_other_and_show_every_article_once(page, go, web):
    go("/latest")
    seen = []
    for _ in range(20):
        seen += [link.get_attribute("href") for link in page.locator("ol.hits h2 a").all()]
        following = page.get_by_role("link", name="Next page")
        if following.count() == 0:
            break
        following.click()
    assert len(seen) == len(set(seen)) > 40
    listed = [line for line in web.command("list", "--limit", "500").splitlines() if line and not line.startswith(" ")]
    assert len(seen) == len(listed)


def test_the_order_can_be_the_date(page, go):
    go("/search?q=ferry")
    page.get_by_label("Order").select_option("date")
    page.get_by_role("button", name="Apply").click()
    times = [each.get_attribute("datetime") for each in page.locator("ol.hits time").all()]
    assert times and times == sorted(times, reverse=True)


def test_nothing_found_says_what_to_do(page, go):
    go("/search?q=%2Bzyzzyvaquux")
    assert headlines(page) == []
    assert "Nothing was found" in page.locator("main").inner_text()


def test_a_query_that_means_little_gets_a_page(page, go):
    for query in ("%22", "AND", "near(", "((((", "-", "outlet:", "%00", "a%ff%fe", "near(a+b,99999999999999999999)", "%2B%2B%2B", "story:zzz",
                  "since:never", "x" * 4000):
        answer = go(f"/search?q={query}")
        assert answer.status in (200, 400), f"{query}: {answer.status}"
        assert page.get_by_role("searchbox").is_visible(), query


def test_a_parameter_that_means_nothing_is_told(page, go):
    for parameter in ("after=rubbish", "since=someday", "until=99", "sort=up", "copies=maybe", "limit=0", "limit=-1"):
        assert go(f"/search?{parameter}").status == 400, parameter
        assert page.get_by_role("heading", level=1).inner_text() == "Not understood"
        assert parameter in page.locator("main").inner_text()


def test_help_stands_beside_the_search(page, go):
    go("/search")
    page.get_by_text("How to search").click()
    assert page.get_by_text("outlet:").first.is_visible()


def test_the_feed_and_the_description_are_well_formed(page, go, web):
    for path in ("/search.atom?q=ferry", "/opensearch.xml"):
        answer = page.context.request.get(web.web.origin + path)
        assert answer.status == 200, path
        assert "xml" in answer.headers["content-type"]
        ElementTree.fromstring(answer.body())


def test_hostile_words_stay_text(page, go):
    page.get_by_role("searchbox").fill('"><script>document.title="taken"</script>')
    page.get_by_role("button", name="Search").click()
    assert page.title() != "taken"
    assert page.get_by_role("searchbox").input_value() == '"><script>document.title="taken"</script>'
