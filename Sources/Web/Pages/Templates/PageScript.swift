/// The one script of all pages. Everything works without it.
enum PageScript {
    static let text = KeyScript.text + AddScript.text
}
