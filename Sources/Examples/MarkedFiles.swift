internal import Library

/// What is said to the clients that are ours: the mark and the file, on a line. Behind the mark such a client prints the line of the
/// first error, if it knows it, and its codes.
struct MarkedFiles: Dialogue {
  func request(file: String, fence: RunnableFence, mark: String) -> String { "\(mark) \(file)\n" }

  func answer(_ output: String, status: String, file: String) -> Answer {
    let words = status.split(separator: " " as Character)
    guard let codes = words.last else { return Answer(output: output) }
    return Answer(
      output: output,
      error: .init(codes: codes.split(separator: "," as Character).map(String.init), line: words.count > 1 ? Int(words[0]) : nil)
    )
  }
}
