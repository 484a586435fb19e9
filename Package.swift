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
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CMarkGFM", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .target(name: "Assets"),
    stage("Files", ["Assets"]),
    stage("Diagnostics", ["Files"]),
    .target(
      name: "Markdown",
      dependencies: ["CMarkGFM", "Files"],
      swiftSettings: strict,
      linkerSettings: [.linkedLibrary(":libcmark-gfm-extensions.a"), .linkedLibrary(":libcmark-gfm.a")]
    ),
    stage("Library", ["Files", "Diagnostics", "Markdown", "Yams"]),
    stage(
      "Site",
      ["Files", "Diagnostics", "Markdown", "Library", "Yams", .product(name: "Mustache", package: "swift-mustache")]
    ),
    .target(
      name: "TestSupport",
      dependencies: ["Files"],
      path: "Tests/TestSupport",
      swiftSettings: strict
    ),
    tests("Files", ["Files"]),
    tests("Diagnostics", ["Diagnostics", "Files"]),
    tests("Markdown", ["Markdown", "Files"]),
    tests("Site", ["Site", "Library", "Diagnostics", "Files"]),
    tests("Library", ["Library", "Files", "Markdown"]),
  ],
  swiftLanguageModes: [.v6]
)
