// Columns in the three units, beside characters of every width, at and beyond the ends of lines.

import SeedSyntax
import Testing

@Suite struct ColumnUnitTests {
  /// é is two bytes, € three, 😀 four and two UTF-16 units; the last one is e with a combining accent.
  private static let line = "aé€😀e\u{301}z"

  private func offset(_ column: Int, _ unit: ColumnUnit, _ line: String = line) -> Int {
    Array(line.utf8).withUnsafeBufferPointer { unit.offset(ofColumn: column, in: $0) }
  }

  @Test func offsetsAreFoundInEachUnit() {
    #expect((0...8).map { offset($0, .utf16) } == [0, 1, 3, 6, 6, 10, 11, 13, 14])
    #expect((0...7).map { offset($0, .utf32) } == [0, 1, 3, 6, 10, 11, 13, 14])
    #expect([0, 1, 3, 6, 10, 11, 13, 14].allSatisfy { offset($0, .utf8) == $0 })
  }

  @Test func aColumnInsideACharacterIsItsStart() {
    #expect(offset(2, .utf8) == 1)
    #expect(offset(9, .utf8) == 6)
    #expect(offset(4, .utf16) == 6)
  }

  @Test func aColumnOutsideTheLineIsItsNearestEnd() {
    for unit in ColumnUnit.allCases {
      #expect(offset(1000, unit) == 14)
      #expect(offset(Int.max, unit) == 14)
      #expect(offset(-1, unit) == 0)
      #expect(offset(5, unit, "") == 0)
    }
  }

  @Test func columnsAndOffsetsAgreeAtEveryCharacter() {
    let document = Document("first\n" + Self.line + "\r\n" + Self.line)
    for line in 1...2 {
      for scalar in Self.line.unicodeScalars.indices {
        let offset = document.offset(ofLine: line) + Self.line.utf8.distance(from: Self.line.startIndex, to: scalar)
        let position = document.position(of: offset)
        #expect(position.line == line)
        for unit in ColumnUnit.allCases {
          #expect(document.offset(line: line, column: position.column(in: unit), unit: unit) == offset)
        }
      }
    }
  }

  @Test func positionsPastTheTextAreItsEnd() {
    let document = Document("ab\nc")
    #expect(document.offset(line: 9, column: 0, unit: .utf16) == 4)
    #expect(document.offset(line: -1, column: 3, unit: .utf16) == 0)
    #expect(document.position(of: 99) == document.position(of: 4))
    #expect(Document("ab\n").position(of: 3).line == 1)
  }

  @Test func bytesThatAreNotUTF8StillHavePositions() {
    let document = Document([0xFF, 0x80, 0xF0, 0x0A, 0xC3, 0x61])
    for offset in 0...6 { #expect(document.position(of: offset).line <= 1) }
    for column in 0...6 { #expect(document.offset(line: 1, column: column, unit: .utf16) <= 6) }
  }
}
