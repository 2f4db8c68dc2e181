-- Tells by content which buffers the server is for, as the server does: names of files say nothing.

local M = {}

--- The filetypes among which seed files and model files are looked for.
M.filetypes = { 'markdown', 'text', 'python' }

-- `seed-lsp.json` marks the root of a study, wherever a repository begins: it is looked for first.
local root_markers = { 'seed-lsp.json', '.git' }

-- What stands between `add` and the line's end, for the labels that need a coding block below them.
local labels = {
  '^adde?d?:?$',
  '^adde?d? codes?:$',
  '^adde?d? codes? to %a_?%d*%s*:?$',
  '^adde?d? new force relations:$',
  '^already added:$',
  '^setting forces:$',
  '^changed wording of:$',
}

--- `'open'` or `'axial'` for a trace heading such as `**OPEN CODING TRACE:**` or `### AXIAL CODING TRACE:`; else nil.
---
--- With `#` the word TRACE has to be there, because `## Open coding` may head a chapter of any text.
function M.trace(line)
  local marks, kind, rest = line:match('^%s*(%*%*+)%s*(%a+)%s+[Cc][Oo][Dd][Ii][Nn][Gg](.*)$')
  if not marks then
    marks, kind, rest = line:match('^(#+)%s*(%a+)%s+[Cc][Oo][Dd][Ii][Nn][Gg](.*)$')
  end
  kind = kind and kind:lower()
  if kind ~= 'open' and kind ~= 'axial' then
    return nil
  end
  local has_trace = rest:match('^%s+[Tt][Rr][Aa][Cc][Ee]%f[^%w_]') ~= nil
  if marks:sub(1, 1) == '#' then
    return has_trace and kind or nil
  end
  local ends = rest == '' or rest:match('^[%s:*]') ~= nil
  return (has_trace or ends) and rest:find('**', 1, true) and kind or nil
end

--- Whether a line is a label such as `add codes to s4:`.
function M.is_label(line)
  if #line > 100 or not line:match('^%s*%-?%s*[AaSsCc]') then
    return false
  end
  local text = line:gsub('<!%-%-.*%-%->%s*$', ''):match('^%s*%-?%s*(.-)%s*$'):lower():gsub('%s+', ' ')
  for _, pattern in ipairs(labels) do
    if text:match(pattern) then
      return true
    end
  end
  return false
end

--- Whether lines are those of a seed file: they have a trace heading, the heading of a source (`# s`, `# s4`) with a field
--- (`## url`) after it, or a label with a fence below it.
function M.is_note(lines)
  local has_source_heading, after_label = false, false
  for _, line in ipairs(lines) do
    if line:find('[^%s>]') and not line:find('^>') then
      if after_label and line:match('^%s*```') or M.trace(line) then
        return true
      elseif line:match('^#%s+%a_?%d*%s*$') then
        has_source_heading = true
      elseif has_source_heading and line:match('^##%s') then
        return true
      end
      after_label = M.is_label(line)
    end
  end
  return false
end

--- Whether lines are those of a model file, the Python beside the notes: it imports the library or defines codes.
function M.is_model(lines)
  for _, line in ipairs(lines) do
    if line:find('CClass(', 1, true) or line:match('^%s*from%s+codeable_models') or line:match('^%s*import%s+codeable_models') then
      return true
    end
  end
  return false
end

--- Whether a buffer belongs to a study.
function M.belongs(buffer)
  local lines = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
  if vim.bo[buffer].filetype == 'python' then
    return M.is_model(lines)
  end
  return M.is_note(lines)
end

--- The folder at which the study of a buffer's file begins: the nearest one above with `seed-lsp.json`, else with `.git`
--- (never the home folder or `/`), else the file's own.
function M.root(buffer)
  local folder = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':p:h')
  local home = vim.loop.os_homedir()
  for _, marker in ipairs(root_markers) do
    local candidate = folder
    while true do
      local too_wide = marker == '.git' and (candidate == home or candidate == '/')
      if not too_wide and vim.loop.fs_stat(candidate .. '/' .. marker) then
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

return M
