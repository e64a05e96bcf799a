#!/usr/bin/python3
"""The last moment of scenes/rosenbrock.yaml as a vector figure made with matplotlib.

usage: figure_matplotlib.py FILE.pdf
"""

import sys

import matplotlib

matplotlib.use("pdf")

from matplotlib_scene import STEPS, RosenbrockFigure


def main():
    scene = RosenbrockFigure(13.333, 7.5, 100)
    scene.show(STEPS)
    scene.figure.savefig(sys.argv[1])


if __name__ == "__main__":
    main()
