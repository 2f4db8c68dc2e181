" ALE: findings, hover, completion, definition and so on for text that is a seed file; the server leaves the rest alone.

call ale#linter#Define('text', {
      \ 'name': 'seed-lsp',
      \ 'lsp': 'stdio',
      \ 'executable': {buffer -> get(g:, 'seed_lsp_executable', 'seed-lsp')},
      \ 'command': '%e serve',
      \ 'project_root': function('SeedLspRoot'),
      \ })
