// Writes ZIP archives: the container of extensions.
'use strict';

const zlib = require('node:zlib');

/** @typedef {{ name: string, data: Uint8Array, mode?: number }} Entry `mode` is that of Unix, by default 0644. */

/** 1 January 1980, the first date that the format knows: the same input gives the same bytes on any day. */
const DATE = (1 << 5) | 1;
const DEFLATED = 8;
const UTF8_NAMES = 1 << 11;
const MADE_ON_UNIX = (3 << 8) | 20;
const REGULAR_FILE = 0o100000;

/** @param {Entry[]} entries */
function zip(entries) {
  /** @type {Uint8Array[]} */
  const files = [];
  /** @type {Uint8Array[]} */
  const directory = [];
  let offset = 0;
  for (const { name, data, mode = 0o644 } of entries) {
    const nameBytes = Buffer.from(name, 'utf8');
    const packed = zlib.deflateRawSync(data);
    // Local header and directory entry share most of their fields (APPNOTE.TXT 4.3.7 and 4.3.12).
    const shared = fields([
      [2, 20], [2, UTF8_NAMES], [2, DEFLATED], [2, 0], [2, DATE],
      [4, crc32(data)], [4, packed.length], [4, data.length], [2, nameBytes.length], [2, 0],
    ]);
    const local = [fields([[4, 0x04034b50]]), shared, nameBytes, packed];
    const attributes = ((REGULAR_FILE | mode) << 16) >>> 0;
    directory.push(
      fields([[4, 0x02014b50], [2, MADE_ON_UNIX]]),
      shared,
      fields([[2, 0], [2, 0], [2, 0], [4, attributes], [4, offset]]),
      nameBytes,
    );
    files.push(...local);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = fields([
    [4, 0x06054b50], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, size], [4, offset], [2, 0],
  ]);
  return Buffer.concat([...files, ...directory, end]);
}

/**
 * Little-endian numbers one after another.
 *
 * @param {[2 | 4, number][]} numbers Width in bytes, and value.
 */
function fields(numbers) {
  const bytes = Buffer.alloc(numbers.reduce((sum, [width]) => sum + width, 0));
  let offset = 0;
  for (const [width, value] of numbers) {
    if (width === 2) bytes.writeUInt16LE(value, offset);
    else bytes.writeUInt32LE(value, offset);
    offset += width;
  }
  return bytes;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/**
 * The archive's checksum. Node has one of its own only from version 22 on.
 *
 * @param {Uint8Array} data
 */
function crc32(data) {
  let value = 0xffffffff;
  for (const byte of data) value = (value >>> 8) ^ (CRC_TABLE[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}

module.exports = { zip };
