-- Starts seed-lsp for seed files, in Neovim 0.7 and later: `require('seed_lsp').setup()`.
-- From 0.11 on, `vim.lsp.enable('seed_lsp')` does the same with `lsp/seed_lsp.lua` beside this folder.

local M = {}

-- `seed-lsp.json` marks the root of a study, wherever a repository begins: it is looked for first.
local root_markers = { 'seed-lsp.json', '.git' }

local filetypes = { 'markdown', 'text' }

--- Whether a line is a heading such as `**OPEN CODING TRACE:**` or `### AXIAL CODING TRACE:`.
local function is_trace_heading(line)
  local heading = line:match('^%s*%*%*+%s*(.*)') or line:match('^%s*#+%s*(.*)')
  return heading and (heading:lower():match('^open%s+coding') or heading:lower():match('^axial%s+coding')) ~= nil
end

--- Whether a buffer holds a seed file: it has a trace heading, or the heading of a source (`# s`, `# s4`) with a field
--- (`## url`) after it. Names of files say nothing, as for the server.
function M.is_seed(buffer)
  local has_source_heading = false
  for _, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    if is_trace_heading(line) then
      return true
    elseif line:match('^#%s+%a+%d*%s*$') then
      has_source_heading = true
    elseif has_source_heading and line:match('^##%s') then
      return true
    end
  end
  return false
end

--- The folder that holds the study of a buffer's file: the nearest one above with `seed-lsp.json`, else with `.git`,
--- else the file's own.
function M.root(buffer)
  local folder = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':p:h')
  for _, marker in ipairs(root_markers) do
    local candidate = folder
    while true do
      if vim.loop.fs_stat(candidate .. '/' .. marker) then
        return candidate
      end
      local parent = vim.fn.fnamemodify(candidate, ':h')
      if parent == candidate then
        break
      end
      candidate = parent
    end
  end
  return folder
end

--- Calls `action` once: at once if the buffer holds a seed file, else as soon as edits have made it one.
function M.when_seed(buffer, action)
  local name = vim.api.nvim_buf_get_name(buffer)
  -- Nothing but files: neither scratch buffers nor `fugitive://…`.
  if name == '' or name:match('^%a[%w+.-]+://') or vim.bo[buffer].buftype ~= '' then
    return
  end
  -- Clearing the group forgets what an earlier call for this buffer waits for.
  local group = vim.api.nvim_create_augroup('seed_lsp_' .. buffer, { clear = true })
  if M.is_seed(buffer) then
    return action()
  end
  vim.api.nvim_create_autocmd({ 'BufWritePost', 'InsertLeave', 'TextChanged' }, {
    group = group,
    buffer = buffer,
    callback = function()
      if M.is_seed(buffer) then
        vim.api.nvim_clear_autocmds({ group = group })
        action()
      end
    end,
  })
end

-- MARK: - Neovim 0.7 to 0.10

-- The clients of Neovim 0.7 by root; later versions find a running one themselves.
local clients = {}

local function start_by_hand(config, buffer)
  local id = clients[config.root_dir]
  if not id or not vim.lsp.get_client_by_id(id) then
    id = vim.lsp.start_client(config)
    clients[config.root_dir] = id
  end
  if not id then
    return
  end
  vim.lsp.buf_attach_client(buffer, id)
  -- Later versions set these themselves: completion by CTRL-X CTRL-O, definition by CTRL-].
  vim.bo[buffer].omnifunc = 'v:lua.vim.lsp.omnifunc'
  vim.bo[buffer].tagfunc = 'v:lua.vim.lsp.tagfunc'
end

local function start(options, buffer)
  local config = vim.tbl_extend('keep', { root_dir = M.root(buffer) }, options)
  if type(config.cmd) == 'table' and vim.fn.executable(config.cmd[1]) == 0 then
    local hint = 'Put it on PATH, or name it: require("seed_lsp").setup{ cmd = { "/path/to/seed-lsp", "serve" } }'
    vim.notify_once(config.cmd[1] .. ' was not found. ' .. hint, vim.log.levels.WARN)
    return
  end
  if not vim.lsp.start then
    return start_by_hand(config, buffer)
  end
  -- The current buffer is the one that gets the client.
  vim.api.nvim_buf_call(buffer, function()
    vim.lsp.start(config)
  end)
end

--- Starts the server for every seed file that is open or will be.
---
--- `options` may hold whatever `vim.lsp.start` takes: `cmd`, `on_attach`, `capabilities` and so on.
function M.setup(options)
  options = vim.tbl_extend('force', { name = 'seed_lsp', cmd = { 'seed-lsp', 'serve' } }, options or {})
  if vim.lsp.enable then
    vim.lsp.config('seed_lsp', options)
    vim.lsp.enable('seed_lsp')
    return
  end
  local function consider(buffer)
    M.when_seed(buffer, function()
      start(options, buffer)
    end)
  end
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('seed_lsp', { clear = true }),
    pattern = filetypes,
    callback = function(event)
      consider(event.buf)
    end,
  })
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(buffer) and vim.tbl_contains(filetypes, vim.bo[buffer].filetype) then
      consider(buffer)
    end
  end
end

return M
