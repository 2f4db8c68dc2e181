"""Tokenizes texts as an editor does, with the Markdown grammar of VS Code and ours injected into it.

Reads {"scope": …, "texts": {name: text}} from standard input and writes {name: [[[text, [scope, …]], …], …]}, a list of
tokens for each line. The engine is that of the editor babi, on Oniguruma. It knows no injections, so that ours is put in
front of the patterns of Markdown's top level, which is where its selector lets it match.
"""
import json
import os
import shutil
import sys
import tempfile

from babi.highlight import Grammars, highlight_line

SYNTAXES = os.path.join(os.path.dirname(__file__), '..', '..', 'syntaxes')
MARKDOWN = 'text.html.markdown.json'


def prepare(folder):
    ours = {}
    for name in os.listdir(SYNTAXES):
        with open(os.path.join(SYNTAXES, name), encoding='utf-8') as file:
            grammar = json.load(file)
        ours[grammar['scopeName']] = grammar
    base = os.path.join(sys.prefix, 'share', 'babi', 'grammar_v1')
    shutil.copytree(base, folder, dirs_exist_ok=True)
    with open(os.path.join(folder, MARKDOWN), encoding='utf-8') as file:
        markdown = json.load(file)
    for scope, grammar in ours.items():
        if grammar.get('injectionSelector', '').startswith('L:text.html.markdown'):
            markdown['patterns'].insert(0, {'include': scope})
        with open(os.path.join(folder, scope + '.json'), 'w', encoding='utf-8') as file:
            json.dump({'fileTypes': [], **grammar}, file)
    with open(os.path.join(folder, MARKDOWN), 'w', encoding='utf-8') as file:
        json.dump(markdown, file)


def tokens(compiler, text):
    state = compiler.root_state
    result = []
    for number, line in enumerate(text.splitlines(keepends=True)):
        state, regions = highlight_line(compiler, state, line, number == 0)
        result.append([[line[r.start:r.end], list(r.scope)] for r in regions])
    return result


def main():
    request = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        compiler = Grammars(folder).compiler_for_scope(request['scope'])
        result = {name: tokens(compiler, text) for name, text in request['texts'].items()}
    json.dump(result, sys.stdout)


if __name__ == '__main__':
    main()
