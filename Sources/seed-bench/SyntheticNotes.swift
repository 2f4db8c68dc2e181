// Makes notes that look like real ones, with mistakes in some of them: the same ones in every run.

/// Notes by their number. What a note says doesn't depend on how many there are.
enum SyntheticNotes {
  private static let adjectives = words(
    """
    active analytical archived automated batched bounded cached central certified columnar compressed curated dedicated
    derived distributed documented durable elastic encrypted external federated filtered generic global governed granular
    historical hybrid immutable incremental indexed isolated logical managed masked modular monitored observable
    """)
  private static let nouns = words(
    """
    access account aggregate alert archive asset audit backlog broker budget bundle catalogue channel cluster contract cost
    cube dataset domain endpoint event feature field function gateway glossary graph identity index ingestion insight
    interface lake ledger lineage marketplace measure message metadata model notebook ownership partition pipeline policy
    port product profile provenance quality query registry schema sensor service stream table topic trace usage warehouse
    """)
  private static let endings = words(
    "service registry layer controls versioning pipeline policy adapter schema mapping")
  private static let prose = words(
    """
    the of and to a in that is for data products domain team with platform as be by on are this it from or can which their
    not have more consumers self-serve mesh architecture quality governance how at new business storage when between every
    need two owners discover publish consume organization’s “shared” e.g. café contracts → security
    """)

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// How many codes each note defines.
  private static let codesPerNote = 12
  private static let kinds = ["decision", "pattern", "practice", "force"]

  /// The name of a code, counted over all notes.
  private static func code(_ index: Int) -> String {
    // Neighbours in the count have nothing in common.
    let spread = index &* 7919
    let parts = [
      adjectives[spread % adjectives.count], nouns[spread / adjectives.count % nouns.count],
      endings[index % endings.count],
    ]
    let round = index / (adjectives.count * nouns.count)
    return parts.joined(separator: "_") + (round > 0 ? "_\(round)" : "")
  }

  static func note(_ number: Int) -> [UInt8] {
    var random = SplitMix(state: UInt64(number) &* 0x2545_F491_4F6C_DD1D)
    var note = NoteWriter(number: number)
    note.writeHeader(title: sentence(5, &random))
    for section in 0..<6 {
      for _ in 0..<6 { note.write("> \(sentence(40 + Int(random.next() % 60), &random)).\n\n") }
      note.write("**OPEN CODING TRACE:**\n\n")
      note.write("\(sentence(20, &random)): \(code(number * codesPerNote + section)).\n\n")
      note.write("**AXIAL CODING TRACE:**\n\nadd codes to s\(number + 1):\n``` python\n")
      writeStatements(number, section, &note, &random)
      note.write("```\n\n")
    }
    return Array(note.text.utf8)
  }

  /// Two definitions, their links and impacts, and a list of codes of this note and earlier ones.
  private static func writeStatements(_ number: Int, _ section: Int, _ note: inout NoteWriter, _ random: inout SplitMix)
  {
    let first = number * codesPerNote
    let (left, right) = (first + 2 * section, first + 2 * section + 1)
    for index in [left, right] {
      let label = code(index).split(separator: "_").map(\.capitalized).joined(separator: " ")
      note.write("\(code(index)) = CClass(\(kinds[index % 4]), \"\(label)\")\n")
    }
    // Of each four codes the first is a decision, the next two are its options and the last is a force.
    let base = left / 4 * 4
    note.write("add_decision_option_link(\(code(base)), \(code(base + 1)), \"\(sentence(6, &random))\")\n")
    if section % 2 == 1 {
      note.write("add_decision_option_link(\(code(base)), \(code(base + 2)), \"\(sentence(6, &random))\")\n")
      note.write("add_force_relations({\(code(base + 1)): {\(code(base + 3)): positive},\n")
      note.write("                     \(code(base + 2)): {\(code(base + 3)): very_negative}})\n")
    }
    note.write("'''\n    \(code(left)),\n")
    for _ in 0..<4 { note.write("    \(code(Int(random.next() % UInt64(first + codesPerNote)))),\n") }
    note.write("    \(code(right))\n'''\n")
    // One mistake of a kind in some notes.
    guard section == 3 else { return }
    switch number % 5 {
    case 0: note.write("add_decision_option_link(\(code(base)), forgotten_\(nouns[number % nouns.count]), \"\")\n")
    case 1: note.write("add_decision_option_link(\(code(base)), \(code(base + 1))s, \"\")\n")
    case 2: note.write("add_decision_option_link(\(code(base)), \(code(base + 1)) \"no comma\")\n")
    default: break
    }
  }

  private static func sentence(_ count: Int, _ random: inout SplitMix) -> String {
    (0..<count).map { _ in prose[Int(random.next() % UInt64(prose.count))] }.joined(separator: " ")
  }
}

/// The text of a note as it comes to be.
private struct NoteWriter {
  let number: Int
  private(set) var text = ""

  init(number: Int) {
    self.number = number
    text.reserveCapacity(24 << 10)
  }

  mutating func write(_ addition: String) { text += addition }

  mutating func writeHeader(title: String) {
    let (id, address) = ("s\(number + 1)", "https://www.example.org/notes/\(number + 1)/")
    write("# s\n\(number + 1)\n## url\n\(address)\n## title\n\(title)\n## source code\nno\n## example\nno\n")
    write("## source type\nPractitioner Audience Article\n## author type\nPractitioner\n\n")
    write("**AXIAL CODING TRACE**: source and references\n``` python\n\(id) = CClass(source, \"\(id)\", values={\n")
    write("    \"title\": \"\(title)\",\n    \"url\": \"\(address)\",\n    \"author type\": \"Practitioner\",\n")
    write(
      "    \"type\": \"Practitioner Audience Article\",\n    \"example\": False,\n    \"source code\": False})\n```\n\n"
    )
    write("# coding\n\n")
  }
}

/// Numbers that look random (Steele, Lea, Flood 2014), the same ones for the same start.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension Substring {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
