/// The words by which pages that are no articles give themselves away.
extension PageVerdict {
    /// Parts of addresses of lists, profiles, searches and shops.
    static let listPaths: Set<String> = [
        "tag", "tags", "etiqueta", "etiquetas", "schlagwort", "mot-cle", "category", "categories", "kategorie",
        "categoria",
        "author", "authors", "autor", "auteur", "search", "suche", "recherche", "buscar", "topics", "topic", "thema",
        "forum", "forums", "viewforum.php", "archive", "archives", "directory", "collections", "collection", "products",
        "product", "shop", "shopping", "store", "profile", "profiles", "label", "rubrik", "signin", "login",
    ]
    /// Addresses that end in one of these are those of a list of articles.
    static let listNames: Set<String> = [
        "blog", "news", "articles", "stories", "posts", "nachrichten", "noticias", "actualites",
    ]
    /// Types of linked data that are no article, and what a person calls them.
    static let otherTypes: [(type: String, what: String)] = [
        ("CollectionPage", "a collection of pages"), ("SearchResultsPage", "results of a search"),
        ("ItemList", "a list"),
        ("ProfilePage", "a profile"), ("ContactPage", "a contact page"), ("AboutPage", "a page about its publisher"),
    ]
    /// Phrases with which sites say that there is nothing to read.
    static let errorPhrases = [
        "sorry, we", "unable to complete your request", "something went wrong", "page you requested",
        "page you are looking for", "isn't available", "is not available", "cannot be found", "can't be found",
        "couldn't find", "seite nicht gefunden", "seite existiert nicht", "page introuvable", "n'existe pas",
        "página no encontrada", "no existe", "pagina non trovata", "страница не найдена", "nie znaleziono",
        "ページが見つかりません", "页面不存在",
    ]
    /// Words of which a wall has many and an article about walls has a date besides.
    static let wallWords = [
        "cookie", "consent", "einwilligung", "zustimm", "akzeptier", "mit werbung", "datenschutz", "tracking",
        "partner",
        "pur-abo", "privacy", "accept", "consentement", "accepter", "publicité", "abonn", "aceptar", "consentimiento",
        "log in", "sign in", "password", "passwort", "mot de passe", "contraseña", "e-mail", "email", "anmelden",
        "register", "create an account", "forgot", "subscribe", "subscriber", "continue reading", "weiterlesen",
        "personalis", "personaliz", "advertis", "werbung", "registrier", "endgerät", "device",
    ]
    /// How many of them make a wall (5 to 7).
    static let fewestWallWords = 6
    /// Letters of the longest wall, and of one that three of the words make.
    static let longestWall = 2_000
    static let shortWall = 600
    /// Classes of the body by which publishing programs other than WordPress tell their lists, front pages and products: phpBB, Shopify, WooCommerce,
    /// Magento, Ghost, Joomla, Drupal, MediaWiki.
    static let programClasses: [Substring: String] = [
        "section-index": "it is the index of a forum", "section-viewforum": "it is a list of the topics of a forum",
        "template-product": productOffer, "single-product": productOffer, "catalog-product-view": productOffer,
        "template-collection": productList, "template-list-collections": productList,
        "catalog-category-view": productList,
        "tax-product_cat": productList, "post-type-archive-product": productList, "woocommerce-shop": productList,
        "template-search": "it is the result of a search", "catalogsearch-result-index": "it is the result of a search",
        "tag-template": "it is a list of articles by subject, author or month",
        "author-template": "it is a list of articles by subject, author or month",
        "path-taxonomy": "it is a list of articles by subject, author or month",
        "page-taxonomy-term": "it is a list of articles by subject, author or month",
        "view-category": "it is a list of articles by subject, author or month",
        "home-template": "it is the front page of a site", "template-index": "it is the front page of a site",
        "cms-index-index": "it is the front page of a site", "path-frontpage": "it is the front page of a site",
        "ns-special": "it is a page that a wiki makes of others",
    ]
    private static let productOffer = "it offers a product"
    private static let productList = "it is a list of products"
}
