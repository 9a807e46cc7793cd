extension MessageID {
    /// The service has started: recovery is done and the inboxes are watched.
    public static let started = MessageID("5932a7f9f7ca4b108c5e9941e843e0c1", .notice)
    /// The service was asked to stop and finishes what is begun.
    public static let stopping = MessageID("95de3450b2ff44f19d721916498be5f3", .notice)
    /// A delivery was stored.
    public static let deliveryStored = MessageID("358abb4f581749a9800f43ee62002a21", .info)
    /// An article was to be withdrawn by another source than the one that sent it.
    public static let withdrawalDisputed = MessageID("d61a03eb60414de8b650ca7a2105ad07", .notice)
    /// A delivery holds nothing that was not known already.
    public static let deliveryDuplicate = MessageID("136bcc4c9308411eacd7c5a3391a90c6", .info)
    /// A delivery was rejected; its original is kept.
    public static let deliveryRejected = MessageID("33984694ff464a4ea6663e1f5f6ebaec", .notice)
    /// Something in the surroundings makes files wait.
    public static let troubleBegan = MessageID("2ed9719f685b45e6829805f0467afedd", .warning)
    /// What made files wait is over.
    public static let troubleEnded = MessageID("cfff4f4afe0b4a8598e0b19819479d62", .notice)
    /// A reader process crashed, hung or grew, and another took its place.
    public static let readerReplaced = MessageID("0a6aecc24bb7411eb84624a2945431eb", .warning)
    /// The kernel lost events of a watched folder, so that everything is looked through again.
    public static let overflowRescan = MessageID("2a5560c52cf047bd97fc828f39e12fc6", .warning)
    /// The configuration has errors and is not in force.
    public static let configurationRefused = MessageID("8937517f216d45aeb22db7865147ebfc", .error)
    /// A new configuration is in force.
    public static let reloaded = MessageID("d1044ea925ad424abeb735b7ba4343ba", .notice)
    /// The database was brought to the form that this version needs.
    public static let databaseMigrated = MessageID("c36d61019a4b418a9957e93cc5115470", .notice)
    /// A saved search found articles among those that were stored.
    public static let alertHit = MessageID("50fae843d01e4db4b7413f884e1cf014", .notice)
    /// An article was erased for good.
    public static let erased = MessageID("8a487bb0fca54f8a8cd458c3022f1f9a", .notice)
    /// Kept originals are missing or damaged.
    public static let originalsDamaged = MessageID("bcd882c7a00b46f5b6c88860f9ae79e4", .error)
    /// A kept original was damaged and was written again from the same bytes.
    public static let originalHealed = MessageID("4247981bd86d44a1ac3945a0c9563b6e", .notice)
    /// Originals are kept that the database knows nothing of.
    public static let originalsUnknown = MessageID("b1d795e5b15646ccaacba23fcd4ffec5", .error)
    /// The database is damaged.
    public static let databaseDamaged = MessageID("9378ac69eef04344a969db73095499a1", .error)

    /// What was past its term was removed.
    public static let pruned = MessageID("4d0c2d0f7a6e4b9aa1c35e8b6f2d9170", .notice)

    /// Every kind there is, for the proof that code and catalog agree.
    public static let all: [MessageID] = [
        .started, .stopping, .deliveryStored, .deliveryDuplicate, .deliveryRejected, .troubleBegan, .troubleEnded,
        .readerReplaced, .overflowRescan, .configurationRefused, .reloaded, .databaseMigrated,
        .erased, .originalsDamaged, .originalHealed, .originalsUnknown, .withdrawalDisputed,
        .databaseDamaged, .pruned, .alertHit,
    ]
}
