"""What people change: files that they hand in, corrections, tags and notes, and files that are read again."""

import re

import files
from conftest import path_of


def add(page, *chosen: tuple[str, bytes], folder="", address="", note="") -> None:
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Add").click()
    page.get_by_label("Files").set_input_files([{"name": name, "mimeType": "text/html", "buffer": content} for name, content in chosen])
    page.get_by_label("Folder").fill(folder)
    page.get_by_label("Address").fill(address)
    page.get_by_label("Note").fill(note)
    page.get_by_role("button", name="Add").click()
    page.get_by_role("heading", level=1, name="Added").wait_for()


def test_files_are_added_and_each_says_what_came_of_it(page, has_script):
    number = 100 + has_script
    broken = b"%PDF-1.4 this is cut off" + bytes([number])
    new = ("ferry.txt", files.small(number))
    add(page, new, ("broken.pdf", broken), folder="handed/in", address="https://ferry.example/1", note="seen on the quay")
    rows = page.locator("main li").all_inner_texts()
    assert len(rows) == 2
    assert "ferry.txt: stored" in rows[0]
    assert "broken.pdf: rejected" in rows[1] and "malformed" in rows[1]
    page.get_by_role("link", name="Open the article").click()
    assert page.get_by_role("heading", level=1).inner_text() == f"Ferry number {number} leaves on time"
    facts = page.locator("dl.facts").inner_text()
    assert "handed/in" in facts
    assert "Address stated by the sender" in facts and "https://ferry.example/1" in facts
    add(page, new)
    assert "ferry.txt: duplicate" in page.locator("main li").inner_text()
    page.get_by_role("link", name="Open the article").click()
    assert page.get_by_role("heading", level=1).inner_text() == f"Ferry number {number} leaves on time"


def test_a_form_without_its_token_changes_nothing(page, web, go):
    id = web.article("Lighthouse keeper")
    go(f"/articles/{id}/edit")
    token = page.locator("input[name=csrf]").first.get_attribute("value")
    before = web.command("show", id, "--json")
    for given in ({}, {"csrf": "wrong"}, {"csrf": token[:-1]}):
        answer = page.context.request.post(f"{web.web.origin}/articles/{id}/tags", form={"tag": "forged", **given})
        assert answer.status == 403
    answer = page.context.request.post(f"{web.web.origin}/articles/{id}/tags", form={"tag": "forged", "csrf": token},
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


def test_a_correction_is_shown_and_recorded(page, web, go, has_script):
    id = web.article("Choir looks for a bass")
    outlet = f"The Holm Messenger {'Weekly' if has_script else 'Daily'}"
    go(f"/articles/{id}")
    page.get_by_role("link", name="Correct, tag or note").click()
    page.get_by_label("Fact").select_option("outlet")
    page.get_by_label("Value").fill(outlet)
    page.get_by_role("button", name="Correct").click()
    assert path_of(page) == f"/articles/{id}/edit?done=1"
    go(f"/articles/{id}")
    assert outlet in page.locator("dl.facts").inner_text()
    go(f"/articles/{id}/history")
    assert f"corrected outlet {outlet}" in page.locator("main").inner_text()
    # What was said is taken back with an empty value.
    go(f"/articles/{id}/edit")
    page.get_by_label("Fact").select_option("outlet")
    page.get_by_role("button", name="Correct").click()
    go(f"/articles/{id}")
    assert outlet not in page.locator("dl.facts").inner_text()


def test_a_value_that_cannot_be_is_refused(page, web, go):
    id = web.article("Choir looks for a bass")
    go(f"/articles/{id}/edit")
    page.get_by_label("Fact").select_option("published")
    page.get_by_label("Value").fill("the day before yesterday")
    page.get_by_role("button", name="Correct").click()
    assert page.get_by_role("heading", level=1).inner_text() == "It did not work"
    assert "published" in page.locator("main").inner_text()


def test_a_tag_makes_a_reading_list_and_goes_away_again(page, web, go, has_script):
    id = web.article("Council votes for a second ferry")
    tag = f"ferries & <b>boats</b>/{'one' if has_script else 'two'}"
    go(f"/articles/{id}/edit")
    page.get_by_label("Tag").fill(tag)
    page.get_by_role("button", name="Tag").click()
    go(f"/articles/{id}")
    page.locator("dl.facts").get_by_role("link", name=tag).click()
    assert path_of(page).startswith("/tags/")
    assert page.get_by_role("heading", level=1).inner_text() == f"Tag: {tag}"
    assert page.locator("ol.hits h2").all_inner_texts() == ["Council votes for a second ferry in winter"]
    go(f"/articles/{id}/edit")
    page.locator("form", has_text=tag).get_by_role("button", name="Remove").click()
    go(f"/articles/{id}")
    assert tag not in page.locator("dl.facts").inner_text()


def test_a_note_is_kept_as_text(page, web, go, has_script):
    id = web.article("Council votes for a second ferry")
    note = f"Compare <script>alert(1)</script> with the minutes, {'first' if has_script else 'second'} reading"
    go(f"/articles/{id}/edit")
    page.get_by_label("Note").fill(note)
    page.get_by_role("button", name="Note").click()
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
    add(page, (name, files.home_page("this one does" if has_script else "that one does")))
    assert "not-an-article" in page.locator("main li").inner_text()
    go("/intake?outcome=rejected")
    page.locator("tr", has_text=name).first.get_by_role("button", name="Store anyway").click()
    assert f"{name}: stored" in page.locator("main").inner_text()
    page.get_by_role("link", name="Open the article").click()
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
