// An editor of the kind that the extension asks of VS Code, and a language client, both for tests: they keep what the
// extension does to them in lists, and let a test do what a user would.
'use strict';

const Module = require('node:module');
const path = require('node:path');

const root = path.join(__dirname, '..', '..');
const manifest = require('../../package.json');

class EventEmitter {
  listeners = new Set();
  event = (listener) => {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  };
  fire(event) {
    for (const listener of [...this.listeners]) listener(event);
  }
  dispose() {
    this.listeners.clear();
  }
}

class Uri {
  constructor(scheme, path) {
    Object.assign(this, { scheme, path, fsPath: path });
  }
  toString() {
    return `${this.scheme}://${this.path}`;
  }
  static from = ({ scheme, path }) => new Uri(scheme, path);
  static file = (path) => new Uri('file', path);
  static joinPath = (base, ...parts) => new Uri(base.scheme, path.posix.join(base.path, ...parts));
}

const State = { Stopped: 1, Running: 2, Starting: 3 };

/** Each test has an editor of its own. */
class Editor {
  /**
   * @param {object} [world]
   * @param {Record<string, unknown>} [world.settings] By full names; the manifest's defaults count for the others.
   * @param {string[]} [world.found] What `findFiles` finds.
   * @param {string} [world.folder] The only workspace folder.
   */
  constructor({ settings = {}, found = [], folder } = {}) {
    this.settings = { ...settings };
    this.found = found;
    /** @type {string[]} */
    this.messages = [];
    /** What the user answers to the next message. */
    this.answer = undefined;
    /** @type {string[]} */
    this.log = [];
    this.shownOutputs = 0;
    /** @type {unknown[][]} */
    this.executed = [];
    /** @type {Record<string, unknown>} */
    this.contextKeys = {};
    this.tasks = [];
    this.commands = new Map();
    this.providers = new Map();
    this.statusItems = [];
    this.documents = [];
    this.clients = [];
    /** Thrown by the next client that is started. */
    this.startError = undefined;
    /** What the extension asks of the server, and what the server says to it. */
    this.requests = [];
    this.reply = () => null;
    this.activeDocument = undefined;
    this.cursor = { line: 0, character: 0 };
    /** Chooses among what the next pick offers. */
    this.pick = () => undefined;
    /** Where the user saves to, and what was written there. */
    this.saveTo = undefined;
    this.proposed = undefined;
    this.written = new Map();
    this.configurationChanged = new EventEmitter();
    this.opened = new EventEmitter();
    this.changed = new EventEmitter();
    this.folders = folder === undefined ? undefined : [{ name: path.basename(folder), uri: Uri.file(folder) }];
    this.vscode = this.makeInterface();
    this.languageClient = this.makeClientPackage();
  }

  /** Loads the extension anew and activates it. */
  async activate({ extensionPath = path.join(root, 'test', 'no-server-here') } = {}) {
    const load = Module._load;
    Module._load = (name, ...rest) => {
      if (name === 'vscode') return this.vscode;
      if (name === 'vscode-languageclient/node') return this.languageClient;
      return load(name, ...rest);
    };
    try {
      for (const file of Object.keys(require.cache)) {
        if (file === path.join(root, 'extension.js') || file.startsWith(path.join(root, 'src'))) delete require.cache[file];
      }
      this.extension = require('../../extension.js');
      this.context = { extensionPath, subscriptions: [] };
      await this.extension.activate(this.context);
    } finally {
      Module._load = load;
    }
    await this.settle();
  }

  /** Lets everything run that waits for nothing but its turn. */
  settle() {
    return new Promise((resolve) => setImmediate(resolve));
  }

  open(text, { languageId = 'markdown', scheme = 'file', path = '/study/s_4.md' } = {}) {
    const document = {
      uri: new Uri(scheme, path),
      languageId,
      text,
      getText: (range) => (range ? document.text.split('\n')[range.start.line].slice(range.start.character, range.end.character) : document.text),
      getWordRangeAtPosition: ({ line, character }, word) => {
        const words = document.text.split('\n')[line].matchAll(new RegExp(word, `${word.flags}g`));
        const found = [...words].find(({ 0: text, index }) => index <= character && character <= index + text.length);
        return found && { start: { line, character: found.index }, end: { line, character: found.index + found[0].length } };
      },
      get lineCount() {
        return document.text.split('\n').length;
      },
      lineAt: (line) => ({ text: document.text.split('\n')[line] }),
    };
    this.documents.push(document);
    this.opened.fire(document);
    return document;
  }

  /** Types at the end of a document. */
  type(document, text) {
    const lines = document.text.split('\n');
    const end = { line: lines.length - 1, character: lines[lines.length - 1].length };
    document.text += text;
    this.changed.fire({ document, contentChanges: [{ range: { start: end, end }, text }] });
  }

  set(name, value) {
    this.settings[name] = value;
    this.configurationChanged.fire({ affectsConfiguration: (section) => name === section || name.startsWith(`${section}.`) });
  }

  run(command, ...parameters) {
    return this.commands.get(command)(...parameters);
  }

