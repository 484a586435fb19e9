/// Words with numbers.
enum Words {
  /// `1 module`, `2 modules`.
  static func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
