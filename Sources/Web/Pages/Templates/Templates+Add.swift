extension Templates {
    /// The form by which files are handed in; its script hands in what is dropped or pasted by the same address.
    static let add = """
        {{>head}}<h1>Add</h1>{{>problems}}
        <form class="form" id="add" method="post" action="/add" enctype="multipart/form-data"><input type="hidden" name="csrf" value="{{formToken}}">
        <p class="drop"><label for="file">Files</label><span class="hint" id="file-hint">Saved pages, mails, feeds, PDF and other documents, archives. The files stay on your computer too.</span><span class="hint" id="drop-hint" hidden>Or drop files anywhere on this page, or paste (Ctrl+V) a text, a part of a page, a picture or files. They are handed in at once, with the folder, address and note below.</span><input type="file" id="file" name="file" multiple aria-describedby="file-hint"></p>
        <ul class="plain handed" id="handed" aria-live="polite" aria-label="What was handed in"></ul>
        <p><label for="pasted">Text or HTML</label><span class="hint" id="pasted-hint">Paste an article here in place of a file: the headline in the first line, or the HTML of its page.</span><textarea id="pasted" name="text" rows="4" dir="auto" aria-describedby="pasted-hint"></textarea></p>
        <p><label for="folder">Folder</label><span class="hint" id="folder-hint">The collection to file them under, such as politics/2024. May be empty.</span><input type="text" id="folder" name="folder" value="{{folder}}" dir="auto" aria-describedby="folder-hint"></p>
        <p><label for="url">Address</label><span class="hint" id="url-hint">Where you found it. It is kept as what you say, apart from the address that the page itself states.</span><input type="url" id="url" name="url" value="{{url}}" aria-describedby="url-hint"></p>
        <p><label for="said">Note</label><textarea id="said" name="note" rows="3" dir="auto">{{note}}</textarea></p>
        <p><button>Add</button></p></form>
        {{>foot}}
        """

    static let added = """
        {{>head}}<h1>{{title}}</h1>
        <ul class="plain handed">{{#files}}<li><p><bdi>{{name}}</bdi>: <strong class="{{style}}">{{outcome}}</strong>{{#reason}} – {{reason}}{{/reason}}{{#isRepeated}} of what is here already:{{/isRepeated}}</p>{{#articles}}<p><a href="/articles/{{id}}"><bdi>{{headline}}</bdi></a></p>{{/articles}}{{#number}}<p class="grey"><a href="/deliveries/{{number}}">Delivery {{number}}</a></p>{{/number}}</li>{{/files}}</ul>
        <p><a href="/add">Add more</a></p>
        {{>foot}}
        """
}
