"""Who comes in, and who does not."""

import http.client

from conftest import path_of


def test_the_link_leads_to_the_search_and_leaves_no_token_in_the_address(page, web):
    assert path_of(page) == "/"
    assert page.get_by_role("heading", level=1).inner_text() == "All articles"
    [cookie] = page.context.cookies()
    assert cookie["httpOnly"] and cookie["sameSite"] == "Lax"
    assert cookie["value"] not in web.web.link


def test_a_browser_without_the_cookie_is_refused(browser, web):
    context = browser.new_context()
    try:
        page = context.new_page()
        for path in ("/", "/latest", "/intake", "/articles/x", "/style.css", "/api/v1/latest"):
            answer = page.goto(web.web.origin + path)
            assert answer.status == 401, path
            assert "Wiredesk" not in page.title()
        assert page.goto(web.web.origin + "/healthz").status == 200
    finally:
        context.close()


def test_a_foreign_host_name_is_refused(web):
    connection = http.client.HTTPConnection("127.0.0.1", web.web.port)
    connection.request("GET", "/", headers={"Host": "wiredesk.attacker.example"})
    assert connection.getresponse().status == 421
    connection.close()


def test_the_token_and_what_is_searched_for_are_in_no_log(page, go, web):
    go("/search?q=swordfish-in-the-log")
    log = web.web.log.read_text()
    assert "swordfish" not in log
    assert web.web.address.query.removeprefix("token=") not in log


def test_a_page_that_does_not_exist_says_so(page, go):
    assert go("/no/such/page").status == 404
    assert page.get_by_role("heading", level=1).inner_text() == "Not found"
    assert page.get_by_role("link", name="latest articles").is_visible()


def test_a_page_that_loads_from_elsewhere_would_be_noticed(browser, elsewhere):
    before = elsewhere.reached
    context = browser.new_context()
    page = context.new_page()
    with page.expect_event("requestfailed"):
        page.set_content('<img src="https://tracker.example/pixel.gif">')
    context.close()
    assert elsewhere.reached > before
