// Bytes that are appended to, with as little between the writer and the memory as Swift allows.

/// A growing buffer. An array would check for shared storage at every byte; this one can't be shared.
struct ByteBuffer: ~Copyable {
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  /// - Parameter capacity: how many bytes to have room for at first; at least one.
  init(capacity: Int) {
    self.capacity = max(capacity, 1)
    memory = .allocate(capacity: self.capacity)
  }

  deinit {
    memory.deallocate()
  }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: memory, count: count) }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    memory[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ added: UnsafeBufferPointer<UInt8>) {
    guard let start = added.baseAddress else { return }
    if capacity - count < added.count { grow(by: added.count) }
    (memory + count).initialize(from: start, count: added.count)
    count += added.count
  }

  @inline(__always)
  mutating func append(_ added: StaticString) {
    added.withUTF8Buffer { append($0) }
  }

  /// Appends an integer in decimal.
  @inline(__always)
  mutating func append(decimal value: Int) {
    // Twenty characters are enough for 64 bits with a sign.
    if capacity - count < 20 { grow(by: 20) }
    var rest = value.magnitude
    if value < 0 {
      memory[count] = UInt8(ascii: "-")
      count += 1
    }
    // Most are lines and columns.
    var length = rest < 10 ? 1 : rest < 100 ? 2 : rest < 1000 ? 3 : 4
    var larger = rest / 10_000
    while larger > 0 {
      length += 1
      larger /= 10
    }
    count += length
    var position = count
    while rest >= 10 {
      position -= 1
      memory[position] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    memory[position - 1] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest)
  }

  @inline(never)
  private mutating func grow(by added: Int) {
    let newCapacity = max(capacity * 2, count + added)
    let newMemory = UnsafeMutablePointer<UInt8>.allocate(capacity: newCapacity)
    newMemory.moveInitialize(from: memory, count: count)
    memory.deallocate()
    memory = newMemory
    capacity = newCapacity
  }
}
