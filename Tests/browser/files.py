"""Files of our own that the tests look for beside the seeds. People, publications and places are invented."""


def page(headline: str, outlet: str, address: str, paragraphs: list[str], *, published="2024-05-03T10:00:00Z", author="Ines Holloway",
         language="en", head="", body="") -> bytes:
    """A news page as a site would have it."""
    return f"""<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{headline}</title>
<link rel="canonical" href="{address}"><meta property="og:site_name" content="{outlet}"><meta name="author" content="{author}">
<meta property="article:published_time" content="{published}">{head}</head><body><article><h1>{headline}</h1>
{"".join(f"<p>{each}</p>" for each in paragraphs)}{body}</article></body></html>
""".encode()


TOLL = [
    "The toll for the swing bridge of Averley rises to four crowns in the spring, the bridge office said on Friday.",
    "It is the first rise in nineteen years, and it pays for a new motor that opens the bridge in two minutes in place of six.",
    "“Nobody likes a toll, and nobody likes to wait for a bridge either,” said Petra Lindqvist, who heads the office.",
    "Skippers had asked for longer hours in the autumn, when the herring boats come home after dark.",
]

HOSTILE_HEADLINE = "<script>document.title='taken'</script>\"><img src=x onerror=alert(1)> market"

# The text of a page that loads from elsewhere, runs scripts and sends forms, if one lets it.
GREEDY = page(
    "Lighthouse keeper counts ships again", "The Harbour Courier", "https://courier.example/news/keeper",
    [
        "The keeper of the Averley lighthouse has counted ships by hand again since the counting machine fell into the sea.",
        "He writes each one into a book that his grandmother began, with its colour, its cargo where he can see it, and the weather.",
        "The harbour office has asked for a copy of the book, and has been told that it may come and read it on the spot.",
    ],
    head='<script src="https://tracker.example/count.js"></script><link rel="stylesheet" href="https://tracker.example/style.css">'
         '<link rel="dns-prefetch" href="https://tracker.example/"><meta http-equiv="refresh" content="0; url=https://tracker.example/">',
    body='<img src="https://tracker.example/pixel.gif"><iframe src="https://tracker.example/frame"></iframe>'
         '<script>document.body.textContent = "taken"; fetch("https://tracker.example/fetch")</script>'
         '<form action="https://tracker.example/form"><button>Send</button></form>')

def home_page(more: str = "the old one did") -> bytes:
    """The home page of a site, which is no article."""
    teasers = "".join(
        f'<article class="teaser"><h2><a href="/news/2024/05/story-{number}">Ferry line {number} gets a new boat this summer</a></h2><p>The ferry '
        f'line number {number} gets a boat that was built in the yard of Averley, and it will carry more sheep than {more}.</p>'
        f'<a href="/news/2024/05/story-{number}">Read more</a></article>' for number in range(25))
    return ('<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The Harbour Courier</title><meta property="og:type" '
            'content="website"><meta property="og:site_name" content="The Harbour Courier"><link rel="canonical" '
            f'href="https://courier.example/"></head><body><header><h1>The Harbour Courier</h1></header><main>{teasers}</main></body></html>').encode()


ARABIC = page(
    "افتتاح سوق السمك الجديد في الميناء القديم", "صحيفة المرفأ", "https://marfa.example/news/souq",
    [
        "افتتح رئيس البلدية يوم الاثنين سوق السمك الجديد في الميناء القديم بعد ثلاث سنوات من العمل، وحضر الافتتاح مئات من الصيادين والتجار.",
        "وقالت إدارة الميناء إن السوق سيعمل كل يوم من الفجر حتى الظهر، وإن أسعار المزاد ستنشر على لوحة كبيرة عند المدخل.",
        "وأضافت أن السوق القديم سيتحول إلى متحف صغير عن تاريخ الصيد في المدينة.",
    ], language="ar", author="ليلى حداد")

# What is in the archive beside the seeds; the name decides the collection.
IN_THE_ARCHIVE = {
    "tolls/courier.html": page("Toll for swing bridge rises", "The Harbour Courier", "https://courier.example/news/toll", TOLL),
    "tolls/messenger.html": page("Toll for swing bridge rises", "Averley Messenger", "https://messenger.example/toll", TOLL,
                                 published="2024-05-04T08:00:00Z"),
    "hostile.txt": f"{HOSTILE_HEADLINE}\n\nBy Mallory <b>Bold\n\nThe market hall of Averley was closed on Tuesday because a pipe burst "
                   "under the floor, and </p><script>document.title='taken'</script> stands in this text.\n".encode(),
    "greedy.html": GREEDY,
    "home-page.html": home_page(),
    "souq.html": ARABIC,
}

# The articles that have a tag, by the beginnings of their headlines.
TAG = "bridges"
TAGGED = ["Toll for swing bridge rises", "Floating bridge makes its last crossing"]


def small(number: int) -> bytes:
    """A text of which no two are alike."""
    return (f"Ferry number {number} leaves on time\n\nThe ferry with the number {number} left the quay of Averley on time, which has not "
            f"happened since the winter of the year {1000 + number}, its skipper said. It carried {number * 7 + 3} sheep and one piano.\n").encode()
