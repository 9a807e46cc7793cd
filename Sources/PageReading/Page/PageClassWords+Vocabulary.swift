extension PageClassWords {
    /// Words that people who build pages use for their parts, in the languages of the web's larger systems.
    static let vocabulary: [(PageMarks, StaticString)] = [
        (.hidden, "-sr-only- -visually-hidden -visuallyhidden -screen-reader -is-hidden- -print-only -printonly"),
        (.maybeHidden, "-hidden- -d-none- -hide-"),
        (
            .navigation,
            """
            -nav- -navbar -navigation -navi- -menu- -mainmenu -submenu -breadcrumb -pagination -pager- -sitemap- -toc- \
            -table-of-contents -skip-link -skiplink -topbar -top-bar -masthead -megamenu -offcanvas -off-canvas -pagenav \
            -post-nav -prev-next -prevnext -ez-toc -language-switcher -search-form -searchform -searchbox -jumplinks
            """
        ),
        (.footer, "-footer -foot- -colophon -copyright- -imprint- -siteinfo -bottom-bar"),
        (
            .sidebar,
            """
            -sidebar -side-bar -rail- -right-rail -left-rail -sidecol -side-column -secondary- -widget-area \
            -right-col- -rightcol- -right-column- -rightcolumn -leftcol- -seitenleiste -barra-lateral -sidenav
            """
        ),
        (
            .comments,
            """
            -comment- -comments -commentlist -commentform -commentsection -comment-list -disqus -livefyre -respond- \
            -replies- -kommentar -commentaires -comentario -commenti- -kommentare -discussion-area -usercomments \
            -reader-comments -fb-comments -leserbrief -komentar -conversation-wrapper -viafoura -coral-talk -hyvor
            """
        ),
        (
            .related,
            """
            -related -recommend -more-news -readmore -read-more -see-also -seealso -similar- -popular- -popularposts \
            -popular-posts -trending -most-read -mostread -mostpopular -most-popular -teaser- -teasers -outbrain -taboola \
            -more-stories -morestories -more-from -morefrom -next-post -nextpost -previous-post -suggested -recirc \
            -crosslink -verwandte -relacionad -correlat -similaires -yarpp -onward -recommandation -upnext -up-next \
            -mehr-zum-thema -linkbox -link-box -linklist -link-list -also-read -alsoread -also-like -you-may -you-might -read-next -readnext \
            -read-also -further-reading -lire-aussi -lireaussi -leer-mas -lea-tambien -te-puede -zergnet -revcontent -mgid \
            -related-content -internal-link -interlink -ranking- -newslist -news-list -latest- -other-news \
            -othernews -more-articles -morearticles -story-list -storylist -article-list -articlelist -post-list -card-list -promo-list -jetpack-relatedposts -topstories -top-stories -editors-picks -editor-picks -editorspick
            """
        ),
        (
            .share,
            """
            -share- -sharing -shares- -sharebar -sharetools -share-tools -sharedaddy -social- -socials -socialmedia -addthis -addtoany -a-a- \
            -bookmark -follow-us -followus -follow-button -social-media -sns- -snsbox -shariff -facebook-like -fb-like -print-button \
            -email-link -article-tools -articletools -article-actions -toolbar -tool-bar -tools- -font-size -fontsize -teilen- -compartir -partager -condividi -textsize
            """
        ),
        (
            .promo,
            """
            -onetrust -didomi -usercentrics -cookiebot -cmpbox -newsletter -promo- -promos -promotion -promobox -subscribe -subscription -signup -sign-up -cta- -call-to-action -donate -donation \
            -membership -sponsor -sponsored -advert -advertisement -ad- -ads- -adslot -ad-slot -adbox -adunit -adsense -adwrap -adcontainer -adv- -pub- -publicidad -publicite -anzeige -werbung -reklam \
            -banner -popup -pop-up -modal- -cookie -consent -gdpr -overlay -dfp- -gpt-ad -googlead -appeal- -app-download -appstore -app-promo -paywall- \
            -subscribe-wall -regwall -piano- -tp-container -barrier- -login- -register- -mailchimp -optin -opt-in -lead-magnet -abo- -abonne -shop- -product-card \
            -affiliate -buy-now -coupon -giveaway -notification- -alert-bar -toast- -tooltip -survey -quiz- -poll- -polls-
            """
        ),
        (
            .byline,
            """
            -byline -bylines -author- -authors- -authorname -dateline- -timestamp -publish-date -published -pubdate -pub-date -post-meta -postmeta -entry-meta -entrymeta \
            -article-meta -articlemeta -meta- -metadata -date- -datetime -posted-on -postedon -posted- -post-date -postdate -post-info -postinfo -article-info -articleinfo -credits- -writer- -reporter- \
            -autor- -auteur- -autore- -verfasser -update-date -last-updated -lastupdated -updated- -reading-time -readtime -read-time -article-date -articledate -news-date -story-meta -info-bar -views-count -view-count -post-views
            """
        ),
        (
            .author,
            """
            -byline- -bylines -author- -authors- -authorname -author-name -byline-name -writer- -writers- -reporter- \
            -autor- -autoren- -autores- -auteur- -auteurs- -autore- -autori- -verfasser -redakteur -journalist- -article-author -articleauthor \
            -post-author -postauthor -entry-author -contributor-name -contributors- -firma- -redactor-
            """
        ),
        (
            .biography,
            """
            -author-bio -authorbio -author-box -authorbox -about-author -abouttheauthor -about-the-author -aboutauthor -biography -author-info -authorinfo \
            -author-card -author-profile -author-description -author-desc -post-author-box -saboxplugin -writer-info -bio- -contributor-bio -author-block -article-author-bio
            """
        ),
        (
            .tags,
            "-tags- -tag-list -taglist -tag-links -topics- -topic-list -topiclist -post-tags -posttags -entry-tags -keywords- -cat-links -tagcloud -tag-cloud -post-categories -category-list -article-tags -hashtags -story-tags -tags-links"
        ),
        (
            .caption,
            """
            -caption -captions -figcaption -photo-credit -photocredit -image-credit -imagecredit -img-credit -img-caption -image-text -picture-text \
            -bildunterschrift -bildtext -media-caption -photo-desc -photodesc -photo-info -image-description -image-info -legende- -didascalia -pie-de-foto -piedefoto -foto-bajada -copyright-label -image-source -img-source -photo-text -phototext
            """
        ),
        (
            .embed,
            "-twitter-tweet -instagram-media -tiktok-embed -fb-post -bluesky-embed -reddit-card -twitter-video -embedly-card -mastodon-embed -text-post-media -twitter-embed"
        ),
        (
            .gallery,
            "-gallery -galleries -slideshow -slide-show -carousel -slider- -lightbox -photoswipe -swiper -flexslider -owl-carousel -galeria -diaporama -bildergalerie -fotostrecke"
        ),
        (.pullQuote, "-pullquote -pull-quote -pulled-quote -quote-pull"),
        (
            .body,
            """
            -article-body -articlebody -article-content -articlecontent -article-text -articletext -article-copy -article-main-content -post-content -postcontent \
            -entry-content -entrycontent -story-body -storybody -story-content -storycontent -story-text -storytext -body-content -bodycontent -content-body -contentbody -body-copy -bodycopy -body-text -bodytext -post-body -postbody -post-entry -post-text \
            -news-text -newstext -news-content -newscontent -news-body -newsbody -news-detail-content -text-body -field-name-body -field-body -single-content -blog-content -blog-post-content -wysiwyg -rich-text -richtext -td-post-content \
            -cuerpo- -cuerpo-nota -brodtext -corps- -artikel-text -artikeltext -artikelinhalt -artikel-body -artikel-content -texto-noticia -contenido-noticia -content-text -contenttext -detail-content -detail-text -detail-body -articletextcontent -main-text -maintext \
            -article-inner -articlepage-body -page-content-body -entry-body -entrytext -entry-text -theme-post-content -readable -full-article -fulltext -full-text -newsarticle -treeContent -zw-con -article-section-content -art-content -art-text -arttext -article-detail -articledetail -article-paragraphs
            """
        ),
        (
            .deck,
            """
            -deck- -dek- -standfirst -subtitle -sub-title -subheadline -sub-headline -article-lead -article-lede -lead- -lede- -leadtext -lead-text -chapo- -chapeau- -excerpt -intro- -introtext -intro-text -article-intro -article-summary \
            -summary -sapo- -bajada -copete- -entradilla -ingress -preamble -vorspann -sottotitolo -subheading- -strapline -article-description -articledescription -sub-heading -subhead- -article-subtitle -article-excerpt -perex -abstract- -post-excerpt -headline-description -teasertext -article-sub -synopsis- -sommario -catenaccio -resumen- -resume- -gancio -description-
            """
        ),
        (
            .headline,
            "-headline- -article-title -articletitle -post-title -posttitle -entry-title -entrytitle -story-title -page-title -pagetitle -news-title -newstitle -titulo- -titre- -titolo-"
        ),
        (.header, "-site-header -page-header -siteheader -globalheader -global-header"),
        (
            .disclaimer,
            "-disclaimer -copyright-notice -legal-notice -rights-link -corrections-policy -article-footer -articlefooter -entry-footer -post-footer -postfooter -story-footer -article-bottom -after-content -after-article -after-post -below-article"
        ),
    ]
}
