import Testing

/// What an engine is held to: a fence that passes, an error, one that never ends, and one that ends the engine.
struct EngineCase: Sendable, CustomTestStringConvertible {
  let engine: String
  let language: String
  let passing: String
  let result: String
  let failing: String
  let code: String
  let slow: String
  let deadly: String
  /// What the receipt of the passing fence says, up to the version.
  let words: String

  var testDescription: String { engine }

  /// Nothing has to be installed for it, so it is held to this in every test run.
  static let embedded = EngineCase(
    engine: "sqlite",
    language: "sql",
    passing: "CREATE TABLE t (a); INSERT INTO t VALUES (1), (NULL); SELECT a, 'x' AS b FROM t;",
    result: "a|b\n1|x\n|x",
    failing: "CREATE TABLE u (a UNIQUE);\nINSERT INTO u VALUES (1);\nINSERT INTO u VALUES (1);",
    code: "SQLITE_CONSTRAINT_UNIQUE",
    slow: "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n;",
    // More output than is accepted.
    deadly: "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;",
    words: "ran on SQLite 3."
  )

  /// The engines that `make verify ENGINES=core` installs.
  static let core = [
    EngineCase(
      engine: "postgresql",
      language: "sql",
      passing: "CREATE TABLE t (a int);\nINSERT INTO t VALUES (1), (NULL);\nSELECT a, 'x' AS b FROM t ORDER BY a;",
      result: "a|b\n1|x\n|x\n(2 rows)",
      failing: "CREATE TABLE u (a int UNIQUE);\nINSERT INTO u VALUES (1);\nINSERT INTO u VALUES (1);",
      code: "23505",
      slow: "SELECT pg_sleep(60);",
      deadly: "SELECT pg_terminate_backend(pg_backend_pid());",
      words: "ran on PostgreSQL "
    ),
    EngineCase(
      engine: "mysql",
      language: "sql",
      passing: "CREATE TABLE t (a int);\nINSERT INTO t VALUES (1), (NULL);\nSELECT a, 'x' AS b FROM t ORDER BY a DESC;",
      result: "a\tb\n1\tx\nNULL\tx",
      failing: "CREATE TABLE u (a int UNIQUE);\nINSERT INTO u VALUES (1);\nINSERT INTO u VALUES (1);",
      code: "1062",
      slow: "SELECT sleep(60);",
      // The server ends a sleep without an error before it ends the connection.
      deadly: "SHUTDOWN;\n" + String(repeating: "DO sleep(5);\n", count: 4),
      words: "ran on MariaDB "
    ),
    EngineCase(
      engine: "redis",
      language: "redis",
      passing: "SET a 1\nINCR a\nLRANGE none 0 -1",
      result: "OK\n(integer) 2\n(empty array)",
      failing: "SET b x\nINCR b",
      code: "ERR",
      slow: "BLPOP none 60",
      deadly: "SHUTDOWN NOSAVE\nGET a",
      words: "ran on Redis "
    ),
    EngineCase(
      engine: "csv",
      language: "sh",
      passing: "printf 'a,b\\n1,2\\n' >x.csv\nmlr --icsv --ojsonl cat x.csv",
      result: #"{"a": 1, "b": 2}"#,
      failing: "printf 'a,b\\n1\\n' | mlr --icsv --ojson cat",
      code: "1",
      slow: "sleep 60",
      deadly: "kill -9 $$",
      words: "ran on Miller "
    ),
    EngineCase(
      engine: "json",
      language: "sh",
      passing: #"echo '{"type": "object"}' >s.json; echo '{"a": 1}' >x.json; check-jsonschema --schemafile s.json x.json; jq -c . x.json"#,
      result: "ok -- validation done\n{\"a\":1}",
      failing: #"echo '{"a": null}' | jq -e .a"#,
      code: "1",
      slow: "sleep 60",
      deadly: "kill -9 $$",
      words: "ran on jq "
    ),
    EngineCase(
      engine: "shell",
      language: "sh",
      passing: "x=5\nread -r y || echo \"$x, no input\"",
      result: "5, no input",
      failing: "(exit 7)\ntrue",
      code: "7",
      slow: "sleep 60",
      deadly: "kill -9 $$",
      words: "ran on Bash "
    ),
    EngineCase(
      engine: "python",
      language: "python",
      passing: "x = [1, None]\nprint(x)",
      result: "[1, None]",
      failing: "def f():\n    return {}['a']\nf()",
      code: "KeyError",
      slow: "import time\ntime.sleep(60)",
      deadly: "import os\nos._exit(9)",
      words: "ran on Python 3."
    ),
    EngineCase(
      engine: "javascript",
      language: "js",
      passing: "const x = await Promise.resolve([1, null]);\nconsole.log(x);",
      result: "[ 1, null ]",
      failing: "null.a;",
      code: "TypeError",
      slow: "for (;;) {}",
      deadly: "process.exit(9);",
      words: "ran on Node.js "
    ),
  ]
}
