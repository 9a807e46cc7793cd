extension Templates {
    static let article = """
        {{>head}}{{>tabs}}{{#done}}<p class="note" role="status">{{done}}</p>{{/done}}{{>standing}}
        <div class="article">{{>text}}
        <aside aria-label="Facts"><details class="rail-facts" open><summary>Facts</summary>{{#mayEdit}}<p><a href="/articles/{{id}}/edit">Edit</a> <span class="grey">facts, tags and notes</span></p>{{/mayEdit}}<dl class="facts">{{#facts}}<div><dt>{{name}}{{#corrected}} (corrected by <bdi>{{corrected}}</bdi>){{/corrected}}</dt>{{#values}}<dd>{{#href}}<a href="{{href}}"><bdi>{{text}}</bdi></a>{{/href}}{{^href}}<bdi>{{text}}</bdi>{{/href}}{{#detail}} <span class="grey">{{detail}}</span>{{/detail}}{{#place}} <a class="place" href="{{href}}">{{text}}</a>{{/place}}</dd>{{/values}}</div>{{/facts}}</dl><p class="grey">The archive keeps a place and a percentage of some facts only; <a href="/articles/{{id}}/source">the original</a> has the words of the others.</p><details class="cite"><summary>Cite</summary>{{#citations}}<h3 id="cite-{{form}}-name">{{name}}</h3><pre id="cite-{{form}}" tabindex="0" role="region" aria-labelledby="cite-{{form}}-name">{{text}}</pre><p><button type="button" data-copy="cite-{{form}}" aria-label="Copy {{name}}" hidden>Copy</button> <a href="{{href}}" aria-label="{{name}} by itself">By itself</a></p>{{/citations}}</details></details></aside></div>
        {{>foot}}
        """

    /// What must be known before the text is read.
    static let standing = """
        {{#withdrawn}}<p class="note bad">{{withdrawn}}</p>{{/withdrawn}}{{#embargo}}<p class="note bad">Under embargo until {{embargo}}.</p>{{/embargo}}
        """

    static let text = """
        <article lang="{{language}}" dir="auto"><h1>{{headline}}</h1>{{#deck}}<p class="deck">{{deck}}</p>{{/deck}}
        <div class="text">{{#paragraphs}}<p{{#anchor}} id="{{anchor}}"{{/anchor}}{{#kind}} class="{{kind}}"{{/kind}}>{{#runs}}{{#mark}}<span class="{{mark}}">{{text}}</span>{{/mark}}{{^mark}}{{text}}{{/mark}}{{/runs}}</p>{{/paragraphs}}</div></article>
        """

    static let source = """
        {{>head}}{{>tabs}}<h1>{{headline}}</h1>
        <p>The file that brought version {{version}}: <bdi>{{file}}</bdi>, {{size}}, SHA-256 <code>{{sha256}}</code>.</p>
        {{#isShown}}<p class="grey">Shown without scripts, and nothing is loaded from elsewhere: {{unloaded}}. Opening it tells nobody.</p><p><a href="/articles/{{id}}/original">Open it alone</a> · <a href="/articles/{{id}}/original?download=1">Download it</a></p>{{/isShown}}
        {{^isShown}}<p><a href="/articles/{{id}}/original">Download it</a></p>{{/isShown}}
        {{>foot}}
        """

    static let versions = """
        {{>head}}{{>tabs}}<h1>{{headline}}</h1>
        <div class="scroll" tabindex="0" role="region" aria-label="Versions"><table><thead><tr><th>Version</th><th>Stated time</th><th>Headline</th><th>Delivery</th><th>Compare</th></tr></thead><tbody>{{#versions}}<tr><td>{{number}}{{#isCurrent}} (current){{/isCurrent}}</td><td class="time">{{time}}</td><td><bdi>{{headline}}</bdi></td><td>{{delivery}}</td><td>{{#compare}}<a href="{{compare}}">Compare with the one before</a>{{/compare}}</td></tr>{{/versions}}</tbody></table></div>
        {{#isOnly}}<p class="grey">There is only one version, so there is nothing to compare.</p>{{/isOnly}}
        {{#hasPair}}<h2>From version {{from}} to version {{to}}</h2>
        <nav class="tabs" aria-label="How to compare"><a href="/articles/{{id}}/versions?{{inlineQuery}}"{{^isBeside}} aria-current="page"{{/isBeside}}>In one text</a><a href="/articles/{{id}}/versions?{{besideQuery}}"{{#isBeside}} aria-current="page"{{/isBeside}}>Side by side</a></nav>
        {{#hasFields}}<table><tbody>{{#fields}}<tr><th>{{name}}</th><td>{{#old}}<del>{{old}}</del> {{/old}}{{#new}}<ins>{{new}}</ins>{{/new}}</td></tr>{{/fields}}</tbody></table>{{/hasFields}}
        {{#isSame}}<p class="grey">The text is the same.</p>{{/isSame}}
        {{^isBeside}}<div class="text" lang="{{language}}" dir="auto">{{#changes}}<p>{{#runs}}{{>run}}{{/runs}}</p>{{/changes}}</div>{{/isBeside}}
        {{#isBeside}}<div class="scroll" tabindex="0" role="region" aria-label="Side by side"><table class="beside text" lang="{{language}}"><thead><tr><th lang="en">Version {{from}}</th><th lang="en">Version {{to}}</th></tr></thead><tbody>{{#changes}}<tr><td dir="auto">{{#older}}{{>run}}{{/older}}</td><td dir="auto">{{#newer}}{{>run}}{{/newer}}</td></tr>{{/changes}}</tbody></table></div>{{/isBeside}}{{/hasPair}}
        {{>foot}}
        """

    /// Words that both versions have, or one of them.
    static let run = """
        {{#isRemoved}}<del>{{text}}</del>{{/isRemoved}}{{#isAdded}}<ins>{{text}}</ins>{{/isAdded}}{{#isKept}}{{text}}{{/isKept}}
        """

    static let copies = """
        {{>head}}{{>tabs}}<h1>{{headline}}</h1>
        {{#earliest}}<p>Earliest here: <a href="/articles/{{id}}"><bdi>{{text}}</bdi></a> <span class="grey">({{basis}})</span></p>{{/earliest}}
        {{^hasCopies}}<p class="grey">No other article here shares its words.</p>{{/hasCopies}}
        {{#hasCopies}}<div class="scroll" tabindex="0" role="region" aria-label="Copies"><table><thead><tr><th>Relation</th><th class="number">Shared</th><th>Article</th><th>Outlet</th><th>Time</th></tr></thead><tbody>{{#copies}}<tr><td>{{relation}}</td><td class="number">{{share}}</td><td><a href="/articles/{{id}}"><bdi>{{headline}}</bdi></a></td><td><bdi>{{outlet}}</bdi></td><td class="time">{{time}}</td></tr>{{/copies}}</tbody></table></div>{{/hasCopies}}
        {{>foot}}
        """

    static let history = """
        {{>head}}{{>tabs}}<h1>{{headline}}</h1>
        <h2>Deliveries</h2><div class="scroll" tabindex="0" role="region" aria-label="Deliveries"><table><thead><tr><th class="number">Number</th><th>Received</th><th>File</th><th>Folder</th><th>Outcome</th><th>SHA-256</th></tr></thead><tbody>{{#deliveries}}<tr><td class="number"><a href="/deliveries/{{number}}">{{number}}</a></td><td class="time">{{time}}</td><td><bdi>{{file}}</bdi></td><td><bdi>{{folder}}</bdi></td><td>{{outcome}}</td><td><code>{{sha256}}</code></td></tr>{{/deliveries}}</tbody></table></div>
        <h2>Read by</h2><ul class="plain">{{#versions}}<li>Version {{number}}: rules {{reader}} of the reader, format {{format}}, confidence {{confidence}}</li>{{/versions}}</ul>
        <h2>Corrections, tags and notes</h2>{{^hasCorrections}}<p class="grey">None.</p>{{/hasCorrections}}{{#hasCorrections}}<ul class="plain">{{#corrections}}<li>{{time}} <bdi>{{by}}</bdi>: {{what}} <bdi>{{value}}</bdi></li>{{/corrections}}</ul>{{/hasCorrections}}
        {{>foot}}
        """
}
