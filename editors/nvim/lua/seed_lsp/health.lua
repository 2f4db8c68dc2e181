-- `:checkhealth seed_lsp`: is the server there, which one, for which study, and which buffers has it taken?

local commands = require('seed_lsp.commands')
local recognition = require('seed_lsp.recognition')

local M = {}

local health = vim.health or require('health')
-- Before 0.10 the names began with `report_`.
local start, ok = health.start or health.report_start, health.ok or health.report_ok
local warn, problem = health.warn or health.report_warn, health.error or health.report_error
local info = health.info or health.report_info

--- How the server is configured: by `vim.lsp.config` in 0.11 and later, else as a running client has it.
local function configuration()
  if vim.lsp.config then
    return vim.lsp.config.seed_lsp
  end
  for _, client in ipairs(vim.lsp.get_active_clients()) do
    if client.name == 'seed_lsp' then
      return client.config
    end
  end
  return { cmd = { 'seed-lsp', 'serve' } }
end

local function check_program()
  start('seed-lsp: the program')
  local config = configuration()
  local program = commands.program(config)
  if not program then
    return info('It is started by a function.')
  end
  local version = commands.version(program)
  if version then
    ok(version .. ': ' .. vim.fn.exepath(program))
  elseif vim.fn.executable(program) == 1 then
    problem('`' .. program .. '` does not answer to `--version`.', { 'Is it a build for another machine?' })
  else
    problem('`' .. program .. '` was not found.', {
      'Put it on PATH, or name it: vim.lsp.config("seed_lsp", { cmd = { "/path/to/seed-lsp", "serve" } })',
    })
  end
  if vim.lsp.is_enabled and not vim.lsp.is_enabled('seed_lsp') then
    warn('It is not enabled.', { 'vim.lsp.enable("seed_lsp")' })
  end
end

local function check_buffer(buffer)
  local name = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':~:.')
  local client = commands.client(buffer)
  if client then
    local root = recognition.root(buffer)
    ok(name .. ', in the study ' .. vim.fn.fnamemodify(root, ':~'))
    if vim.fn.filereadable(root .. '/seed-lsp.json') == 1 then
      info('Configured by ' .. root .. '/seed-lsp.json')
    end
  elseif recognition.belongs(buffer) then
    problem(name .. ' is a seed file, but the server has not taken it.', { ':edit', ':messages', ':LspLog' })
  else
    info(name .. ' is no seed file: it has neither the header of a source nor a coding trace.')
  end
end

function M.check()
  check_program()
  start('seed-lsp: open files')
  local seen = false
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    local is_file = vim.api.nvim_buf_is_loaded(buffer) and vim.api.nvim_buf_get_name(buffer) ~= ''
    if is_file and vim.bo[buffer].buftype == '' and vim.tbl_contains(recognition.filetypes, vim.bo[buffer].filetype) then
      seen = true
      check_buffer(buffer)
    end
  end
  if not seen then
    info('No Markdown, text or Python file is open.')
  end
end

return M
