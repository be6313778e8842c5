// swift-tools-version: 6.1
import PackageDescription

/// Every Swift target is built in Swift 6 language mode with warnings as errors.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .unsafeFlags(["-warnings-as-errors"]),
]

let package = Package(
    name: "askcsp",
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .target(name: "Notation", swiftSettings: strict),
        .target(name: "Facts", swiftSettings: strict),
        .target(name: "Language", dependencies: ["Notation", "Facts"], swiftSettings: strict),
        .target(
            name: "FactStore",
            dependencies: [
                "Notation", "Facts", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .systemLibrary(name: "CUnpack"),
        .systemLibrary(name: "CMessageDigest"),
        .target(
            name: "OpenData", dependencies: ["Notation", "Facts", "CUnpack", "CMessageDigest"],
            swiftSettings: strict),
        .target(
            name: "Conversation", dependencies: ["Notation", "Facts", "Language", "FactStore"],
            swiftSettings: strict),
        .target(
            name: "Importing", dependencies: ["Notation", "Facts", "FactStore", "OpenData"],
            swiftSettings: strict),
        .target(name: "CReadline", linkerSettings: [.linkedLibrary("readline")]),
        .executableTarget(
            name: "embed-files", dependencies: ["Notation", "Language"], path: "Plugins/embed-files",
            swiftSettings: strict),
        .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"]),
        .target(
            name: "EmbeddedFiles", dependencies: ["Notation", "Language"], exclude: ["Grammar", "Data"],
            swiftSettings: strict,
            plugins: ["EmbedFiles"]),
        .executableTarget(
            name: "askcsp",
            dependencies: [
                "Notation", "Facts", "Language", "FactStore", "OpenData", "Importing", "Conversation",
                "CReadline", "EmbeddedFiles",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .target(name: "CTestSystem", path: "Tests/CTestSystem"),
        .testTarget(name: "CommandTests", dependencies: ["askcsp", "CTestSystem"], swiftSettings: strict),
        .target(
            name: "SampleScore",
            dependencies: ["Notation", "Facts", "Language", "FactStore", "Conversation"],
            path: "Tests/SampleScore",
            swiftSettings: strict),
        .executableTarget(
            name: "score-samples", dependencies: ["Conversation", "SampleScore"], path: "Tests/score-samples",
            swiftSettings: strict),
        .executableTarget(
            name: "bench",
            dependencies: ["Notation", "Facts", "Language", "FactStore", "Conversation", "SampleScore"],
            path: "Tools/bench", swiftSettings: strict),
        .testTarget(
            name: "ConversationTests",
            dependencies: ["Notation", "Facts", "Language", "FactStore", "Conversation", "SampleScore"],
            exclude: ["Transcripts", "LaterQuarters", "OpenData", "Completions.txt"], swiftSettings: strict),
        .testTarget(name: "NotationTests", dependencies: ["Notation"], swiftSettings: strict),
        .testTarget(
            name: "LanguageTests", dependencies: ["Notation", "Facts", "Language"],
            exclude: ["Periods", "Mistakes"],
            swiftSettings: strict),
        .testTarget(
            name: "OpenDataTests",
            dependencies: [
                "Notation", "Facts", "FactStore", "OpenData", "Importing", "EmbeddedFiles",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "FactStoreTests",
            dependencies: ["Notation", "Facts", "FactStore", .product(name: "GRDB", package: "GRDB.swift")],
            exclude: ["Corpus"], swiftSettings: strict),
    ]
)
