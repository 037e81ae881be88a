"""How fast socialint is, as ratios: `python -m benchmarks`."""