  get status() {
    return this.statusItems.find((item) => !item.isDisposed);
  }

  /** @private */
  makeInterface() {
    const editor = this;
    const defaults = manifest.contributes.configuration.properties;
    const message = (text, ...answers) => {
      editor.messages.push(text);
      const answer = answers.includes(editor.answer) ? editor.answer : undefined;
      editor.answer = undefined;
      return Promise.resolve(answer);
    };
    return {
      EventEmitter,
      Uri,
      LanguageStatusSeverity: { Information: 0, Warning: 1, Error: 2 },
      TaskRevealKind: { Always: 1 },
      CodeLens: class {
        constructor(range, command) {
          Object.assign(this, { range, command });
        }
      },
      ProcessExecution: class {
        constructor(program, parameters, options) {
          Object.assign(this, { program, parameters, options });
        }
      },
      Task: class {
        constructor(definition, scope, name, source, execution, problemMatchers) {
          Object.assign(this, { definition, scope, name, source, execution, problemMatchers });
        }
      },
      workspace: {
        get workspaceFolders() {
          return editor.folders;
        },
        get textDocuments() {
          return editor.documents;
        },
        onDidChangeConfiguration: editor.configurationChanged.event,
        onDidOpenTextDocument: editor.opened.event,
        onDidChangeTextDocument: editor.changed.event,
        fs: {
          writeFile: async (uri, bytes) => {
            if (uri.path.startsWith('/forbidden/')) throw new Error('no permission');
            editor.written.set(uri.path, Buffer.from(bytes).toString('utf8'));
          },
        },
        findFiles: async () => editor.found.map(Uri.file),
        getConfiguration: (section) => ({
          get: (name, fallback) => {
            const key = `${section}.${name}`;
            // A misspelt name would silently have no value.
            if (!(key in defaults)) throw new Error(`The manifest has no setting ${key}.`);
            return key in editor.settings ? editor.settings[key] : (defaults[key].default ?? fallback);
          },
        }),
        openTextDocument: async ({ language, content }) =>
          editor.open(content, { languageId: language, scheme: 'untitled', path: 'Untitled-1' }),
        registerTextDocumentContentProvider: (scheme, provider) => {
          editor.providers.set(scheme, provider);
          return { dispose() {} };
        },
      },
      window: {
        get activeTextEditor() {
          return editor.activeDocument && { document: editor.activeDocument, selection: { active: editor.cursor } };
        },
        createOutputChannel: (_name, options) => {
          if (!options.log) throw new Error('not a log');
          const write = (level) => (text) => editor.log.push(`${level}: ${text}`);
          return {
            error: write('error'),
            warn: write('warn'),
            info: write('info'),
            show: () => (editor.shownOutputs += 1),
            dispose() {},
          };
        },
        showErrorMessage: message,
        showInformationMessage: message,
        showQuickPick: async (items) => editor.pick(items),
        showSaveDialog: async ({ defaultUri }) => {
          editor.proposed = defaultUri;
          return editor.saveTo && Uri.file(editor.saveTo);
        },
        showTextDocument: async () => {},
        showWorkspaceFolderPick: async () => editor.folders[0],
      },
      commands: {
        registerCommand: (name, run) => {
          if (editor.commands.has(name)) throw new Error(`${name} is registered twice`);
          editor.commands.set(name, run);
          return { dispose: () => editor.commands.delete(name) };
        },
        executeCommand: async (name, ...parameters) => {
          if (name === 'setContext') editor.contextKeys[parameters[0]] = parameters[1];
          else editor.executed.push([name, ...parameters]);
          return name === 'vscode.executeReferenceProvider' ? ['a place'] : undefined;
        },
      },
      languages: {
        createLanguageStatusItem: (id, selector) => {
          const item = { id, selector, isDisposed: false, dispose: () => (item.isDisposed = true) };
          editor.statusItems.push(item);
          return item;
        },
      },
      tasks: { executeTask: async (task) => editor.tasks.push(task) },
    };
  }

  /** @private */
  makeClientPackage() {
    const editor = this;
    class LanguageClient {
      constructor(id, name, server, options) {
        Object.assign(this, { id, name, server, options });
        this.stateChanged = new EventEmitter();
        this.onDidChangeState = this.stateChanged.event;
        this.state = State.Stopped;
        editor.clients.push(this);
      }
      async start() {
        this.change(State.Starting);
        const error = editor.startError;
        editor.startError = undefined;
        if (error) {
          this.change(State.Stopped);
          throw error;
        }
        this.initializeResult = { serverInfo: { name: 'seed-lsp', version: '1.2.3' } };
        this.change(State.Running);
      }
      async sendRequest(method, parameters) {
        editor.requests.push([method, parameters]);
        return editor.reply(parameters);
      }
      async dispose() {
        this.change(State.Stopped);
        this.isDisposed = true;
      }
      change(newState) {
        const oldState = this.state;
        this.state = newState;
        this.stateChanged.fire({ oldState, newState });
      }
    }
    return { LanguageClient, State };
  }
}

module.exports = { Editor, State, manifest, root };
