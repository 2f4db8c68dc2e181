#!/usr/bin/env python3
"""Reads the settings in `editors` with real parsers, and holds their keys against what the editors document.

For editors that can't be run here. Where `hx` is on PATH, Helix says itself whether it takes its file.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import tomllib

EDITORS = pathlib.Path(__file__).resolve().parent.parent.parent / "editors"
COMMAND = ["seed-lsp", "serve"]

# https://docs.helix-editor.com/languages.html
HELIX_SERVER = {
    "command", "args", "config", "timeout", "environment", "required-root-patterns"}
HELIX_LANGUAGE = {
    "name", "language-id", "scope", "injection-regex", "file-types", "shebangs", "roots", "auto-format",
    "diagnostic-severity", "comment-tokens", "block-comment-tokens", "indent", "language-servers", "grammar",
    "formatter", "soft-wrap", "text-width", "rulers", "path-completion", "workspace-lsp-roots"}
# https://docs.kde.org/stable5/en/kate/kate/kate-application-plugin-lspclient.html
KATE_SERVER = {
    "command", "commandDebug", "path", "root", "rootIndicationFileNames", "rootIndicationFilePatterns",
    "initializationOptions", "settings", "url", "highlightingModeRegex", "documentLanguageId", "use", "environment"}
# https://lsp.sublimetext.io/client_configuration/
SUBLIME_CLIENT = {
    "enabled", "command", "tcp_port", "env", "selector", "priority_selector", "schemes", "initializationOptions",
    "settings", "experimental_capabilities", "disabled_capabilities", "auto_complete_selector", "diagnostics_mode",
    "file_watcher", "hidden"}
# https://zed.dev/docs/extensions/developing-extensions, https://zed.dev/docs/extensions/languages
ZED_EXTENSION = {
    "id", "name", "version", "schema_version", "authors", "description", "repository", "language_servers"}
ZED_SERVER = {"name", "language", "languages", "language_ids"}

checks = failures = 0


def check(what, result, detail=""):
    global checks, failures
    checks += 1
    failures += not result
    print(f"{'ok  ' if result else 'FAIL'}  {what}" + (f"  [{detail}]" if detail and not result else ""))


def keys(what, members, known):
    check(f"{what}: every key is known", set(members) <= known, sorted(set(members) - known))


def helix():
    path = EDITORS / "helix/languages.toml"
    settings = tomllib.loads(path.read_text())
    server = settings["language-server"]["seed-lsp"]
    keys("Helix, server", server, HELIX_SERVER)
    check("Helix starts the server", [server["command"], *server["args"]] == COMMAND)
    for language in settings["language"]:
        keys(f"Helix, {language['name']}", language, HELIX_LANGUAGE)
        check(f"Helix, {language['name']}: ours comes first", language["language-servers"][0] == "seed-lsp")
    if not shutil.which("hx"):
        print("n/a   there is no hx here to ask")
        return
    with tempfile.TemporaryDirectory() as home:
        (pathlib.Path(home) / "helix").mkdir()
        shutil.copy(path, pathlib.Path(home) / "helix")
        for language in settings["language"]:
            said = subprocess.run(
                ["hx", "--health", language["name"]], env={**os.environ, "XDG_CONFIG_HOME": home},
                capture_output=True, text=True, timeout=20)
            check(f"hx --health {language['name']} lists it", "seed-lsp:" in said.stdout, said.stdout + said.stderr)


def kate():
    servers = json.loads((EDITORS / "kate/settings.json").read_text())["servers"]
    for name, server in servers.items():
        keys(f"Kate, {name}", server, KATE_SERVER)
        check("Kate starts the server", server["command"] == COMMAND)


def sublime():
    clients = json.loads((EDITORS / "sublime/LSP.sublime-settings").read_text())["clients"]
    for name, client in clients.items():
        keys(f"Sublime Text, {name}", client, SUBLIME_CLIENT)
        check("Sublime Text starts the server", client["enabled"] and client["command"] == COMMAND)


def zed():
    extension = tomllib.loads((EDITORS / "zed/extension.toml").read_text())
    keys("Zed", extension, ZED_EXTENSION)
    check("Zed: what an extension needs", {"id", "name", "version", "schema_version"} <= set(extension))
    for name, server in extension["language_servers"].items():
        keys(f"Zed, {name}", server, ZED_SERVER)
        check("Zed: an id for every language", set(server["languages"]) == set(server["language_ids"]))
    crate = tomllib.loads((EDITORS / "zed/Cargo.toml").read_text())
    check("Zed: the crate is a library for WebAssembly", crate["lib"]["crate-type"] == ["cdylib"])
    check("Zed: the same version in both files", crate["package"]["version"] == extension["version"])


for part in (helix, kate, sublime, zed):
    part()
print(f"settings of Helix, Kate, Sublime Text and Zed: {checks} checks, {failures} failed")
sys.exit(failures > 0)
