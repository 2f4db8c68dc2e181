// JUnit XML, read back by Foundation's parser.

import Foundation
import SeedModel
import SeedReport
import SeedRules
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct JUnitTests {
  @Test func theReportIsXMLWithASuiteForEachNote() throws {
    let root = try XMLTree.parse(SampleFindings.result().bytes(in: .junit))
    #expect(root.name == "testsuites")
    #expect(root.attributes == ["name": "seed-lsp", "tests": "6", "failures": "3", "errors": "0"])
    #expect(root.children.map { $0.attributes["name"] } == ["s_1.md", SampleFindings.awkwardPath, "s_3.md"])
    #expect(root.children.map { $0.attributes["tests"] } == ["4", "1", "1"])
    #expect(root.children.map { $0.attributes["failures"] } == ["2", "1", "0"])
  }

  @Test func whatIsLessSevereThanTheLevelPasses() throws {
    let cases = try XMLTree.parse(SampleFindings.result(errorOn: .error).bytes(in: .junit)).children[0].children
    #expect(cases.map { $0.children.first?.name } == ["failure", "system-out", "system-out", "system-out"])
    #expect(cases.map { $0.attributes["name"] }.first == "other-rule at 1:2")
    #expect(Set(cases.map { $0.attributes["name"] }).count == 4)
  }

  @Test func textsSurviveButForWhatXMLCannotHold() throws {
    let suite = try XMLTree.parse(SampleFindings.result().bytes(in: .junit)).children[1]
    let testCase = try #require(suite.children.first)
    #expect(testCase.attributes["classname"] == SampleFindings.awkwardPath)
    #expect(testCase.attributes["line"] == "3")
    let failure = try #require(testCase.children.first)
    let message = SampleFindings.awkwardMessage
      .replacing("\u{1B}", with: "␛").replacing("\0", with: "␀").replacing("\u{FFFE}", with: "\u{FFFD}")
    #expect(failure.attributes["message"].map { Array($0.utf8) } == Array(message.utf8))
    #expect(failure.attributes["type"] == "warning")
    #expect(failure.text == "\(SampleFindings.awkwardPath):3:4: warning: \(message) [some-rule]")
  }

  @Test func aNoteWithoutFindingsIsACaseThatPassed() throws {
    let suite = try XMLTree.parse(SampleFindings.empty.bytes(in: .junit)).children[0]
    #expect(suite.children.map { $0.attributes["name"] } == ["no findings"])
    #expect(suite.children[0].children.isEmpty)
  }
}

/// An element with everything in it.
private final class XMLTree {
  let name: String
  let attributes: [String: String]
  var children: [XMLTree] = []
  var text = ""

  private init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  static func parse(_ bytes: [UInt8]) throws -> XMLTree {
    let builder = Builder()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = builder
    guard parser.parse(), let root = builder.root else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
    return root
  }

  private final class Builder: NSObject, XMLParserDelegate {
    var root: XMLTree?
    private var open: [XMLTree] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      let element = XMLTree(name, attributes)
      open.last?.children.append(element)
      if root == nil { root = element }
      open.append(element)
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      open.last?.text += text
    }
  }
}
