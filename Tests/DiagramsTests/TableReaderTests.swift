import Diagrams
import Testing

/// What is read of `CREATE TABLE`.
@Suite struct TableReaderTests {
  /// `table(column type PK FK, ...)` a table, and the sentences about links.
  private func summary(_ sql: String) -> String {
    guard let schema = TableReader.schema(of: Array(sql.utf8)[...]) else { return "nothing" }
    let tables = schema.tables.map { table in
      let columns = table.columns.map { column in
        column.name + (column.type.isEmpty ? "" : " " + column.type) + (column.isPrimary ? " PK" : "") + (column.isForeign ? " FK" : "")
      }
      return "\(table.name)(\(columns.joined(separator: ", ")))"
    }
    return (tables + schema.sentences).joined(separator: " ")
  }

  @Test(arguments: [
    (
      """
      CREATE TABLE IF NOT EXISTS shop.customers (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name varchar(40) NOT NULL);
      create table orders ( -- the orders, with a REFERENCES
        id int primary key,
        customer bigint not null references shop.customers (id) on delete cascade,
        total numeric(12, 2) CHECK (total > 0 AND total < f(1, 2)) DEFAULT (1, 2),
        tags text[]
      );
      """,
      "customers(id bigint PK, name varchar(40)) orders(id int PK, customer bigint FK, total numeric(12, 2), tags text[]) "
        + "orders.customer refers to customers.id."
    ),
    (
      """
      CREATE TABLE `a` (`id` INT UNSIGNED NOT NULL AUTO_INCREMENT, `key` VARCHAR(9), PRIMARY KEY (`id`), KEY `by` (`key`(3)), kind ENUM('(', ','));
      CREATE TABLE b (x INT, y INT, CONSTRAINT c FOREIGN KEY (x, y) REFERENCES a (id, key), UNIQUE (x), PRIMARY KEY (x, y));
      """,
      "a(id INT UNSIGNED PK, key VARCHAR(9), kind ENUM('(', ',')) b(x INT PK FK, y INT PK FK) b.x refers to a.id."
    ),
    (
      "CREATE TABLE line (\"Order\" int REFERENCES \"Orders\", n int)",
      "line(Order int FK, n int) Orders() line.Order refers to Orders."
    ),
    ("CREATE TABLE tree (id int PRIMARY KEY, parent int REFERENCES tree)", "nothing"),
    ("CREATE TABLE a (id int); CREATE TABLE b (id int)", "nothing"), ("SELECT 'CREATE TABLE a (x int REFERENCES b)'", "nothing"),
    ("CREATE TABLE a (x int REFERENCES", "nothing"), ("CREATE TABLE a (x int REFERENCES b", "a(x int FK) b() a.x refers to b."),
    ("CREATE TABLE a (,,)x REFERENCES b ((", "nothing"),
  ]) func `tables, columns, types and keys`(sql: String, expected: String) {
    #expect(summary(sql) == expected)
  }

  @Test func `more tables, columns or links than fit a picture are not drawn`() {
    let wide = (0..<31).map { "c\($0) int" }.joined(separator: ", ")
    #expect(summary("CREATE TABLE a (x int REFERENCES b, \(wide))") == "nothing")
    let many = (0..<13).map { "CREATE TABLE t\($0) (x int REFERENCES t0);" }.joined()
    #expect(summary(many) == "nothing")
  }

  @Test func `no prefix of a statement stops the reader`() {
    let sql = Array(
      "CREATE TABLE a (id int PRIMARY KEY, b int REFERENCES \"c\" (d), FOREIGN KEY (b) REFERENCES e (f), CHECK (b > 0)) ;".utf8
    )
    for end in sql.indices { _ = TableReader.schema(of: sql[..<end]) }
  }
}
