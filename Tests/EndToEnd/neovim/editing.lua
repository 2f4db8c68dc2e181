-- Changing a study: a rename over several files, one of them unsaved, and its undo; a quick fix; symbols; colours.

local harness = require('harness')
local check, wait, lines = harness.check, harness.wait, harness.lines

local M = {}

--- How often a name stands as a whole word in a buffer's coding: quotations and prose (`New options: …`) are left out.
local function count(buffer, name)
  local found = 0
  for _, line in ipairs(lines(buffer)) do
    if not line:match('^>') and not line:match('^%u') then
      for _ in line:gmatch('%f[%w_]' .. name .. '%f[^%w_]') do
        found = found + 1
      end
    end
  end
  return found
end

local function findings_of_all(buffers)
  local total = 0
  for _, buffer in ipairs(buffers) do
    total = total + #vim.diagnostic.get(buffer)
  end
  return total
end

--- Renames a code from one of its uses. `files` maps each file that holds it to the number of places that change there;
--- the last one stays closed until the rename opens it. `unsaved` has been edited and not written.
function M.check_rename(old, new, unsaved, files)
  local before, buffers = {}, {}
  for file in pairs(files) do
    before[file] = vim.fn.readfile(file)
  end
  vim.cmd('edit ' .. unsaved)
  wait(harness.client)
  harness.type_keys('Go> A line that was never saved: ' .. old .. ', 😀.<Esc>')
  before[unsaved] = lines()
  harness.put_cursor('  ' .. old .. ': {', old)
  vim.lsp.buf.rename(new)
  local renamed = wait(function()
    for file, places in pairs(files) do
      local buffer = vim.fn.bufnr(file)
      if buffer < 0 or not vim.api.nvim_buf_is_loaded(buffer) or count(buffer, new) ~= places then
        return false
      end
      buffers[file] = buffer
    end
    return true
  end)
  local counts = {}
  for file in pairs(files) do
    local buffer = vim.fn.bufnr(file)
    counts[#counts + 1] = file .. ' ' .. (buffer < 0 and 'closed' or count(buffer, new))
  end
  table.sort(counts)
  check('rename of ' .. old .. ' in ' .. #counts .. ' files', renamed, table.concat(counts, ', '))
  if not renamed then
    return
  end
  local left = {}
  for file, buffer in pairs(buffers) do
    left[#left + 1] = count(buffer, old) > 0 and file or nil
  end
  check('the old name is left nowhere', #left == 0, table.concat(left, ', '))
  check('what was not saved is kept', lines()[#lines()] == '> A line that was never saved: ' .. old .. ', 😀.')
  harness.pause(200)
  check('nothing became undefined', findings_of_all(vim.tbl_values(buffers)) == 0)
  local changed = {}
  for file, buffer in pairs(buffers) do
    vim.cmd('buffer ' .. buffer)
    harness.type_keys('u')
    changed[#changed + 1] = not vim.deep_equal(lines(buffer), before[file]) and file or nil
  end
  check('one undo in each file takes it back', #changed == 0, table.concat(changed, ', '))
  for _, buffer in pairs(buffers) do
    vim.cmd('buffer ' .. buffer)
    vim.cmd('edit!')
  end
  check('nothing is undefined after undoing', wait(function()
    return findings_of_all(vim.tbl_values(buffers)) == 0
  end))
end

--- A name that is taken is refused, and nothing changes.
function M.check_refused_rename(note, context, old, taken)
  vim.cmd('edit ' .. note)
  wait(harness.client)
  local before, said = lines(), nil
  local notify = vim.notify
  vim.notify = function(message)
    -- Neovim 0.10 may tell of the buffers that were closed before.
    said = message:find(taken, 1, true) and message or said
  end
  harness.put_cursor(context, old)
  vim.lsp.buf.rename(taken)
  wait(function()
    return said
  end)
  vim.notify = notify
  check('a rename to a name in use is refused', said and vim.deep_equal(lines(), before), said)
end

--- Misspells a name and takes the quick fix.
function M.check_quick_fix(note, context, name)
  vim.cmd('edit ' .. note)
  wait(harness.client)
  local before, change = lines(), vim.fn.undotree().seq_cur
  local line, column = harness.put_cursor(context, name)
  vim.api.nvim_buf_set_text(0, line, column, line, column + 1, {})
  wait(function()
    return harness.finding_about(name:sub(2))
  end)
  local offered
  vim.ui.select = function(choices, options, choose)
    offered = vim.tbl_map(function(choice)
      return options.format_item(choice)
    end, choices)
    for index, title in ipairs(offered) do
      if title:find('`' .. name .. '`', 1, true) then
        return choose(choices[index], index)
      end
    end
    choose(nil)
  end
  vim.lsp.buf.code_action()
  local mended = wait(function()
    return vim.deep_equal(lines(), before)
  end)
  check('the quick fix is applied', mended, table.concat(offered or {}, ', '))
  check('its finding goes', harness.wait_for_findings(0))
  harness.undo_to(change)
end

--- The outline in the location or quickfix list, and a code looked up in the whole study.
function M.check_symbols(note, in_outline, code, defined_in)
  vim.cmd('edit ' .. note)
  wait(harness.client)
  local window = vim.api.nvim_get_current_win()
  local function shown(about)
    for _, list in ipairs({ vim.fn.getqflist({ items = 1 }).items, vim.fn.getloclist(window) }) do
      for _, item in ipairs(list) do
        if item.text:find(about, 1, true) then
          return item
        end
      end
    end
  end
  local function forget()
    vim.fn.setqflist({})
    vim.fn.setloclist(window, {})
    vim.cmd('cclose')
    vim.cmd('lclose')
    vim.api.nvim_set_current_win(window)
  end
  forget()
  vim.lsp.buf.document_symbol()
  local item = wait(function()
    return shown(in_outline)
  end)
  check('the outline shows ' .. in_outline, item, item and item.text)
  forget()
  vim.lsp.buf.workspace_symbol(code)
  item = wait(function()
    return shown(code)
  end)
  local file = item and vim.fn.fnamemodify(vim.fn.bufname(item.bufnr), ':t')
  check('the study knows ' .. code, file == defined_in, file)
  forget()
end

--- The colours that the server gives (0.9 and later), and those of lines that structure a note.
function M.check_colours(note, code, kind)
  vim.cmd('edit ' .. note)
  wait(harness.client)
  if vim.lsp.semantic_tokens then
    local line, column = harness.place(code .. ' = CClass', code)
    local token = wait(function()
      local tokens = vim.lsp.semantic_tokens.get_at_pos(0, line, column)
      return tokens and tokens[1]
    end)
    check(code .. ' has the colour of its kind', token and token.type == kind, token and token.type)
  end
  local heading = harness.place('**OPEN CODING TRACE:**')
  vim.api.nvim_win_set_cursor(0, { heading + 1, 0 })
  vim.cmd('normal! zt')
  local function attribute()
    vim.cmd('redraw!')
    return vim.fn.screenattr(1, 1)
  end
  local before = attribute()
  vim.cmd('highlight SeedOpenCoding cterm=reverse gui=reverse guifg=Red')
  check('trace headings have a colour of their own', attribute() ~= before, before .. ' ' .. attribute())
end

return M
