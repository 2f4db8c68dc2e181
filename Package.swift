// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// MARK: - What ships

// The static binary shall be small; protocol-notes.md has what each of these saves.
let linux: [Platform] = [.linux]

/// Uses neither regular expressions nor tasks, so that their modules aren't linked. Functions that nobody calls are left out.
/// What is public is inlined and specialised in other modules too; what has `package` access never is.
let shippedSettings: [SwiftSetting] =
  settings + [
    .unsafeFlags([
      "-Xfrontend", "-disable-implicit-string-processing-module-import",
      "-Xfrontend", "-disable-implicit-concurrency-module-import",
    ]),
    .unsafeFlags(["-Xfrontend", "-function-sections"], .when(platforms: linux, configuration: .release)),
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
  ]

/// For what is no part of the work on a keystroke.
let smallSettings: [SwiftSetting] =
  shippedSettings + [.unsafeFlags(["-Osize"], .when(configuration: .release))]

let linkerSettings: [LinkerSetting] = [
  .unsafeFlags(
    ["-Xlinker", "--gc-sections", "-Xlinker", "--icf=all"], .when(platforms: linux, configuration: .release))
]

/// A library target; what it must never contain is said at the top of its main file.
func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], _ settings: [SwiftSetting] = shippedSettings
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
  name: "seed-lsp",
  // Spans of strings.
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "seed-lsp", targets: ["seed-lsp"])
  ],
  targets: [
    library("JSON"),
    library("LanguageServerProtocol", ["JSON"], smallSettings),
    library("SeedSyntax"),
    library("SeedModel", ["SeedSyntax"]),
    library("SeedStudy", ["SeedModel", "SeedSyntax"]),
    library("SeedRules", ["SeedStudy", "SeedModel", "SeedSyntax"]),
    library("SeedIDE", ["SeedRules", "SeedStudy", "SeedModel", "SeedSyntax"]),
    library("SeedReport", ["SeedRules", "SeedStudy", "SeedModel", "SeedSyntax", "JSON"], smallSettings),
    library("SeedWorkspace", ["SeedRules", "SeedStudy", "SeedModel", "SeedSyntax", "JSON"], smallSettings),
    library(
      "SeedServer",
      [
        "SeedIDE", "SeedReport", "SeedRules", "SeedStudy", "SeedModel", "SeedSyntax", "SeedWorkspace",
        "LanguageServerProtocol", "JSON",
      ],
      smallSettings),
    .executableTarget(
      name: "seed-lsp",
      dependencies: [
        "SeedServer", "SeedReport", "SeedWorkspace", "SeedIDE", "SeedRules", "SeedStudy", "SeedModel", "SeedSyntax",
        "LanguageServerProtocol",
      ],
      swiftSettings: smallSettings,
      linkerSettings: linkerSettings),
    .executableTarget(
      name: "seed-bench",
      dependencies: [
        "SeedServer", "SeedWorkspace", "SeedIDE", "SeedRules", "SeedStudy", "SeedModel", "SeedSyntax",
        "LanguageServerProtocol", "JSON",
      ],
      swiftSettings: settings),
    .target(
      name: "SeedTestSupport",
      dependencies: [
        "SeedServer", "SeedIDE", "SeedRules", "SeedStudy", "SeedModel", "SeedSyntax", "LanguageServerProtocol", "JSON",
      ],
      path: "Tests/SeedTestSupport",
      swiftSettings: settings),
    tests("JSONTests", ["JSON", "SeedTestSupport"]),
    tests("LanguageServerProtocolTests", ["LanguageServerProtocol", "JSON", "SeedTestSupport"]),
    tests("SeedSyntaxTests", ["SeedSyntax", "SeedTestSupport"]),
    tests("SeedModelTests", ["SeedModel", "SeedSyntax", "SeedTestSupport"]),
    tests("SeedStudyTests", ["SeedStudy", "SeedModel", "SeedSyntax", "SeedTestSupport"]),
    tests("SeedRulesTests", ["SeedRules", "SeedStudy", "SeedModel", "SeedSyntax", "SeedTestSupport"]),
    tests("SeedIDETests", ["SeedIDE", "SeedRules", "SeedStudy", "SeedModel", "SeedSyntax", "SeedTestSupport"]),
    tests(
      "SeedWorkspaceTests", ["SeedWorkspace", "SeedRules", "SeedStudy", "SeedModel", "SeedSyntax", "SeedTestSupport"]),
    tests(
      "SeedServerTests",
      [
        "SeedServer", "SeedIDE", "SeedRules", "SeedStudy", "SeedModel", "SeedSyntax", "LanguageServerProtocol", "JSON",
        "SeedTestSupport",
      ]),
    tests("SeedReportTests", ["SeedReport", "SeedRules", "SeedStudy", "SeedModel", "SeedSyntax", "SeedTestSupport"]),
    tests("CommandLineTests", ["seed-lsp", "SeedReport", "SeedTestSupport"]),
  ]
)
