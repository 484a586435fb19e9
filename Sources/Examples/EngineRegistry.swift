internal import Library

/// Every engine there is. A new one is one file in `Engines/` and one line here; of several for a system the first that fits runs.
package enum EngineRegistry {
  package static let engines: [any Engine] =
    [
      PostgreSQL(origin: .system),
      PostgreSQL(origin: .wheel),
      MariaDB(),
      SQLite(),
      Redis(),
      CSV(),
      JSONTools(),
      Shell(),
      Python(),
      JavaScript(),
      FalkorDB(),
      SQLServer(),
    ] + PythonPackage.all

  /// The engines that a library can use: its own can only be about systems of their own.
  static func engines(of configuration: Configuration) -> [any Engine] {
    engines + configuration.engines.map(OwnEngine.init)
  }
}
