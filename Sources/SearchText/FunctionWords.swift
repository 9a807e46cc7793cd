/// Words that ask and join and name nothing: they count nothing in a question that has others.
///
/// A word that means something in another language of the same script ("war", "die", "son") is in no list: in an archive of several
/// languages nobody knows which one is meant, and a word that is common weighs little anyway.
package enum FunctionWords {
    /// Whether a folded word is one, in any language.
    package static func contain(_ word: String) -> Bool { all.contains(word) }

    private static let all = Set(
        lists.flatMap { $0.split(whereSeparator: \.isWhitespace).map { SearchFold.fold(String($0)) } })

    private static let lists = [
        // English
        """
        a an the of to in on at by for with from into onto upon about against between during before after above below over under
        again further then once here there and or but nor so if because as until while than too very just only own same such is are was were be
        been being am do does did doing done has have had having will would shall should can could may might must ought i me my mine we our you
        your he him his she her it its they them their this that these those what which who whom whose when where why how not no
        any both each few more most other some all many much make makes made get gets got go goes went say says said tell tells told
        someone somebody something anyone anything let also yet still ever
        """,
        // German
        """
        der das dem des ein eine einen einem einer eines und oder aber sondern denn weil dass ob wenn als wie wo wer wen wem wessen warum wieso
        weshalb wann was welche welcher welches welchen welchem ist sind sein gewesen wird werden wurde wurden worden habe haben hatte
        hatten kann können konnte soll sollen sollte muss müssen darf dürfen will wollen möchte macht machen im am an auf aus bei mit nach seit
        von vom zu zum zur über unter vor hinter neben zwischen gegen für durch ohne um bis nicht kein keine keinen auch nur noch schon sehr sich es sie
        ihr ihre ihren ihm ihn uns unser unsere euch mein meine dein deine seine seinen seiner dieser diese dieses diesen jener jede jeder jedes
        gibt geben dort da dann doch so etwa
        """,
        // French
        """
        le la les une des du de l d et ou mais donc ni que qui quoi dont où quand comment pourquoi combien quel quelle quels quelles lequel
        laquelle est sont était étaient sera seront été être a ont avait avaient avoir au aux en dans sur sous par pour avec sans contre entre vers chez
        depuis pendant avant après ce cet cette ces c s se sa ses leur leurs mon ma mes ta tes notre nos votre vos il elle ils elles on nous
        vous je tu ne n pas plus très aussi y fait font faire t j m qu
        """,
        // Spanish
        """
        el la los las una unos unas de del al y e o u pero sino que qué quien quién quienes cual cuál cuales donde dónde cuando cuándo como cómo
        por porque para sobre entre hasta desde contra hacia en a es fue fueron eran ser está están ha había se su sus lo le
        les me te nos mi tu este esta estos estas ese esa esos esas aquel aquella no ni más muy ya también hace hacen hacer
        """,
        // Portuguese
        """
        o a os as um uma uns umas de do da dos das em no na nos nas ao aos à às pelo pela e ou mas que quem qual quais onde quando como por porque
        para com sem sobre entre até desde contra é são foi foram ser está estão há tem têm se seu sua seus suas lhe este esta esse essa isso não
        nem mais muito já também faz fazem fazer
        """,
        // Italian
        """
        il lo la i gli le uno una di del dello della dei degli delle a al allo alla agli alle da dal dalla dai in nel nella nei nelle su sul
        sulla per tra fra e ed o ma che chi cosa quale quali quando come perché è sono erano essere ha hanno aveva si suo sua suoi
        questo questa questi queste quello quella non né più molto già anche ci
        """,
        // Dutch
        """
        de het een en of maar dat dit deze wie wat waar wanneer waarom hoe welke is zijn waren wordt worden werd werden heeft hebben had
        hadden kan kunnen zal zullen moet moeten naar voor over onder tussen tegen zonder bij uit op aan in te tot om niet geen ook
        nog al er zich hij zij ze wij hun haar
        """,
        // Swedish, Danish, Norwegian
        """
        och eller att som vad vem var när varför hur vilken vilket vilka är är blir ble blev har hade kan ska skal vil til från fra med för
        av på i om under över mellan mot utan uden efter hos inte ikke inga ingen ett en den det de dess sitt sina hon hun vi ni de dem er var
        og hva hvem hvor hvornår hvorfor hvordan hvilken hvilke et ei som på av
        """,
        // Polish
        """
        i oraz a lub albo czy że żeby aby jak jaki jaka jakie jakich kto kogo komu co czego gdzie kiedy dlaczego czemu ile jest są był była było
        były być będzie będą ma mają w we na z ze do od po o u za przed nad pod dla bez przez przy między się go jej jego ich im ta to te tego
        tej tych tym nie ani tak już też
        """,
        // Czech
        """
        a i nebo že aby jak jaký jaká jaké kdo koho co kde kdy proč kolik je jsou byl byla bylo byly být bude má mají v ve na z ze do od po o u
        za před nad pod bez při mezi se si ho její jeho jejich ta to ty toho té těch ne ani už také
        """,
        // Russian, Ukrainian
        """
        и или но а что чтобы как какой какая какое какие каких кто кого кому где когда почему зачем сколько это этот эта эти этого этой этих тот та
        те есть был была было были быть будет будут в во на с со к ко у о об от до из за по под над при для без через между про не ни же ли бы он
        она оно они его ее их им мы вы вас нас я ты мне свой своя свои себя так уже еще тоже
        та і й або але що щоб як який яка яке які хто де коли чому навіщо скільки це цей ця ці є був була було були бути у з із зі до від для без
        через між про не ні він вона вони його її їх
        """,
        // Greek
        """
        ο η το οι τα του της των τον την τους τις στο στη στην στον στα στους στις ένας μια ένα και ή αλλά που πού πότε πώς πως γιατί ποιος ποια ποιο
        ποιοι τι είναι ήταν έχει έχουν είχε θα να δεν μη μην με σε για από κατά προς μέχρι χωρίς μεταξύ αυτός αυτή αυτό αυτοί
        """,
        // Turkish
        "ve veya ama ile için gibi kadar ne neden niçin nasıl nerede hangi bu şu o bir mi mı mu mü değil daha çok",
        // Hungarian
        "a az és vagy de hogy mi ki hol mikor miért hogyan milyen melyik lesz nem is csak egy ez azt ezt",
        // Finnish
        "ja tai mutta että mikä mitä kuka missä milloin miksi miten millainen on oli ovat ei se ne hän joka jotka myös",
        // Romanian
        "și sau dar că ce cine unde când de cum este sunt o al a la în pe cu din pentru prin nu mai",
        // Indonesian
        " atau tetapi apa siapa di mana kapan mengapa bagaimana ini itu adalah dengan untuk dari ke pada tidak",
        // Arabic
        "و في من إلى على عن مع هل ما ماذا لماذا كيف أين متى الذي التي هذا هذه ذلك كان كانت هو هي لا لم لن أو ثم بين",
        // Hebrew
        "של את על עם אל מן כי או אבל מה מי איפה מתי למה מדוע איך זה זאת הוא היא הם לא גם",
        // Hindi
        "का के की को में से पर और या है हैं था थे थी क्या कौन कहाँ कब क्यों कैसे यह वह इस उस नहीं भी",
    ]

    /// Pairs and single characters of Chinese and Japanese questions that name nothing.
    package static func containUnit(_ unit: String) -> Bool { units.contains(unit) }

    private static let units = Set(
        "哪些 什么 什麼 如何 怎么 怎麼 为什么 为何 為何 是否 的是 了解 多少 何时 何時 谁是 誰是 です ます した する して から まで なぜ どう".split(
            separator: " "
        ).map(String.init))
}
