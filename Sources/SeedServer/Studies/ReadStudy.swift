// The study of a folder's notes, put together while they are being read.

internal import LanguageServerProtocol
internal import SeedModel
internal import SeedWorkspace

/// A study, and the names under which the client knows its notes. Most folders hold just one study; whether this one does is
/// known when all is read.
struct ReadStudy: Sendable {
  /// What it is made by.
  let plan: OpenFolder.Plan.StudyPlan
  private(set) var study: CheckedStudy
  private(set) var ids: [DocumentURI: DocumentID] = [:]
  private(set) var uris = NoteNames()

  init(_ plan: OpenFolder.Plan.StudyPlan, vocabulary: Vocabulary) {
    self.plan = plan
    study = CheckedStudy(vocabulary: vocabulary, settings: RuleSettings(plan.levels))
  }

  /// Adds a note, of which there is none yet.
  mutating func add(_ uri: DocumentURI, name: String, _ summary: DocumentSummary) {
    let id = study.add(name: name, summary)
    ids[uri] = id
    uris[id] = uri
  }

  /// Gives a note another name, if there is one; a note that had this name is no longer in the study.
  mutating func rename(_ old: DocumentURI, to new: DocumentURI) {
    guard let id = ids.removeValue(forKey: old) else { return }
    if let other = ids[new] {
      study.remove(other)
      uris[other] = nil
    }
    ids[new] = id
    uris[id] = new
  }
}
