"""The scene of scenes/rosenbrock.yaml as somebody who knows matplotlib would write it.

Everything that need not be drawn again for each frame is made once.
"""

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.colors import LogNorm
from matplotlib.figure import Figure

A, B = 1.0, 100.0
START = (-1.5, 1.5)
STEPS = 1200
TRAIL = 240
RUNS = [
    ("gradient descent", 0.001, 0.0, "o"),
    ("momentum 0.5", 0.001, 0.5, "s"),
    ("momentum 0.9", 0.001, 0.9, "^"),
]
DARK = {
    "figure.facecolor": "#0f1419",
    "axes.facecolor": "#0f1419",
    "savefig.facecolor": "#0f1419",
    "text.color": "#e6e6e6",
    "axes.labelcolor": "#e6e6e6",
    "axes.edgecolor": "#8a9199",
    "xtick.color": "#b8c0c8",
    "ytick.color": "#b8c0c8",
    "legend.facecolor": "#1a2129",
}


def loss(x, y):
    return (A - x) ** 2 + B * (y - x**2) ** 2


def gradient(p):
    x, y = p
    return np.array([-2 * (A - x) - 4 * B * x * (y - x**2), 2 * B * (y - x**2)])


def descend(learning_rate, momentum):
    path = np.empty((STEPS + 1, 2))
    path[0] = START
    velocity = np.zeros(2)
    for k in range(STEPS):
        velocity = momentum * velocity - learning_rate * gradient(path[k])
        path[k + 1] = path[k] + velocity
    return path


def trail_colours():
    """Teal to amber, from invisible at the oldest segment to opaque at the newest."""
    t = np.linspace(0, 1, TRAIL)[:, None]
    rgb = (1 - t) * np.array([0.16, 0.75, 0.65]) + t * np.array([0.98, 0.75, 0.25])
    return np.hstack([rgb, t])


class RosenbrockFigure:
    """The figure; `show(step)` moves what moves and returns the artists that did."""

    def __init__(self, width_in, height_in, dpi, figure=None):
        self.figure = figure if figure is not None else Figure((width_in, height_in), dpi=dpi)
        self.axes = self.figure.add_axes([0.07, 0.09, 0.9, 0.82])
        self.paths = [descend(rate, momentum) for _, rate, momentum, _ in RUNS]
        self.colours = trail_colours()
        self._draw_backdrop()
        self._make_runs()

    def _draw_backdrop(self):
        axes = self.axes
        x, y = np.meshgrid(np.linspace(-2, 2, 400), np.linspace(-1, 3, 400))
        z = loss(x, y)
        levels = np.logspace(-3, 3.5, 14)
        norm = LogNorm(levels[0], levels[-1])
        axes.contourf(x, y, z, levels=levels, norm=norm, cmap="viridis", extend="both")
        axes.contour(x, y, z, levels=levels, colors="white", linewidths=0.6, alpha=0.5)
        axes.axvline(A, color="white", linestyle="--", linewidth=1)
        axes.axhline(A**2, color="white", linestyle="--", linewidth=1)
        axes.plot(*START, marker="x", color="white", markersize=10)
        axes.set(xlim=(-2, 2), ylim=(-1, 3), xlabel="x", ylabel="y", title="Why momentum matters")

    def _make_runs(self):
        self.trails, self.heads, self.labels = [], [], []
        for name, _, _, marker in RUNS:
            trail = LineCollection([], linewidths=3, capstyle="round")
            self.axes.add_collection(trail)
            self.trails.append(trail)
            (head,) = self.axes.plot(
                [], [], marker=marker, markersize=9, color="#fac040", linestyle="none", label=name
            )
            self.heads.append(head)
            label = self.axes.annotate(
                name, START, xytext=(10, 10), textcoords="offset points", fontsize=12
            )
            self.labels.append(label)
        self.read_out = self.axes.text(
            0.015, 0.975, "", transform=self.axes.transAxes, va="top", fontsize=13
        )
        self.axes.legend(loc="upper right")

    def show(self, step):
        lines = [f"step {step}"]
        for (name, *_), path, trail, head, label in zip(
            RUNS, self.paths, self.trails, self.heads, self.labels
        ):
            points = path[max(0, step - TRAIL) : step + 1]
            trail.set_segments(np.stack([points[:-1], points[1:]], axis=1))
            trail.set_color(self.colours[len(self.colours) - len(points) + 1 :])
            head.set_data(points[-1:, 0], points[-1:, 1])
            label.xy = points[-1]
            lines.append(f"{name}: loss {loss(*points[-1]):.6f}")
        self.read_out.set_text("\n".join(lines))
        return [*self.trails, *self.heads, *self.labels, self.read_out]
