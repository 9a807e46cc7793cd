extension Templates {
    static let intake = """
        {{>head}}<h1>Intake</h1>
        {{#problem}}<p class="note bad" role="status">{{problem}}</p>{{/problem}}
        <div class="scroll" tabindex="0" role="region" aria-label="How intake is"><table><tbody><tr><th>Today</th><td>{{today}}</td></tr><tr><th>Waiting</th><td>{{waiting}}</td></tr><tr><th>In all</th><td>{{total}}</td></tr>{{#disk}}<tr><th>Disk</th><td>{{disk}}</td></tr>{{/disk}}</tbody></table></div>
        {{#hasBlocked}}<h2>What waits, and why</h2><ul class="plain">{{#blocked}}<li><bdi>{{name}}</bdi>: {{reason}}</li>{{/blocked}}</ul>{{/hasBlocked}}
        <h2>What came in</h2><nav class="tabs" aria-label="Outcome">{{#tabs}}<a href="{{href}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{name}}</a>{{/tabs}}</nav>
        {{#isEmpty}}<p class="grey">Nothing.</p>{{/isEmpty}}
        {{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="What came in"><table><thead><tr><th class="number">Number</th><th>Received</th><th>File</th><th>Folder</th><th>Outcome</th><th>Again</th></tr></thead><tbody>{{#deliveries}}<tr><td class="number">{{number}}</td><td class="time">{{time}}</td><td><bdi>{{file}}</bdi></td><td><bdi>{{folder}}</bdi></td><td><span class="{{style}}">{{outcome}}</span>{{#reason}}<br>{{reason}}{{/reason}}</td><td>{{#mayRetry}}<form class="inline" method="post" action="/deliveries/{{number}}/retry"><input type="hidden" name="csrf" value="{{formToken}}"><button>Retry</button>{{#mayAccept}} <button name="accept" value="1">Store anyway</button>{{/mayAccept}}</form>{{/mayRetry}}</td></tr>{{/deliveries}}</tbody></table></div>{{/isEmpty}}
        {{#next}}<p class="more"><a href="{{next}}" rel="next">Next page</a></p>{{/next}}
        {{>foot}}
        """

    static let add = """
        {{>head}}<h1>Add</h1>
        <form class="form" method="post" action="/add" enctype="multipart/form-data"><input type="hidden" name="csrf" value="{{formToken}}">
        <p><label>Files <input type="file" name="file" multiple required></label><span class="hint">Saved pages, mails, feeds, PDF and other documents, archives. The files stay on your computer too.</span></p>
        <p><label>Folder <input type="text" name="folder" dir="auto"></label><span class="hint">The collection to file them under, such as politics/2024. May be empty.</span></p>
        <p><label>Address <input type="url" name="url"></label><span class="hint">Where you found it. Kept as a note beside what the page says itself.</span></p>
        <p><label>Note <textarea name="note" rows="3" dir="auto"></textarea></label></p>
        <p><button>Add</button></p></form>
        {{>foot}}
        """

    static let added = """
        {{>head}}<h1>Added</h1>
        <ul class="plain">{{#files}}<li><p><bdi>{{name}}</bdi>: <span class="{{style}}">{{outcome}}</span>{{#reason}} – {{reason}}{{/reason}}</p>{{#articles}}<p><a href="/articles/{{.}}">Open the article {{.}}</a></p>{{/articles}}</li>{{/files}}</ul>
        <p><a href="/add">Add more</a></p>
        {{>foot}}
        """
}
