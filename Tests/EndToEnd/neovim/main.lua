-- Uses the server as a person does, in a real Neovim (0.7 and later), with the set-up in `editors/nvim`.
--
-- `run-neovim` starts it with copies of the notes as the current folder: `seeds`, and `given` where there is a corpus.
-- Keys are typed by `nvim_input`.

local here = debug.getinfo(1, 'S').source:match('^@(.*)/')
package.path = here .. '/?.lua;' .. package.path
local harness, reading = require('harness'), require('reading')
local editing, plugin = require('editing'), require('plugin')

local function check_sample_study()
  vim.fn.writefile({
    'from codeable_models import CClass, add_links',
    '',
    's12_codes = [private_store, lakehouse_table]',
    'add_links({s12: s12_codes}, role_name="contained_code")',
  }, 'model.py')
  harness.open('s_5.md')
  reading.check_hover('lakehouse_table: {cost', 'lakehouse_table', 'Keep the rows as tables in a shared lakehouse')
  harness.check_findings(0)
  reading.check_definition('    response_time: very_positive', 'response_time', 's_2.md', 'response_time = CClass')
  reading.check_references('    response_time: very_positive', 'response_time', 10)
  reading.check_completion('published_sql_view_enables_private_store', 'sto', 'storage_decision')
  reading.check_completion('published_sql_view_enables_private_store', '', 'access_decision')
  reading.check_typing('published_sql_view_enables_private_store', 'response_time', 's_2.md', 'response_time = CClass')
  editing.check_rename('private_store', 'own_database', 's_12.md', {
    ['model.py'] = 1,
    ['s_5.md'] = 4,
    ['s_6.md'] = 2,
    ['s_12.md'] = 3,
  })
  vim.cmd('bwipeout model.py')
  os.remove('model.py')
  editing.check_refused_rename('s_5.md', '    response_time: very_positive', 'response_time', 'private_store')
  editing.check_quick_fix('s_12.md', '        product_blueprint, lakehouse_table', 'lakehouse_table')
  editing.check_symbols('s_5.md', 'lakehouse_table', 'freshness_badge', 's_7.md')
  editing.check_colours('s_5.md', 'lakehouse_table', 'class')
  reading.check_restart(0)
end

local function check_plugin()
  plugin.check_recognition(here .. '/../recognition.txt')
  plugin.check_other_text()
  plugin.check_commands('s_5.md', 'lakehouse_table')
  plugin.check_health('s_5.md')
  local folder = here .. '/../../../editors/nvim'
  plugin.check_help(folder)
  plugin.check_package(folder)
end

local function check_given_notes()
  harness.open('003_c331bfad47649e49.txt')
  harness.check_findings(7)
  reading.check_definition('internal_storages', 'internal_storages', '000_90e5494a86ab4667.txt', 'internal_storages = CClass')
  reading.check_references('internal_storages', 'internal_storages', 3)
  reading.check_completion('    add_force_relations({triggering', 'sto', 'store_decision')
  reading.check_typing('    add_force_relations({triggering', 'internal_storages', '000_90e5494a86ab4667.txt',
    'internal_storages = CClass')
  harness.open('000_90e5494a86ab4667.txt')
  harness.check_findings(7)
  reading.check_hover('add_decision_option_link(security_decision, encryption', 'encryption', 'Secure with an encryption key')
  reading.check_restart(7)
end

local function stop_servers()
  for _, client in ipairs((vim.lsp.get_clients or vim.lsp.get_active_clients)()) do
    require('seed_lsp.commands').stop(client)
  end
  harness.check('the server stops when it is told to', harness.wait(function()
    return #harness.servers() == 0
  end))
end

harness.run(function()
  vim.o.hidden = true
  vim.o.swapfile = false
  vim.o.completeopt = 'menuone,noinsert,noselect'
  vim.o.showmode = false
  local command = { harness.server, 'serve' }
  if vim.lsp.enable then
    -- What README says for this version.
    vim.lsp.config('seed_lsp', { cmd = command })
    vim.lsp.enable('seed_lsp')
  else
    require('seed_lsp').setup({ cmd = command })
  end
  vim.cmd('cd ' .. harness.folder .. '/seeds')
  check_sample_study()
  check_plugin()
  if vim.fn.isdirectory(harness.folder .. '/given') == 1 then
    stop_servers()
    vim.cmd('cd ' .. harness.folder .. '/given')
    check_given_notes()
  end
end)
