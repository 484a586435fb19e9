import ArgumentParser
import Diagnostics
import Examples
import Files
import Glibc
import Library

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the examples of a library and compare what they print.",
    discussion: """
      Fences that name their engine run on it, in the order of their page, and are compared with the result blocks that follow them. \
      This executes code of the library: on Linux as an unprivileged user where you are root, without your environment and home, with \
      limits of time and memory, and where the system allows it without a network. A library outside the current folder needs --trust.

      What came to what its author expects is recorded in .augury/receipts, which the site's badges come from, and does not run again \
      until it changes. --promote writes receipts, and what was printed into result blocks that say something else; read the \
      differences before you commit them. Without it nothing is written.

      Exit codes: 0 clean, 1 something failed or a receipt is stale, 2 usage or configuration, 3 the machine failed.

      Example: augury verify
      Example: augury verify workflows/database --all --engine postgresql
      Example: augury verify --promote
      """
  )

  @Argument(help: "Modules, folders or files of the library; all of it when none is named.")
  var paths: [String] = []

  @OptionGroup var library: LibraryOptions

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Only fences about this system, such as postgresql; may be given again.", valueName: "name")
  )
  var engine: [String] = []

  @Flag(help: "Run fences that have a valid receipt too.")
  var all = false

  @Flag(help: "Write result blocks and receipts.")
  var promote = false

  @Flag(help: "Run a library outside the current folder.")
  var trust = false

  @Option(help: ArgumentHelp("Pages that run side by side; as many as there are processors unless given.", valueName: "number"))
  var jobs: Int?

  @Flag(help: "Fail when an engine is not installed.")
  var strict = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs is a number above 0") }
  }

  func run() throws {
    let isAlone = Machine.leaveNetwork()
    let source = try library.read()
    try requireTrust(source.root)
    let loaded = try source.load()
    try requireEngines(of: loaded.library.configuration)
    let scopes = try paths.map { try Scope(argument: $0, in: loaded) }
    let systems = Set(engine)
    let plan = Verification.Plan(
      runsAll: all,
      jobs: jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))),
      containsSystem: { systems.isEmpty || systems.contains($0) },
      containsPage: { path in scopes.isEmpty || scopes.contains { $0.contains(path) } }
    )
    let machine = Machine(engines: getenv("AUGURY_ENGINES").map { String(cString: $0) })
    let pages: [Verification.Page]
    do {
      pages = try Verification(of: loaded.library).run(plan, on: machine) {
        Terminal.progress("verify: \($0) of \(Words.counted($1, "page"))")
      }
    } catch {
      throw MachineFailure(error.description)
    }
    if !isAlone { Terminal.talk("the system allows no private network: what ran could reach others") }
    let misread = misread(in: loaded, plan)
    let report = VerdictReport(pages: pages, root: loaded.root)
    Terminal.out((misread + [report.failures]).filter { !$0.isEmpty }.joined(separator: "\n"))
    for line in report.lines { Terminal.talk(line) }
    Terminal.talk(report.counts.text)
    let isStale = promote ? try write(pages, in: source, loaded) : tellReceipts(pages, of: loaded)
    let isMissing = strict && pages.flatMap(\.verdicts).contains(where: \.isWithoutEngine)
    let failed = promote ? pages.flatMap(\.verdicts).count(where: \.isBeyondPromotion) : report.counts.failed
    if failed > 0 || !misread.isEmpty || isStale || isMissing { throw Ending.findings }
  }
}

// MARK: - What may run

extension Verify {
  /// - Throws: `UsageFault` for a library outside the current folder that nobody trusts.
  private func requireTrust(_ root: String) throws {
    let folder = FileSystem.realPath(root.isEmpty ? "." : root)
    let current = FileSystem.realPath(".")
    guard let folder, let current, folder != current, !Path.isInside(folder, current == "/" ? "" : current), !trust else { return }
    throw UsageFault(
      message: "verify executes code of the library, and `\(folder)` lies outside the current folder; add --trust if you trust it"
    )
  }

  private func requireEngines(of configuration: Configuration) throws {
    let known = FenceSystem.all.map(\.id) + configuration.engines.map(\.id)
    if let unknown = engine.first(where: { !known.contains($0) }) {
      throw UsageFault(message: "unknown engine `\(unknown)`" + Spelling.suggestion(for: unknown, among: known))
    }
  }

  /// The places of fences that cannot run as they are written.
  private func misread(in loaded: LibraryOptions.Loaded, _ plan: Verification.Plan) -> [String] {
    loaded.library.pages.filter { plan.containsPage($0.path) }.flatMap { page in
      loaded.library.fences(of: page).flaws.filter(\.isFatal).map { flaw in
        let place = "\(Path.join(loaded.root, page.path)):\(page.source.position(at: flaw.range.lowerBound).line)"
        return SourceExcerpt.visible("failed \(place): it cannot run as it is written; `augury check` says why")
      }
    }
  }
}

// MARK: - Receipts

extension Verify {
  /// Writes result blocks and receipts, and says so.
  ///
  /// - Returns: false: nothing is stale any more.
  private func write(_ pages: [Verification.Page], in source: LibraryOptions.Source, _ loaded: LibraryOptions.Loaded) throws -> Bool {
    let promoted = Promotion(of: pages).pages
    let library = Loader.load(source.tree.replacing(promoted), configuration: source.configuration)
    let receipts = Promotion.receipts(of: pages, in: library)
    for (path, bytes) in promoted.merging(receipts, uniquingKeysWith: { first, _ in first }).sorted(by: { $0.key < $1.key }) {
      let old = source.tree.file(path)?.bytes
      guard bytes != old else { continue }
      let file = Path.join(loaded.root, path)
      if let old, try FileSystem.read(file, limit: SourceTree.maximumFileSize) != old {
        throw MachineFailure("promote", file, reason: "it changed while its fences ran")
      }
      try FileSystem.makeFolders(above: path, in: loaded.root)
      try FileSystem.replaceFile(at: file, with: bytes)
      Terminal.talk("wrote \(SourceExcerpt.visible(file))")
    }
    return false
  }

  /// Says what the receipts of the library are worth.
  ///
  /// - Returns: whether one is stale.
  private func tellReceipts(_ pages: [Verification.Page], of loaded: LibraryOptions.Loaded) -> Bool {
    let modules = Set(pages.map(\.module))
    var isStale = false
    for module in loaded.library.modules where modules.contains(module.id) {
      guard let bytes = Promotion.receipts(of: pages, in: loaded.library)[Receipts.path(ofModule: module.id)] else { continue }
      let name = SourceExcerpt.visible(module.label)
      switch ReceiptChange(ofModule: module.id, in: loaded.library, to: bytes) {
      case .none: break
      case .new: Terminal.talk("\(name) has no receipts yet; `augury verify --promote` writes them")
      case .minorVersion: Terminal.talk("note: the receipts of \(name) are of another minor version of an engine")
      case .stale:
        Terminal.talk("the receipts of \(name) are stale; `augury verify --promote` writes them anew")
        isStale = true
      }
    }
    return isStale
  }
}

extension Verdict {
  /// Whether it failed in a way that writing a result does not mend.
  fileprivate var isBeyondPromotion: Bool {
    if case .failed(let failure) = outcome { failure.result == nil } else { false }
  }
}
