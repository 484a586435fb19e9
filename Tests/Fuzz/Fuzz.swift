private import Glibc

/// What libFuzzer calls with each input. `FUZZ_TARGET` names what the input is fed to.
///
/// A broken promise ends the process: libFuzzer then saves the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Target.chosen.feed(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

extension Target {
  /// The target that the environment names.
  fileprivate static let chosen: Target = {
    let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = Target(rawValue: name) else { preconditionFailure("FUZZ_TARGET is none of \(Target.allCases.map(\.rawValue))") }
    return target
  }()
}
