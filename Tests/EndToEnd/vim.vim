" Uses the server in a real Vim, by ALE, and holds the registration with vim-lsp against what vim-lsp documents.
"
" `run-vim` starts it with a copy of the notes as the current folder.

set nocompatible hidden noswapfile nomore
let s:lines = []
let s:failed = 0

function! s:Check(what, result, ...) abort
  let s:failed += !a:result
  call add(s:lines, (a:result ? 'ok    ' : 'FAIL  ') . a:what . (a:0 ? '  [' . a:1 . ']' : ''))
endfunction

function! s:Wait(condition) abort
  let l:start = reltime()
  while !a:condition() && reltimefloat(reltime(l:start)) < 10
    sleep 20m
  endwhile
  return a:condition()
endfunction

function! s:Finish() abort
  call add(s:lines, printf('Vim %d.%d, ALE: %d checks, %d failed', v:version / 100, v:version % 100, len(s:lines), s:failed))
  call writefile(s:lines, $E2E_REPORT)
  if s:failed
    cquit!
  endif
  qall!
endfunction

function! s:Findings() abort
  return map(copy(getloclist(0)), 'v:val.text')
endfunction

function! s:Run() abort
  edit s_12.md
  call search('        product_blueprint, lakehouse_table')
  s/lakehouse_table/lakehouse_tabel/
  call ale#Queue(0)
  call s:Check('a misspelt code is found', s:Wait({-> join(s:Findings()) =~# 'Did you mean `lakehouse_table`'}), string(s:Findings()))
  s/lakehouse_tabel/lakehouse_table/
  call ale#Queue(0)
  call s:Check('the finding goes', s:Wait({-> empty(s:Findings())}), string(s:Findings()))
  call search('lakehouse_table', 'c', line('.'))
  ALEGoToDefinition
  call s:Check('definition in another note', s:Wait({-> expand('%:t') ==# 's_5.md'}) && getline('.') =~# '^lakehouse_table = CClass',
        \ expand('%:t') . ' ' . getline('.'))
endfunction

function! s:RunVimLsp() abort
  edit s_12.md
  doautocmd User lsp_setup
  call s:Check('vim-lsp knows the server', g:registered.name ==# 'seed-lsp' && g:registered.cmd({}) == [$SEED_LSP, 'serve']
        \ && g:registered.allowlist == ['markdown', 'text'])
  call s:Check('and the root of the study', g:registered.root_uri({}) ==# 'file://' . getcwd(), g:registered.root_uri({}))
endfunction

function! s:Main() abort
  try
    call s:Run()
    call s:RunVimLsp()
  catch
    call s:Check('no error', 0, v:exception . ' ' . v:throwpoint)
  endtry
  call s:Finish()
endfunction

call timer_start(50, {-> s:Main()})
