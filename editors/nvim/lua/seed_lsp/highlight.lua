-- Colours the lines that structure a note: fields of the header, trace headings, labels, quotations.
--
-- Lines are coloured as they are drawn and only in buffers that the server has taken, over whatever colours Markdown has:
-- by a syntax file, by tree-sitter or not at all. Names of codes are coloured by the server (semantic tokens, 0.9 and later).

local recognition = require('seed_lsp.recognition')

local M = {}

local namespace = vim.api.nvim_create_namespace('seed_lsp')
local enabled = {}

local fields = {}
for _, name in ipairs({
  'url', 'tiny url', 'archive url', 'title', 'source code', 'example', 'source type', 'author type', 'references',
}) do
  fields[name] = true
end

-- What each kind of line looks like unless the colour scheme or the user says otherwise.
local defaults = {
  SeedSourceHeading = 'Title',
  SeedField = 'Identifier',
  SeedOpenCoding = 'Todo',
  SeedAxialCoding = 'Statement',
  SeedLabel = 'Label',
  SeedQuotation = 'Comment',
}

--- The highlight group for a line; nil for a line that is to keep its colours.
function M.group(line, filetype)
  local first = line:match('^%s*(%S)')
  if first == '#' or first == '*' then
    local trace = recognition.trace(line)
    if trace then
      return trace == 'open' and 'SeedOpenCoding' or 'SeedAxialCoding'
    end
    local marks, text = line:match('^(#+)%s+(.-)%s*$')
    if marks == '#' and text:match('^%a_?%d*$') or marks and text:lower():match('^coding:?$') then
      return 'SeedSourceHeading'
    end
    return marks == '##' and fields[text:lower()] and 'SeedField' or nil
  elseif first == '>' then
    -- Markdown has colours for quotations itself.
    return filetype == 'text' and 'SeedQuotation' or nil
  end
  return recognition.is_label(line) and 'SeedLabel' or nil
end

local function set_defaults()
  for group, target in pairs(defaults) do
    vim.api.nvim_set_hl(0, group, { link = target, default = true })
  end
end

local function draw_line(_, _, buffer, row)
  local line = vim.api.nvim_buf_get_lines(buffer, row, row + 1, false)[1]
  local group = line and M.group(line, vim.bo[buffer].filetype)
  if group then
    vim.api.nvim_buf_set_extmark(buffer, namespace, row, 0, {
      end_row = row,
      end_col = #line,
      hl_group = group,
      -- Above tree-sitter (100), below semantic tokens (125).
      priority = 120,
      ephemeral = true,
    })
  end
end

--- Colours the lines of a buffer from now on.
function M.enable(buffer)
  if next(enabled) == nil then
    set_defaults()
    vim.api.nvim_create_autocmd('ColorScheme', {
      group = vim.api.nvim_create_augroup('seed_lsp_highlight', { clear = true }),
      callback = set_defaults,
    })
    vim.api.nvim_set_decoration_provider(namespace, {
      on_win = function(_, _, drawn)
        return enabled[drawn] or false
      end,
      on_line = draw_line,
    })
  end
  if enabled[buffer] then
    return
  end
  enabled[buffer] = true
  vim.api.nvim_create_autocmd('BufWipeout', {
    buffer = buffer,
    callback = function()
      enabled[buffer] = nil
    end,
  })
end

return M
