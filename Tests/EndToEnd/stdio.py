#!/usr/bin/env python3
"""Talks to the built server over real pipes as several editors do, and holds each of its messages against the protocol.

Every message is structured by `lsprotocol` as what its method says and turned back: what comes out must be what the server
sent, so that unknown fields, wrong types and stray nulls are seen. Each file in `clients` holds the capabilities that an
editor announces; nothing may be sent that is not among them.

    SEED_LSP=path/to/seed-lsp python stdio.py        (needs `pip install lsprotocol`)
"""

import json
import os
import pathlib
import queue
import shutil
import subprocess
import sys
import tempfile
import threading

from lsprotocol import converters, types

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
SERVER = os.environ.get("SEED_LSP") or str(PROJECT / ".build/debug/seed-lsp")
CONVERTER = converters.get_converter()
PATIENCE = 20

INVALID_REQUEST, METHOD_NOT_FOUND, INVALID_PARAMS, PARSE_ERROR, NOT_INITIALIZED = -32600, -32601, -32602, -32700, -32002


class Failure(Exception):
    pass


def expect(condition, message):
    if not condition:
        raise Failure(message)


class Server:
    """The process, with all that it said."""

    def __init__(self, folder):
        self.process = subprocess.Popen(
            [SERVER, "serve"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.messages = queue.Queue()
        self.errors = b""
        self.asked, self.answers, self.diagnostics, self.requests = {}, {}, {}, []
        self.validated = 0
        self.capabilities = {}
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=self._read_errors, daemon=True).start()

    def _read(self):
        stream = self.process.stdout
        try:
            while header := stream.readline():
                name, _, value = header.partition(b":")
                if name != b"Content-Length" or stream.readline() != b"\r\n":
                    raise Failure("not a header: %r" % header)
                self.messages.put(json.loads(stream.read(int(value))))
        except Exception as error:  # Shown where the next message is taken.
            self.messages.put(error)
        self.messages.put(None)

    def _read_errors(self):
        self.errors = self.process.stderr.read()

    def write(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def ask(self, method, params):
        """The result of a request."""
        answer = self.answer(method, params)
        expect("result" in answer, "%s: %s" % (method, answer.get("error")))
        return answer["result"]

    def answer(self, method, params):
        identifier = len(self.asked) + 1
        self.asked[identifier] = method
        self.send({"id": identifier, "method": method, "params": params})
        return self.take(lambda: self.answers.get(identifier))

    def take(self, condition):
        """Takes messages until there is what is waited for."""
        while (result := condition()) is None:
            try:
                message = self.messages.get(timeout=PATIENCE)
            except queue.Empty:
                raise Failure("no message for %d seconds" % PATIENCE) from None
            if isinstance(message, Exception):
                raise message
            expect(message is not None, "the server ended: %s" % self.errors.decode(errors="replace"))
            self.validate(message)
        return result

    def validate(self, message):
        method, identifier = message.get("method"), message.get("id")
        if method is None:
            answered = self.asked.get(identifier)
            expect(identifier not in self.answers, "%s was answered twice" % answered)
            expect(answered or "error" in message, "an answer to nothing: %s" % message)
            self.answers[identifier] = message
            shape = types.ResponseErrorMessage if "error" in message else types.METHOD_TO_TYPES[answered][1]
        else:
            expect(method in types.METHOD_TO_TYPES, "%s is no method of the protocol" % method)
            shape = types.METHOD_TO_TYPES[method][0]
            self.check_announced(method, message.get("params") or {})
        again = CONVERTER.unstructure(CONVERTER.structure(message, shape))
        if "error" in message and identifier is None:
            again["id"] = None  # The protocol demands it, lsprotocol leaves it out.
        expect(again == message, "%s is not what the protocol says:\n  sent %s\n  read %s" % (
            method or self.asked.get(identifier), json.dumps(message), json.dumps(again)))
        self.validated += 1
        if method == "textDocument/publishDiagnostics":
            self.note_diagnostics(message["params"])
        elif method and identifier is not None:
            self.requests.append(method)
            result = [None] * len(message["params"]["items"]) if method == "workspace/configuration" else None
            self.send({"id": identifier, "result": result})

    def lets_register(self, registration):
        area, _, name = registration["method"].partition("/")
        return self.announced(area, name, "dynamicRegistration")

    def check_announced(self, method, params):
        area = {
            "client/registerCapability": all(map(self.lets_register, params.get("registrations", []))),
            "client/unregisterCapability": all(map(self.lets_register, params.get("unregisterations", []))),
            "window/workDoneProgress/create": self.announced("window", "workDoneProgress"),
            "workspace/configuration": self.announced("workspace", "configuration"),
            "workspace/applyEdit": self.announced("workspace", "applyEdit"),
            "workspace/diagnostic/refresh": self.announced("workspace", "diagnostics", "refreshSupport"),
            "workspace/semanticTokens/refresh": self.announced("workspace", "semanticTokens", "refreshSupport"),
            "workspace/inlayHint/refresh": self.announced("workspace", "inlayHint", "refreshSupport"),
            "workspace/codeLens/refresh": self.announced("workspace", "codeLens", "refreshSupport"),
            "workspace/foldingRange/refresh": self.announced("workspace", "foldingRange", "refreshSupport"),
            "window/showDocument": self.announced("window", "showDocument", "support"),
        }.get(method, True)
        expect(area, "%s was sent although the client did not announce it" % method)
        if 1 not in self.answers:
            allowed = ("window/showMessage", "window/logMessage", "window/showMessageRequest", "telemetry/event")
            expect(method in allowed, "%s was sent before `initialize` was answered" % method)

    def announced(self, *path):
        value = self.capabilities
        for key in path:
            value = value.get(key) if isinstance(value, dict) else None
        return value or False

    def note_diagnostics(self, params):
        self.diagnostics[params["uri"], params.get("version")] = params["diagnostics"]
        for diagnostic in params["diagnostics"]:
            if "relatedInformation" in diagnostic:
                expect(self.announced("textDocument", "publishDiagnostics", "relatedInformation"), "unasked relatedInformation")
            if "codeDescription" in diagnostic:
                expect(
                    self.announced("textDocument", "publishDiagnostics", "codeDescriptionSupport"), "unasked codeDescription")
            if "tags" in diagnostic:
                expect(self.announced("textDocument", "publishDiagnostics", "tagSupport"), "unasked tags")

    def initialize(self, folder, capabilities, options=None):
        self.capabilities = capabilities
        params = {
            "processId": os.getpid(), "rootUri": folder.as_uri(), "capabilities": capabilities,
            "initializationOptions": options,
            "workspaceFolders": [{"uri": folder.as_uri(), "name": folder.name}]}
        result = self.ask("initialize", params)
        self.notify("initialized", {})
        return result

    def end(self):
        """The exit code of a process that has no more input."""
        self.process.stdin.close()
        try:
            return self.process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            raise Failure("the server did not end") from None

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()


class Note:
    """A note as the client has it, with columns in the units that were agreed on."""

    def __init__(self, path, encoding):
        self.uri, self.encoding = path.as_uri(), encoding
        self.version, self.lines = 1, path.read_text().split("\n")

    def units(self, text):
        return len(text.encode({"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}[self.encoding])) // {
            "utf-8": 1, "utf-16": 2, "utf-32": 4}[self.encoding]

    def position(self, context, name, inside=0):
        for number, line in enumerate(self.lines):
            if context in line:
                return {"line": number, "character": self.units(line[:line.index(name, line.index(context)) + inside])}
        raise Failure("%r is not in %s" % (context, self.uri))

    def at(self, context, name, inside=0):
        return {"textDocument": {"uri": self.uri}, "position": self.position(context, name, inside)}

    def text(self, found):
        """The text of a range on one line."""
        start, end = found["start"], found["end"]
        expect(start["line"] == end["line"], "not on one line: %s" % found)
        line = self.lines[start["line"]]
        offsets = {self.units(line[:count]): count for count in range(len(line) + 1)}
        expect(start["character"] in offsets and end["character"] in offsets, "beside a character: %s" % found)
        return line[offsets[start["character"]]:offsets[end["character"]]]

    def insert_line(self, number, text):
        """The parameters of a change that inserts a line."""
        self.version += 1
        self.lines.insert(number, text)
        place = {"line": number, "character": 0}
        return {
            "textDocument": {"uri": self.uri, "version": self.version},
            "contentChanges": [{"range": {"start": place, "end": place}, "text": text + "\n"}]}

    def opened(self):
        return {"textDocument": {
            "uri": self.uri, "languageId": "markdown", "version": self.version, "text": "\n".join(self.lines)}}


def place_of(location):
    """The note and the range of a Location or a LocationLink."""
    if "targetUri" in location:
        return location["targetUri"], location["targetSelectionRange"]
    return location["uri"], location["range"]


def ask_the_rest(server, offered, note, at):
    """Whatever else is offered: the shapes of the answers are checked, not what they say."""
    document = {"textDocument": at["textDocument"]}
    everything = {"start": {"line": 0, "character": 0}, "end": {"line": len(note.lines) - 1, "character": 0}}
    here = {"start": at["position"], "end": at["position"]}
    requests = [
        ("documentSymbolProvider", "textDocument/documentSymbol", document),
        ("foldingRangeProvider", "textDocument/foldingRange", document),
        ("documentLinkProvider", "textDocument/documentLink", document),
        ("codeLensProvider", "textDocument/codeLens", document),
        ("selectionRangeProvider", "textDocument/selectionRange", {**document, "positions": [at["position"]]}),
        ("semanticTokensProvider", "textDocument/semanticTokens/full", document),
        ("inlayHintProvider", "textDocument/inlayHint", {**document, "range": everything}),
        ("signatureHelpProvider", "textDocument/signatureHelp", at),
        ("typeDefinitionProvider", "textDocument/typeDefinition", at),
        ("implementationProvider", "textDocument/implementation", at),
        ("codeActionProvider", "textDocument/codeAction", {**document, "range": here, "context": {"diagnostics": []}}),
        ("renameProvider", "textDocument/rename", {**at, "newName": "time_to_answer"}),
        ("workspaceSymbolProvider", "workspace/symbol", {"query": "time"}),
    ]
    for capability, method, params in requests:
        if offered.get(capability):
            server.ask(method, params)
    for command in offered["executeCommandProvider"]["commands"]:
        server.ask("workspace/executeCommand", {"command": command, "arguments": [{"uri": note.uri}]})


def change_files(server, folder, offered):
    """Files that come and go, told by the client where it does so and else found by the server."""
    operations = offered.get("workspace", {}).get("fileOperations", {})
    old, new = (folder / "s_3.md", folder / "s_77.md")
    files = [{"oldUri": old.as_uri(), "newUri": new.as_uri()}]
    if "willRename" in operations:
        edit = server.ask("workspace/willRenameFiles", {"files": files})
        expect("s77" in json.dumps(edit), "no edits for a file that is renamed: %s" % edit)
    stray = folder / "stray.md"
    stray.write_text((folder / "s_5.md").read_text())  # A second note about the same source is a finding.
    if "didCreate" in operations:
        server.notify("workspace/didCreateFiles", {"files": [{"uri": stray.as_uri()}]})
    elif "client/registerCapability" in server.requests:
        server.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": stray.as_uri(), "type": 1}]})
    expect(server.take(lambda: server.diagnostics.get((stray.as_uri(), None))), "no findings in a new file")
    del server.diagnostics[stray.as_uri(), None]
    stray.unlink()
    if "didDelete" in operations:
        server.notify("workspace/didDeleteFiles", {"files": [{"uri": stray.as_uri()}]})
    elif "client/registerCapability" in server.requests:
        server.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": stray.as_uri(), "type": 3}]})
    expect(server.take(lambda: server.diagnostics.get((stray.as_uri(), None))) == [], "findings of a file that is gone")


def pulling(folder, capabilities):
    """A client that asks for findings gets them so, and in no other way."""
    server = Server(folder)
    try:
        offered = server.initialize(folder, capabilities, {"diagnostics": {"delivery": "pull"}})["capabilities"]
        expect(offered["diagnosticProvider"]["workspaceDiagnostics"], "no pulling of findings is offered")
        note = Note(folder / "s_5.md", "utf-16")
        note.insert_line(note.position("published_sql_view_enables_private_store", "published")["line"], "lakehous_table")
        server.notify("textDocument/didOpen", note.opened())
        document = {"textDocument": {"uri": note.uri}}
        first = server.ask("textDocument/diagnostic", document)
        expect([one["code"] for one in first["items"]] == ["misspelled-code"], "findings: %s" % first)
        second = server.ask("textDocument/diagnostic", {**document, "previousResultId": first["resultId"]})
        expect(second["kind"] == "unchanged", "a report that is known: %s" % second)
        items = server.ask("workspace/diagnostic", {"previousResultIds": []})["items"]
        expect([one["uri"] for one in items if one["items"]] == [note.uri], "findings of the study: %s" % items)
        server.notify("workspace/didChangeConfiguration", {"settings": {"seed-lsp": {"codeLens": {"enable": False}}}})
        expect(server.ask("textDocument/codeLens", document) is None, "lenses that are switched off")
        expect(not any(server.diagnostics.values()), "findings were pushed, too")
        server.ask("shutdown", None)
        server.notify("exit", None)
        expect(server.end() == 0, "exit code after a shutdown")
        return "%d messages" % server.validated
    finally:
        server.kill()


def session(folder, capabilities):
    """What an editor does: open, look, type, look again, leave."""
    server = Server(folder)
    try:
        result = server.initialize(folder, capabilities)
        expect(result["serverInfo"]["name"] == "seed-lsp", "no name")
        encoding = result["capabilities"].get("positionEncoding", "utf-16")
        offered = capabilities.get("general", {}).get("positionEncodings", ["utf-16"])
        expect(encoding == "utf-16" if "utf-16" in offered else encoding in offered, "encoding %s" % encoding)

        note = Note(folder / "s_5.md", encoding)
        server.notify("textDocument/didOpen", note.opened())
        expect(server.take(lambda: server.diagnostics.get((note.uri, 1))) == [], "findings in the sample study")

        # A misspelt name behind an emoji is found where it stands.
        line = note.position("published_sql_view_enables_private_store", "published")["line"]
        server.notify("textDocument/didChange", note.insert_line(line, 'smile = CClass(practice, "😀"); lakehous_table'))
        found = server.take(lambda: server.diagnostics.get((note.uri, 2)))
        expect([note.text(one["range"]) for one in found] == ["lakehous_table"], "findings: %s" % found)
        expect("lakehouse_table" in found[0]["message"], "no hint in: %s" % found[0]["message"])

        server.notify("textDocument/didChange", note.insert_line(line, 'smile = CClass(practice, "😀"); response_time'))
        behind = note.at('"😀"); response_time', "response_time", 3)
        hover = server.ask("textDocument/hover", behind)
        expect("Response time" in json.dumps(hover["contents"]), "hover: %s" % hover)
        if "range" in hover:
            expect(note.text(hover["range"]) == "response_time", "hover range")
        if isinstance(hover["contents"], dict):
            formats = capabilities.get("textDocument", {}).get("hover", {}).get("contentFormat", ["plaintext"])
            expect(hover["contents"]["kind"] in formats, "hover is %s" % hover["contents"]["kind"])

        definition = server.ask("textDocument/definition", behind)
        definition = definition if isinstance(definition, list) else [definition]
        for location in definition:
            uri, found = place_of(location)
            expect(uri == (folder / "s_2.md").as_uri(), "definition in %s" % uri)
            expect(Note(folder / "s_2.md", encoding).text(found) == "response_time", "definition at %s" % found)
            links = capabilities.get("textDocument", {}).get("definition", {}).get("linkSupport", False)
            expect(links or "uri" in location, "a link for a client that takes none")
        expect(len(definition) == 1, "%d definitions" % len(definition))

        references = server.ask("textDocument/references", {**behind, "context": {"includeDeclaration": True}})
        for location in references:
            path = pathlib.Path(location["uri"].removeprefix("file://"))
            other = note if location["uri"] == note.uri else Note(path, encoding)
            expect(other.text(location["range"]) == "response_time", "reference: %s" % location)
        without = server.ask("textDocument/references", {**behind, "context": {"includeDeclaration": False}})
        expect(len(without) == len(references) - 1 >= 10, "%d references, %d uses" % (len(references), len(without)))

        highlights = server.ask("textDocument/documentHighlight", behind)
        expect(len(highlights) >= 3, "%d highlights" % len(highlights))
        expect({note.text(one["range"]) for one in highlights} == {"response_time"}, "highlights: %s" % highlights)

        ask_the_rest(server, result["capabilities"], note, behind)
        server.notify("textDocument/didChange", note.insert_line(line, "add_decision_option_link( sto"))
        cursor = note.at("link( sto", " sto", 4)
        completion = server.ask("textDocument/completion", cursor)
        items = completion["items"] if isinstance(completion, dict) else completion
        item = next((item for item in items if item["label"] == "storage_decision"), None)
        expect(item, "completion: %s" % [item["label"] for item in items])
        if "textEdit" in item:
            edit = item["textEdit"]
            expect(note.text(edit.get("range") or edit["insert"]) == "sto", "completion replaces %s" % edit)

        server.notify("workspace/didChangeConfiguration", {"settings": None})
        server.notify("textDocument/didSave", {"textDocument": {"uri": note.uri}})
        change_files(server, folder, result["capabilities"])
        server.notify("textDocument/didClose", {"textDocument": {"uri": note.uri}})
        expect(server.ask("shutdown", None) is None, "shutdown")
        server.notify("exit", None)
        expect(server.end() == 0, "exit code after a shutdown")
        return "%s, %d messages" % (encoding, server.validated)
    finally:
        server.kill()


def bad_input(folder, capabilities):
    """Whatever a client gets wrong is answered, and the next request works."""
    server = Server(folder)
    try:
        note = Note(folder / "s_5.md", "utf-16")
        hovered = note.at("add_force_relations({lakehouse_table", "lakehouse_table")

        def refused(code, method, params):
            error = server.answer(method, params).get("error", {})
            expect(error.get("code") == code, "%s: %s instead of %d" % (method, error or "an answer", code))

        def still_works():
            expect("lakehouse" in json.dumps(server.ask("textDocument/hover", hovered)), "hover after bad input")

        server.asked[0] = "none"
        refused(NOT_INITIALIZED, "textDocument/hover", hovered)
        server.asked.clear()
        server.answers.clear()
        server.initialize(folder, capabilities)
        refused(INVALID_REQUEST, "initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        server.notify("textDocument/didOpen", note.opened())
        still_works()

        refused(METHOD_NOT_FOUND, "seed/unheardOf", {})
        refused(INVALID_PARAMS, "textDocument/hover", {"textDocument": 5})
        refused(INVALID_PARAMS, "textDocument/hover", {"textDocument": {"uri": note.uri}, "position": {"line": -1, "character": 0}})
        server.notify("$/unheardOf", {})
        server.notify("seed/unheardOf", {})
        server.notify("textDocument/didOpen", {"textDocument": []})
        still_works()

        server.write(b"Content-Length: 9\r\n\r\n{not JSON")
        expect(server.take(lambda: server.answers.get(None))["error"]["code"] == PARSE_ERROR, "a body that is not JSON")
        del server.answers[None]
        server.write(b"Content-Length: 4\r\n\r\n\xff\xfe\xfd\xfc")
        expect(server.take(lambda: server.answers.get(None))["error"]["code"] == PARSE_ERROR, "a body that is not UTF-8")
        still_works()

        for position in ({"line": 10**6, "character": 0}, {"line": 0, "character": 2**31 - 1}):
            for method in ("hover", "definition", "completion", "documentHighlight"):
                server.answer("textDocument/" + method, {"textDocument": {"uri": note.uri}, "position": position})
        unopened = {"uri": (folder / "none.md").as_uri()}
        server.notify("textDocument/didChange", {
            "textDocument": {**unopened, "version": 2}, "contentChanges": [{"text": "x"}]})
        server.answer("textDocument/hover", {"textDocument": unopened, "position": {"line": 0, "character": 0}})
        start, end = {"line": 9, "character": 3}, {"line": 2, "character": 0}
        server.notify("textDocument/didChange", {
            "textDocument": {"uri": note.uri, "version": 2},
            "contentChanges": [{"range": {"start": start, "end": end}, "text": "x"}]})
        server.answer("textDocument/hover", {"textDocument": {"uri": note.uri}, "position": start})
        server.notify("textDocument/didOpen", {
            "textDocument": {"uri": "untitled:Untitled-1", "languageId": "markdown", "version": 1, "text": "\ud800 **"}})
        server.notify("workspace/didChangeWorkspaceFolders", {
            "event": {"added": [{"uri": "file:///no/such/folder", "name": "none"}], "removed": []}})

        note.version = 7
        server.notify("textDocument/didOpen", note.opened())
        still_works()
        server.ask("shutdown", None)
        refused(INVALID_REQUEST, "textDocument/hover", hovered)
        server.notify("exit", None)
        expect(server.end() == 0, "exit code after a shutdown")
        return "%d messages" % server.validated
    finally:
        server.kill()


def endings(folder, capabilities):
    """Whatever way the client goes, the server goes too."""
    codes = []
    for leave in (lambda server: None, lambda server: server.notify("exit", None), lambda server: server.write(b"Content-Le")):
        server = Server(folder)
        try:
            server.initialize(folder, capabilities)
            leave(server)
            codes.append(server.end())
        finally:
            server.kill()
    expect(codes == [1, 1, 1], "exit codes without a shutdown: %s" % codes)
    return "exit code 1"


def main():
    clients = {path.stem: json.loads(path.read_text()) for path in sorted((HERE / "clients").glob("*.json"))}
    runs = [("session of " + name, session, clients[name]) for name in clients]
    for encoding in ("utf-8", "utf-32"):
        only = {**clients["vscode-10"], "general": {"positionEncodings": [encoding]}}
        runs.append(("session of a client that knows %s only" % encoding, session, only))
    runs += [("pulling by " + name, pulling, clients[name])
             for name in clients if clients[name].get("textDocument", {}).get("diagnostic")]
    runs += [("bad input", bad_input, clients["vscode-10"]), ("endings", endings, {})]
    failed = 0
    for name, run, capabilities in runs:
        with tempfile.TemporaryDirectory() as folder:
            study = pathlib.Path(folder).resolve() / "seeds"
            shutil.copytree(PROJECT / "seeds", study)
            try:
                print("ok    %s  [%s]" % (name, run(study, capabilities)), flush=True)
            except Exception as error:
                failed += 1
                print("FAIL  %s: %s: %s" % (name, type(error).__name__, error), flush=True)
    print("Standard input and output: %d sessions, %d failed" % (len(runs), failed))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
