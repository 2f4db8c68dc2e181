// Files that other programs, or the editor, make, change and delete.

internal import LanguageServerProtocol
internal import SeedStudy
internal import SeedWorkspace

extension Workspace {
  /// Takes notice of files that came, went or changed. What an editor has open stays as the editor says.
  func apply(_ changes: [FileEvent]) {
    var isNews = false
    var changedSets: [OpenFolder] = []
    for change in changes {
      guard let path = change.uri.path else { continue }
      if ConfigurationFile.isName(path) {
        reloadConfiguration(path)
        isNews = true
        continue
      }
      // Backup programs and package managers write copies of notes where nobody looks for notes.
      guard let folder = existingFolder(for: path), !folder.passesOver(path) else { continue }
      func noteFileSet() {
        if !changedSets.contains(where: { $0 === folder }) { changedSets.append(folder) }
      }
      if change.type != .changed { noteFileSet() }
      // An event is a hint, which may come late: the disk decides. Git deletes and writes a file in one go.
      let isGone = change.type == .deleted && (try? FileStatus(path: path)) == nil
      guard !isOpen(path), isGone || folder.covers(path) else { continue }
      isNews = true
      let source = source(of: path, in: folder)
      if isGone {
        remove(path, from: folder)
      } else if FileFinder.isCandidate(path) {
        reload(path, in: folder)
      }
      if self.source(of: path, in: folder) != source { noteFileSet() }
    }
    for folder in changedSets { fileSetChanged(in: folder) }
    if isNews { tell(.answersChanged) }
  }

  /// The source that a file records, by which studies are told apart.
  private func source(of path: String, in folder: OpenFolder) -> String? {
    let study = folder.study(for: path)
    return study.id(of: path).flatMap { study.content[$0]?.sourceID }
  }

  /// Forgets a file or a folder: of a folder that is deleted, clients report the folder alone.
  private func remove(_ path: String, from folder: OpenFolder) {
    let study = folder.study(for: path)
    let mayBeFolder = study.id(of: path) == nil
    folder.remove(path, from: study)
    folder.forgetStamps(at: path)
    guard mayBeFolder else { return }
    folder.removeNotes(below: path) { isOpen($0) }
    let lost = folder.configurationFiles.map(\.path).filter { Path.relative($0, to: path) != nil }
    for file in lost { reloadConfiguration(file) }
  }

  /// Reads again what a configuration file counts for: it was saved, made or deleted.
  func reloadConfiguration(_ path: String) {
    let known = folders
    // It may be what marks the root of a study, or have been.
    updateFolders()
    for folder in folders where folder.isConfigured(by: path) && known.contains(where: { $0 === folder }) {
      if folder.isWorkspaceFolder { startLoading(folder) } else { reopen(folder) }
    }
  }

  /// Reads one file again.
  func reload(_ path: String, in folder: OpenFolder) {
    if let problem = folder.reload(path) { tell(.message(.warning, problem)) }
  }

  /// Reads all folders again.
  func reindex() {
    for folder in folders { startLoading(folder) }
  }
}
