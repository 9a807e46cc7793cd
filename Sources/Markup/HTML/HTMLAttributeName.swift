/// The attributes that the reader looks at.
package enum HTMLAttributeName: UInt8, CaseIterable {
    /// Any other attribute.
    case unknown
    case `class`
    case id
    case href
    case src
    case srcset
    case dataSource
    case content
    case name
    case property
    case itemprop
    case itemtype
    case itemscope
    case datetime
    case rel
    case lang
    case xmlLanguage
    case charset
    case httpEquiv
    case type
    case style
    case hidden
    case ariaHidden
    case ariaLabel
    case role
    case alt
    case title
    case dataTestID
    case dataComponent
    case dataType
    case dataModule
    case dataQA
    case dataName
    case value
    case width
    case height
    case shadowRootMode
    case datatype
    case pubdate

    /// The name as the standard writes it, in lower case.
    var spelling: StaticString {
        switch self {
        case .unknown: ""
        case .`class`: "class"
        case .id: "id"
        case .href: "href"
        case .src: "src"
        case .srcset: "srcset"
        case .dataSource: "data-src"
        case .content: "content"
        case .name: "name"
        case .property: "property"
        case .itemprop: "itemprop"
        case .itemtype: "itemtype"
        case .itemscope: "itemscope"
        case .datetime: "datetime"
        case .rel: "rel"
        case .lang: "lang"
        case .xmlLanguage: "xml:lang"
        case .charset: "charset"
        case .httpEquiv: "http-equiv"
        case .type: "type"
        case .style: "style"
        case .hidden: "hidden"
        case .ariaHidden: "aria-hidden"
        case .ariaLabel: "aria-label"
        case .role: "role"
        case .alt: "alt"
        case .title: "title"
        case .dataTestID: "data-testid"
        case .dataComponent: "data-component"
        case .dataType: "data-type"
        case .dataModule: "data-module"
        case .dataQA: "data-qa"
        case .dataName: "data-name"
        case .value: "value"
        case .width: "width"
        case .height: "height"
        case .shadowRootMode: "shadowrootmode"
        case .datatype: "datatype"
        case .pubdate: "pubdate"
        }
    }
}
