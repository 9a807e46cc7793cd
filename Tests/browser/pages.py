"""The pages of the interface, by a name for each and the address that shows it."""

from running_web import RunningWeb

# ID stands for the article whose headline begins with the words behind it.
PAGES = {
    "search": ("/", None),
    "hits": ("/search?q=ferry+harbour", None),
    "nothing-found": ("/search?q=%2Bzyzzyvaquux", None),
    "latest": ("/latest", None),
    "article": ("/articles/ID", "Toll for swing bridge rises"),
    "article-arabic": ("/articles/ID", "افتتاح"),
    "article-hostile": ("/articles/ID", "<script>document"),
    "source": ("/articles/ID/source", "Lighthouse keeper"),
    "versions": ("/articles/ID/versions", "Night ferry"),
    "copies": ("/articles/ID/copies", "Toll for swing bridge rises"),
    "history": ("/articles/ID/history", "Lighthouse keeper"),
    "edit": ("/articles/ID/edit", "Lighthouse keeper"),
    "tag": ("/tags/bridges", None),
    "tag-order": ("/tags/bridges?order=change", None),
    "intake": ("/intake", None),
    "intake-rejected": ("/intake?outcome=rejected", None),
    "add": ("/add", None),
    "sample": ("/search?q=ferry&sample=3", None),
    "versions-beside": ("/articles/ID/versions?view=beside", "Night ferry"),
    "delivery": ("/deliveries/1", None),
    "not-found": ("/articles/zzzzzzzzzzzz", None),
    "not-understood": ("/search?since=someday", None),
}


def path(web: RunningWeb, name: str) -> str:
    """The address of a page."""
    address, headline = PAGES[name]
    return address.replace("ID", web.article(headline)) if headline else address
