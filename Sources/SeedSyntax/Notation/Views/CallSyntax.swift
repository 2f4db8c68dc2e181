// A call and its arguments, as they are written.

/// `callee(arguments)`.
@usableFromInline
package struct CallSyntax {
  @usableFromInline let text: NotationText
  /// The node of the call.
  @usableFromInline package let index: Int
  /// What is called: a name, or a member of something.
  @usableFromInline package let callee: Int

  /// - Returns: nil for a node that is no call.
  @inlinable
  package init?(_ text: NotationText, _ index: Int) {
    guard text.kind(index) == .call, let callee = text.firstChild(of: index) else { return nil }
    self.text = text
    self.index = index
    self.callee = callee
  }

  /// Whether something is called by a name behind a dot.
  @inlinable package var isMethod: Bool { text.kind(callee) == .attribute }

  /// The node of the called function's name: the callee itself, or what stands after its dot.
  @inlinable
  package var name: Int? {
    switch text.kind(callee) {
    case .name: callee
    case .attribute: text.member(of: callee)
    default: nil
    }
  }

  /// The arguments, those with a keyword among them.
  @inlinable
  package var arguments: Siblings {
    var children = text.children(of: index)
    _ = children.next()
    return children
  }
}

/// `keyword=value` among the arguments of a call.
@usableFromInline
package struct KeywordSyntax {
  @usableFromInline package let name: Int
  @usableFromInline package let value: Int

  /// - Returns: nil for a node that is no argument with a keyword.
  @inlinable
  package init?(_ text: NotationText, _ index: Int) {
    guard text.kind(index) == .keywordArgument else { return nil }
    var parts = text.children(of: index)
    guard let name = parts.next(), let value = parts.next() else { return nil }
    self.name = name
    self.value = value
  }
}

extension NotationText {
  /// The name behind the last dot of `object.member`.
  @inlinable
  package func member(of attribute: Int) -> Int? {
    children(of: attribute).last { kind($0) == .name }
  }
}
