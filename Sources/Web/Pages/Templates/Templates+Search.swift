extension Templates {
    static let hits = """
        <ol class="hits">{{#hits}}<li lang="{{language}}"><h2><a href="/articles/{{id}}" dir="auto">{{#headline}}{{#isMarked}}<mark>{{text}}</mark>{{/isMarked}}{{^isMarked}}{{text}}{{/isMarked}}{{/headline}}</a></h2><p class="facts-line" lang="en">{{#outlet}}<bdi>{{outlet}}</bdi> · {{/outlet}}{{#authors}}<bdi>{{authors}}</bdi> · {{/authors}}<time datetime="{{time}}">{{shownTime}}</time>{{#copies}} · <a href="/articles/{{id}}/copies">+{{copies}}</a>{{/copies}}{{#standing}} · <span class="warning">{{standing}}</span>{{/standing}}</p>{{#hasSnippet}}<p class="snippet" dir="auto">{{#snippet}}{{#isMarked}}<mark>{{text}}</mark>{{/isMarked}}{{^isMarked}}{{text}}{{/isMarked}}{{/snippet}}</p>{{/hasSnippet}}</li>{{/hits}}</ol>
        {{#next}}<p class="more"><a href="{{next}}" rel="next">Next page</a></p>{{/next}}

        """

    static let search = """
        {{>head}}<h1>{{heading}}</h1>
        {{#notes}}<p class="note">{{.}}</p>{{/notes}}
        <div class="columns"><div class="rail filters"><details{{#openFilters}} open{{/openFilters}}><summary>Filters</summary>
        <form action="/search">{{#words}}<input type="hidden" name="q" value="{{words}}">{{/words}}{{#kept}}<input type="hidden" name="{{name}}" value="{{value}}">{{/kept}}
        <p><label>From <input type="text" name="since" value="{{since}}" placeholder="2024-05-03 or 7d"></label></p>
        <p><label>To <input type="text" name="until" value="{{until}}" placeholder="2024-05-31"></label></p>
        <p><label>Order <select name="sort"><option value="relevance">best first</option><option value="date"{{#byDate}} selected{{/byDate}}>newest first</option></select></label></p>
        <p><label>Copies <select name="copies"><option value="without">folded</option><option value="with"{{#withCopies}} selected{{/withCopies}}>each by itself</option></select></label></p>
        <p><label>Bars <select name="share"><option value="">number of articles</option><option value="1"{{#showsShare}} selected{{/showsShare}}>share of all articles</option></select></label></p>
        <p><label>Random sample <input type="text" name="sample" inputmode="numeric" value="{{sample}}" placeholder="50 articles"></label></p>
        <p><label>Drawn by the number <input type="text" name="seed" inputmode="numeric" value="{{seed}}" placeholder="0"></label></p>
        <p><button>Apply</button></p></form>
        {{#facets}}<h2>{{name}}</h2><ul>{{#values}}<li><a href="{{href}}"{{#isOn}} class="on" aria-current="true"{{/isOn}}><bdi>{{label}}</bdi>{{#isOn}} (remove){{/isOn}}</a> <span class="grey">{{count}}</span></li>{{/values}}</ul>{{/facets}}
        {{#authorsQuery}}<h2>Author</h2><p><a href="/search?{{authorsQuery}}">Count who wrote most</a></p>{{/authorsQuery}}
        <h2>Day</h2><ul>{{#days}}<li><a href="{{href}}"{{#isOn}} class="on" aria-current="true"{{/isOn}}>{{label}}{{#isOn}} (remove){{/isOn}}</a></li>{{/days}}</ul>
        </details></div>
        <div>{{#hasBars}}<ul class="bars" aria-label="Articles over time" data-search="/search?{{allQuery}}">{{#bars}}<li data-since="{{since}}" data-until="{{until}}"><a href="{{href}}" title="{{label}}" aria-label="{{label}}"><svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true"><rect x="0" y="{{top}}" width="10" height="{{height}}"/></svg></a></li>{{/bars}}</ul><p class="grey">{{firstBar}} – {{lastBar}}</p>{{/hasBars}}{{#shareQuery}}{{#words}}<p><a href="/search?{{shareQuery}}">{{#showsShare}}Show numbers of articles{{/showsShare}}{{^showsShare}}Show the share of all articles{{/showsShare}}</a></p>{{/words}}{{/shareQuery}}
        <p class="grey">{{found}} <a href="/feed?{{allQuery}}">Feed</a>{{#hasHits}} · <a href="/search.csv?{{allQuery}}">CSV</a> · <a href="/search?{{allQuery}}&amp;sample=50">Sample of 50</a>{{/hasHits}}</p>
        {{>hits}}{{#isEmpty}}<p>Nothing was found. {{emptyHint}}</p>{{/isEmpty}}
        <details><summary>How to search</summary><p>Type what you remember: articles come by how much of it they answer. What must be there is marked: <b>"a phrase"</b>, <b>+word</b>, <b>-word</b>, <b>AND</b>, <b>OR</b>, <b>near(a b, 5)</b>, and words before a colon:</p><table>{{#fields}}<tr><td><b>{{name}}:</b></td><td>{{help}}</td></tr>{{/fields}}</table></details>
        </div></div>
        {{>foot}}
        """

    static let latest = """
        {{>head}}<h1>Latest</h1>
        {{>hits}}{{#isEmpty}}<p>Nothing is in the archive yet. Drop a file into the inbox{{#mayAdd}}, or <a href="/add">add one here</a>{{/mayAdd}}.</p>{{/isEmpty}}
        {{>foot}}
        """

    /// The reading list of a tag.
    static let tag = """
        {{>head}}<h1>Tag: <bdi>{{tag}}</bdi></h1>
        {{^isEmpty}}<p class="grey">{{count}}{{#mayOrder}} · <a href="{{path}}?order=change">Change the order</a>{{/mayOrder}}{{#isEditing}} · <a href="{{path}}">Done</a>{{/isEditing}} · <a href="/search?{{tagQuery}}">Search among them</a> · Download: <a href="{{path}}?as=html">a page with the texts</a>, <a href="{{path}}?as=csv">CSV</a>, <a href="{{path}}?as=jsonl">JSON Lines</a>, <a href="{{path}}?as=bibtex">BibTeX</a>, <a href="{{path}}?as=ris">RIS</a></p>{{/isEmpty}}
        <ol class="hits list">{{#hits}}<li lang="{{language}}" id="{{id}}"><h2><span class="grey" lang="en">{{place}}.</span> <a href="/articles/{{id}}" dir="auto">{{#headline}}{{text}}{{/headline}}</a></h2><p class="facts-line" lang="en">{{#outlet}}<bdi>{{outlet}}</bdi> · {{/outlet}}{{#authors}}<bdi>{{authors}}</bdi> · {{/authors}}<time datetime="{{time}}">{{shownTime}}</time>{{#standing}} · <span class="warning">{{standing}}</span>{{/standing}}</p>{{#notes}}<p class="remark" dir="auto">{{text}} <span class="grey" lang="en">by <bdi>{{by}}</bdi></span></p>{{/notes}}{{#isEditing}}<form class="inline" method="post" action="{{path}}" lang="en"><input type="hidden" name="csrf" value="{{formToken}}"><input type="hidden" name="article" value="{{id}}">{{^isFirst}}<button name="move" value="up" aria-label="Move up: {{place}}">Up</button> {{/isFirst}}{{^isLast}}<button name="move" value="down" aria-label="Move down: {{place}}">Down</button> {{/isLast}}{{^isFirst}}<button name="move" value="first" aria-label="Move to the head: {{place}}">To the head</button>{{/isFirst}}</form>{{/isEditing}}</li>{{/hits}}</ol>
        {{#next}}<p class="more"><a href="{{next}}" rel="next">Next page</a></p>{{/next}}{{#isEmpty}}<p>No article has this tag.</p>{{/isEmpty}}
        {{>foot}}
        """

    static let feed = """
        {{>head}}<h1>Feed</h1>
        <p>The newest articles of <a href="{{address}}"><bdi>{{address}}</bdi></a> for a feed reader.</p>
        {{#keyed}}<p class="note" role="status">Give your feed reader this address. It is shown only now; whoever has it can read this feed, and nothing else.</p><p><code>{{keyed}}</code></p><p class="grey">It is revoked with <code>wiredesk token revoke</code>; <code>wiredesk token list</code> names it.</p>{{/keyed}}
        {{^keyed}}<p>Feed readers have no cookies, so that the address needs a key of its own. The key opens this feed and nothing else.</p>
        <form class="form" method="post" action="/feed"><input type="hidden" name="csrf" value="{{formToken}}">{{#members}}<input type="hidden" name="{{name}}" value="{{value}}">{{/members}}<p><button>Make an address with a key</button></p></form>{{/keyed}}
        {{>foot}}
        """
}
