/// The elements of the HTML standard (and the old ones that pages still carry).
package enum HTMLTag: UInt8, CaseIterable {
    /// A text node, not an element.
    case textNode
    /// A comment, not an element.
    case commentNode
    /// An element whose name is none of these.
    case unknown
    case html, head, body, title, base, link, meta, style, script, noscript, template, article, section, nav, aside
    case header, footer, main, address, hgroup, search, h1, h2, h3, h4, h5, h6, p, div, center, pre, listing, xmp
    case plaintext, blockquote, figure, figcaption, hr, ul, ol, menu, dir, li, dl, dt, dd, details, summary, dialog
    case fieldset, legend, form, table, caption, colgroup, col, tbody, thead, tfoot, tr, td, th, a, abbr, b, bdi
    case bdo, big, br, button, cite, code, data, del, dfn, em, font, i, img, input, ins, kbd, label, mark, meter
    case nobr, output, picture, progress, q, rp, rt, rtc, ruby, s, samp, select, small, source, span, strike
    case strong, sub, sup, textarea, time, tt, u, `var`, wbr, option, optgroup, datalist, keygen, audio, video
    case track, embed, object, param, applet, iframe, frame, frameset, noframes, noembed, marquee, canvas, map
    case area, svg, math, foreignObject, image, slot, portal, bgsound, basefont
}
