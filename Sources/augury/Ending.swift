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
    switch error {
    case let ending as Ending:
      Terminal.exit(ending.rawValue)
    case let fault as UsageFault:
      fail(fault.message, .usage)
    case let faults as ConfigurationFaults:
      for fault in faults.faults {
        let place = faults.source.position(at: fault.span.range.lowerBound)
        Terminal.error("\(Path.join(faults.root, fault.span.path)):\(place.line):\(place.column): \(fault.message)")
      }
      Terminal.exit(Ending.usage.rawValue)
    case let fault as SiteConfiguration.Fault:
      fail("\(fault.path):\(fault.position.line):\(fault.position.column): \(fault.message)", .usage)
    case let fault as Templates.Fault:
      fail(fault.description, .usage)
    case let fault as DamagedFile:
      fail("\(fault.path):\(fault.line): \(fault.message); nothing was changed", .usage)
    case let failure as MachineFailure:
      fail(failure.description, .machine)
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

  private static func fail(_ sentence: String, _ ending: Ending) -> Never {
    Terminal.error(SourceExcerpt.visible(sentence))
    Terminal.exit(ending.rawValue)
  }
}
