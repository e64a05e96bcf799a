#!/usr/bin/python3
"""The film of scenes/rosenbrock.yaml made with matplotlib: FuncAnimation and FFMpegWriter.

usage: film_matplotlib.py FILE.mp4 [FRAMES]     (default 600; fewer for a measurement)
Prints the frames per second of the whole saving.
"""

import sys
import time

import matplotlib

matplotlib.use("Agg")

from matplotlib import pyplot, rc_context
from matplotlib.animation import FFMpegWriter, FuncAnimation

from matplotlib_scene import DARK, STEPS, RosenbrockFigure

FPS = 60
WHOLE = 600  # frames: nine seconds of descent, one to look at the end
PLAY = 540


def main():
    path = sys.argv[1]
    frames = int(sys.argv[2]) if len(sys.argv) > 2 else WHOLE
    with rc_context(DARK):
        figure = pyplot.figure(figsize=(19.2, 10.8), dpi=100)
        scene = RosenbrockFigure(19.2, 10.8, 100, figure)
        # A short measurement samples the film evenly.
        shown = [k * WHOLE // frames for k in range(frames)]
        animation = FuncAnimation(
            figure,
            lambda k: scene.show(min(STEPS, k * STEPS // PLAY)),
            frames=shown,
            save_count=frames,
        )
        writer = FFMpegWriter(
            fps=FPS,
            codec="libx264",
            extra_args=["-preset", "medium", "-crf", "18", "-pix_fmt", "yuv420p"],
        )
        begin = time.perf_counter()
        animation.save(path, writer=writer, dpi=100)
        seconds = time.perf_counter() - begin
    print(f"film: {frames / seconds:.2f} fps ({frames} frames in {seconds:.2f} s)")


if __name__ == "__main__":
    main()
