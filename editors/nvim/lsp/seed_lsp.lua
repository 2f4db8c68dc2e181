-- How Neovim 0.11 and later start the server: `vim.lsp.enable('seed_lsp')`.
-- Change a part of it with `vim.lsp.config('seed_lsp', { cmd = { '/path/to/seed-lsp', 'serve' } })`.

return {
  cmd = { 'seed-lsp', 'serve' },
  -- Notes keep their own type, so that everything else made for Markdown goes on working; Python is for model files.
  filetypes = { 'markdown', 'text', 'python' },
  -- A function instead of `root_markers`, because Markdown and Python of no study are to be left alone.
  root_dir = function(buffer, start)
    local seed_lsp = require('seed_lsp')
    seed_lsp.when_seed(buffer, function()
      start(seed_lsp.root(buffer))
    end)
  end,
}
