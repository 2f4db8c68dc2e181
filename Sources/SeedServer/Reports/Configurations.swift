// What is wrong with configuration files, on its way to the client.

internal import LanguageServerProtocol
internal import SeedSyntax
internal import SeedWorkspace

extension Session {
  /// Reports what is wrong with the configuration files of a folder, and takes off the screen what counts for no folder any
  /// more. Those that are open are reported as they are typed.
  ///
  /// - Parameter folder: nil if a folder was closed.
  func publishConfigurations(of folder: OpenFolder?) {
    guard pushesDiagnostics else { return }
    func isClosed(_ uri: DocumentURI) -> Bool { workspace.openDocuments[uri] == nil }
    var gone = diagnosticsState.displayedConfigurations
    for file in folder?.toldConfigurationFiles ?? [] {
      let uri = DocumentURI(filePath: file.path)
      guard isClosed(uri) else { continue }
      let wasDisplayed = gone.remove(uri) != nil
      if !file.findings.isEmpty || wasDisplayed { publish(uri, diagnostics(of: file)) }
    }
    let displayed = workspace.folders.flatMap(\.toldConfigurationFiles).filter { !$0.findings.isEmpty }
      .map { DocumentURI(filePath: $0.path) }.filter(isClosed)
    diagnosticsState.displayedConfigurations = Set(displayed)
    for uri in gone.subtracting(displayed) where isClosed(uri) { publish(uri, []) }
  }

  /// Reports what is wrong with the text of a configuration file that is open; it counts only when it is saved.
  func publishOpenConfiguration(_ uri: DocumentURI) {
    guard let path = uri.path, ConfigurationFile.isName(path), pushesDiagnostics,
      let document = workspace.openDocuments[uri]
    else { return }
    publish(uri, diagnostics(of: ConfigurationFile(path: path, text: document.syntax.bytes)))
  }

  /// Reports what is wrong with a configuration file that was open, as it was saved last.
  func publishClosedConfiguration(_ uri: DocumentURI) {
    guard let path = uri.path, ConfigurationFile.isName(path), pushesDiagnostics else { return }
    publish(uri, [])
    for folder in workspace.folders where folder.isConfigured(by: path) && folder.isLoaded {
      publishConfigurations(of: folder)
    }
  }

  /// What is wrong with each configuration file: with its text if it is open, else as it was read.
  var configurationFindings: [(uri: DocumentURI, diagnostics: [Diagnostic])] {
    let files = Dictionary(workspace.folders.flatMap(\.toldConfigurationFiles).map { ($0.path, $0) }) { first, _ in
      first
    }
    return files.values.sorted { $0.path < $1.path }.map { file in
      let uri = DocumentURI(filePath: file.path)
      let open = workspace.openDocuments[uri].map { ConfigurationFile(path: file.path, text: $0.syntax.bytes) }
      return (uri, diagnostics(of: open ?? file))
    }
  }

  /// What is wrong with a configuration file, as the client gets it.
  func diagnostics(of file: ConfigurationFile) -> [Diagnostic] {
    file.findings.map { ToLSP.diagnostic($0, unit, capabilities) { _ in nil } }
  }
}
