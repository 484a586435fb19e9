// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: a warning stops the build, and visibility is spelt out.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A target of the pipeline. Each may import only what stands before it in `targets` below, so that data flows one way.
func stage(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one stage, with what all tests share.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: "\(name)Tests", dependencies: dependencies + ["TestSupport"], swiftSettings: strict)
}

let package = Package(
  name: "augury",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "augury", targets: ["augury"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CMarkGFM", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "CMarkMemory"),
    .target(name: "Assets", exclude: ["schema"]),
    .target(name: "Guard"),
    .target(name: "Heap"),
    stage("Files", ["Assets"]),
    stage("JSON", ["Files"]),
    stage("Diagnostics", ["Files", "JSON"]),
    .target(
      name: "Markdown",
      dependencies: ["CMarkGFM", "CMarkMemory", "Files"],
      swiftSettings: strict,
      linkerSettings: [.linkedLibrary(":libcmark-gfm-extensions.a"), .linkedLibrary(":libcmark-gfm.a")]
    ),
    stage("Highlight", ["Markdown"]),
    stage("Diagrams", ["Files", "Markdown", "Highlight"]),
    stage("Library", ["Files", "JSON", "Diagnostics", "Markdown", "Yams"]),
    stage("Contexts", ["Files", "Diagnostics", "Markdown", "Library"]),
    stage("Prompts", ["Files", "JSON", "Diagnostics", "Markdown", "Library", "Yams"]),
    stage("Projects", ["Files", "JSON", "Library", "Prompts"]),
    stage("Validation", ["Files", "JSON", "Diagnostics", "Markdown", "Library", "Contexts", "Prompts"]),
    .target(
      name: "Examples",
      dependencies: ["CSQLite", "Guard", "Files", "Library"],
      swiftSettings: strict,
      linkerSettings: [.linkedLibrary(":libsqlite3.a"), .linkedLibrary("m")]
    ),
    stage(
      "Site",
      [
        "Files", "JSON", "Diagnostics", "Markdown", "Highlight", "Diagrams", "Library", "Contexts", "Prompts", "Yams",
        .product(name: "Mustache", package: "swift-mustache"),
      ]
    ),
    stage("Server", ["Files", "JSON", "Library", "Contexts", "Prompts", "Site"]),
    .executableTarget(
      name: "augury",
      dependencies: [
        "Heap", "Files", "JSON", "Diagnostics", "Library", "Contexts", "Validation", "Prompts", "Projects", "Examples", "Site", "Server",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "TestSupport",
      dependencies: ["Files", "JSON", "Library", "Diagnostics", "Markdown", "Validation", "Prompts", "Site"],
      path: "Tests/TestSupport",
      swiftSettings: strict
    ),
    tests("Files", ["Files"]),
    tests("JSON", ["JSON"]),
    tests("Diagnostics", ["Diagnostics", "Files", "JSON", "Markdown"]),
    tests("Markdown", ["Markdown"]),
    tests("Highlight", ["Highlight", "Files", "JSON"]),
    tests("Diagrams", ["Diagrams"]),
    tests("Library", ["Library", "Files", "JSON", "Markdown", "Diagnostics"]),
    tests("Validation", ["Validation", "Library", "Diagnostics", "Files"]),
    tests("Contexts", ["Contexts", "Library", "Markdown"]),
    tests("Prompts", ["Prompts", "Library", "Files", "JSON", "Yams"]),
    tests("Projects", ["Projects", "Prompts", "Library", "Files"]),
    tests("Examples", ["Examples", "Library", "Files"]),
    tests("Site", ["Site", "Library", "Diagnostics", "Files"]),
    tests("Server", ["Server", "JSON", "Library"]),
    tests("Hostile", ["Files", "Library", "Diagnostics"]),
    tests("augury", ["JSON", "Yams", "Files", "Library", "Diagnostics", "Validation"]),
    tests("Writer", ["Files"]),
  ],
  swiftLanguageModes: [.v6]
)

// libFuzzer brings a main function of its own, so the fuzzer is built only by `make fuzz`.
if Context.environment["AUGURY_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz",
      dependencies: ["Files", "JSON", "Markdown", "Library", "Validation", "Site", "TestSupport", "Yams"],
      path: "Tests/Fuzz",
      exclude: ["run"],
      swiftSettings: strict
    )
  )
}
