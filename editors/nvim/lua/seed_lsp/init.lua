-- Starts seed-lsp for seed files, in Neovim 0.7 and later: `require('seed_lsp').setup()`.
-- From 0.11 on, `vim.lsp.enable('seed_lsp')` does the same with `lsp/seed_lsp.lua` beside this folder.

local recognition = require('seed_lsp.recognition')

local M = {}

--- Lines around a change that are looked at: the heading of a source and its first fields fit in.
local surroundings = 20

--- Whether the last change of the current buffer has made it part of a study.
local function belongs_now(buffer)
  if vim.bo[buffer].filetype == 'python' then
    return recognition.belongs(buffer)
  end
  local first = vim.api.nvim_buf_get_mark(buffer, '[')[1] - surroundings
  local last = vim.api.nvim_buf_get_mark(buffer, ']')[1] + surroundings
  return recognition.is_note(vim.api.nvim_buf_get_lines(buffer, math.max(first, 0), last, false))
end

--- Calls `action` once: at once if the buffer belongs to a study, else as soon as edits have made it part of one.
function M.when_seed(buffer, action)
  local name = vim.api.nvim_buf_get_name(buffer)
  -- Nothing but files: neither scratch buffers nor `fugitive://…`.
  if name == '' or name:match('^%a[%w+.-]+://') or vim.bo[buffer].buftype ~= '' then
    return
  end
  -- Clearing the group forgets what an earlier call for this buffer waits for.
  local group = vim.api.nvim_create_augroup('seed_lsp_' .. buffer, { clear = true })
  if recognition.belongs(buffer) then
    return action()
  end
  local function wait_for(events, belongs)
    vim.api.nvim_create_autocmd(events, {
      group = group,
      buffer = buffer,
      callback = function()
        if belongs(buffer) then
          vim.api.nvim_clear_autocmds({ group = group })
          action()
        end
      end,
    })
  end
  -- Only what changed is looked at while typing, so that long texts stay quick.
  wait_for({ 'InsertLeave', 'TextChanged' }, belongs_now)
  wait_for({ 'BufWritePost' }, recognition.belongs)
end

--- The folder that holds the study of a buffer's file.
M.root = recognition.root

--- Sets up a buffer that the server has taken: commands, and colours for what the server's own leave out.
local function on_attached(buffer, client)
  require('seed_lsp.commands').create(buffer, client)
  require('seed_lsp.highlight').enable(buffer)
end

if vim.fn.exists('##LspAttach') == 1 then
  vim.api.nvim_create_autocmd('LspAttach', {
    group = vim.api.nvim_create_augroup('seed_lsp_attach', { clear = true }),
    callback = function(event)
      local client = vim.lsp.get_client_by_id(event.data.client_id)
      if client and client.name == 'seed_lsp' then
        on_attached(event.buf, client)
      end
    end,
  })
end

-- MARK: - Starting

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
  on_attached(buffer, { id = id, name = 'seed_lsp', config = config })
end

--- Starts the server for a buffer, or has it taken by the one that runs already for the same folder.
function M.start(config, buffer)
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

--- Starts the server for every file of a study that is open or will be.
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
      M.start(vim.tbl_extend('keep', { root_dir = M.root(buffer) }, options), buffer)
    end)
  end
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('seed_lsp', { clear = true }),
    pattern = recognition.filetypes,
    callback = function(event)
      consider(event.buf)
    end,
  })
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(buffer) and vim.tbl_contains(recognition.filetypes, vim.bo[buffer].filetype) then
      consider(buffer)
    end
  end
end

return M
