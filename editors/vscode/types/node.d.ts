// The part of Node's interface that the extension uses, so that types can be checked without any package.

declare const __dirname: string;
declare const module: { exports: unknown };
declare const process: {
  argv: string[];
  arch: string;
  env: Record<string, string | undefined>;
  exitCode: number | undefined;
  platform: string;
};
declare const console: { log(text: string): void; error(text: string): void };
declare const require: { (name: string): any; main: unknown };

interface Buffer extends Uint8Array {
  writeUInt16LE(value: number, offset: number): number;
  writeUInt32LE(value: number, offset: number): number;
}
declare const Buffer: {
  alloc(size: number): Buffer;
  concat(parts: readonly Uint8Array[]): Buffer;
  from(text: string, encoding?: 'utf8'): Buffer;
};

declare module 'node:fs' {
  export const constants: { X_OK: number };
  export interface Stats {
    isFile(): boolean;
    isDirectory(): boolean;
  }
  export function accessSync(path: string, mode?: number): void;
  export function existsSync(path: string): boolean;
  export function readFileSync(path: string): Buffer;
  export function readFileSync(path: string, encoding: 'utf8'): string;
  export function readdirSync(path: string): string[];
  export function statSync(path: string): Stats;
  export function writeFileSync(path: string, data: string | Uint8Array): void;
}

declare module 'node:path' {
  interface Paths {
    readonly delimiter: string;
    readonly sep: string;
    basename(path: string): string;
    dirname(path: string): string;
    extname(path: string): string;
    isAbsolute(path: string): boolean;
    join(...parts: string[]): string;
    resolve(...parts: string[]): string;
  }
  const paths: Paths & { readonly posix: Paths; readonly win32: Paths };
  export = paths;
}

declare module 'node:os' {
  export function homedir(): string;
}

declare module 'node:util' {
  export function promisify(
    run: typeof import('node:child_process').execFile,
  ): (
    file: string,
    parameters: readonly string[],
  ) => Promise<{ stdout: string; stderr: string }>;
  export function parseArgs(configuration: {
    options: Record<string, { type: 'string' }>;
  }): { values: Record<string, string | undefined> };
}

declare module 'node:child_process' {
  export function execFile(file: string, parameters: readonly string[]): unknown;
}

declare module 'node:zlib' {
  export function deflateRawSync(data: Uint8Array): Buffer;
}
