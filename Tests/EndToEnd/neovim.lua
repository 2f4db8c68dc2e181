-- Uses the server as a person does, in a real Neovim (0.7 and later), with the set-up in `editors/nvim`.
--
-- `run-neovim` starts it with copies of the notes as the current folder: `seeds`, and `given` where there is a corpus.
-- Keys are typed by `nvim_input`. Everything runs in one coroutine, which yields so that the editor's own loop goes on.

local server = assert(os.getenv('SEED_LSP'), 'SEED_LSP must name the binary')
local folder = vim.fn.getcwd()
local started = vim.loop.hrtime()
local checks, failures = 0, 0
local main

local function say(line)
  io.stdout:write(line .. '\n')
  io.stdout:flush()
end

local function milliseconds()
  return math.floor((vim.loop.hrtime() - started) / 1e6)
end

local function finish()
  local version = vim.version()
  local name = string.format('Neovim %d.%d.%d', version.major, version.minor, version.patch)
  local total = string.format('%s: %d checks, %d failed, %d ms', name, checks, failures, milliseconds())
  vim.fn.writefile({ total }, folder .. '/total')
  -- The server is left running: leaving the editor has to end it.
  vim.cmd(failures > 0 and 'cquit!' or 'qall!')
end

local function resume()
  local good, message = coroutine.resume(main)
  if not good then
    say('ERROR ' .. debug.traceback(main, message))
    failures = failures + 1
    finish()
  end
end

local function pause(time)
  vim.defer_fn(resume, time)
  coroutine.yield()
end

--- What `condition` gives as soon as that is neither false nor nil; nil after ten seconds.
local function wait(condition)
  local limit = vim.loop.hrtime() + 10e9
  repeat
    local result = condition()
    if result then
      return result
    end
    pause(10)
  until vim.loop.hrtime() > limit
end

local function check(what, result, detail)
  checks = checks + 1
  if not result then
    failures = failures + 1
  end
  detail = detail ~= nil and '  [' .. vim.fn.strcharpart(tostring(detail):gsub('%s+', ' '), 0, 90) .. ']' or ''
  say(string.format('%s %5d ms  %s%s', result and 'ok  ' or 'FAIL', milliseconds(), what, detail))
end

-- MARK: - The editor

local function lines(buffer)
  return vim.api.nvim_buf_get_lines(buffer or 0, 0, -1, false)
end

local function name_of(buffer)
  return vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer or 0), ':t')
end

local function client()
  local get = vim.lsp.get_clients or vim.lsp.get_active_clients
  for _, candidate in ipairs(get()) do
    if candidate.name == 'seed_lsp' and vim.lsp.buf_is_attached(0, candidate.id) then
      return candidate
    end
  end
end

--- Types keys and waits until all of them were taken and the editor is in normal mode again.
local function type_keys(keys)
  local taken = false
  vim.keymap.set('n', '<F12>', function()
    taken = true
  end)
  vim.api.nvim_input(keys .. '<F12>')
  wait(function()
    return taken
  end)
end

--- Types `u` until the text is that of the change with this number.
local function undo_to(change)
  for _ = 1, 9 do
    if vim.fn.undotree().seq_cur == change then
      return
    end
    type_keys('u')
  end
end

--- The zero-based line and byte column of `name`, a whole word, in the first line that contains `context`; without a
--- name, the start of that line.
local function place(context, name)
  for index, line in ipairs(lines()) do
    if line:find(context, 1, true) then
      local column = not name and 1 or line:find('%f[%w_]' .. name .. '%f[^%w_]')
      return index - 1, assert(column, (name or '') .. ' is not in: ' .. line) - 1
    end
  end
  error(context .. ' is not in ' .. name_of())
end

local function put_cursor(context, name)
  local line, column = place(context, name)
  vim.api.nvim_win_set_cursor(0, { line + 1, column })
  return line, column
end

local function float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return table.concat(lines(vim.api.nvim_win_get_buf(window)), '\n'), window
    end
  end
end

--- The findings about names that no note defines.
local function undefined_codes()
  return vim.tbl_filter(function(finding)
    local code = finding.code or vim.tbl_get(finding, 'user_data', 'lsp', 'code')
    return code == 'undefined-code' or code == 'misspelled-code'
  end, vim.diagnostic.get(0))
end

local function wait_for_findings(count)
  return wait(function()
    return #vim.diagnostic.get(0) == count
  end)
end

local function finding_about(name)
  for _, finding in ipairs(vim.diagnostic.get(0)) do
    if finding.message:find(name, 1, true) then
      return finding
    end
  end
end

