extension Templates {
    static let intake = """
        {{>head}}<h1>Intake</h1>
        {{#problem}}<p class="note bad" role="status">{{problem}}</p>{{/problem}}
        <p class="note" role="status" id="now-news" data-events="/intake/events" data-newest="{{newest}}" hidden>More has come in. <a href="/intake">Show it</a></p>
        <div class="scroll" tabindex="0" role="region" aria-label="How intake is"><table><tbody><tr><th>Today</th><td id="now-today">{{today}}</td></tr><tr><th>Waiting</th><td id="now-waiting">{{waiting}}</td></tr><tr><th>In all</th><td id="now-total">{{total}}</td></tr>{{#disk}}<tr><th>Free disk</th><td>{{disk}}</td></tr>{{/disk}}</tbody></table></div>
        <h2>How quickly</h2><div class="scroll" tabindex="0" role="region" aria-label="How quickly"><table><thead><tr><th>Within the</th><th class="number">Deliveries</th><th class="number">Stored</th><th class="number">Duplicate</th><th class="number">Rejected</th><th class="number">A minute</th></tr></thead><tbody>{{#rates}}<tr><th>{{name}}</th><td class="number">{{deliveries}}</td><td class="number">{{stored}}</td><td class="number">{{duplicate}}</td><td class="number">{{rejected}}</td><td class="number">{{rate}}</td></tr>{{/rates}}</tbody></table></div>
        {{#hasAges}}<h2>How long files wait</h2><div class="scroll" tabindex="0" role="region" aria-label="How long files wait"><table><thead><tr><th>For</th><th class="number">Files</th></tr></thead><tbody>{{#ages}}<tr><td>{{name}}</td><td class="number">{{count}}</td></tr>{{/ages}}</tbody></table></div>{{/hasAges}}
        {{#hasBlocked}}<h2>What waits, and why</h2><ul class="plain">{{#blocked}}<li><bdi>{{name}}</bdi>: {{reason}}</li>{{/blocked}}</ul>{{/hasBlocked}}
        <h2>What came in</h2><nav class="tabs" aria-label="Outcome">{{#tabs}}<a href="{{href}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{name}}</a>{{/tabs}}</nav>
        {{#isEmpty}}<p class="grey">Nothing.</p>{{/isEmpty}}
        {{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="What came in"><table><thead><tr><th class="number">Number</th><th>Received</th><th>File</th><th>Folder</th><th>Outcome</th><th>Again</th></tr></thead><tbody>{{#deliveries}}<tr><td class="number"><a href="/deliveries/{{number}}">{{number}}</a></td><td class="time">{{time}}</td><td><bdi>{{file}}</bdi></td><td><bdi>{{folder}}</bdi></td><td><span class="{{style}}">{{outcome}}</span>{{#reason}}<br>{{reason}}{{/reason}}</td><td>{{>retry}}</td></tr>{{/deliveries}}</tbody></table></div>{{/isEmpty}}
        {{#next}}<p class="more"><a href="{{next}}" rel="next">Next page</a></p>{{/next}}
        {{>foot}}
        """

    /// To have a delivery read again.
    static let retry = """
        {{#mayRetry}}<form class="inline" method="post" action="/deliveries/{{number}}/retry"><input type="hidden" name="csrf" value="{{formToken}}"><button>Retry</button>{{#mayAccept}} <button name="accept" value="1">Store anyway</button>{{/mayAccept}}</form>{{/mayRetry}}
        """

    static let delivery = """
        {{>head}}<h1>Delivery {{number}}</h1>
        <div class="scroll" tabindex="0" role="region" aria-label="Delivery"><table><tbody><tr><th>File</th><td><bdi>{{file}}</bdi></td></tr>{{#folder}}<tr><th>Folder</th><td><bdi>{{folder}}</bdi></td></tr>{{/folder}}<tr><th>Received</th><td>{{time}}</td></tr><tr><th>Size</th><td>{{size}}</td></tr>{{#digest}}<tr><th>SHA-256</th><td><code>{{digest}}</code></td></tr>{{/digest}}<tr><th>Outcome</th><td><span class="{{style}}">{{outcome}}</span>{{#reason}}<br>{{reason}}{{/reason}}</td></tr></tbody></table></div>
        {{>retry}}
        {{#hasArticles}}<h2>{{articlesTitle}}</h2><ul class="plain">{{#articles}}<li lang="{{language}}"><a href="/articles/{{id}}"><bdi>{{#headline}}{{text}}{{/headline}}</bdi></a></li>{{/articles}}</ul>{{/hasArticles}}
        {{#hasErrors}}<h2>What could not be read of it</h2><ul class="plain">{{#errors}}<li><bdi>{{member}}</bdi>: {{reason}}</li>{{/errors}}</ul>{{/hasErrors}}
        <h2>The file</h2>{{#isKept}}<p><a href="/deliveries/{{number}}/original">Download it</a></p>{{/isKept}}{{^isKept}}<p class="grey">It is not kept.</p>{{/isKept}}
        {{#preview}}<p class="grey">How it begins:</p><pre tabindex="0" role="region" aria-label="How it begins" dir="auto">{{preview}}</pre>{{/preview}}{{#isBinary}}<p class="grey">It is no text, so that nothing of it is shown.</p>{{/isBinary}}
        {{>foot}}
        """
}
