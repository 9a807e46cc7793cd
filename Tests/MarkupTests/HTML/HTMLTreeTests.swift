import Testing

@testable import Bytes
@testable import Markup

/// A page and the body that a browser makes of it.
struct TreeCase: CustomTestStringConvertible {
    var page: String
    var outline: String
    var testDescription: String { page }
}

struct HTMLTreeTests {
    @Test(arguments: [
        TreeCase(page: "<p>a<p>b", outline: "body(p('a') p('b'))"),
        TreeCase(page: "<p>a<div>b</div>c", outline: "body(p('a') div('b') 'c')"),
        TreeCase(
            page: "<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", outline: "body(ul(li('a') li('b' ul(li('c'))) li('d')))"),
        TreeCase(page: "<dl><dt>a<dd>b<dt>c</dl>", outline: "body(dl(dt('a') dd('b') dt('c')))"),
        TreeCase(
            page: "<table><tr><td>a<td>b<tr><td>c</table>d",
            outline: "body(table(tr(td('a') td('b')) tr(td('c'))) 'd')"),
        TreeCase(
            page: "<table><tr><td><table><tr><td>a</table>b<td>c</table>",
            outline: "body(table(tr(td(table(tr(td('a'))) 'b') td('c'))))"),
        TreeCase(page: "<select><option>a<option>b</select>c", outline: "body(select(option('a') option('b')) 'c')"),
        TreeCase(page: "<b>a<i>b</b>c</i>d", outline: "body(b('a' i('b')) 'c' 'd')"),
        TreeCase(page: "<div><b>a</div><p>b</b>c", outline: "body(div(b('a')) p('b' 'c'))"),
        TreeCase(page: "<b><p>a</b>b</p>c", outline: "body(b(p('a' 'b') 'c'))"),
        TreeCase(page: "<a href=x>a<a href=y>b</a>", outline: "body(a('a') a('b'))"),
        TreeCase(page: "a<br>b</br>c", outline: "body('a' br 'b' br 'c')"),
        TreeCase(page: "<h2>a<h3>b</h2>c", outline: "body(h2('a') h3('b') 'c')"),
        TreeCase(page: "<p>a</div>b</span>c", outline: "body(p('a' 'b' 'c'))"),
        TreeCase(page: "<my-part>a</my-part>b", outline: "body(my-part('a') 'b')"),
        TreeCase(page: "<body><p>a</body></html><p>b", outline: "body(p('a') p('b'))"),
        TreeCase(page: "<svg><path/><title>x</title><p>a", outline: "body(svg(path title('x')) p('a'))"),
        TreeCase(page: "<form><div>a</form>b</div>c", outline: "body(form(div('a' 'b') 'c'))"),
        TreeCase(page: "<IMG SRC=a>b<image>", outline: "body(img 'b' image)"),
        TreeCase(page: "<button>a<button>b", outline: "body(button('a') button('b'))"),
    ])
    func body_IsBuiltAsBrowsersDo(_ example: TreeCase) throws {
        #expect(try HTMLTree.outline(example.page) == example.outline)
    }

    @Test func attributesOfTheHtmlElement_AreKept_WhenItStandsInThePage() throws {
        var bytes = Array("<!doctype html><html lang=\"de\" class='x'><head></head><body>".utf8)
        let language = try bytes.withUnsafeMutableBufferPointer { try HTMLTree($0).value(.lang, of: 0) }
        #expect(language == "de")
    }

    @Test func subtree_IsOneStretchOfNodes() throws {
        var bytes = Array("<div><p>a<b>b</b></p></div><p>c".utf8)
        try bytes.withUnsafeMutableBufferPointer { buffer in
            let tree = try HTMLTree(buffer)
            for node in tree.nodes.indices {
                for inside in tree.descendants(of: node) {
                    #expect(Int(tree.nodes[inside].end) <= Int(tree.nodes[node].end))
                    #expect(Int(tree.nodes[inside].parent) >= node)
                }
            }
        }
    }

    @Test func depth_IsFlattened_BeyondTheLimit() throws {
        var limits = HTMLLimits()
        limits.depth = 5
        let outline = try HTMLTree.outline("<div><div><div><div><div>a</div></div>b</div></div></div>c", limits: limits)
        // html, body and three div are the five; the other two stand empty where they were met.
        #expect(outline == "body(div(div(div(div div 'a' 'b'))) 'c')")
    }

    @Test func nodes_FailWithLimitExceeded_WhenThereAreTooMany() {
        var limits = HTMLLimits()
        limits.nodes = 100
        let page = String(repeating: "<p>a", count: 200)
        #expect { try HTMLTree.outline(page, limits: limits) } throws: {
            ($0 as? ReadingFailure)?.code == .limitExceeded
        }
    }
}
