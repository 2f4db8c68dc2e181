-- What the checks are made of: waiting without blocking the editor, typing, looking at buffers, keeping the score.

local M = {}

M.server = assert(os.getenv('SEED_LSP'), 'SEED_LSP must name the binary')
M.folder = vim.fn.getcwd()

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
  vim.fn.writefile({ total }, M.folder .. '/total')
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

function M.pause(time)
  vim.defer_fn(resume, time)
  coroutine.yield()
end

--- What `condition` gives as soon as that is neither false nor nil; nil after ten seconds.
function M.wait(condition)
  local limit = vim.loop.hrtime() + 10e9
  repeat
    local result = condition()
    if result then
      return result
    end
    M.pause(10)
  until vim.loop.hrtime() > limit
end

function M.check(what, result, detail)
  checks = checks + 1
  if not result then
    failures = failures + 1
  end
  detail = detail ~= nil and '  [' .. vim.fn.strcharpart(tostring(detail):gsub('%s+', ' '), 0, 90) .. ']' or ''
  say(string.format('%s %5d ms  %s%s', result and 'ok  ' or 'FAIL', milliseconds(), what, detail))
end

-- MARK: - The editor

function M.lines(buffer)
  return vim.api.nvim_buf_get_lines(buffer or 0, 0, -1, false)
end

function M.name_of(buffer)
  return vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer or 0), ':t')
end

function M.client()
  local get = vim.lsp.get_clients or vim.lsp.get_active_clients
  for _, candidate in ipairs(get()) do
    if candidate.name == 'seed_lsp' and vim.lsp.buf_is_attached(0, candidate.id) then
      return candidate
    end
  end
end

--- Types keys and waits until all of them were taken and the editor is in normal mode again.
function M.type_keys(keys)
  local taken = false
  vim.keymap.set('n', '<F12>', function()
    taken = true
  end)
  vim.api.nvim_input(keys .. '<F12>')
  M.wait(function()
    return taken
  end)
end

--- Types `u` until the text is that of the change with this number.
function M.undo_to(change)
  for _ = 1, 9 do
    if vim.fn.undotree().seq_cur == change then
      return
    end
    M.type_keys('u')
  end
end

--- The zero-based line and byte column of `name`, a whole word, in the first line that contains `context`; without a
--- name, the start of that line.
function M.place(context, name)
  for index, line in ipairs(M.lines()) do
    if line:find(context, 1, true) then
      local column = not name and 1 or line:find('%f[%w_]' .. name .. '%f[^%w_]')
      return index - 1, assert(column, (name or '') .. ' is not in: ' .. line) - 1
    end
  end
  error(context .. ' is not in ' .. M.name_of())
end

function M.put_cursor(context, name)
  local line, column = M.place(context, name)
  vim.api.nvim_win_set_cursor(0, { line + 1, column })
  return line, column
end

function M.float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return table.concat(M.lines(vim.api.nvim_win_get_buf(window)), '\n'), window
    end
  end
end

--- The findings about names that no note defines.
function M.undefined_codes()
  return vim.tbl_filter(function(finding)
    local code = finding.code or vim.tbl_get(finding, 'user_data', 'lsp', 'code')
    return code == 'undefined-code' or code == 'misspelled-code'
  end, vim.diagnostic.get(0))
end

function M.wait_for_findings(count)
  return M.wait(function()
    return #vim.diagnostic.get(0) == count
  end)
end

function M.finding_about(name)
  for _, finding in ipairs(vim.diagnostic.get(0)) do
    if finding.message:find(name, 1, true) then
      return finding
    end
  end
end

function M.servers()
  return vim.tbl_filter(function(child)
    return (vim.api.nvim_get_proc(child) or {}).name == 'seed-lsp'
  end, vim.api.nvim_get_proc_children(vim.fn.getpid()))
end

function M.open(note)
  vim.cmd('edit ' .. note)
  local attached = M.wait(M.client)
  M.check('the server attaches to ' .. M.name_of(), attached, attached and attached.offset_encoding)
end

function M.check_findings(count)
  local found = M.wait(function()
    return #M.undefined_codes() == count
  end)
  M.check(count .. ' undefined codes in ' .. M.name_of(), found, #M.undefined_codes())
end

--- Runs the checks in a coroutine, which yields so that the editor's own loop goes on, and leaves the editor.
function M.run(body)
  main = coroutine.create(function()
    body()
    vim.fn.writefile(vim.tbl_map(tostring, M.servers()), M.folder .. '/servers')
    finish()
  end)
  vim.defer_fn(function()
    say('ERROR no end after two minutes')
    failures = failures + 1
    finish()
  end, 120000)
  vim.defer_fn(resume, 1)
end

return M
