print("seed-lsp")
