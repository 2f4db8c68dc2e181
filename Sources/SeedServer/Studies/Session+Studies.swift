// Which studies the open folders hold: found out when a folder has been read, when files came or went, and when the
// configuration changed; never because of what is typed.

internal import LanguageServerProtocol
internal import SeedModel
internal import SeedSyntax
internal import SeedWorkspace

extension Session {
  /// Tells the notes of a folder apart anew: the entrance for whoever learns that files came or went.
  func fileSetChanged(in folder: OpenFolder) {
    // Else it is done at the end of the reading.
    guard folder.isLoaded else { return }
    let notes = folder.notes
    let plan = folder.makePlan(notes, settings.levels)
    if plan != folder.plan { rebuild(folder, plan, notes) }
  }

  /// Reads again what a configuration file counts for: the entrance for whoever learns that one was saved, made or deleted.
  func reloadConfiguration(_ path: String) {
    for folder in openFolders where folder.isConfigured(by: path) {
      if folder.isWorkspaceFolder {
        startLoading(folder)
      } else {
        reopen(folder)
      }
    }
  }

  /// Takes over the notes of a folder, if it has been read.
  ///
  /// - Returns: what was read; nil if reading goes on or had ended before.
  func takeOutcome(of folder: OpenFolder) -> FolderLoading.Outcome? {
    guard let outcome = folder.takeOutcome() else { return nil }
    let notes = folder.notes(outcome) { openDocuments[$0] != nil }
    let plan = folder.makePlan(notes, settings.levels)
    if plan == folder.plan {
      update(folder, notes)
    } else {
      rebuild(folder, plan, notes)
    }
    publishConfigurations(of: folder)
    return outcome
  }

  /// Brings the studies of a folder up to date with its notes.
  private func update(_ folder: OpenFolder, _ notes: FolderNotes) {
    let names = namesOfOpenNotes(in: folder)
    folder.update(notes) { openDocuments[$0] != nil }
    // They may have other numbers now.
    for (uri, name) in names {
      let study = folder.study(for: name)
      openDocuments[uri]?.id = study.spell(name)
    }
  }

  /// By which names the notes of a folder that are open are known: of one that is open under two, both have the last one.
  private func namesOfOpenNotes(in folder: OpenFolder) -> [DocumentURI: DocumentURI] {
    openDocuments.compactMapValues { document in
      guard document.folder.openFolder === folder else { return nil }
      return document.id.flatMap(document.folder.uri(of:))
    }
  }

  /// Makes the studies of a folder anew. What the client has on display stays until the new findings replace it.
  private func rebuild(_ folder: OpenFolder, _ plan: OpenFolder.Plan, _ notes: FolderNotes) {
    let displayed = folder.studies.flatMap(\.documentsOnDisplay)
    let documents = openDocuments.filter { $0.value.folder.openFolder === folder }
    let names = namesOfOpenNotes(in: folder)
    var openNotes: [DocumentURI: DocumentSummary?] = [:]
    for (uri, var document) in documents {
      document.isCovered = folder.covers(uri)
      document.summary = DocumentSummary(document.syntax, folder.vocabulary(for: uri))
      if (names[uri] ?? uri) == uri { openNotes[uri] = .some(document.isNote ? document.summary : nil) }
      openDocuments[uri] = document
    }
    var notes = notes
    notes.replace(openNotes) { folder.path(of: $0) ?? $0.string }
    folder.apply(plan, notes)
    for uri in documents.keys {
      let name = names[uri] ?? uri
      let study = folder.study(for: name)
      let id = study.spell(name)
      openDocuments[uri]?.folder = study
      openDocuments[uri]?.id = id
      if let id { study.awaitReport(on: id) }
    }
    for uri in displayed {
      let study = folder.study(for: uri)
      if study.id(of: uri) != nil { study.inheritDisplay(of: uri) } else { publish(uri, []) }
    }
    for split in plan.splits { client.logMessage(.info, split.message { $0 }) }
  }

  // MARK: - Configuration files

  /// Reports what is wrong with the configuration files of a folder. Those that are open are reported as they are typed.
  func publishConfigurations(of folder: OpenFolder) {
    guard pushesDiagnostics else { return }
    var displayed: Set<DocumentURI> = []
    for file in folder.configurationFiles {
      let uri = DocumentURI(filePath: file.path)
      guard openDocuments[uri] == nil else { continue }
      if !file.findings.isEmpty { displayed.insert(uri) }
      if !file.findings.isEmpty || folder.displayedConfigurations.contains(uri) { publish(uri, file) }
    }
    for uri in folder.displayedConfigurations.subtracting(displayed) where openDocuments[uri] == nil {
      publish(uri, [])
    }
    folder.displayedConfigurations = displayed
  }

  /// Reports what is wrong with the text of a configuration file that is open; it counts only when it is saved.
  func publishOpenConfiguration(_ uri: DocumentURI) {
    guard let path = uri.path, ConfigurationFile.isName(path), let document = openDocuments[uri] else { return }
    publish(uri, ConfigurationFile(path: path, text: document.syntax.bytes))
  }

  /// Reports what is wrong with a configuration file that was open, as it was saved last.
  func publishClosedConfiguration(_ uri: DocumentURI) {
    guard let path = uri.path, ConfigurationFile.isName(path), pushesDiagnostics else { return }
    publish(uri, [])
    for folder in openFolders where folder.isConfigured(by: path) && folder.isLoaded {
      publishConfigurations(of: folder)
    }
  }

  /// What is wrong with each configuration file: with its text if it is open, else as it was read.
  var configurationFindings: [(uri: DocumentURI, diagnostics: [Diagnostic])] {
    let files = Dictionary(openFolders.flatMap(\.configurationFiles).map { ($0.path, $0) }) { first, _ in first }
    return files.values.sorted { $0.path < $1.path }.map { file in
      let uri = DocumentURI(filePath: file.path)
      let open = openDocuments[uri].map { ConfigurationFile(path: file.path, text: $0.syntax.bytes) }
      return (uri, diagnostics(of: open ?? file))
    }
  }

  /// What is wrong with a configuration file, as the client gets it.
  func diagnostics(of file: ConfigurationFile) -> [Diagnostic] {
    file.findings.map { ToLSP.diagnostic($0, unit, capabilities) { _ in nil } }
  }

  private func publish(_ uri: DocumentURI, _ file: ConfigurationFile) {
    if pushesDiagnostics { publish(uri, diagnostics(of: file)) }
  }
}
