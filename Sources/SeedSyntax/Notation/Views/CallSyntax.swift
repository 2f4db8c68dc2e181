// A call and its arguments, as they are written.

/// `callee(arguments)`.

public struct CallSyntax {
  @usableFromInline let text: NotationText
  /// The node of the call.
  public let index: Int
  /// What is called: a name, or a member of something.
  public let callee: Int

  /// - Returns: nil for a node that is no call.
  @inlinable
  public init?(_ text: NotationText, _ index: Int) {
    guard text.kind(index) == .call, let callee = text.firstChild(of: index) else { return nil }
    self.text = text
    self.index = index
    self.callee = callee
  }

  /// Whether something is called by a name behind a dot.
  @inlinable public var isMethod: Bool { text.kind(callee) == .attribute }

  /// The node of the called function's name: the callee itself, or what stands after its dot.
  @inlinable
  public var name: Int? {
    switch text.kind(callee) {
    case .name: callee
    case .attribute: text.member(of: callee)
    default: nil
    }
  }

  /// The arguments, those with a keyword among them.
  @inlinable
  public var arguments: Siblings {
    var children = text.children(of: index)
    _ = children.next()
    return children
  }
}

/// `keyword=value` among the arguments of a call.

public struct KeywordSyntax {
  public let name: Int
  public let value: Int

  /// - Returns: nil for a node that is no argument with a keyword.
  @inlinable
  public init?(_ text: NotationText, _ index: Int) {
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
  public func member(of attribute: Int) -> Int? {
    children(of: attribute).last { kind($0) == .name }
  }
}
