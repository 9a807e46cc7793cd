/// Words that say nothing of what a text is about, in the languages that most news of the archive's first users is in.
///
/// In a large archive their frequency says so; in a young one there is nothing to count yet.
enum CommonWords {
    static func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

    private static let hashes: Set<UInt64> = {
        var hashes: Set<UInt64> = []
        for word in lists.split(separator: " ") {
            hashes.insert(TextHash.mixed(word.utf8.reduce(TextHash.start) { TextHash.adding($1, to: $0) }))
        }
        return hashes
    }()

    private static let lists =
        english + " " + german + " " + french + " " + spanish + " " + italian + " " + dutch + " " + portuguese

    private static let english = """
        a about after all also an and any are as at be because been before being between both but by can could did do does \
        during each even for from further had has have having he her here hers him his how i if in into is it its just last \
        like made make many may me more most much must my new no nor not now of off on once one only or other our out over own \
        re said same say says she should so some still such than that the their them then there these they this those three \
        through to told too two under until up us very was we were what when where which while who whom why will with would \
        year years you your yesterday today monday tuesday wednesday thursday friday saturday sunday according
        """
    private static let german = """
        aber alle als am an auch auf aus bei bis da damit dann das dass dem den der des die dies diese dieser doch durch ein \
        eine einem einen einer eines er es für gegen hat hatte ich ihr ihre im in ist ja kann kein mehr mit nach nicht noch nur \
        ob oder ohne sagte sein seine sich sie sind so über um und uns unter vom von vor war waren was wenn wer werden wie wir \
        wird wurde wurden zu zum zur zwischen
        """
    private static let french = """
        à au aux avec c ce ces cette comme d dans de des deux du elle elles en est et été être fait il ils l la le les leur lui \
        mais même n ne nous on ont ou où par pas plus pour qu que qui s sa sans se selon ses son sont sur un une vous y
        """
    private static let spanish = """
        a al ante como con contra cuando de del desde dijo dos el ella ellos en entre era es esta este estos fue ha han hasta la \
        las le lo los más me muy no o para pero por que se según ser si sin sobre son su sus también tras un una uno y ya
        """
    private static let italian = """
        a ad al alla anche che chi ci come con da dal dalla degli dei del della delle di e è ed fra gli ha hanno i il in la le \
        lo ma nel nella non o per più quando se si sono su sul sulla tra un una uno
        """
    private static let dutch = """
        aan als bij dan dat de der die dit door een en er had heeft het hij hun ik in is maar met naar niet nog of om onder ook \
        op over te tegen tot uit van voor was wat werd wordt ze zich zijn zo
        """
    private static let portuguese = """
        a ao aos as com como da das de do dos e é ela ele em entre era essa esse esta este foi há mais mas na nas não no nos o \
        os ou para pela pelo por que se sem ser seu sua são também um uma
        """
}
