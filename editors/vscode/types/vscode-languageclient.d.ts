// The part of the language client's interface that the extension uses; the same in its versions 9 and 10.

declare module 'vscode-languageclient/node' {
  import type { CodeLens, Disposable, DocumentSelector, Event, LogOutputChannel, TextDocument } from 'vscode';

  export enum State {
    Stopped = 1,
    Running = 2,
    Starting = 3,
  }
  export type WorkDoneProgress = {
    kind: 'begin' | 'report' | 'end';
    title?: string;
    message?: string;
    percentage?: number;
  };
  export interface LanguageClientOptions {
    documentSelector: DocumentSelector;
    outputChannel: LogOutputChannel;
    traceOutputChannel: LogOutputChannel;
    initializationOptions: () => unknown;
    synchronize: { configurationSection: string };
    diagnosticPullOptions: { onChange: boolean; onSave: boolean };
    middleware: {
      provideCodeLenses(
        document: TextDocument,
        token: unknown,
        next: (document: TextDocument, token: unknown) => PromiseLike<CodeLens[] | null | undefined>,
      ): unknown;
      handleWorkDoneProgress(
        token: string | number,
        progress: WorkDoneProgress,
        next: (token: string | number, progress: WorkDoneProgress) => void,
      ): void;
    };
  }
  export class LanguageClient implements Disposable {
    constructor(
      id: string,
      name: string,
      server: { command: string; args: string[] },
      options: LanguageClientOptions,
    );
    readonly initializeResult: { serverInfo?: { name: string; version?: string } } | undefined;
    readonly onDidChangeState: Event<{ oldState: State; newState: State }>;
    sendRequest(method: string, parameters: unknown): Promise<unknown>;
    start(): Promise<void>;
    dispose(timeout?: number): Promise<void>;
  }
}
