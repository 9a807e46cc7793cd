/// Why a single block is no part of a body, whatever stands around it.
enum BlockRefusal: String {
    case empty = "it has no letters"
    case foreign = "it belongs to another story or to terms of use"
    case marked = "its marks say that it is no article text"
    case caption = "it is a caption"
    case figure = "it belongs to a figure"
    case pullQuote = "it is a pull quote"
    case headline = "it is or repeats the headline"
    case heading = "it is a heading of links or a long one"
    case byline = "it is a byline or a time"
    case links = "most of it is links"
    case scrap = "it is a scrap without the end of a sentence"
    case pictureCredit = "it credits a picture"
}
