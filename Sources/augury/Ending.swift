import ArgumentParser
import Diagnostics
import Files
import Library
import Projects
import Site

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

/// The faults of `augury.yml` or of the baseline.
struct ConfigurationFaults: Error {
  let faults: [Configuration.Fault]
  let source: SourceFile
  /// The library's folder as the user names it.
  let root: String
}

extension Augury {
  /// Prints what an error says and ends the process.
  static func exit(reporting error: any Error) -> Never {
    Terminal.exit(tell(of: error))
  }

  /// Prints what an error says.
  ///
  /// - Returns: the exit code that a command ends with for it.
  static func tell(of error: any Error) -> Int32 {
    switch error {
    case let ending as Ending:
      return ending.rawValue
    case let fault as UsageFault:
      return fail(fault.message, .usage)
    case let faults as ConfigurationFaults:
      for fault in faults.faults {
        let place = faults.source.position(at: fault.span.range.lowerBound)
        Terminal.error("\(Path.join(faults.root, fault.span.path)):\(place.line):\(place.column): \(fault.message)")
      }
      return Ending.usage.rawValue
    case let fault as SiteConfiguration.Fault:
      return fail("\(fault.path):\(fault.position.line):\(fault.position.column): \(fault.message)", .usage)
    case let fault as Templates.Fault:
      return fail(fault.description, .usage)
    case let fault as DamagedFile:
      return fail("\(fault.path):\(fault.line): \(fault.message); nothing was changed", .usage)
    case let failure as MachineFailure:
      return fail(failure.description, .machine)
    default:
      let text = fullMessage(for: error)
      if exitCode(for: error) == .success {
        Terminal.out(text)
        return 0
      }
      Terminal.talk(text)
      return Ending.usage.rawValue
    }
  }

  private static func fail(_ sentence: String, _ ending: Ending) -> Int32 {
    Terminal.error(sentence)
    return ending.rawValue
  }
}
