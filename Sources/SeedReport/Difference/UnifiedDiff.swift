// The difference between two texts as `diff -u` shows it and `patch` takes it.

internal import SeedSyntax

package enum UnifiedDiff {
  /// The lines around a change that are shown.
  private static let contextCount = 3

  /// The difference; empty for equal texts. Lines end at `\n` alone, as for `patch`; all bytes are kept as they are.
  ///
  /// - Parameter path: what the file is called on both sides, for `patch -p0`.
  package static func text(_ old: [UInt8], _ new: [UInt8], path: String) -> [UInt8] {
    guard old != new else { return [] }
    let oldLines = lines(old)
    let newLines = lines(new)
    var output = Array("--- \(header(path))\n+++ \(header(path))\n".utf8)
    for hunk in hunks(LineDifference.changes(oldLines, newLines)) {
      write(hunk, oldLines, newLines, to: &output)
    }
    return output
  }

  /// Lines with their line breaks.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: ASCII.newline).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  /// A name with a blank is ended by a tab, one that would break the line is quoted as git does it.
  private static func header(_ path: String) -> String {
    guard path.unicodeScalars.contains(where: { $0.value < 0x20 || $0 == "\"" || $0 == "\\" || $0.value == 0x7F })
    else {
      return path.contains(" ") ? path + "\t" : path
    }
    var quoted = "\""
    for scalar in path.unicodeScalars {
      if scalar == "\"" || scalar == "\\" {
        quoted += "\\\(scalar)"
      } else if scalar.value < 0x20 || scalar.value == 0x7F {
        let digits = String(scalar.value, radix: 8)
        quoted += "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
      } else {
        quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  // MARK: - Hunks

  /// Changes that are so close that the lines between them are shown.
  private static func hunks(_ changes: [LineDifference.Change]) -> [[LineDifference.Change]] {
    var hunks: [[LineDifference.Change]] = []
    for change in changes {
      if let last = hunks.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * contextCount {
        hunks[hunks.count - 1].append(change)
      } else {
        hunks.append([change])
      }
    }
    return hunks
  }

  private static func write(
    _ hunk: [LineDifference.Change], _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>], to output: inout [UInt8]
  ) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let before = min(contextCount, first.old.lowerBound)
    let after = min(contextCount, old.count - last.old.upperBound)
    let oldRange = first.old.lowerBound - before..<last.old.upperBound + after
    let newRange = first.new.lowerBound - before..<last.new.upperBound + after
    output.append(contentsOf: "@@ -\(place(oldRange)) +\(place(newRange)) @@\n".utf8)
    var position = oldRange.lowerBound
    for change in hunk {
      for line in old[position..<change.old.lowerBound] { write(line, " ", to: &output) }
      for line in old[change.old] { write(line, "-", to: &output) }
      for line in new[change.new] { write(line, "+", to: &output) }
      position = change.old.upperBound
    }
    for line in old[position..<oldRange.upperBound] { write(line, " ", to: &output) }
  }

  /// Where a hunk starts, counted from 1, and its length unless that is 1; an empty one is named by the line before it.
  private static func place(_ range: Range<Int>) -> String {
    switch range.count {
    case 0: "\(range.lowerBound),0"
    case 1: "\(range.lowerBound + 1)"
    default: "\(range.lowerBound + 1),\(range.count)"
    }
  }

  private static func write(_ line: ArraySlice<UInt8>, _ mark: Character, to output: inout [UInt8]) {
    output.append(contentsOf: mark.utf8)
    output.append(contentsOf: line)
    if line.last != ASCII.newline { output.append(contentsOf: "\n\\ No newline at end of file\n".utf8) }
  }
}
