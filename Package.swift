// swift-tools-version: 6.2

import PackageDescription

/// Every room is compiled in Swift 6 mode (the tools version's default) and must be free of warnings.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
    name: "wiredesk",
    products: [
        .executable(name: "wiredesk", targets: ["wiredesk"]),
        .executable(name: "wiredesk-reader", targets: ["wiredesk-reader"]),
        .executable(name: "wiredesk-web", targets: ["wiredesk-web"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        // For the web interface alone, and without the traits that bring libraries that it does not use.
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.1"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
    ],
    targets: [
        // C at the edge: headers and shims only.
        .target(name: "CLinux"),
        .target(name: "CConfinement", linkerSettings: [.linkedLibrary("seccomp")]),
        .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CLzma", pkgConfig: "liblzma", providers: [.apt(["liblzma-dev"])]),
        .systemLibrary(name: "CBzip2", providers: [.apt(["libbz2-dev"])]),
        .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CUchardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),
        .systemLibrary(name: "CGLib", pkgConfig: "gobject-2.0", providers: [.apt(["libgmime-3.0-dev"])]),
        // Not by gmime's own pkg-config file: SwiftPM warns in each build of flags in it that it does not take.
        .target(
            name: "CMime", dependencies: ["CGLib"], cSettings: [.unsafeFlags(["-I/usr/include/gmime-3.0"])],
            linkerSettings: [.linkedLibrary("gmime-3.0")]),
        .target(name: "CLanguageDetector", linkerSettings: [.linkedLibrary("cld2")]),
        .target(name: "CFoldTable"),
        // What the name tagger has learned, written by EntityTrainer.
        .target(
            name: "CEntityModel", exclude: ["english.model", "other.model", "NOTICE"],
            cSettings: [.headerSearchPath(".")]),
        .target(name: "CRanking", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),

        // Rooms, from the ground up; imports only point to earlier rooms.
        .target(name: "NewsModel", swiftSettings: strict),
        .target(name: "LinuxSystem", dependencies: ["CLinux"], swiftSettings: strict),
        .target(name: "Hashing", dependencies: ["CCrypto", "NewsModel"], swiftSettings: strict),
        // From bytes to articles, a street of rooms.
        .target(
            name: "Bytes",
            dependencies: ["NewsModel", "CUchardet", "CZlib", "CZstd", "CLzma", "CBzip2", "CBrotli"],
            swiftSettings: strict),
        .target(name: "Markup", dependencies: ["Bytes", "NewsModel"], swiftSettings: strict),
        .target(name: "NewsText", dependencies: ["Bytes", "NewsModel", "CLanguageDetector"], swiftSettings: strict),
        .target(
            name: "PageReading", dependencies: ["Markup", "NewsText", "Bytes", "NewsModel"], swiftSettings: strict),
        .target(
            name: "Formats", dependencies: ["PageReading", "Markup", "NewsText", "Bytes", "NewsModel", "CMime"],
            swiftSettings: strict),
        .target(name: "Analysis", dependencies: ["NewsModel", "CEntityModel"], swiftSettings: strict),
        .target(name: "ReaderProtocol", dependencies: ["NewsModel"], swiftSettings: strict),
        .target(name: "SearchText", dependencies: ["CFoldTable", "CStemmer"], swiftSettings: strict),
        .target(name: "ArticleQuery", dependencies: ["NewsModel", "SearchText"], swiftSettings: strict),
        .target(
            name: "DeskProtocol", dependencies: ["NewsModel", "LinuxSystem", "CLinux"], swiftSettings: strict),
        .target(
            name: "ReaderHost", dependencies: ["ReaderProtocol", "NewsModel", "LinuxSystem", "CLinux"],
            swiftSettings: strict),
        .target(
            name: "Intake", dependencies: ["NewsModel", "LinuxSystem", "CLinux", "Hashing"], swiftSettings: strict),
        .target(
            name: "Archive",
            dependencies: [
                "ArticleQuery", "NewsModel", "SearchText", "Hashing", "LinuxSystem", "CZstd", "CRanking", "CSQLite",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ], swiftSettings: strict),
        .target(name: "Export", dependencies: ["ArticleQuery", "NewsModel"], swiftSettings: strict),
        .target(
            name: "Presentation",
            dependencies: ["ArticleQuery", "DeskProtocol", "Export", "LinuxSystem", "NewsModel"],
            swiftSettings: strict),
        .target(
            name: "Systemd",
            dependencies: ["LinuxSystem", "CSystemd", .product(name: "Logging", package: "swift-log")],
            swiftSettings: strict),
        .target(
            name: "Desk",
            dependencies: [
                "NewsModel", "Analysis", "Intake", "ReaderHost", "ReaderProtocol", "ArticleQuery", "DeskProtocol",
                "Archive", "Export",
                "Systemd",
                "LinuxSystem",
                "CLinux",
                "Hashing",
                "WebAccess",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Yams", package: "Yams"),
            ], swiftSettings: strict),

        .target(
            name: "WebAccess", dependencies: ["Hashing", "LinuxSystem", "NewsModel"], swiftSettings: strict),
        .target(
            name: "Web",
            dependencies: [
                "Archive", "ArticleQuery", "CZlib", "DeskProtocol", "Export", "Hashing", "LinuxSystem", "NewsModel",
                "Presentation", "WebAccess",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ], swiftSettings: strict),
        .target(
            name: "ProgramOptions",
            dependencies: ["Desk", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: strict),

        // Programs.
        .executableTarget(
            name: "wiredesk-web",
            dependencies: [
                "Web", "ArticleQuery", "Desk", "DeskProtocol", "Presentation", "ProgramOptions", "Systemd",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ], swiftSettings: strict),
        .executableTarget(
            name: "wiredesk-reader",
            dependencies: [
                "NewsModel", "Bytes", "Formats", "Analysis", "ReaderProtocol", "LinuxSystem", "CLinux", "CConfinement",
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "wiredesk",
            dependencies: [
                "Desk", "DeskProtocol", "Presentation", "ProgramOptions", "ArticleQuery", "Archive", "Export",
                "Intake", "NewsModel",
                "ReaderHost",
                "LinuxSystem",
                "Systemd",
                "WebAccess",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ], swiftSettings: strict),

        // Made-up histories of an inbox, run by a program of their own.
        .target(
            name: "CSimulatedDisk", path: "Tests/CSimulatedDisk", linkerSettings: [.linkedLibrary("sqlite3")]),
        .executableTarget(
            name: "Simulation",
            dependencies: [
                "Desk", "Archive", "ArticleQuery", "Intake", "NewsModel", "Hashing", "ReaderHost", "ReaderProtocol",
                "LinuxSystem", "SeededNumbers", "CSimulatedDisk",
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
            ], path: "Tests/Simulation", swiftSettings: strict),

        // Numbers that repeat, for tests, measurements and training.
        .target(name: "SeededNumbers", path: "Tests/SeededNumbers", swiftSettings: strict),

        // Measuring programs, not installed.
        .executableTarget(
            name: "ReaderBenchmark", dependencies: ["Bytes", "PageReading", "Formats", "Analysis", "NewsModel"],
            path: "Benchmarks/ReaderBenchmark",
            swiftSettings: strict),
        .executableTarget(
            name: "ArchiveBenchmark", dependencies: ["ArticleQuery", "Archive", "NewsModel", "SeededNumbers"],
            path: "Benchmarks/ArchiveBenchmark",
            swiftSettings: strict),

        .executableTarget(
            name: "AnalysisBenchmark",
            dependencies: ["Analysis", "NewsText", "NewsModel", "Archive"],
            path: "Benchmarks/AnalysisBenchmark",
            swiftSettings: strict),

        // Training, not installed.
        .executableTarget(
            name: "EntityTrainer", dependencies: ["Analysis", "SeededNumbers"], path: "Training/EntityTrainer",
            swiftSettings: strict),

        // Tests.
        .testTarget(name: "ArchitectureTests"),
        .testTarget(name: "NewsModelTests", dependencies: ["NewsModel"]),
        // What the tests of the reading rooms share.
        .target(
            name: "ReadingTestSupport", dependencies: ["Bytes", "NewsModel"], path: "Tests/ReadingTestSupport",
            swiftSettings: strict),
        .testTarget(name: "BytesTests", dependencies: ["Bytes", "NewsModel", "ReadingTestSupport"]),
        .testTarget(name: "MarkupTests", dependencies: ["Markup", "Bytes"]),
        .testTarget(name: "NewsTextTests", dependencies: ["NewsText", "Bytes", "NewsModel"]),
        .testTarget(
            name: "PageReadingTests",
            dependencies: ["PageReading", "Markup", "Bytes", "NewsModel", "ReadingTestSupport"]),
        .testTarget(
            name: "FormatsTests",
            dependencies: [
                "Formats", "PageReading", "NewsText", "Markup", "Bytes", "NewsModel", "CZlib", "ReadingTestSupport",
            ]),
        .testTarget(name: "SearchTextTests", dependencies: ["SearchText", "CFoldTable"]),
        .testTarget(
            name: "ArticleQueryTests",
            dependencies: [
                "ArticleQuery", "SearchText", "SeededNumbers", .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .testTarget(name: "AnalysisTests", dependencies: ["Analysis", "NewsModel"]),
        .testTarget(name: "ReaderProtocolTests", dependencies: ["ReaderProtocol", "NewsModel"]),
        .target(name: "CAttack", path: "Tests/CAttack"),
        .executableTarget(
            name: "misbehaving-reader",
            dependencies: ["NewsModel", "ReaderProtocol", "LinuxSystem", "CLinux", "CConfinement", "CAttack"],
            path: "Tests/MisbehavingReader", swiftSettings: strict),
        .testTarget(
            name: "ReaderHostTests",
            dependencies: ["ReaderHost", "ReaderProtocol", "NewsModel", "LinuxSystem", "misbehaving-reader"]),
        .testTarget(name: "IntakeTests", dependencies: ["Intake", "NewsModel", "LinuxSystem"]),
        .testTarget(
            name: "ArchiveTests",
            dependencies: [
                "Archive", "ArticleQuery", "NewsModel", "Hashing", "LinuxSystem", "SearchText", "SeededNumbers",
            ]),
        .testTarget(name: "ExportTests", dependencies: ["Export", "Bytes", "Formats", "NewsModel", "SeededNumbers"]),
        .testTarget(
            name: "PresentationTests",
            dependencies: ["Presentation", "ArticleQuery", "DeskProtocol", "Export", "NewsModel"]),
        .testTarget(name: "DeskProtocolTests", dependencies: ["DeskProtocol", "LinuxSystem", "NewsModel"]),
        .testTarget(name: "SystemdTests", dependencies: ["Systemd"]),
        .testTarget(
            name: "DeskTests",
            dependencies: [
                "Desk", "Archive", "ArticleQuery", "Intake", "NewsModel", "ReaderHost", "LinuxSystem", "WebAccess",
            ]),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "WebAccess", "wiredesk", "wiredesk-reader", "wiredesk-web",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
            ]),
        .testTarget(
            name: "ProgramTests",
            dependencies: [
                "NewsModel", "LinuxSystem", "SeededNumbers", "wiredesk", "wiredesk-reader", "misbehaving-reader",
                "Simulation",
            ]),
    ],
    cxxLanguageStandard: .cxx17
)
