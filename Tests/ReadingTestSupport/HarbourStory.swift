/// An invented story that tests put on pages.
package enum HarbourStory {
    /// Its paragraphs.
    package static let paragraphs = [
        "The harbour bridge reopened to traffic on Monday morning, two years after inspectors found cracks in its southern pylon.",
        "About 400 people gathered in light rain to watch the first buses cross, and a brass band from the shipyard played until noon.",
        "Engineers replaced 1,200 metres of steel cable, strengthened both pylons, and laid a new deck that is lighter than the old one.",
        "The repairs cost 84 million, a third more than planned, because the winter storms stopped the cranes for seven weeks.",
        "Ferries that carried commuters across the inlet will keep running until the end of the month, the port authority said.",
    ]
}
