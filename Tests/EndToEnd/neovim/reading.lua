-- Reading and writing a single note: findings, hover, definition, references, completion, a killed server.

local harness = require('harness')
local check, wait, lines = harness.check, harness.wait, harness.lines

local M = {}

function M.check_hover(context, name, expected)
  harness.put_cursor(context, name)
  -- Lets the editor notice that the cursor moved, which would close the window.
  harness.type_keys('')
  vim.lsp.buf.hover()
  local text = wait(harness.float)
  check('hover over ' .. name, text and text:find(expected, 1, true), text)
  local _, window = harness.float()
  if window then
    vim.api.nvim_win_close(window, true)
  end
end

function M.check_definition(context, name, note, definition)
  local buffer = vim.api.nvim_get_current_buf()
  harness.put_cursor(context, name)
  vim.lsp.buf.definition()
  local arrived = wait(function()
    return harness.name_of() == note
  end)
  local cursor = vim.api.nvim_win_get_cursor(0)
  local line, column = -1, -1
  if arrived then
    line, column = harness.place(definition, name)
  end
  check('definition of ' .. name, cursor[1] == line + 1 and cursor[2] == column, harness.name_of() .. ':' .. cursor[1])
  vim.cmd('buffer ' .. buffer)
end

--- Every reference has to be a place of the name; `least` of them have to be found, in more than one note.
function M.check_references(context, name, least)
  local buffer, window = vim.api.nvim_get_current_buf(), vim.api.nvim_get_current_win()
  harness.put_cursor(context, name)
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
function M.check_completion(context, prefix, decision)
  local before, change, findings = lines(), vim.fn.undotree().seq_cur, #vim.diagnostic.get(0)
  harness.put_cursor(context)
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
  harness.type_keys('<C-y><Esc>')
  local line = vim.api.nvim_get_current_line()
  check('completion is taken', vim.trim(line) == 'add_decision_option_link(' .. decision, line)
  harness.undo_to(change)
  check('completion is undone', vim.deep_equal(lines(), before) and harness.wait_for_findings(findings))
end

--- Types a misspelt name above the line with `context`, behind an emoji, mends it with keys and takes it away.
function M.check_typing(context, name, note, definition)
  local before, change, findings = lines(), vim.fn.undotree().seq_cur, #vim.diagnostic.get(0)
  local misspelt = name:sub(1, -2)
  harness.put_cursor(context)
  harness.type_keys('Osmile = CClass(practice, "😀"); ' .. misspelt .. '<Esc>')
  local finding = wait(function()
    return harness.finding_about(misspelt)
  end)
  local line, column = harness.place('CClass(practice, "😀")', misspelt)
  check('a finding appears behind an emoji', finding and finding.lnum == line and finding.col == column,
    finding and finding.message)
  harness.type_keys('A' .. name:sub(-1) .. '<Esc>')
  check('the finding vanishes when it is mended', harness.wait_for_findings(findings), #vim.diagnostic.get(0))
  M.check_definition('CClass(practice, "😀")', name, note, definition)
  harness.undo_to(change)
  check('typing is undone', vim.deep_equal(lines(), before) and harness.wait_for_findings(findings))
end

function M.check_restart(findings)
  local old = harness.servers()
  check('one server runs', #old == 1, #old)
  vim.loop.kill(old[1], 'sigkill')
  check('a killed server is noticed', wait(function()
    return not harness.client()
  end))
  vim.cmd('edit')
  check('`:edit` starts it again', wait(harness.client))
  harness.check_findings(findings)
  local new = harness.servers()
  check('the new server is another process', #new == 1 and new[1] ~= old[1], vim.inspect(new))
end

return M
