-- The commands of buffers that the server has taken: `:SeedLspInfo`, `:SeedLspRestart`, `:SeedLspCodes`, and
-- `:SeedLspReindex`, `:SeedLspCodebook`, `:SeedLspDiagram` where the server offers them.

local M = {}

-- How to start the server again, by buffer: also after it was killed, when there is no client left to ask.
local configs = {}

--- The client that has taken a buffer; nil if there is none.
function M.client(buffer)
  local get = vim.lsp.get_clients or vim.lsp.get_active_clients
  for _, client in ipairs(get()) do
    if client.name == 'seed_lsp' and vim.lsp.buf_is_attached(buffer, client.id) then
      return client
    end
  end
end

--- The program that a configuration starts; nil if it is a function that only Neovim can call.
function M.program(config)
  return type(config.cmd) == 'table' and config.cmd[1] or nil
end

--- What `seed-lsp --version` says; nil if it can't be run.
function M.version(program)
  if not program or vim.fn.executable(program) == 0 then
    return nil
  end
  local said = vim.fn.system({ program, '--version' })
  return vim.v.shell_error == 0 and vim.trim(said) or nil
end

--- The buffers that a client has taken.
function M.buffers(client)
  return vim.tbl_filter(function(buffer)
    return vim.lsp.buf_is_attached(buffer, client.id)
  end, vim.api.nvim_list_bufs())
end

--- Asks a client's server to end.
function M.stop(client)
  if vim.lsp.enable then
    client:stop()
  else
    vim.lsp.stop_client(client.id)
  end
end

--- The lines of `:SeedLspInfo` about a buffer.
function M.info(buffer)
  local client, config = M.client(buffer), configs[buffer]
  local lines = {
    'version:  ' .. (M.version(M.program(config)) or 'unknown'),
    'command:  ' .. (type(config.cmd) == 'table' and table.concat(config.cmd, ' ') or 'a function'),
    'study:    ' .. (config.root_dir or 'this note alone'),
  }
  if not client then
    lines[#lines + 1] = 'running:  no; `:SeedLspRestart` starts it'
    return lines
  end
  local names = vim.tbl_map(function(attached)
    return vim.fn.fnamemodify(vim.api.nvim_buf_get_name(attached), ':t')
  end, M.buffers(client))
  lines[#lines + 1] = 'running:  for ' .. table.concat(names, ', ')
  lines[#lines + 1] = 'findings: ' .. #vim.diagnostic.get(buffer) .. ' in this note'
  return lines
end

local function show_info(buffer)
  print(table.concat(M.info(buffer), '\n'))
end

--- Stops the server of a buffer, if it runs, and starts it for all buffers of the study.
local function restart(buffer)
  local client = M.client(buffer)
  local attempts = 0
  local function start_again()
    attempts = attempts + 1
    if client and vim.lsp.get_client_by_id(client.id) and attempts < 100 then
      return vim.defer_fn(start_again, 20)
    end
    for other, config in pairs(configs) do
      if config.root_dir == configs[buffer].root_dir and vim.api.nvim_buf_is_loaded(other) then
        require('seed_lsp').start(config, other)
      end
    end
  end
  if client then
    M.stop(client)
  end
  start_again()
end

--- Lists the codes of a buffer's study, as they are on disk, in the quickfix window.
local function list_codes(buffer)
  local config = configs[buffer]
  local program, file = M.program(config), vim.fn.tempname()
  if not program then
    return vim.notify('seed-lsp is started by a function, so its reports can not be run.', vim.log.levels.ERROR)
  end
  local folder = config.root_dir or vim.fn.expand('%:p:h')
  local said = vim.fn.system({ program, 'report', 'codes', '--output-file', file, folder })
  if vim.fn.filereadable(file) == 0 then
    return vim.notify(said, vim.log.levels.ERROR)
  end
  local items = {}
  for _, code in ipairs(vim.fn.json_decode(vim.fn.readfile(file))) do
    for _, definition in ipairs(code.definitions) do
      local parts = { code.name, code.kind, code.displayName, table.concat(code.sources, ', ') }
      items[#items + 1] = {
        filename = definition.path,
        lnum = definition.line,
        col = definition.column,
        text = table.concat(vim.tbl_filter(function(part)
          return type(part) == 'string' and part ~= ''
        end, parts), ' · '),
      }
    end
  end
  os.remove(file)
  vim.fn.setqflist({}, ' ', { title = 'Codes of ' .. folder, items = items })
  vim.cmd('botright copen')
end

--- Asks the server for one of its commands; what goes wrong is said.
local function ask(buffer, command, options, show)
  local client = M.client(buffer)
  local offered = client and client.server_capabilities.executeCommandProvider
  if not offered or not vim.tbl_contains(offered.commands, command) then
    return vim.notify('No server runs here that has the command ' .. command .. '.', vim.log.levels.WARN)
  end
  vim.lsp.buf_request(buffer, 'workspace/executeCommand', { command = command, arguments = { options } },
    function(problem, result)
      if problem then
        return vim.notify(problem.message, vim.log.levels.ERROR)
      end
      show(result)
    end)
end

local function reindex(buffer)
  ask(buffer, 'seed-lsp.reindex', vim.empty_dict(), function()
    vim.notify('The study was read anew.', vim.log.levels.INFO)
  end)
end

--- Shows a text of Markdown in a window of its own that can be closed and forgotten.
local function show_page(text)
  vim.cmd('botright new')
  vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.split(text, '\n', { trimempty = true }))
  for option, value in pairs({ buftype = 'nofile', bufhidden = 'wipe', swapfile = false, modified = false }) do
    vim.bo[option] = value
  end
  vim.bo.filetype = 'markdown'
end

--- Shows the codebook of a buffer's study, unsaved changes included.
local function show_codebook(buffer)
  ask(buffer, 'seed-lsp.reportCodebook', { uri = vim.uri_from_bufnr(buffer) }, show_page)
end

--- Shows the diagram of the named decision, of the one at the cursor, or, with a bang, of all.
local function show_diagram(buffer, arguments)
  local decision = arguments.args ~= '' and arguments.args or vim.fn.expand('<cword>')
  local options = { uri = vim.uri_from_bufnr(buffer), decision = not arguments.bang and decision or nil }
  ask(buffer, 'seed-lsp.reportDiagram', options, show_page)
end

local commands = {
  SeedLspInfo = { show_info, 'Show which seed-lsp serves this note, and for which study' },
  SeedLspRestart = { restart, 'Stop seed-lsp and start it again' },
  SeedLspCodes = { list_codes, 'List the codes of the study in the quickfix window' },
  SeedLspCodebook = { show_codebook, 'Show the codebook of the study' },
  SeedLspDiagram = { show_diagram, 'Show the diagram of a decision, or with ! of all', { nargs = '?', bang = true } },
  SeedLspReindex = { reindex, 'Have seed-lsp read the files of the study anew' },
}

--- Creates the commands for a buffer that a client has taken.
function M.create(buffer, client)
  configs[buffer] = client.config
  for name, command in pairs(commands) do
    vim.api.nvim_buf_create_user_command(buffer, name, function(arguments)
      command[1](buffer, arguments)
    end, vim.tbl_extend('error', { desc = command[2] }, command[3] or {}))
  end
end

return M