local function servers()
  return vim.tbl_filter(function(child)
    return (vim.api.nvim_get_proc(child) or {}).name == 'seed-lsp'
  end, vim.api.nvim_get_proc_children(vim.fn.getpid()))
end

-- MARK: - What is checked, for any notes

local function check_attached(note)
  vim.cmd('edit ' .. note)
  local attached = wait(client)
  check('the server attaches to ' .. name_of(), attached, attached and attached.offset_encoding)
end

local function check_findings(count)
  local found = wait(function()
    return #undefined_codes() == count
  end)
  check(count .. ' undefined codes in ' .. name_of(), found, #undefined_codes())
end

local function check_hover(context, name, expected)
  put_cursor(context, name)
  vim.lsp.buf.hover()
  local text = wait(float)
  check('hover over ' .. name, text and text:find(expected, 1, true), text)
  local _, window = float()
  if window then
    vim.api.nvim_win_close(window, true)
  end
end

local function check_definition(context, name, note, definition)
  local buffer = vim.api.nvim_get_current_buf()
  put_cursor(context, name)
  vim.lsp.buf.definition()
  local arrived = wait(function()
    return name_of() == note
  end)
  local cursor = vim.api.nvim_win_get_cursor(0)
  local line, column = -1, -1
  if arrived then
    line, column = place(definition, name)
  end
  check('definition of ' .. name, cursor[1] == line + 1 and cursor[2] == column, name_of() .. ':' .. cursor[1])
  vim.cmd('buffer ' .. buffer)
end

--- Every reference has to be a place of the name; `least` of them have to be found, in more than one note.
local function check_references(context, name, least)
  local buffer, window = vim.api.nvim_get_current_buf(), vim.api.nvim_get_current_win()
  put_cursor(context, name)
  vim.fn.setqflist({})
  vim.lsp.buf.references()
  local list = wait(function()
    local found = vim.fn.getqflist()
    return #found > 0 and found
  end) or {}
  local notes, misplaced = {}, 0
  for _, item in ipairs(list) do
    notes[item.bufnr] = true
    vim.fn.bufload(item.bufnr)
    local line = lines(item.bufnr)[item.lnum] or ''
    if line:sub(item.col, item.col + #name - 1) ~= name then
      misplaced = misplaced + 1
    end
  end
  local good = #list >= least and misplaced == 0 and vim.tbl_count(notes) > 1
  check('references to ' .. name, good, #list .. ' in ' .. vim.tbl_count(notes) .. ' notes, misplaced: ' .. misplaced)
  vim.cmd('cclose')
  vim.api.nvim_set_current_win(window)
  vim.cmd('buffer ' .. buffer)
end

--- Types a call above the line with `context`, takes what completion offers and undoes it all.
local function check_completion(context, prefix, decision)
  local before, change, findings = lines(), vim.fn.undotree().seq_cur, #vim.diagnostic.get(0)
  put_cursor(context)
  vim.api.nvim_input('Oadd_decision_option_link(' .. prefix .. '<C-x><C-o>')
  local offered = wait(function()
    local info = vim.fn.complete_info({ 'items', 'pum_visible' })
    return info.pum_visible == 1 and #info.items > 0 and info.items
  end) or {}
  local words, others = {}, {}
  for _, item in ipairs(offered) do
    words[item.word] = true
    -- Names of parameters (`option_name=`) may stand there too.
    if not item.word:find('_decision$') and not item.word:find('=$') then
      table.insert(others, item.word)
    end
  end
  check('completion offers ' .. decision .. ' and no other kind of code', words[decision] and #others == 0, vim.inspect(others))
  while vim.fn.complete_info({ 'selected' }).selected + 1 <= #offered do
    local selected = vim.fn.complete_info({ 'selected' }).selected
    if selected >= 0 and offered[selected + 1].word == decision then
      break
    end
    vim.api.nvim_input('<C-n>')
    if not wait(function() return vim.fn.complete_info({ 'selected' }).selected ~= selected end) then
      break
    end
  end
  type_keys('<C-y><Esc>')
  local line = vim.api.nvim_get_current_line()
  check('completion is taken', vim.trim(line) == 'add_decision_option_link(' .. decision, line)
  undo_to(change)
  check('completion is undone', vim.deep_equal(lines(), before) and wait_for_findings(findings))
end

--- Types a misspelt name above the line with `context`, behind an emoji, mends it with keys and takes it away.
local function check_typing(context, name, note, definition)
  local before, change, findings = lines(), vim.fn.undotree().seq_cur, #vim.diagnostic.get(0)
  local misspelt = name:sub(1, -2)
  put_cursor(context)
  type_keys('OCClass(practice, "😀"); ' .. misspelt .. '<Esc>')
  local finding = wait(function()
    return finding_about(misspelt)
  end)
  local line, column = place('CClass(practice, "😀")', misspelt)
  check('a finding appears behind an emoji', finding and finding.lnum == line and finding.col == column,
    finding and finding.message)
  type_keys('A' .. name:sub(-1) .. '<Esc>')
  check('the finding vanishes when it is mended', wait_for_findings(findings), #vim.diagnostic.get(0))
  check_definition('CClass(practice, "😀")', name, note, definition)
  undo_to(change)
  check('typing is undone', vim.deep_equal(lines(), before) and wait_for_findings(findings))
end

local function check_restart(findings)
  local old = servers()
  check('one server runs', #old == 1, #old)
  vim.loop.kill(old[1], 'sigkill')
  check('a killed server is noticed', wait(function()
    return not client()
  end))
  vim.cmd('edit')
  check('`:edit` starts it again', wait(client))
  check_findings(findings)
  local new = servers()
  check('the new server is another process', #new == 1 and new[1] ~= old[1], vim.inspect(new))
end

-- MARK: - The notes

local function check_sample_study()
  check_attached('s_5.md')
  check_hover('lakehouse_table: {cost', 'lakehouse_table', 'Keep the rows as tables in a shared lakehouse')
  check_findings(0)
  check_definition('    response_time: very_positive', 'response_time', 's_2.md', 'response_time = CClass')
  check_references('    response_time: very_positive', 'response_time', 10)
  check_completion('published_sql_view_enables_private_store', 'sto', 'storage_decision')
  check_completion('published_sql_view_enables_private_store', '', 'access_decision')
  check_typing('published_sql_view_enables_private_store', 'response_time', 's_2.md', 'response_time = CClass')
  check_restart(0)
end

local function check_other_text()
  vim.fn.writefile({ '# Shopping', '', '> a quotation', '', '1. **open** coding tea' }, 'shopping.md')
  vim.cmd('edit shopping.md')
  pause(200)
  check('other Markdown is left alone', not client())
  type_keys('Go**AXIAL CODING TRACE:**<CR>``` python<CR>lakehous_table<CR>```<Esc>')
  check('it is taken up once it is a seed file', wait(client))
  check_findings(1)
  vim.cmd('write')
  vim.fn.writefile({ '**AXIAL CODING TRACE:**', '``` python', 'lakehouse_table, lakehous_table', '```' }, 'notes.txt')
  check_attached('notes.txt')
  check_findings(1)
  check('all notes share a server', #servers() == 1, #servers())
end

local function check_given_notes()
  check_attached('003_c331bfad47649e49.txt')
  check_findings(7)
  check_definition('internal_storages', 'internal_storages', '000_90e5494a86ab4667.txt', 'internal_storages = CClass')
  check_references('internal_storages', 'internal_storages', 3)
  check_completion('    add_force_relations({triggering', 'sto', 'store_decision')
  check_typing('    add_force_relations({triggering', 'internal_storages', '000_90e5494a86ab4667.txt',
    'internal_storages = CClass')
  check_attached('000_90e5494a86ab4667.txt')
  check_findings(7)
  check_hover('add_decision_option_link(security_decision, encryption', 'encryption', 'Secure with an encryption key')
  check_restart(7)
end

main = coroutine.create(function()
  vim.o.hidden = true
  vim.o.swapfile = false
  vim.o.completeopt = 'menuone,noinsert,noselect'
  vim.o.showmode = false
  local command = { server, 'serve' }
  if vim.lsp.enable then
    -- What README says for this version.
    vim.lsp.config('seed_lsp', { cmd = command })
    vim.lsp.enable('seed_lsp')
  else
    require('seed_lsp').setup({ cmd = command })
  end
  vim.cmd('cd ' .. folder .. '/seeds')
  check_sample_study()
  check_other_text()
  if vim.fn.isdirectory(folder .. '/given') == 1 then
    for _, candidate in ipairs((vim.lsp.get_clients or vim.lsp.get_active_clients)()) do
      vim.lsp.stop_client(candidate.id)
    end
    check('the server stops when it is told to', wait(function()
      return #servers() == 0
    end))
    vim.cmd('cd ' .. folder .. '/given')
    check_given_notes()
  end
  vim.fn.writefile(vim.tbl_map(tostring, servers()), folder .. '/servers')
  finish()
end)

vim.defer_fn(function()
  say('ERROR no end after two minutes')
  failures = failures + 1
  finish()
end, 120000)
vim.defer_fn(resume, 1)
