"""The keys: / to the search, j and k through the hits, o opens, ? tells of them."""

import pytest

from conftest import path_of


@pytest.fixture
def has_script():
    return True


def focused(page) -> str:
    return page.evaluate("document.activeElement.textContent.trim()")


def test_slash_goes_to_the_search_and_is_not_typed(page, go):
    go("/latest")
    page.keyboard.press("/")
    page.keyboard.type("a/b jko")
    assert page.get_by_role("searchbox").input_value() == "a/b jko"


def test_j_and_k_go_through_the_hits_and_o_opens_one(page, go):
    go("/latest")
    headlines = [each.strip() for each in page.locator("ol.hits h2 a").all_inner_texts()]
    for key, place in [("j", 0), ("j", 1), ("j", 2), ("k", 1), ("k", 0), ("k", 0)]:
        page.keyboard.press(key)
        assert focused(page) == headlines[place]
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url("**/articles/*")
    assert page.get_by_role("heading", level=1).inner_text() == headlines[1]


def test_keys_with_control_are_the_browsers(page, go):
    go("/latest")
    page.keyboard.press("Control+j")
    page.keyboard.press("o")
    assert path_of(page) == "/latest"


def test_everything_is_reached_with_the_tab_key(page, go):
    go("/latest")
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to content"
    box = page.locator(":focus").bounding_box()
    assert box["x"] >= 0 and box["y"] >= 0
    page.keyboard.press("Enter")
    assert path_of(page) == "/latest"


def test_question_mark_lists_the_keys_and_escape_closes_the_list(page, go):
    go("/latest")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    assert dialog.is_visible()
    page.keyboard.press("Escape")
    assert dialog.is_hidden()


def test_m_hides_the_marks_of_a_text_and_shows_them_again(page, web):
    page.goto(f"{web.web.origin}/articles/{web.article('Toll for swing bridge rises')}")
    name = page.locator(".text .name").first
    style = "each => getComputedStyle(each).borderBottomStyle"
    assert name.evaluate(style) == "dotted"
    page.keyboard.press("m")
    assert name.evaluate(style) == "none"
    page.keyboard.press("m")
    assert name.evaluate(style) == "dotted"
