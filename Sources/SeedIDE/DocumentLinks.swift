// Document links: the addresses of a note that an editor can open.

internal import SeedModel
package import SeedSyntax

/// An address in the asked note.
package struct DocumentLink: Hashable, Sendable {
  package enum Target: Hashable, Sendable {
    /// A whole address, with its scheme.
    case address(String)
    /// The path of a file, relative to the note's folder, as it is written.
    case file(String)
  }

  package let range: ByteRange
  package let target: Target
  /// What is behind the address, where the note says it.
  package let purpose: Purpose?

  package enum Purpose: UInt8, Sendable, Hashable, CaseIterable {
    case source, shortAddress, archive, image
  }
}

extension Snapshot {
  /// The addresses of the asked note, in order.
  ///
  /// Those of the header and the source block may lack their scheme. Everywhere else, quotations among it, only what begins
  /// with `http://` or `https://` counts; in coding blocks, only in strings and comments. The target of an image may be a file.
  package func documentLinks() -> [DocumentLink] {
    var links: [DocumentLink] = []
    for place in syntax.blocks {
      place.block.text.withBytes { bytes in
        var collector = LinkCollector(scanner: AddressScanner(bytes: bytes), start: place.start)
        switch place.block.content {
        case .field(let field):
          collector.addField(field)
        case .none where place.block.kind == .image:
          collector.addImage()
        default:
          if let (tree, start) = place.block.notation {
            collector.addNotation(tree, start)
          } else {
            collector.addAddresses(in: ByteRange(0, bytes.count))
          }
        }
        links += collector.links
      }
    }
    return links
  }
}

/// Collects the links of one block.
private struct LinkCollector {
  let scanner: AddressScanner
  /// Where the block starts in the note.
  let start: Int
  var links: [DocumentLink] = []

  init(scanner: AddressScanner, start: Int) {
    self.scanner = scanner
    self.start = start
  }

  private var bytes: UnsafeBufferPointer<UInt8> { scanner.bytes }

  mutating func addAddresses(in range: ByteRange, _ purpose: DocumentLink.Purpose? = nil) {
    for address in scanner.addresses(in: range) {
      add(address, .address(AddressScanner.encoded(bytes.clamped(to: address))), purpose)
    }
  }

  mutating func addField(_ field: HeaderField) {
    addValue(field.value, ofAttribute: field.name)
  }

  /// Adds the value of an attribute of the source: as a whole where the attribute is an address.
  private mutating func addValue(_ value: ByteRange, ofAttribute name: ByteRange) {
    let purpose = purpose(ofAttribute: bytes.clamped(to: name))
    if purpose != nil, let target = scanner.target(ofValue: value) {
      add(value, .address(target), purpose)
    } else {
      addAddresses(in: value, purpose)
    }
  }

  private func purpose(ofAttribute name: UnsafeBufferPointer<UInt8>) -> DocumentLink.Purpose? {
    if name.elementsEqual("url".utf8) { return .source }
    if name.elementsEqual("tiny url".utf8) { return .shortAddress }
    return name.elementsEqual("archive url".utf8) ? .archive : nil
  }

  // MARK: - Notation

  mutating func addNotation(_ tree: NotationTree, _ start: Int) {
    var comments = tree.comments[...]
    var value: (node: Int, attribute: ByteRange)?
    for (index, node) in tree.nodes.enumerated() {
      let range = node.range.shifted(by: start)
      while let comment = comments.first, comment.start + start < range.start {
        addAddresses(in: comment.shifted(by: start))
        comments.removeFirst()
      }
      switch node.kind {
      case .entry:
        let found = tree.withText(bytes.clamped(to: ByteRange(start, bytes.count))) { text in
          EntrySyntax(text, index).flatMap { entry -> (node: Int, attribute: ByteRange)? in
            guard let value = entry.value, let key = StringSyntax(text, entry.key)?.content else { return nil }
            return (value, key.shifted(by: start))
          }
        }
        value = found ?? value
      case .string:
        let text = content(of: range)
        if let value, value.node == index {
          addValue(text, ofAttribute: value.attribute)
        } else {
          addAddresses(in: text)
        }
      default:
        break
      }
    }
    for comment in comments { addAddresses(in: comment.shifted(by: start)) }
  }

  /// What stands between the quotes of a string.
  private func content(of string: ByteRange) -> ByteRange {
    StringLiteral.content(of: bytes.clamped(to: string)).shifted(by: string.start)
  }

  // MARK: - Images

  /// Adds the target of `![Alt](target "title")`.
  mutating func addImage() {
    let end = bytes.lineContentEnd(from: 0)
    var offset = 0
    while offset < end, !(bytes[offset] == UInt8(ascii: "]") && bytes.byte(at: offset + 1) == UInt8(ascii: "(")) {
      offset += 1
    }
    guard offset < end, let closer = (offset..<end).last(where: { bytes[$0] == UInt8(ascii: ")") }) else {
      return addAddresses(in: ByteRange(0, end))
    }
    var target = bytes.trimmed(ByteRange(offset + 2, closer))
    if bytes.byte(at: target.start) == UInt8(ascii: "<") {
      let inner = (target.start..<target.end).first { bytes[$0] == ASCII.greater } ?? target.end
      target = ByteRange(target.start + 1, inner)
    } else if let blank = (target.start..<target.end).first(where: { bytes[$0].isBlank }) {
      target = ByteRange(target.start, blank)
    }
    let text = bytes.clamped(to: target)
    guard !text.isEmpty else { return }
    if scanner.addresses(in: target).first?.start == target.start {
      add(target, .address(AddressScanner.encoded(text)), .image)
    } else if !text.contains(ASCII.colon), text.first != ASCII.hash {
      // `data:` and other schemes are nothing to open.
      add(target, .file(String(decoding: text, as: UTF8.self)), .image)
    }
  }

  private mutating func add(_ range: ByteRange, _ target: DocumentLink.Target, _ purpose: DocumentLink.Purpose?) {
    links.append(DocumentLink(range: range.shifted(by: start), target: target, purpose: purpose))
  }
}
