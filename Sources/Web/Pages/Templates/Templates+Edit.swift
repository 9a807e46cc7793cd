extension Templates {
    /// An article with the form in the place of its facts.
    static let edit = """
        {{>head}}{{>tabs}}{{>problems}}{{>standing}}
        <div class="article">{{>text}}
        <aside aria-label="Edit"><form class="form" method="post" action="/articles/{{id}}/edit"><input type="hidden" name="csrf" value="{{formToken}}">
        {{#fields}}{{>field}}{{/fields}}
        {{#hasTags}}<fieldset><legend>Tags</legend>{{#tags}}<input type="hidden" name="was-tag" value="{{name}}"><label class="choice"><input type="checkbox" name="tag" value="{{name}}"{{#isKept}} checked{{/isKept}}> <bdi>{{name}}</bdi></label>{{/tags}}</fieldset>{{/hasTags}}
        {{#added}}{{>field}}{{/added}}
        {{#hasNotes}}<h2>Notes</h2>{{#notes}}<p><bdi>{{text}}</bdi> <span class="grey">by <bdi>{{by}}</bdi></span></p>{{/notes}}{{#mayUndoNote}}<label class="choice"><input type="checkbox" name="undo-note" value="1"> Take the last note back</label>{{/mayUndoNote}}{{/hasNotes}}
        {{#note}}<p><label for="note">New note</label>{{#error}}<span class="error" id="note-error">Error: {{error}}</span>{{/error}}<textarea id="note" name="note" rows="3" dir="auto"{{#error}} aria-invalid="true" aria-describedby="note-error"{{/error}}>{{value}}</textarea></p>{{/note}}
        <details{{#openMore}} open{{/openMore}}><summary>Other facts</summary>{{#more}}{{>field}}{{/more}}
        <p><label for="withdrawn">Withdrawn</label><span class="hint">Whether its provider took the article back.</span><input type="hidden" name="was-withdrawn" value="{{withdrawnWas}}"><select id="withdrawn" name="withdrawn">{{#withdrawal}}<option value="{{value}}"{{#isSet}} selected{{/isSet}}>{{name}}</option>{{/withdrawal}}</select></p></details>
        <p class="actions"><button>Save</button> <a href="/articles/{{id}}">Cancel</a></p></form></aside></div>
        {{>foot}}
        """

    /// One line of a form, with what is wrong with it.
    static let field = """
        <p><label for="{{name}}">{{label}}</label>{{#hint}}<span class="hint" id="{{name}}-hint">{{hint}}</span>{{/hint}}{{#error}}<span class="error" id="{{name}}-error">Error: {{error}}</span>{{/error}}{{#hasWas}}<input type="hidden" name="was-{{name}}" value="{{was}}">{{/hasWas}}<input type="text" id="{{name}}" name="{{name}}" value="{{value}}" dir="auto" autocomplete="off"{{#error}} aria-invalid="true"{{/error}}{{#described}} aria-describedby="{{described}}"{{/described}}></p>
        """

    /// What is wrong with a form, over everything else, each with a link to its field (the error summary of the GOV.UK Design System).
    static let problems = """
        {{#hasProblems}}<div class="problems" role="alert" tabindex="-1" autofocus><h2>There is a problem</h2><ul>{{#problems}}<li>{{#place}}<a href="#{{place}}">{{message}}</a>{{/place}}{{^place}}{{message}}{{/place}}</li>{{/problems}}</ul></div>{{/hasProblems}}
        """
}
