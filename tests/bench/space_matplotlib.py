#!/usr/bin/python3
"""An orbit around Rosenbrock's function at 1920x1080 with matplotlib's plot_surface; prints CPU milliseconds a frame."""

import time

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

FRAMES = 6
SAMPLES = 200


def main():
    figure = Figure((19.2, 10.8), dpi=100)
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_subplot(projection="3d")
    x, y = np.meshgrid(np.linspace(-2, 2, SAMPLES), np.linspace(-1, 3, SAMPLES))
    height = np.log1p(((1 - x) ** 2 + 100 * (y - x**2) ** 2) / 9.2)
    axes.plot_surface(x, y, height, rcount=SAMPLES, ccount=SAMPLES, cmap="Purples")
    axes.contour(x, y, height, 12, colors="white", linewidths=0.5)
    canvas.draw()
    begin = time.process_time()
    for frame in range(FRAMES):
        axes.view_init(elev=42, azim=-90 + 10 * frame)
        canvas.draw()
    print(f"draw {1000 * (time.process_time() - begin) / FRAMES:.1f} ms")


if __name__ == "__main__":
    main()
