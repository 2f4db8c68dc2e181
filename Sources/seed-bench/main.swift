print("seed-bench")
