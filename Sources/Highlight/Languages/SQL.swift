extension Language {
  /// SQL in the union of its dialects: PostgreSQL, MySQL and MariaDB, SQLite, SQL Server; also CQL, which is written alike.
  ///
  /// The bodies between `$$` are code. `#` starts a comment where MySQL lets it, before a blank or another `#`: `#>` and `#-` are
  /// operators of PostgreSQL, `#name` a table of SQL Server. Functions of the system are no keywords, as their list never ends.
  package static let sql = Language(sqlRules)

  /// The language of ArangoDB, whose words are those of SQL and whose comments are not.
  static let aql = Language([.line("//")] + sqlRules)

  private static let sqlRules: [Rule] = [
    .line("--"),
    Rule("#") { scanner in
      guard scanner[1] == UInt8(ascii: " ") || scanner[1] == UInt8(ascii: "#") || scanner[1] == UInt8(ascii: "\n") else { return nil }
      scanner.skipLine()
      return .comment
    },
    .block("/*", "*/"),
    Rule("eE") { scanner in
      guard scanner[1] == UInt8(ascii: "'") else { return nil }
      scanner.position += 2
      scanner.skipQuoted(UInt8(ascii: "'"), escapes: [.backslash, .doubled], overLines: true)
      return .string
    },
    .quoted("'", escapes: .doubled, overLines: true),
    // A name in marks is a name.
    .quoted("\"", nil, .plain, escapes: .doubled),
    .quoted("`", nil, .plain, escapes: .doubled),
    .number,
    Rule("kK") { scanner in
      guard scanner.follows("primary") || scanner.follows("foreign") else { return nil }
      scanner.skip(while: .identifier)
      return .keyword
    },
    .words(sqlWords, rest: .identifier + "$"),
    Rule("$", dollar),
    .marked("@", rest: .identifier + "@"),
    Rule(":") { scanner in
      // `::` casts, and `[1:n]` is a slice.
      guard scanner.start == 0 || !beforeColon.contains(scanner.byte(at: scanner.start - 1)) else { return nil }
      scanner.position += 1
      if scanner[0] == UInt8(ascii: "'") {
        scanner.position += 1
        scanner.skipQuoted(UInt8(ascii: "'"), escapes: [], overLines: false)
        return .meta
      }
      guard ByteSet.letters.contains(scanner[0]) else { return nil }
      scanner.skip(while: .identifier)
      return .meta
    },
    // Commands of psql and of SQLite's shell.
    Rule("\\.") { scanner in
      guard scanner.isFirstOnLine, ByteSet.letters.contains(scanner[1]) else { return nil }
      scanner.position += 1
      scanner.skip(while: .identifier)
      return .meta
    },
  ]

  private static let beforeColon: ByteSet = .identifier + ":"

  /// `$1`, and the marks around a body: `$$`, `$body$`.
  private static let dollar: Scan = { scanner in
    scanner.position += 1
    if ByteSet.digits.contains(scanner[0]) {
      scanner.skip(while: .digits)
      return .meta
    }
    scanner.skip(while: .identifier)
    guard scanner[0] == UInt8(ascii: "$") else { return nil }
    scanner.position += 1
    return .string
  }

  private static let sqlWords = WordTable(
    [
      .keyword: """
      abort add after aggregate all alter always analyse analyze and any array as asc asymmetric at atomic attach authorization
      auto_increment autoincrement before begin between bigint bigserial binary bit blob bool boolean both break by bytea cascade cascaded
      case cast catch char character check checkpoint cidr clob close cluster clustered coalesce collate collation column columns comment
      commit compound concurrently conflict constraint constraints convert create cross cube current current_catalog current_date
      current_role current_schema current_time current_timestamp current_user cursor database databases date datetime datetime2
      datetimeoffset deallocate dec decimal declare default deferrable deferred definer delete delimiter desc describe deterministic
      diagnostics disable distinct do domain double drop duplicate each else elseif elsif enable end enforced engine enum escape except
      exception exclude exclusive exec execute exists exit explain extension external false fetch filter first float float4 float8
      following for force foreach foreign freeze from full fulltext function functions generated geometry glob global go goto grant greatest
      group grouping groups handler having identified identity if ignore ilike immediate immutable in include including index indexed
      indexes inet inherit inherits initially inner inout insert instead int int2 int4 int8 integer intersect interval into invoker is
      isnull isolation iterate join json jsonb keyspace kill lateral leading leakproof least leave left like limit listen local localtime
      localtimestamp lock loop materialized maxvalue mediumint mediumtext merge minvalue mod modify money move national natural nchar next
      no nocheck nologin nonclustered none not nothing notify notnull nowait ntext null nullif nulls numeric nvarchar of offset on only open
      optimize option or order ordinality out outer over overlaps overriding partition partitioned partitions perform pivot point policy
      pragma preceding precision prepare prepared primary print procedure procedures publication purge raise raiserror range real recursive
      reference references referencing refresh regexp reindex release rename repeat repeatable replace replica reset restart restrict return
      returning returns revoke right rlike rollback rollup routine row rows savepoint schema schemas security select sequence serial
      serializable session session_user set setof share show signal similar smallint smallserial some sql sqlstate stable start statement
      statistics storage stored straight_join strict strip subscription symmetric table tables tablesample tablespace temp temporary text
      then throw ties timestamp timestamptz timetz tinyint to top trailing tran transaction trigger triggers true truncate try tsquery
      tsvector unbounded uncommitted union unique uniqueidentifier unknown unlock unlogged unpivot unsigned until update use user using
      uuid vacuum valid validate values varbinary varchar variadic varying verbose view views virtual volatile when where while window with
      within without wrapper write xml xor zerofill
      """
    ],
    ignoresCase: true,
    upperCase: """
      absolute access action admin algorithm also assertion assignment attribute backward btree cache call called catalog chain class client
      committed compression condition configuration connection contains content continue copy cost csv cycle data day defaults definition delimiters
      depends depth detach dictionary discard document dynamic encoding encrypted error errors escaped event events every expression extended
      extract family fields file finalize format forward found general generate get granted hash hash header hold host hour import increment
      inline input insensitive instance key keys label language large last lead lag level library lines list load location locked log logged
      loop mapping match member memory method minute mode month name names new number object off old operator options ordinality others output
      overlay owned owner parallel parameter parameters parser partial passing password path percent placing plan plans port position
      preserve prior privileges procedural process profile program query quick quote rank read reads rebuild reassign recheck relative repair
      require resource result reverse role rule save schedule scroll search second section sensitive separator server shared signed simple
      size skip slow snapshot source spatial standalone state status stdin stdout stop string subject substring support system temptable
      template than time transform treat trim trusted type types usage valid validation value variables vector version visible wait
      warnings week whitespace work year yes zone
      """
  )
}
