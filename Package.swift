// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// What ships uses neither regular expressions nor tasks: without their modules the static binary is 1.8 MB smaller.
let shippedSettings: [SwiftSetting] =
  settings + [
    .unsafeFlags([
      "-Xfrontend", "-disable-implicit-string-processing-module-import",
      "-Xfrontend", "-disable-implicit-concurrency-module-import",
    ])
  ]

/// A library target; what it must never contain is said at the top of its main file.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: shippedSettings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
  name: "seed-lsp",
  products: [
    .executable(name: "seed-lsp", targets: ["seed-lsp"])
  ],
  targets: [
    library("JSON"),
    library("LanguageServerProtocol", ["JSON"]),
    library("SeedSyntax"),
    library("SeedModel", ["SeedSyntax"]),
    library("SeedIDE", ["SeedModel", "SeedSyntax"]),
    library("SeedReport", ["SeedModel", "SeedSyntax", "JSON"]),
    library("SeedWorkspace", ["SeedModel", "SeedSyntax", "JSON"]),
    library(
      "SeedServer",
      [
        "SeedIDE", "SeedReport", "SeedModel", "SeedSyntax", "SeedWorkspace", "LanguageServerProtocol", "JSON",
      ]),
    .executableTarget(
      name: "seed-lsp",
      dependencies: [
        "SeedServer", "SeedReport", "SeedWorkspace", "SeedIDE", "SeedModel", "SeedSyntax",
        "LanguageServerProtocol",
      ],
      swiftSettings: shippedSettings),
    .executableTarget(
      name: "seed-bench",
      dependencies: [
        "SeedServer", "SeedWorkspace", "SeedIDE", "SeedModel", "SeedSyntax", "LanguageServerProtocol", "JSON",
      ],
      swiftSettings: settings),
    .target(
      name: "SeedTestSupport",
      dependencies: ["SeedServer", "SeedIDE", "SeedModel", "SeedSyntax", "LanguageServerProtocol", "JSON"],
      path: "Tests/SeedTestSupport",
      swiftSettings: settings),
    tests("JSONTests", ["JSON"]),
    tests("LanguageServerProtocolTests", ["LanguageServerProtocol", "JSON"]),
    tests("SeedSyntaxTests", ["SeedSyntax", "SeedTestSupport"]),
    tests("SeedModelTests", ["SeedModel", "SeedSyntax", "SeedTestSupport"]),
    tests("SeedIDETests", ["SeedIDE", "SeedModel", "SeedSyntax", "SeedTestSupport"]),
    tests("SeedWorkspaceTests", ["SeedWorkspace", "SeedModel", "SeedSyntax", "SeedTestSupport"]),
    tests(
      "SeedServerTests",
      ["SeedServer", "SeedIDE", "SeedModel", "SeedSyntax", "LanguageServerProtocol", "JSON", "SeedTestSupport"]),
    tests("SeedReportTests", ["SeedReport", "SeedModel", "SeedSyntax", "SeedTestSupport"]),
    tests("CommandLineTests", ["seed-lsp", "SeedTestSupport"]),
  ]
)
