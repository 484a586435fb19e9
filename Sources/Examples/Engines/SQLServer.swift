internal import Library

/// Microsoft's parser of Transact-SQL in place of SQL Server, which cannot be installed from a package: it tells what is no T-SQL, and
/// nothing runs. Names of types and objects that do not exist pass.
///
/// The parser, ScriptDom, comes in the wheel of `mssql-cli`, and .NET in that of `dotnetcore2`.
struct SQLServer: Engine {
  let system = "sqlserver"
  let rung = Rung.d
  /// The grammar is that of SQL Server 2019.
  let program = "ScriptDom TSql150"

  /// That of the grammar, which the program's name has: the version of the wheel says nothing about the parser.
  func version(in workplace: Workplace) throws(EngineFailure) -> String {
    _ = try PythonPackage.version(of: ["mssql-cli", "dotnetcore2", "pythonnet", "clr-loader"], in: workplace)
    return "-"
  }

  func start(in workplace: Workplace) throws(EngineFailure) -> any RunningEngine {
    let python = try workplace.machine.find("python3")
    return LooseEngine { _ throws(EngineFailure) in
      let folder = try workplace.workFolder("tsql")
      return Interpreter(words: [python, "-I", "-c", TSQLClient.text], folder: folder, workplace: workplace)
    }
  }
}

/// Parses the files that its standard input names, each behind a mark, and prints what the parser has against them.
private enum TSQLClient {
  static let text = #"""
    import importlib.util, json, os, pathlib, sys

    def folder(package):
        return pathlib.Path(importlib.util.find_spec(package).origin).parent

    # No languages, no more memory than a parser takes, and nothing that listens.
    os.environ.update(DOTNET_SYSTEM_GLOBALIZATION_INVARIANT="1", COMPlus_GCHeapHardLimit="0x20000000", COMPlus_EnableDiagnostics="0")
    framework = {"name": "Microsoft.NETCore.App", "version": "3.1.0"}
    with open("runtime.json", "w") as file:
        json.dump({"runtimeOptions": {"tfm": "netcoreapp3.1", "framework": framework}}, file)

    import clr_loader, pythonnet
    pythonnet.set_runtime(clr_loader.get_coreclr(runtime_config="runtime.json", dotnet_root=str(folder("dotnetcore2") / "bin")))
    import clr
    clr.AddReference(str(next(folder("mssqlcli").rglob("Microsoft.SqlServer.TransactSql.ScriptDom.dll"))))
    from Microsoft.SqlServer.TransactSql.ScriptDom import TSql150Parser
    from System.IO import StringReader

    parser = TSql150Parser(True)
    for command in sys.stdin:
        mark, path = command.split()
        with open(path, encoding="utf-8") as file:
            errors = parser.Parse(StringReader(file.read()), None)[1]
        for error in errors:
            print(f"Msg {error.Number}, Line {error.Line}: {error.Message}")
        print(mark, f"{errors[0].Line} {errors[0].Number}" if len(errors) > 0 else "", flush=True)
    """#
}
