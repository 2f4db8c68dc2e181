" Registers seed-lsp with vim-lsp. ALE finds it by itself, in `ale_linters` beside this folder.
"
" g:seed_lsp_executable names the program, `seed-lsp` on PATH by default.

if exists('g:loaded_seed_lsp')
  finish
endif
let g:loaded_seed_lsp = 1
let g:seed_lsp_executable = get(g:, 'seed_lsp_executable', 'seed-lsp')

" The folder at which the study begins: the nearest one above that holds seed-lsp.json, else .git (never the home folder or
" /), else the file's own.
function! SeedLspRoot(buffer) abort
  let l:folder = fnamemodify(bufname(a:buffer), ':p:h')
  let l:marker = findfile('seed-lsp.json', escape(l:folder, ' ,;') . ';')
  if !empty(l:marker)
    return fnamemodify(l:marker, ':p:h')
  endif
  let l:candidate = l:folder
  while l:candidate !=# fnamemodify(l:candidate, ':h')
    if l:candidate !=# expand('~') && !empty(glob(l:candidate . '/.git', 1))
      return l:candidate
    endif
    let l:candidate = fnamemodify(l:candidate, ':h')
  endwhile
  return l:folder
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
