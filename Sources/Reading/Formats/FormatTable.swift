/// The formats that are read, in the order in which they are tried; plain text is what remains.
///
/// What is told by a signature or a root element comes before what is told by how often something occurs.
enum FormatTable {
    static let rows: [any FormatReader.Type] = [
        GzipFormat.self,
        ZstdFormat.self,
        XZFormat.self,
        Bzip2Format.self,
        ZipFormat.self,
        WARCFormat.self,
        TarFormat.self,
        ARCFormat.self,
        MHTMLFormat.self,
        JSONLDFormat.self,
        PDFFormat.self,
        ANPA1312Format.self,
        IPTC7901Format.self,
        NITFFormat.self,
        NewsMLG2Format.self,
        NewsML1Format.self,
        RitzauXMLFormat.self,
        NinjsFormat.self,
        XMLFormat.self,
        RTFFormat.self,
        HTMLFormat.self,
        MarkdownFormat.self,
        TextFormat.self,
    ]
}
