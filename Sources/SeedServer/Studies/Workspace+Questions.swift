// From a document that the client asks about to an unchanging picture of its study.

internal import LanguageServerProtocol
internal import SeedIDE
internal import SeedModel
internal import SeedStudy
internal import SeedSyntax
internal import SeedWorkspace

extension Workspace {
  /// What is needed to answer a question about a document; nil if it isn't open or is no seed file.
  ///
  /// Waits for the study's notes while they are being read: an answer from half of them would be wrong.
  ///
  /// - Throws: an error if reading was given up because the client is about to go.
  func question(_ uri: DocumentURI, _ unit: ColumnUnit) throws(ResponseError) -> Question? {
    wait(around: uri)
    guard let document = openDocuments[uri], let id = document.id else { return nil }
    try document.study.requireAllNotes()
    return Question(self, id, document.syntax, in: document.study, unit)
  }

  /// What is needed to answer a question about any note of a study; nil if the note can't be read.
  func question(about id: DocumentID, in study: OpenStudy, _ unit: ColumnUnit) -> Question? {
    guard let path = study.path(of: id) else { return nil }
    let format = study.content[id]?.summary.format ?? .note
    let syntax = openDocument(at: path)?.syntax ?? Question.bytes(at: path).map { Document($0, format: format) }
    return syntax.map { Question(self, id, $0, in: study, unit) }
  }

  /// What is needed to change notes, beginning with an open one; nil if it is no seed file. What is closed is as it is on the
  /// disk at this moment: an edit of a text that has changed would spoil it.
  ///
  /// - Throws: an error if not all notes of the study can be read: half of them would be changed.
  func questionForChange(_ uri: DocumentURI, _ unit: ColumnUnit) throws(ResponseError) -> Question? {
    wait(around: uri)
    guard let document = openDocuments[uri], document.id != nil else { return nil }
    try document.study.requireAllNotes()
    let problems = reread(document.study.folder, around: uri)
    guard problems.isEmpty else {
      let shown = problems.prefix(3).joined(separator: "; ")
      let rest = problems.count > 3 ? " and \(problems.count - 3) more" : ""
      throw ResponseError(
        .requestFailed, "Nothing was changed, because not all notes of the study can be read: \(shown)\(rest)")
    }
    // Its study may be another one now.
    guard let document = openDocuments[uri], let id = document.id else { return nil }
    return Question(self, id, document.syntax, in: document.study, unit, isCurrent: !isSomeNoteOpenTwice)
  }

  /// Reads a folder again if any of its files was changed, added or deleted without the editor.
  ///
  /// - Parameter uri: an open document of the folder.
  /// - Returns: what can't be read, in words.
  private func reread(_ folder: OpenFolder, around uri: DocumentURI) -> [String] {
    guard folder.path != nil, !folder.isUnchanged(isOpen: { isOpen($0) }) else { return [] }
    startLoading(folder, isQuiet: true)
    wait(around: uri)
    guard let folder = openDocuments[uri]?.study.folder else { return [] }
    return folder.isIncomplete ? ["reading was given up because the client is about to go"] : folder.problems
  }

  /// Whether the client has a note open under two names, as with a link: its texts may differ, and the study knows only one.
  private var isSomeNoteOpenTwice: Bool {
    openDocuments.values.contains { document in
      document.id != nil && openDocument(at: document.path)?.uri != document.uri
    }
  }

  /// The name of a source that changes with the name of its note, and the note as the study knows it; nil where that can't be
  /// changed safely.
  ///
  /// - Parameters:
  ///   - old: the note's file.
  ///   - new: what it will be called in the same folder.
  func sourceRename(
    from old: String, to new: String
  ) -> (study: OpenStudy, document: DocumentID, old: String, new: String)? {
    guard Path.folder(of: old) == Path.folder(of: new), let folder = existingFolder(for: old) else { return nil }
    startLoading(folder, isQuiet: true)
    wait { $0 === folder }
    guard existingFolder(for: old) === folder, !folder.isIncomplete, folder.problems.isEmpty else { return nil }
    let study = folder.study(for: old)
    guard let id = study.id(of: old),
      let rename = study.content.sourceRename(of: id, from: Path.name(of: old), to: Path.name(of: new))
    else { return nil }
    return (study, id, rename.old, rename.new)
  }
}

// MARK: - What goes with a change

/// A note's file that gets another name.
struct FileRename {
  let old: DocumentURI
  let new: DocumentURI
  let remark: EditRemark
}

extension Workspace {
  /// The versions of the open notes of a study, as the client counts them.
  func versions(in study: OpenStudy) -> [DocumentID: Int] {
    var versions: [DocumentID: Int] = [:]
    for document in openDocuments.values where document.study === study {
      if let id = document.id, study.uri(of: id) == document.uri { versions[id] = document.version }
    }
    return versions
  }

  /// The new names of files, as far as they are free: a file is never put in another's place.
  func fileRenames(_ renames: [NoteFileRename], in study: OpenStudy) -> [FileRename] {
    renames.compactMap { rename in
      guard let old = study.uri(of: rename.document), let path = old.path, let slash = path.lastIndex(of: "/") else {
        return nil
      }
      let new = String(path[...slash] + rename.newName)
      guard (try? FileStatus(path: new)) == nil else { return nil }
      return FileRename(old: old, new: DocumentURI(filePath: new), remark: rename.remark)
    }
  }
}
