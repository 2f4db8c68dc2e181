// How the C library's allocator takes memory from the system, set for reading a folder at once.

#if canImport(Glibc)
  internal import Glibc

  // Swift's module for the C library leaves <malloc.h> out.
  @_silgen_name("mallopt")
  private func mallopt(_ parameter: Int32, _ value: Int32) -> Int32
#endif

package enum HeapSettings {
  /// Keeps what was freed for what comes next. By itself the allocator gives it back and asks for it again, some thousand
  /// times while a folder is read. To be called once, before other threads run.
  package static func keepFreedMemory() {
    #if canImport(Glibc)
      // M_TRIM_THRESHOLD, M_TOP_PAD, M_MMAP_THRESHOLD.
      for (parameter, bytes) in [(-1, 64 << 20), (-2, 1 << 20), (-3, 32 << 20)] as [(Int32, Int32)] {
        _ = mallopt(parameter, bytes)
      }
    #endif
  }

  /// Makes room for what the calling thread is about to allocate: the heap of a thread otherwise grows by a page at a time,
  /// and each time all other threads wait. It costs addresses only; memory is taken when it is written to.
  static func makeRoom() {
    #if canImport(Glibc)
      // Of `malloc` and `free` alone, nothing would be left by the compiler.
      var room: UnsafeMutableRawPointer?
      if posix_memalign(&room, 16, 16 << 20) == 0 { free(room) }
    #endif
  }
}
