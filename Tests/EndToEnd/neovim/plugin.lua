-- The plugin itself: which files it takes, its commands, its health check, its help.

local harness = require('harness')
local check, wait = harness.check, harness.wait

local M = {}

--- Every text of `recognition.txt` is taken or left alone, by the plugin and by the server alike.
function M.check_recognition(file)
  local recognition = require('seed_lsp.recognition')
  local texts, current = {}, nil
  for line in io.lines(file) do
    local kind, name = line:match('^=== (%a+): (.*)$')
    if kind then
      current = { kind = kind, name = name, lines = {} }
      texts[#texts + 1] = current
    elseif current then
      table.insert(current.lines, line)
    end
  end
  local wrong = {}
  for _, text in ipairs(texts) do
    local expected = text.kind == 'seed'
    if recognition.is_note(text.lines) ~= expected then
      wrong[#wrong + 1] = 'plugin: ' .. text.name
    end
    local input = table.concat(text.lines, '\n') .. '\n'
    vim.fn.system({ harness.server, 'check', '--quiet', '--error-on', 'error', '--stdin-filename', 'text.md', '-' }, input)
    if (vim.v.shell_error ~= 2) ~= expected then
      wrong[#wrong + 1] = 'server: ' .. text.name
    end
  end
  check(#texts .. ' texts are recognised', #texts > 10 and #wrong == 0, table.concat(wrong, ', '))
end

--- Other Markdown and other Python have no server, until they are edited into something that belongs to a study.
function M.check_other_text()
  vim.fn.writefile({ '# Shopping', '', '> a quotation', '', '## Open coding', '1. **open** coding tea' }, 'shopping.md')
  vim.cmd('edit shopping.md')
  harness.pause(200)
  check('other Markdown is left alone', not harness.client())
  harness.type_keys('Go**AXIAL CODING TRACE:**<CR>``` python<CR>lakehous_table<CR>```<Esc>')
  check('it is taken up once it is a seed file', wait(harness.client))
  harness.check_findings(1)
  vim.cmd('write')
  vim.fn.writefile({ '**AXIAL CODING TRACE:**', '``` python', 'lakehouse_table, lakehous_table', '```' }, 'notes.txt')
  harness.open('notes.txt')
  harness.check_findings(1)
  vim.fn.writefile({ 'print("no model")' }, 'script.py')
  vim.cmd('edit script.py')
  harness.pause(200)
  check('other Python is left alone', vim.bo.filetype == 'python' and not harness.client())
  vim.fn.writefile({ 'from codeable_models import CBundle' }, 'model.py')
  harness.open('model.py')
  check('all files share a server', #harness.servers() == 1, #harness.servers())
  for _, file in ipairs({ 'shopping.md', 'notes.txt', 'script.py', 'model.py' }) do
    vim.cmd('bwipeout! ' .. file)
    os.remove(file)
  end
end

local function run(command)
  return vim.fn.execute(command)
end

function M.check_commands(note, code)
  vim.cmd('edit ' .. note)
  wait(harness.client)
  local info = run('SeedLspInfo')
  check(':SeedLspInfo', info:find('seed%-lsp %d') and info:find(note, 1, true) and info:find(harness.folder, 1, true), info)
  local window = vim.api.nvim_get_current_win()
  run('SeedLspCodes')
  local listed
  for _, item in ipairs(vim.fn.getqflist()) do
    listed = listed or item.text:find('^' .. code .. ' · ') and item
  end
  local line = listed and vim.fn.getbufline(listed.bufnr, listed.lnum)[1]
  check(':SeedLspCodes', #vim.fn.getqflist() > 70 and listed, listed and listed.text .. ' ' .. (line or ''))
  vim.cmd('cclose')
  vim.api.nvim_set_current_win(window)
  local old = harness.servers()[1]
  run('SeedLspRestart')
  check(':SeedLspRestart', wait(function()
    local new = harness.servers()
    return #new == 1 and new[1] ~= old and harness.client()
  end))
  vim.loop.kill(harness.servers()[1], 'sigkill')
  wait(function()
    return not harness.client()
  end)
  run('SeedLspRestart')
  check(':SeedLspRestart after the server was killed', wait(harness.client))
  local said
  local notify = vim.notify
  vim.notify = function(message)
    said = said or message
  end
  run('SeedLspReindex')
  check(':SeedLspReindex', wait(function()
    return said
  end) and said:find('anew', 1, true), said)
  -- A page is a buffer of its own, which is gone when it is closed.
  local function check_page(command, line, found)
    run(command)
    local first = wait(function()
      return vim.bo.buftype == 'nofile' and harness.lines()[1]
    end)
    local text = table.concat(harness.lines(), '\n')
    check(':' .. command, first == line and text:find(found, 1, true) and vim.bo.filetype == 'markdown', first)
    vim.cmd('close')
    vim.api.nvim_set_current_win(window)
  end
  check_page('SeedLspCodebook', '# Codebook', '- Code: `' .. code .. '`')
  check_page('SeedLspDiagram!', '## Who may read what, and who says so?', '```mermaid')
  check_page('SeedLspDiagram access_decision', '## Who may read what, and who says so?', 'flowchart LR')
  vim.fn.cursor(1, 1)
  vim.fn.search('\\<storage_decision\\>')
  check_page('SeedLspDiagram', '## Where are the rows of a data product kept?', '```mermaid')
  said = nil
  run('SeedLspDiagram nonsense')
  check('an unknown decision is told', wait(function()
    return said
  end) and said:find('No decision `nonsense` is defined.', 1, true), said)
  vim.notify = notify
  vim.cmd('enew')
  check('the commands exist nowhere else', vim.fn.exists(':SeedLspInfo') ~= 2)
end

function M.check_health(note)
  vim.cmd('edit ' .. note)
  wait(harness.client)
  vim.cmd('checkhealth seed_lsp')
  local text = table.concat(harness.lines(), '\n')
  check(':checkhealth seed_lsp', text:find('seed%-lsp %d') and text:find(note .. ', in the study', 1, true)
    and not text:find('ERROR', 1, true), text)
  vim.cmd('bwipeout!')
  vim.cmd('edit ' .. note)
end

--- The tags that are kept beside the help file are those of the help file.
function M.check_help(plugin)
  local copy = vim.fn.tempname()
  vim.fn.mkdir(copy, 'p')
  vim.fn.writefile(vim.fn.readfile(plugin .. '/doc/seed-lsp.txt', 'b'), copy .. '/seed-lsp.txt', 'b')
  vim.cmd('helptags ' .. copy)
  check('the tags of the help are up to date',
    vim.deep_equal(vim.fn.readfile(copy .. '/tags'), vim.fn.readfile(plugin .. '/doc/tags')))
  local topics = vim.fn.getcompletion('seed-lsp-', 'help')
  check('`:help` knows them', vim.tbl_contains(topics, 'seed-lsp-commands'), table.concat(topics, ', '))
end

--- vim.pack (0.12) installs the repository as the help says.
function M.check_package(plugin)
  if not vim.pack then
    return
  end
  local repository = vim.fn.tempname()
  vim.fn.mkdir(repository .. '/editors', 'p')
  vim.fn.system({ 'cp', '-R', plugin, repository .. '/editors/nvim' })
  for _, arguments in ipairs({ { 'init', '-q' }, { 'add', '.' }, { 'commit', '-q', '-m', 'all' } }) do
    vim.fn.system(vim.list_extend({ 'git', '-C', repository, '-c', 'user.name=x', '-c', 'user.email=x@x' }, arguments))
  end
  vim.pack.add({ 'file://' .. repository }, {
    confirm = false,
    load = function(package)
      vim.opt.runtimepath:prepend(package.path .. '/editors/nvim')
    end,
  })
  local found = vim.api.nvim_get_runtime_file('lsp/seed_lsp.lua', false)[1]
  check('vim.pack installs it', found and found:find('/pack/core/', 1, true), found)
end

return M
