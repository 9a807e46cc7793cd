"""What people change: files that they hand in, corrections, tags and notes, and files that are read again."""

import re

import pytest

import files
from conftest import path_of


def open_add(page, folder="", address="", note="") -> None:
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Add").click()
    page.get_by_label("Folder").fill(folder)
    page.get_by_label("Address").fill(address)
    page.get_by_label("Note").fill(note)


def handed(page, number: int = 1) -> list[str]:
    """What the page says of each file that was handed in, once all of them have their end."""
    rows = page.locator("ul.handed > li")
    rows.nth(number - 1).wait_for()
    page.wait_for_function("() => ![...document.querySelectorAll('ul.handed > li')].some((each) => each.textContent.endsWith(': waiting'))")
    return rows.all_inner_texts()


def add(page, *chosen: tuple[str, bytes], folder="", address="", note="") -> list[str]:
    open_add(page, folder, address, note)
    page.get_by_label("Files").set_input_files([{"name": name, "mimeType": "text/html", "buffer": content} for name, content in chosen])
    page.get_by_role("button", name="Add").click()
    return handed(page, len(chosen))


def test_files_are_added_and_each_says_what_came_of_it(page, has_script):
    number = 100 + has_script
    broken = b"%PDF-1.4 this is cut off" + bytes([number])
    new = ("ferry.txt", files.small(number))
    rows = add(page, new, ("broken.pdf", broken), folder="handed/in", address="https://ferry.example/1", note="seen on the quay")
    assert len(rows) == 2
    assert "ferry.txt: stored" in rows[0]
    assert "broken.pdf: rejected" in rows[1] and "malformed" in rows[1]
    page.get_by_role("link", name=f"Ferry number {number}").click()
    assert page.get_by_role("heading", level=1).inner_text() == f"Ferry number {number} leaves on time"
    facts = page.locator("dl.facts").inner_text()
    assert "handed/in" in facts
    assert "Address stated by the sender" in facts and "https://ferry.example/1" in facts
    [row] = add(page, new)
    assert "ferry.txt: duplicate of what is here already" in row
    page.get_by_role("link", name=f"Ferry number {number}").click()
    assert page.get_by_role("heading", level=1).inner_text() == f"Ferry number {number} leaves on time"


def test_a_text_is_pasted_into_the_form(page, has_script):
    number = 110 + has_script
    open_add(page, folder="pasted")
    page.get_by_label("Text or HTML").fill(files.small(number).decode())
    page.get_by_role("button", name="Add").click()
    [row] = handed(page)
    assert "pasted.txt: stored" in row
    page.get_by_role("link", name=f"Ferry number {number}").click()
    assert "pasted" in page.locator("dl.facts").inner_text()


def test_a_form_without_anything_says_what_is_missing(page):
    open_add(page, note="for Monday")
    page.get_by_role("button", name="Add").click()
    assert "Choose a file" in page.get_by_role("alert").inner_text()
    assert page.get_by_label("Note").input_value() == "for Monday"


# Hands a file to an event as a browser does when a person drops or pastes it.
EVENT_WITH = """([kind, name, text, html]) => {
  const data = new DataTransfer();
  if (name) data.items.add(new File([text], name, {type: "text/plain"}));
  else if (html) data.setData("text/html", html);
  else data.setData("text/plain", text);
  const make = kind === "paste" ? new ClipboardEvent(kind, {clipboardData: data, bubbles: true, cancelable: true})
    : new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true});
  document.querySelector("main").dispatchEvent(make);
}"""


@pytest.mark.parametrize("has_script", [True], indirect=True)
def test_what_is_dropped_or_pasted_is_handed_in_at_once(page, web, has_script):
    open_add(page, folder="dropped", address="https://quay.example/sheep")
    page.evaluate(EVENT_WITH, ["drop", "dropped.txt", files.small(120).decode(), ""])
    page.evaluate(EVENT_WITH, ["drop", "again.txt", files.small(120).decode(), ""])
    page.evaluate(EVENT_WITH, ["paste", "", files.small(121).decode(), ""])
    # No text of the archive's own: another copy would be counted beside it.
    page.evaluate(EVENT_WITH, ["paste", "", "", "<h1>Ferry number 122 leaves</h1><p>" + "</p><p>".join(files.small(each).decode() for each in range(130, 136)) + "</p>"])
    page.evaluate(EVENT_WITH, ["paste", "picture.gif", "GIF89a\x01\x00\x01\x00\x00\x00\x00;", ""])
    rows = handed(page, 5)
    assert "dropped.txt: stored" in rows[0] and "Ferry number 120 leaves on time" in rows[0]
    assert "again.txt: duplicate of what is here already" in rows[1] and "Ferry number 120" in rows[1]
    assert re.match(r"pasted-\d{14}\.txt: stored", rows[2]) and "Ferry number 121" in rows[2]
    assert re.match(r"pasted-\d{14}\.html: stored", rows[3])
    assert "picture.gif: rejected" in rows[4] and "Delivery " in rows[4]
    # Typing and pasting into a field stays a matter of the field.
    assert page.get_by_label("Folder").input_value() == "dropped"
    page.get_by_role("link", name="Ferry number 121").click()
    facts = page.locator("dl.facts").inner_text()
    assert "dropped" in facts and "https://quay.example/sheep" in facts


