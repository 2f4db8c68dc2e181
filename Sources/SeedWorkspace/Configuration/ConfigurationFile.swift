// The file `seed-lsp.json`: it marks the root of a study and configures it.

package import SeedModel
package import SeedRules
internal import SeedStudy
internal import SeedSyntax

/// A configuration file that was read. A class, because each note of a study asks for it.
package final class ConfigurationFile: Sendable {
  /// The name of every configuration file.
  package static let name = "seed-lsp.json"

  /// The absolute path.
  package let path: String
  package let text: [UInt8]
  package let configuration: StudyConfiguration
  /// The built-in vocabulary with what the study adds to it.
  package let vocabulary: Vocabulary
  /// What is wrong with the file, in order of the places.
  package let findings: [Finding]

  /// Reads the text of a configuration file. What is wrong in it is left out.
  package init(path: String, text: [UInt8]) {
    self.path = path
    self.text = text
    let reading = ConfigurationReader.read(text)
    configuration = reading.configuration
    vocabulary = Vocabulary.standard.adding(reading.configuration.additions)
    let document = Document(text)
    let settings = RuleSettings(reading.configuration.rules)
    findings = reading.problems.compactMap { problem in
      settings.configurationFinding(document.lineRange(of: problem.range), problem.message)
    }.sorted { $0.range.start < $1.range.start }
  }

  /// The study's root.
  package var folder: String { Path.folder(of: path) }

  /// Whether a file below the root can be a note of the study.
  package func covers(_ file: String) -> Bool {
    Path.relative(file, to: folder).map { configuration.covers($0) } ?? true
  }

  /// Whether a path is that of a configuration file.
  package static func isName(_ path: String) -> Bool {
    path == name || path.hasSuffix("/" + name)
  }
}

/// The configuration files around some files, each looked for and read once.
package struct ConfigurationFiles: Sendable {
  /// By folder: the nearest one in it or around it; nil for none.
  private var known: [PathKey: ConfigurationFile?] = [:]
  /// By folder: the nearest one in it or around it that holds a repository; nil for none.
  private var repositories: [PathKey: String?] = [:]
  /// Those that can't be read.
  package private(set) var errors: [FileError] = []

  package init() {}

  /// The configuration file that counts for a folder and what lies in it: the nearest one, going outwards.
  package mutating func file(forFolder folder: String) -> ConfigurationFile? {
    var passed: [String] = []
    var current = folder
    var found: ConfigurationFile?
    while true {
      if let known = known[PathKey(current)] {
        found = known
        break
      }
      passed.append(current)
      if let file = read(in: current) {
        found = file
        break
      }
      let parent = Path.folder(of: current)
      guard !Path.areSame(parent, current) else { break }
      current = parent
    }
    for folder in passed { known[PathKey(folder)] = .some(found) }
    return found
  }

  /// The folder at which the study of what lies in a folder begins: the nearest one, going outwards, with a configuration file,
  /// else with a repository of Git; nil if nothing says so.
  package mutating func root(forFolder folder: String) -> String? {
    file(forFolder: folder)?.folder ?? repository(around: folder)
  }

  private mutating func repository(around folder: String) -> String? {
    var passed: [String] = []
    var current = folder
    var found: String?
    while true {
      if let known = repositories[PathKey(current)] {
        found = known
        break
      }
      passed.append(current)
      // Whoever keeps settings of their home folder in Git has no study there.
      if !StudyPlace.isTooWide(current), (try? FileStatus(path: Path.join(current, ".git"))) != nil {
        found = current
        break
      }
      let parent = Path.folder(of: current)
      guard !Path.areSame(parent, current) else { break }
      current = parent
    }
    for folder in passed { repositories[PathKey(folder)] = .some(found) }
    return found
  }

  /// The configuration file that counts for a file.
  package mutating func file(for path: String) -> ConfigurationFile? {
    file(forFolder: Path.folder(of: path))
  }

  /// Every file that counts for something, in natural order.
  package var files: [ConfigurationFile] {
    let files = Dictionary(known.values.compactMap { $0 }.map { (PathKey($0.path), $0) }) { first, _ in first }
    return files.values.sorted { NaturalOrder.areInIncreasingOrder($0.path, $1.path) }
  }

  private mutating func read(in folder: String) -> ConfigurationFile? {
    let path = Path.join(folder, ConfigurationFile.name)
    do throws(FileError) {
      return ConfigurationFile(path: path, text: try FileReader.read(path).bytes)
    } catch {
      switch error.reason {
      case .missing, .isFolder, .parentIsNotAFolder: return nil
      default:
        errors.append(error)
        // It marks a root all the same.
        return error.reason == .invalidPath ? nil : ConfigurationFile(path: path, text: [])
      }
    }
  }
}
