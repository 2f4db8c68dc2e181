// Bytes that are appended to, with as little between the writer and the memory as Swift allows.

/// A growing buffer. An array would check for shared storage at every byte; this one can't be shared.
@usableFromInline
struct ByteBuffer: ~Copyable {
  @usableFromInline var memory: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline var count = 0

  /// - Parameter capacity: how many bytes to have room for at first; at least one.
  init(capacity: Int) {
    self.capacity = max(capacity, 1)
    memory = .allocate(capacity: self.capacity)
  }

  @inlinable
  deinit {
    memory.deallocate()
  }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: memory, count: count) }

  @inlinable @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    memory[count] = byte
    count += 1
  }

  @inlinable @inline(__always)
  mutating func append(_ added: UnsafeBufferPointer<UInt8>) {
    guard let start = added.baseAddress else { return }
    if capacity - count < added.count { grow(by: added.count) }
    // Of a text whose length is known to the compiler this becomes a few moves.
    UnsafeMutableRawPointer(memory + count).copyMemory(from: start, byteCount: added.count)
    count += added.count
  }

  @inlinable @inline(__always)
  mutating func append(_ added: StaticString) {
    added.withUTF8Buffer { append($0) }
  }

  /// Appends an integer in decimal.
  @usableFromInline
  mutating func append(decimal value: Int) {
    // Twenty characters are enough for 64 bits with a sign.
    if capacity - count < 20 { grow(by: 20) }
    var rest = value.magnitude
    if value < 0 {
      memory[count] = UInt8(ascii: "-")
      count += 1
    }
    var length = 1
    var power: UInt = 10
    while rest >= power, length < 20 {
      length &+= 1
      power = power &* 10
    }
    count += length
    var position = memory + count
    repeat {
      position -= 1
      let tenth = rest / 10
      position.pointee = UInt8(truncatingIfNeeded: 0x30 &+ rest &- tenth &* 10)
      rest = tenth
    } while rest > 0
  }

  @usableFromInline @inline(never)
  mutating func grow(by added: Int) {
    let newCapacity = max(capacity * 2, count + added)
    let newMemory = UnsafeMutablePointer<UInt8>.allocate(capacity: newCapacity)
    newMemory.moveInitialize(from: memory, count: count)
    memory.deallocate()
    memory = newMemory
    capacity = newCapacity
  }
}
