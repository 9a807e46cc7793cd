"""Ten questions that people come with, answered from the first page by clicking; docs/web.md says by how many clicks, and these are counted."""

import datetime
import pathlib
import re

import pytest

import files
from test_changes import EVENT_WITH, handed

DOCUMENT = pathlib.Path(__file__).resolve().parent.parent.parent / "docs/web.md"


def documented() -> dict[str, int]:
    """The clicks that the document names, by the question."""
    rows = re.findall(r"^\| ([^|]+\?) \| [^|]+ \| (\d+) \|$", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    return {question: int(clicks) for question, clicks in rows}


class Person:
    """Somebody at the first page, whose clicks are counted."""

    def __init__(self, page, web):
        self.page = page
        self.web = web
        self.clicks = 0
        self.home = web.web.origin + "/"
        page.goto(self.home)

    def click(self, what) -> None:
        self.clicks += 1
        what.click()

    def search(self, words: str) -> None:
        self.page.get_by_role("searchbox", name="Search articles").fill(words)
        self.click(self.page.get_by_role("button", name="Search"))

    def open_hit(self) -> None:
        self.click(self.page.locator("ol.hits h2 a").first)

    def menu(self, name: str) -> None:
        self.click(self.page.get_by_role("navigation", name="Main").get_by_role("link", name=name))

    def tab(self, name: str) -> None:
        self.click(self.page.get_by_role("navigation", name="Article").get_by_role("link", name=name))


def save_what_is_looked_at(person) -> None:
    person.menu("Add")
    person.page.evaluate(EVENT_WITH, ["paste", "", files.small(500).decode(), ""])
    assert "stored" in handed(person.page)[0]


def find_it_again(person) -> None:
    person.search("herring boats after dark")
    person.open_hit()
    assert person.page.get_by_role("heading", level=1).inner_text() == "Toll for swing bridge rises"


def which_are_copies(person) -> None:
    person.search("toll swing bridge")
    person.click(person.page.get_by_role("link", name="+1 copy").first)
    assert "Earliest here" in person.page.locator("main").inner_text()
    assert "100 %" in person.page.locator("tbody tr").first.inner_text()


def what_changed(person) -> None:
    person.search("night ferry")
    person.click(person.page.locator(f"ol.hits h2 a[href='/articles/{person.web.article('Night ferry')}']"))
    person.tab("Versions")
    person.page.locator(".text ins, .text del").first.wait_for()


def which_share(person) -> None:
    person.search("+toll +bridge")
    person.click(person.page.get_by_role("link", name="Show the share of all articles"))
    assert re.search(r"with all of these words: [\d.]+ % of all \d+ under the same filters", person.page.locator("main").inner_text())


def why_not_here(person) -> None:
    person.menu("Intake")
    row = person.page.locator("tr", has_text="harbour-minutes.html").first.inner_text()
    assert "rejected" in row and "malformed: " in row


def who_wrote_most(person) -> None:
    person.search("+bridge")
    person.click(person.page.get_by_role("link", name="Count who wrote most"))
    person.page.wait_for_url("**authors=1*")
    authors = person.page.locator(".filters h2", has_text="Author").locator("xpath=following-sibling::ul[1]/li").all_inner_texts()
    assert authors and authors[0].startswith("Ines Holloway")


def correct_the_author(person) -> None:
    person.search("council votes second ferry winter")
    person.open_hit()
    person.click(person.page.get_by_role("link", name="Edit"))
    person.page.get_by_label("Authors").fill("Mara Lund")
    person.click(person.page.get_by_role("button", name="Save"))
    assert "Mara Lund" in person.page.locator("dl.facts").inner_text()


def cite_it(person) -> None:
    person.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    person.search("herring boats after dark")
    person.open_hit()
    person.click(person.page.locator("summary", has_text="Cite"))
    person.click(person.page.get_by_role("button", name="Copy APA"))
    person.page.get_by_text("Copied").wait_for()
    assert "Toll for swing bridge rises" in person.page.evaluate("navigator.clipboard.readText()")


def last_tuesday(person) -> None:
    today = datetime.date.today()
    day = today - datetime.timedelta(days=(today.weekday() - 1) % 7 or 7)
    name = "Yesterday" if (today - day).days == 1 else f"Tuesday {day.day}"
    person.click(person.page.locator(".filters").get_by_role("link", name=name, exact=True))
    person.page.wait_for_url(f"{person.home}search?since={day}&until={day}")


QUESTIONS = {
    "How do I save the page that I look at?": save_what_is_looked_at,
    "Where is it, by what it said?": find_it_again,
    "Which of these are copies?": which_are_copies,
    "What changed since?": what_changed,
    "What share of our coverage was this?": which_share,
    "Why is my file not here?": why_not_here,
    "Who wrote most about it?": who_wrote_most,
    "How do I correct this author?": correct_the_author,
    "How do I cite this?": cite_it,
    "What was there last Tuesday?": last_tuesday,
}


@pytest.mark.parametrize("has_script", [True], indirect=True)
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_is_answered_by_as_many_clicks_as_the_document_says(page, web, has_script, question):
    person = Person(page, web)
    QUESTIONS[question](person)
    assert documented()[question] == person.clicks


def test_the_document_has_no_other_question():
    assert list(documented()) == list(QUESTIONS)
