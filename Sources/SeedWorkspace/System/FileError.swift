// Why a file or folder could not be used, in words for the person who has to mend it.
//
// SeedWorkspace finds and reads files and hands them to the model; it holds all system calls. It must not know LSP or any
// feature; it writes to a note only when a command asks for that, and then as a whole.

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file or folder that could not be used.
package struct FileError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case missing
    case permissionDenied
    /// A folder stands where a file is wanted.
    case isFolder
    /// A pipe, a socket or a device.
    case isNotAFile
    /// A part of the path that should be a folder is a file.
    case parentIsNotAFolder
    /// Symbolic links that lead to each other.
    case linkLoop
    /// Longer than the system allows, or with a byte that no path can hold.
    case invalidPath
    /// The name's bytes are not UTF-8.
    case nameIsNotUTF8
    /// More bytes than a note can have.
    case tooLarge(limit: Int)
    /// Looking for files ended here because too many files and folders were seen.
    case tooManyEntries(limit: Int)
    /// Folders nested deeper than are looked into.
    case tooDeep(limit: Int)
    /// The file says that it is UTF-16, and isn't.
    case isNoText
    /// UTF-16 that doesn't say so.
    case isUnmarkedUTF16
    /// The file of another program: text has no zero bytes.
    case isBinary
    /// The file is not what it was when it was read.
    case changed
    /// A folder that the system makes up, as `/proc`.
    case systemFolder
    /// The root of all folders or the home folder, which hold more than a study.
    case isNoStudy
    /// What is to be written lies outside of the study, behind a link.
    case leadsOutOfStudy
    /// A note, a model file or a configuration stands where a report or a log was to be written.
    case isPartOfAStudy
    /// Anything else, in the system's words.
    case system(String)
  }

  package let path: String
  package let reason: Reason

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// The error that a system call on a path left in `errno`.
  init(path: String, errorNumber: Int32) {
    self.init(path: path, reason: Reason(errorNumber: errorNumber))
  }
}

extension FileError.Reason {
  /// Whether the file was read, and is no text.
  package var isAboutText: Bool {
    switch self {
    case .isNoText, .isUnmarkedUTF16, .isBinary: true
    default: false
    }
  }

  init(errorNumber: Int32) {
    switch errorNumber {
    case ENOENT: self = .missing
    case EACCES, EPERM: self = .permissionDenied
    case EISDIR: self = .isFolder
    case ENOTDIR: self = .parentIsNotAFolder
    case ELOOP: self = .linkLoop
    case ENAMETOOLONG: self = .invalidPath
    default: self = .system(strerror(errorNumber).map { String(cString: $0) } ?? "error \(errorNumber)")
    }
  }
}

extension FileError.Reason: CustomStringConvertible {
  /// What is wrong, as the end of a sentence that starts with the path.
  package var description: String {
    switch self {
    case .missing: "no such file or folder"
    case .permissionDenied: "permission denied"
    case .isFolder: "is a folder"
    case .isNotAFile: "is not an ordinary file"
    case .parentIsNotAFolder: "a part of the path is a file, not a folder"
    case .linkLoop: "the link leads back to itself"
    case .invalidPath: "is not a usable path"
    case .nameIsNotUTF8: "the name is not UTF-8; rename the file"
    case .tooLarge(let limit): "is larger than \(limit >> 20) MB"
    case .tooManyEntries(let limit):
      "holds more than \(limit) files and folders; name the folder that holds the notes"
    case .tooDeep(let limit): "is nested more than \(limit) folders deep and was not looked into"
    case .isNoText: "starts as UTF-16 does but is damaged; save it again as UTF-8"
    case .isUnmarkedUTF16: "is UTF-16 without a byte order mark; save it again as UTF-8"
    case .isBinary: "holds bytes that no text has; save it again as UTF-8"
    case .changed: "was changed meanwhile and is left as it is; run the command again"
    case .systemFolder: "is a folder of the system, where no notes are looked for"
    case .isNoStudy: "holds more than a study, so nothing is written there; name the folder that holds the notes"
    case .leadsOutOfStudy: "is a link that leads out of the study, so it is left as it is"
    case .isPartOfAStudy: "is a note, a model or a configuration, and nothing else is written there; name another file"
    case .system(let words): words.prefix(1).lowercased() + words.dropFirst()
    }
  }
}

extension FileError: CustomStringConvertible {
  package var description: String { "\(path): \(reason)" }
}
