#!/usr/bin/python3
"""contourpy's side of tests/bench/contours.cpp: Rosenbrock's function on a 400 x 400 grid, 14 levels, lines and filled
bands, the serial algorithm. Sampling the grid with numpy is timed apart."""
import sys
import time

import contourpy
import numpy as np

repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 31
levels = np.logspace(-3, 3.5, 14)


def sample():
    x, y = np.meshgrid(np.linspace(-2, 2, 400), np.linspace(-1, 3, 400))
    return x, y, (1 - x) ** 2 + 100 * (y - x**2) ** 2


def trace(x, y, z):
    generator = contourpy.contour_generator(x, y, z, name="serial")
    lines = [generator.lines(level) for level in levels]
    bands = [generator.filled(a, b) for a, b in zip(levels[:-1], levels[1:])]
    return lines, bands


def timed(work):
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


grid = sample()
tracing = sorted(timed(lambda: trace(*grid)) for _ in range(repeats))
sampling = sorted(timed(sample) for _ in range(repeats))
print(f"contours: median {tracing[repeats // 2]:.2f} ms (min {tracing[0]:.2f}),"
      f" sampling the grid apart: median {sampling[repeats // 2]:.2f} ms (min {sampling[0]:.2f})")
