extension Templates {
    static let head = """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>{{title}} – Wiredesk</title>
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <link rel="stylesheet" href="{{stylePath}}" nonce="{{nonce}}">
        <link rel="search" type="application/opensearchdescription+xml" title="Wiredesk" href="/opensearch.xml">
        <script src="{{scriptPath}}" nonce="{{nonce}}" defer></script></head><body>
        <a class="skip" href="#main">Skip to content</a>
        <header class="site"><a class="brand" href="/">Wiredesk</a>
        <form action="/search" role="search"><input type="search" name="q" value="{{words}}" aria-label="Search articles" placeholder="Search articles" dir="auto"><button>Search</button></form>
        <nav aria-label="Main"><a href="/latest"{{#onLatest}} aria-current="page"{{/onLatest}}>Latest</a>{{#mayAdd}} <a href="/add"{{#onAdd}} aria-current="page"{{/onAdd}}>Add</a>{{/mayAdd}} <a href="/intake"{{#onIntake}} aria-current="page"{{/onIntake}}>Intake{{#alarm}} <strong class="alarm">({{alarm}})</strong>{{/alarm}}</a></nav></header>
        <main id="main">{{#deskNote}}<p class="note" role="status">{{deskNote}}</p>{{/deskNote}}

        """

    static let foot = """
        </main><footer class="site">Wiredesk {{programVersion}} · keys: <kbd>/</kbd> search, <kbd>j</kbd> and <kbd>k</kbd> next and previous, <kbd>o</kbd> open, <kbd>?</kbd> this list</footer>
        <dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">Keys</h2><dl><dt><kbd>/</kbd></dt><dd>go to the search</dd><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>next and previous hit</dd><dt><kbd>o</kbd></dt><dd>open the hit</dd><dt><kbd>m</kbd></dt><dd>show names and quotations of a text, or hide them</dd><dt><kbd>?</kbd></dt><dd>this list</dd></dl><form method="dialog"><button>Close</button></form></dialog></body></html>

        """

    static let tabs = """
        <nav class="tabs" aria-label="Article">{{#tabs}}<a href="{{href}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{name}}</a>{{/tabs}}</nav>

        """

    static let error = """
        {{>head}}<h1>{{heading}}</h1>
        <p>{{message}}</p>
        {{#hasNeighbours}}<p>Did you mean:</p><ul>{{#neighbours}}<li><a href="/articles/{{.}}">{{.}}</a></li>{{/neighbours}}</ul>{{/hasNeighbours}}
        <p><a href="/">Search</a> or look at the <a href="/latest">latest articles</a>.</p>
        {{>foot}}
        """
}