@pytest.mark.parametrize("has_script", [True], indirect=True)
def test_a_file_that_is_not_taken_says_so(watched, web, has_script):
    page = watched.page
    open_add(page)
    page.locator("input[name=csrf]").evaluate("each => each.value = 'wrong'")
    page.evaluate(EVENT_WITH, ["drop", "dropped.txt", files.small(130).decode(), ""])
    assert "dropped.txt: not taken – Changes are taken from the pages of this server" in handed(page)[0]


def test_a_form_without_its_token_changes_nothing(page, web, go):
    id = web.article("Lighthouse keeper")
    go(f"/articles/{id}/edit")
    token = page.locator("input[name=csrf]").first.get_attribute("value")
    before = web.command("show", id, "--json")
    for given in ({}, {"csrf": "wrong"}, {"csrf": token[:-1]}):
        answer = page.context.request.post(f"{web.web.origin}/articles/{id}/edit", form={"tags": "forged", **given})
        assert answer.status == 403
    answer = page.context.request.post(f"{web.web.origin}/articles/{id}/edit", form={"tags": "forged", "csrf": token},
                                       headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status == 403
    answer = page.context.request.post(f"{web.web.origin}/add", multipart={
        "file": {"name": "forged.txt", "mimeType": "text/plain", "buffer": files.small(300)}})
    assert answer.status == 403
    assert web.command("show", id, "--json") == before


def test_pages_with_tokens_are_kept_by_no_cache(page, web, go):
    id = web.article("Lighthouse keeper")
    for path in (f"/articles/{id}/edit", "/add", "/intake"):
        assert go(path).headers["cache-control"] == "no-store"
    assert "csrf" not in (go(f"/articles/{id}"), page.content())[1]


def edit(page, **values: str) -> None:
    """Changes an article's facts from its page; the names are those of the form's fields."""
    page.get_by_role("link", name="Edit").click()
    for name, value in values.items():
        page.locator(f"[name={name}]").fill(value)
    page.get_by_role("button", name="Save").click()


def test_a_correction_is_shown_and_recorded(page, web, go, has_script):
    id = web.article("Choir looks for a bass")
    outlet = f"The Holm Messenger {'Weekly' if has_script else 'Daily'}"
    go(f"/articles/{id}")
    text = page.locator("article .text").inner_text()
    page.get_by_role("link", name="Edit").click()
    # The text stays beside the form.
    assert page.locator("article .text").inner_text() == text
    assert page.get_by_label("Headline").input_value().startswith("Choir looks for a bass")
    page.get_by_label("Outlet").fill(outlet)
    page.get_by_role("button", name="Save").click()
    assert path_of(page) == f"/articles/{id}?done=1"
    assert page.get_by_role("status").inner_text() == "Your changes are saved."
    assert outlet in page.locator("dl.facts").inner_text()
    go(f"/articles/{id}/history")
    assert f"corrected outlet {outlet}" in page.locator("main").inner_text()
    assert "corrected headline" not in page.locator("main").inner_text()
    # What was said is taken back with an empty value.
    go(f"/articles/{id}")
    edit(page, outlet="")
    assert outlet not in page.locator("dl.facts").inner_text()


def test_a_value_that_cannot_be_is_refused_at_its_field(page, web, go):
    id = web.article("Choir looks for a bass")
    go(f"/articles/{id}")
    edit(page, published="the day before yesterday", outlet="The Quay")
    problems = page.get_by_role("alert")
    assert "There is a problem" in problems.inner_text()
    assert page.title().startswith("Error: ")
    # What was typed is still there, and the problem leads to its field.
    assert page.get_by_label("Outlet").input_value() == "The Quay"
    problems.get_by_role("link", name="Published").click()
    field = page.get_by_label("Published")
    assert field.get_attribute("aria-invalid") == "true"
    assert "2024-05-03" in page.locator("#published-error").inner_text()
    page.get_by_role("link", name="Cancel").click()
    assert path_of(page) == f"/articles/{id}"


def test_a_tag_makes_a_reading_list_and_goes_away_again(page, web, go, has_script):
    id = web.article("Council votes for a second ferry")
    tag = f"ferries & <b>boats</b>/{'one' if has_script else 'two'}"
    go(f"/articles/{id}")
    edit(page, tags=f"{tag}; other", note="for the <i>first</i> chapter")
    page.locator("dl.facts").get_by_role("link", name=tag).click()
    assert path_of(page).startswith("/tags/")
    assert page.get_by_role("heading", level=1).inner_text() == f"Tag: {tag}"
    [row] = page.locator("ol.hits > li").all_inner_texts()
    assert row.startswith("1. Council votes for a second ferry in winter") and "for the <i>first</i> chapter" in row
    with page.expect_download() as download:
        page.get_by_role("link", name="a page with the texts").click()
    assert "Council votes for a second ferry" in open(download.value.path(), encoding="utf-8").read()
    go(f"/articles/{id}")
    page.get_by_role("link", name="Edit").click()
    page.get_by_label(tag).uncheck()
    page.get_by_label("other").uncheck()
    page.get_by_label("Take the last note back").check()
    page.get_by_role("button", name="Save").click()
    facts = page.locator("dl.facts").inner_text()
    assert tag not in facts and "chapter" not in facts


def test_a_reading_list_is_put_in_order(page, go):
    go("/tags/bridges")
    before = page.locator("ol.hits h2 a").all_inner_texts()
    page.get_by_role("link", name="Change the order").click()
    page.get_by_role("button", name="Move down: 1", exact=True).click()
    assert page.locator("ol.hits h2 a").all_inner_texts() == before[::-1]
    page.get_by_role("link", name="Done").click()
    assert path_of(page) == "/tags/bridges"
    assert page.locator("ol.hits h2 a").all_inner_texts() == before[::-1]


def test_a_note_is_kept_as_text(page, web, go, has_script):
    id = web.article("Council votes for a second ferry")
    note = f"Compare <script>alert(1)</script> with the minutes, {'first' if has_script else 'second'} reading"
    go(f"/articles/{id}")
    edit(page, note=note)
    go(f"/articles/{id}/history")
    assert note in page.locator("main").inner_text()


def test_intake_shows_what_came_in_and_why_something_did_not(page, go):
    go("/intake")
    assert "stored" in page.locator("tr", has_text="Today").inner_text()
    page.get_by_role("navigation", name="Outcome").get_by_role("link", name="Rejected").click()
    assert path_of(page) == "/intake?outcome=rejected"
    rows = page.locator("table").last.locator("tbody tr").all_inner_texts()
    assert any("harbour-minutes.html" in row and "malformed" in row for row in rows)
    assert any("home-page.html" in row and "not-an-article" in row for row in rows)
    assert all("rejected" in row for row in rows)


def test_a_rejected_file_is_read_again(page, go):
    go("/intake?outcome=rejected")
    page.locator("tr", has_text="harbour-minutes.html").first.get_by_role("button", name="Retry").click()
    assert page.get_by_role("heading", level=1).inner_text() in ("Added", "Read again")
    assert re.search(r"harbour-minutes\.html: rejected – malformed", page.locator("main").inner_text())


def test_what_looks_like_no_article_is_stored_anyway(page, go, has_script):
    name = f"home-{has_script}.html"
    [row] = add(page, (name, files.home_page("this one does" if has_script else "that one does")))
    assert "not-an-article" in row
    go("/intake?outcome=rejected")
    page.locator("tr", has_text=name).first.get_by_role("button", name="Store anyway").click()
    assert f"{name}: stored" in page.locator("main").inner_text()
    page.locator("ul.handed a").first.click()
    assert "ferry line number 7 " in page.locator(".text").inner_text()


def test_the_intake_tells_what_comes_in_while_it_is_open(page, web, go, has_script):
    go("/intake")
    news = page.locator("#now-news")
    assert not news.is_visible()
    today = page.locator("#now-today").inner_text()
    web.command("add", str(new_file(web, 400 + has_script)))
    if has_script:
        news.wait_for()
        assert page.locator("#now-today").inner_text() != today
        news.get_by_role("link").click()
    else:
        page.reload()
    assert f"ferry-{400 + has_script}.txt" in page.locator("table").last.inner_text()
    assert not news.is_visible()


def new_file(web, number: int):
    path = web.folder / f"ferry-{number}.txt"
    path.write_bytes(files.small(number))
    return path


def test_a_delivery_shows_how_its_file_begins(page, web, go):
    go("/intake?outcome=rejected")
    row = page.locator("tr", has_text="home-page.html").last
    row.get_by_role("link").first.click()
    assert re.fullmatch(r"/deliveries/\d+", path_of(page))
    assert "not-an-article" in page.locator("main").inner_text()
    assert "<!doctype html>" in page.get_by_role("region", name="How it begins").inner_text()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download it").click()
    assert download.value.suggested_filename == "home-page.html"
