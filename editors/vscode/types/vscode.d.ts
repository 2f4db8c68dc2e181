// The part of the editor's interface that the extension uses, so that types can be checked without any package.

declare module 'vscode' {
  export interface Disposable {
    dispose(): unknown;
  }
  export type Event<T> = (listener: (event: T) => unknown) => Disposable;
  export class EventEmitter<T> implements Disposable {
    readonly event: Event<T>;
    fire(event: T): void;
    dispose(): void;
  }

  export interface ExtensionContext {
    readonly extensionPath: string;
    readonly subscriptions: Disposable[];
  }
  export class Uri {
    static from(parts: { scheme: string; path: string }): Uri;
    static joinPath(base: Uri, ...parts: string[]): Uri;
    readonly scheme: string;
    readonly path: string;
    readonly fsPath: string;
    toString(): string;
  }
  export interface Position {
    readonly line: number;
    readonly character: number;
  }
  export interface Range {
    readonly start: Position;
    readonly end: Position;
  }
  export interface TextDocument {
    readonly uri: Uri;
    readonly languageId: string;
    readonly lineCount: number;
    getText(range?: Range): string;
    getWordRangeAtPosition(position: Position, word: RegExp): Range | undefined;
    lineAt(line: number): { readonly text: string };
  }
  export interface TextDocumentContentChangeEvent {
    readonly range: Range;
    readonly text: string;
  }
  export type DocumentSelector = readonly { language: string; scheme: string }[];
  export interface Command {
    title: string;
    command: string;
    arguments?: unknown[];
  }
  export class CodeLens {
    constructor(range: Range, command?: Command);
    range: Range;
    command?: Command;
  }

  export interface WorkspaceConfiguration {
    get<T>(name: string): T | undefined;
    get<T>(name: string, fallback: T): T;
  }
  export interface WorkspaceFolder {
    readonly uri: Uri;
    readonly name: string;
  }
  export namespace workspace {
    const workspaceFolders: readonly WorkspaceFolder[] | undefined;
    const fs: { writeFile(uri: Uri, content: Uint8Array): Thenable<void> };
    const textDocuments: readonly TextDocument[];
    const onDidChangeConfiguration: Event<{ affectsConfiguration(name: string): boolean }>;
    const onDidOpenTextDocument: Event<TextDocument>;
    const onDidChangeTextDocument: Event<{
      readonly document: TextDocument;
      readonly contentChanges: readonly TextDocumentContentChangeEvent[];
    }>;
    function findFiles(include: string, exclude: string, limit: number): Thenable<Uri[]>;
    function getConfiguration(section: string): WorkspaceConfiguration;
    function openTextDocument(options: { language: string; content: string }): Thenable<TextDocument>;
    function registerTextDocumentContentProvider(
      scheme: string,
      provider: { onDidChange?: Event<Uri>; provideTextDocumentContent(uri: Uri): string },
    ): Disposable;
  }

  export interface LogOutputChannel extends Disposable {
    error(message: string): void;
    warn(message: string): void;
    info(message: string): void;
    show(): void;
  }
  export namespace window {
    const activeTextEditor: { readonly document: TextDocument; readonly selection: { readonly active: Position } } | undefined;
    function createOutputChannel(name: string, options: { log: true }): LogOutputChannel;
    function showErrorMessage(message: string, ...answers: string[]): Thenable<string | undefined>;
    function showInformationMessage(message: string, ...answers: string[]): Thenable<string | undefined>;
    function showQuickPick<T extends { label: string; description?: string }>(
      items: readonly T[],
      options: { placeHolder: string; matchOnDescription: boolean },
    ): Thenable<T | undefined>;
    function showSaveDialog(options: { defaultUri?: Uri }): Thenable<Uri | undefined>;
    function showTextDocument(document: TextDocument): Thenable<unknown>;
    function showWorkspaceFolderPick(options: { placeHolder: string }): Thenable<WorkspaceFolder | undefined>;
  }
  export namespace commands {
    function executeCommand<T = unknown>(command: string, ...parameters: unknown[]): Thenable<T>;
    function registerCommand(command: string, run: (...parameters: any[]) => unknown): Disposable;
  }

  export enum LanguageStatusSeverity {
    Information,
    Warning,
    Error,
  }
  export interface LanguageStatusItem extends Disposable {
    name: string | undefined;
    text: string;
    detail?: string;
    severity: LanguageStatusSeverity;
    busy: boolean;
    command: Command | undefined;
  }
  export namespace languages {
    function createLanguageStatusItem(id: string, selector: DocumentSelector): LanguageStatusItem;
  }

  export class ProcessExecution {
    constructor(program: string, parameters: string[], options: { cwd: string });
  }
  export enum TaskRevealKind {
    Always,
  }
  export class Task {
    constructor(
      definition: { type: string },
      scope: WorkspaceFolder,
      name: string,
      source: string,
      execution: ProcessExecution,
      problemMatchers: string[],
    );
    presentationOptions: { reveal?: TaskRevealKind; clear?: boolean };
  }
  export namespace tasks {
    function executeTask(task: Task): Thenable<unknown>;
  }
}

interface Thenable<T> extends PromiseLike<T> {}
