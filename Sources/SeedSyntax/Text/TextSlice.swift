// A run of bytes that shares its storage with its neighbours until one of them is edited.

/// Part of a byte array, kept without copying.

public struct TextSlice: Sendable {
  @usableFromInline let storage: [UInt8]
  /// Where the slice stands in its storage.
  @usableFromInline let place: ByteRange

  public init(_ storage: [UInt8], _ place: ByteRange) {
    self.storage = storage
    self.place = ByteRange(Swift.min(place.start, storage.count), Swift.min(place.end, storage.count))
  }

  public init(_ bytes: [UInt8]) {
    self.init(bytes, ByteRange(0, bytes.count))
  }

  public var count: Int { place.count }

  /// Calls `body` with the slice's bytes; the pointer is valid only during the call.
  @inlinable
  @inline(__always)
  public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    storage.withUnsafeBufferPointer { all in
      body(UnsafeBufferPointer(rebasing: all[place.start..<place.end]))
    }
  }

  /// A copy of the bytes in a range relative to the slice, clamped to it.
  public func bytes(in range: ByteRange) -> [UInt8] {
    withBytes { bytes in Array(bytes.clamped(to: range)) }
  }

  public var bytes: [UInt8] { bytes(in: ByteRange(0, count)) }

  /// The text of a range relative to the slice; what is not UTF-8 shows as U+FFFD.
  public func string(in range: ByteRange) -> String {
    withBytes { bytes in String(decoding: bytes.clamped(to: range), as: UTF8.self) }
  }
}

extension TextSlice: Hashable {

  public static func == (left: TextSlice, right: TextSlice) -> Bool {
    left.withBytes { leftBytes in
      right.withBytes { rightBytes in leftBytes.elementsEqual(rightBytes) }
    }
  }

  public func hash(into hasher: inout Hasher) {
    withBytes { bytes in hasher.combine(bytes: UnsafeRawBufferPointer(bytes)) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes of a range, as far as it lies inside.
  @inlinable
  @inline(__always)
  public func clamped(to range: ByteRange) -> UnsafeBufferPointer<UInt8> {
    let start = Swift.min(range.start, count)
    let end = Swift.min(range.end, count)
    return UnsafeBufferPointer(rebasing: self[start..<end])
  }

  /// The byte at an offset; 0 outside.
  @inlinable
  @inline(__always)
  public func byte(at offset: Int) -> UInt8 {
    offset >= 0 && offset < count ? self[offset] : 0
  }
}
