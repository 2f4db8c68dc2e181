// Collects the edits of a rename: every place that binds the name, and, to be confirmed, those that may mean it.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// Gathers what has to be replaced, note by note.
struct RenameBuilder {
  let snapshot: Snapshot
  let texts: FreshTexts
  var oldName: String
  let newName: String
  private var edits: [DocumentID: [ByteEdit]] = [:]
  /// What is replaced in notes whose texts were not read.
  private var placed: [(document: DocumentID, edit: LineEdit)] = []
  private var scoped: [Place] = []
  private var lines: [DocumentID: LineWalker] = [:]

  init(snapshot: Snapshot, texts: FreshTexts, oldName: String, newName: String) {
    self.snapshot = snapshot
    self.texts = texts
    self.oldName = oldName
    self.newName = newName
  }

  /// What was gathered, by note.
  var notes: [NoteEdit] {
    edits.keys.sorted { snapshot.study.isBefore($0, $1) }.compactMap { id in
      texts[id].map { NoteEdit(document: id, original: $0, edits: edits[id] ?? []) }
    }
  }

  /// Where Python gives the old name a meaning of its own, in order.
  var shadowed: [Place] { snapshot.study.inOrder(scoped) }

  /// The change that was gathered.
  func edit(fileRenames: [NoteFileRename]) -> StudyEdit {
    StudyEdit(notes: notes, fileRenames: fileRenames, shadowed: shadowed)
  }

  /// The same in lines and columns, with what was gathered from the index alone.
  func placedEdit(fileRenames: [NoteFileRename]) -> PlacedEdit {
    PlacedEdit(edit(fileRenames: fileRenames), besides: placed, in: snapshot.study)
  }

  // MARK: - Occurrences

  /// Every occurrence of the name in coding blocks, labels and lists of open coding; with doubt what may be plain English in
  /// prose, and Python beyond the notation.
  mutating func replaceOccurrences() {
    guard let id = snapshot.study.nameID(oldName) else { return }
    let sites = snapshot.study.sites(of: id)
    // That a model repeats the definition of a note is what it is for.
    let definingNotes = Set(
      sites.filter { $0.role.isDefinition && snapshot.study[$0.document]?.isModel == false }.map(\.document))
    let home =
      definingNotes.contains(snapshot.document)
      ? snapshot.document : definingNotes.min { snapshot.study.isBefore($0, $1) }
    let mention = EditRemark.mention(oldName)
    // No English word has an underscore.
    let isPlainWord = !oldName.utf8.contains(UInt8(ascii: "_"))
    let definedElsewhere = EditRemark.definedElsewhere(oldName, definingNotes.count)
    if texts.isIndexTrusted { placed.reserveCapacity(sites.count) }
    for site in sites {
      let remark: EditRemark?
      if site.role.isMention {
        remark = isPlainWord && site.role != .listedMention ? mention : nil
      } else if !snapshot.isBinding(site.role, oldName) {
        continue
      } else if definingNotes.count > 1, definingNotes.contains(site.document), site.document != home {
        remark = definedElsewhere
      } else {
        remark = nil
      }
      replace(site.range, in: site.document, remark)
    }
    for (document, syntax) in texts.all {
      for place in UnreadPlaces(syntax).places(of: oldName) {
        switch place.surroundings {
        case .broken:
          // Nothing else can be meant there.
          add(ByteEdit(place.range, newName), to: document)
        case .python:
          add(ByteEdit(place.range, newName, remark: .unread(oldName)), to: document)
        case .scope:
          let range = lines[document, default: LineWalker(syntax)].lineRange(of: place.range)
          scoped.append(Place(document: document, range: range, role: nil))
        }
      }
    }
  }

  /// Replaces a name at a range of lines, if it really stands there.
  private mutating func replace(_ range: LineRange, in document: DocumentID, _ remark: EditRemark?) {
    guard let syntax = texts[document] else {
      guard texts.isIndexTrusted else { return }
      placed.append((document, LineEdit(range, newName, remark: remark)))
      return
    }
    let bytes = lines[document, default: LineWalker(syntax)].bytes(of: range)
    guard syntax.bytes(in: bytes).elementsEqual(oldName.utf8) else { return }
    add(ByteEdit(bytes, newName, remark: remark), to: document)
  }

  mutating func add(_ edit: ByteEdit, to document: DocumentID) {
    edits[document, default: []].append(edit)
  }

  // MARK: - Sources

  /// Where a source's id stands besides its occurrences: in the heading that numbers the note, and as the text of its block.
  mutating func replaceSourceID(of owners: [DocumentID]) {
    for document in owners {
      if let syntax = texts[document] { replaceHeading(in: document, syntax) }
    }
    guard let id = snapshot.study.nameID(oldName) else { return }
    for document in Set(snapshot.study.definitions(of: id).map(\.site.document)) {
      guard let syntax = texts[document] else { continue }
      for range in DisplayNames(syntax).ranges(ofCode: oldName) where syntax.string(in: range) == oldName {
        add(ByteEdit(range, newName), to: document)
      }
    }
  }

  /// `# s` with `33` below it, or `# s33`.
  private mutating func replaceHeading(in document: DocumentID, _ syntax: Document) {
    for place in syntax.blocks {
      guard case .field(let field) = place.block.content, field.isSourceHeading else { continue }
      let name = field.name.shifted(by: place.start)
      if syntax.string(in: name) == oldName {
        add(ByteEdit(name, newName), to: document)
      } else if syntax.string(in: name) == oldName.prefix(1) {
        let value = field.value.shifted(by: place.start)
        let digits = syntax.bytes(in: value).prefix { $0.isDigit }
        guard digits.elementsEqual(oldName.dropFirst().utf8) else { return }
        let number = ByteRange(value.start, value.start + digits.count)
        add(ByteEdit(number, String(newName.dropFirst())), to: document)
        if newName.prefix(1) != oldName.prefix(1) {
          add(ByteEdit(name, String(newName.prefix(1))), to: document)
        }
      }
      return
    }
  }
}

extension EditRemark {
  static func mention(_ name: String) -> EditRemark {
    EditRemark(
      id: "prose", label: "Change `\(name)` in prose",
      detail: "The researcher's own prose may mean the plain word.", needsConfirmation: true)
  }

  static func definedElsewhere(_ name: String, _ count: Int) -> EditRemark {
    EditRemark(
      id: "defined-twice", label: "Change `\(name)` in another note that defines it",
      detail: "\(count) notes define `\(name)`; in one study they mean the same code.", needsConfirmation: false)
  }

  static func unread(_ name: String) -> EditRemark {
    EditRemark(
      id: "unread", label: "Change `\(name)` in Python beyond the notation",
      detail: "What the name means there is a guess.",
      needsConfirmation: true)
  }
}
