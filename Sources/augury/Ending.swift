import ArgumentParser
import Diagnostics
import Files
import Library

/// How a command ends (`product.md` section 6).
enum Ending: Int32, Error {
  /// Findings at or above `--fail-on`.
  case findings = 1
  /// Usage or configuration.
  case usage = 2
  /// The machine failed: cannot read, cannot write, no such program.
  case machine = 3
}

/// A wrong call: what is wrong, in one sentence without a final period.
struct UsageFault: Error {
  let message: String
}

/// The faults of `augury.yml` or `site.yml`.
struct ConfigurationFaults: Error {
  let faults: [Configuration.Fault]
  let source: SourceFile
  /// The library's folder as the user names it.
  let root: String
}

extension Augury {
  /// Prints what an error says and ends the process.
  static func exit(reporting error: any Error) -> Never {
    switch error {
    case let ending as Ending:
      Terminal.exit(ending.rawValue)
    case let fault as UsageFault:
      Terminal.error(fault.message)
      Terminal.exit(Ending.usage.rawValue)
    case let faults as ConfigurationFaults:
      for fault in faults.faults {
        let place = faults.source.position(at: fault.span.range.lowerBound)
        Terminal.error("\(Path.join(faults.root, fault.span.path)):\(place.line):\(place.column): \(fault.message)")
      }
      Terminal.exit(Ending.usage.rawValue)
    case let failure as MachineFailure:
      Terminal.error(failure.description)
      Terminal.exit(Ending.machine.rawValue)
    default:
      let code = exitCode(for: error)
      let text = fullMessage(for: error)
      if code == .success {
        Terminal.out(text)
        Terminal.exit(0)
      }
      Terminal.talk(text)
      Terminal.exit(Ending.usage.rawValue)
    }
  }
}
