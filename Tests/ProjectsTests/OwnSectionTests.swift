import Testing

@testable import Projects

@Suite struct OwnSectionTests {
}
