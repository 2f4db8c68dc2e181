" Registers seed-lsp with vim-lsp. ALE finds it by itself, in `ale_linters` beside this folder.
"
" g:seed_lsp_executable names the program, `seed-lsp` on PATH by default.

if exists('g:loaded_seed_lsp')
  finish
endif
let g:loaded_seed_lsp = 1
let g:seed_lsp_executable = get(g:, 'seed_lsp_executable', 'seed-lsp')

" The study's folder: the nearest one above that holds seed-lsp.json, else .git, else the file's own.
function! SeedLspRoot(buffer) abort
  let l:folder = fnamemodify(bufname(a:buffer), ':p:h')
  let l:marker = findfile('seed-lsp.json', escape(l:folder, ' ,;') . ';')
  if empty(l:marker)
    let l:marker = finddir('.git', escape(l:folder, ' ,;') . ';')
  endif
  return empty(l:marker) ? l:folder : fnamemodify(l:marker, ':p' . (isdirectory(l:marker) ? ':h' : '') . ':h')
endfunction

augroup seed_lsp
  autocmd!
  autocmd User lsp_setup call lsp#register_server({
        \ 'name': 'seed-lsp',
        \ 'cmd': {info -> [g:seed_lsp_executable, 'serve']},
        \ 'root_uri': {info -> lsp#utils#path_to_uri(SeedLspRoot(bufnr('%')))},
        \ 'allowlist': ['markdown', 'text'],
        \ })
augroup END
