#!/usr/bin/python3
"""Measures Thalweg beside its rivals, in one run on one machine, and prints a table.

usage: scripts/bench [contours|older|wild|film|panels|space|scale|figure|pages|basins|formula|signals]...     (default: all)
Ends with 1 where a limit is missed.
"""

import os
import re
import shutil
import signal
import sys
import tempfile

from measure import BENCH, BUILD, demo, kib, median, render, run, seconds_to_end, video_facts

FILM = "{file: film.mp4, size: 1920x1080, fps: 60}"
ROUNDS = 3


class Table:
    def __init__(self):
        self.missed = 0

    def row(self, what, value, unit="", at_most=None, at_least=None):
        limit, good = "", True
        if at_most is not None:
            limit, good = f"at most {at_most:g}", value <= at_most
        if at_least is not None:
            limit, good = f"at least {at_least:g}", value >= at_least
        verdict = "" if not limit else "ok" if good else "MISSED"
        self.missed += not good
        print(f"{what:<58} {value:>10.4g} {unit:<6} {limit:<15} {verdict}", flush=True)


def contours(table, folder):
    def milliseconds(*command):
        output = run(*command).output
        return {
            name.strip(): float(value)
            for name, value in re.findall(r"([^:,\n]+): median ([\d.]+) ms", output)
        }

    ours = milliseconds(os.path.join(BUILD, "bench_contours"))
    theirs = milliseconds(os.path.join(BENCH, "contours.py"))
    for name, value in ours.items():
        table.row(f"thalweg: {name}", value, "ms")
    for name, value in theirs.items():
        table.row(f"contourpy, 400 x 400: {name}", value, "ms")
    table.row("contours: thalweg / contourpy", ours["contours"] / theirs["contours"], "", at_most=1)


def older(table, folder):
    """Contours of the catalogue beside those of another version of the program."""
    other = os.environ.get("THALWEG_OLDER")
    if not other:
        return print("older: THALWEG_OLDER names no bench_surfaces of another version", flush=True)

    def milliseconds(program):
        lines = re.findall(r"^(\w+): ([\w-]+): ([\d.]+) ms$", run(program).output, re.M)
        return {(kind, name): float(value) for kind, name, value in lines}

    rounds = [(milliseconds(os.path.join(BUILD, "bench_surfaces")), milliseconds(other)) for _ in range(ROUNDS)]
    for key in rounds[0][0]:
        ratio = min(ours[key] for ours, _ in rounds) / min(theirs[key] for _, theirs in rounds)
        limit = 1 if key[0] == "polynomial" else 1.3
        table.row(f"this version / the older one, {': '.join(key)}", ratio, "", at_most=limit)


def wild(table, folder):
    output = run(os.path.join(BUILD, "bench_wild")).output
    for what, formula, seconds in re.findall(r"^([\w ]+): (.*): ([\d.]+) s$", output, re.M):
        limit = 0.3 if what == "pole" else None
        table.row(f"{what}: {formula}"[:58], float(seconds), "s", at_most=limit)


def film(table, folder):
    scene = demo(folder, "film", FILM)
    render(demo(folder, "raw", FILM.replace("mp4", "y4m")), folder)
    raw, ours, theirs = (os.path.join(folder, name) for name in ("film.y4m", "film.mp4", "their.mp4"))
    render(scene, folder)
    frames, gop = video_facts(ours)
    encode = [
        "ffmpeg", "-v", "error", "-nostdin", "-y", "-i", raw, "-c:v", "libx264",
        "-preset", "medium", "-crf", "18", "-g", gop, "-keyint_min", gop, theirs,
    ]  # fmt: skip
    pairs = [(render(scene, folder), run(*encode)) for _ in range(ROUNDS)]
    rendered = median(a.wall_s for a, _ in pairs)
    table.row("render of the demo's film", frames / rendered, "fps")
    table.row("ffmpeg's mere encoding of its frames", frames / median(b.wall_s for _, b in pairs), "fps")
    table.row("render / encode, wall time", median(a.wall_s / b.wall_s for a, b in pairs), "", at_most=1)
    table.row("render / encode, CPU time", median(a.cpu_s / b.cpu_s for a, b in pairs), "", at_most=0.55)
    table.row("film, thalweg", kib(ours), "KiB")
    table.row("film, ffmpeg", kib(theirs), "KiB")
    os.remove(raw)

    parts = run(os.path.join(BUILD, "bench_film"), "1").output
    draw, convert, own = (float(v) for v in re.findall(r"(?:draw|convert|encode) ([\d.]+) ms", parts))
    encode_ms = 1000 * median(b.cpu_s for _, b in pairs) / frames
    table.row("draw, CPU time a frame", draw, "ms")
    table.row("convert, CPU time a frame", convert, "ms")
    table.row("encode, CPU time a frame", own, "ms")
    table.row("ffmpeg's encoding, CPU time a frame", encode_ms, "ms")
    table.row("draw and convert / ffmpeg's encoding, CPU time", (draw + convert) / encode_ms, "", at_most=0.15)
    table.row("draw and convert / our encoding, CPU time", (draw + convert) / own)

    output = run(os.path.join(BENCH, "film_matplotlib.py"), theirs, 60).output
    fps = float(re.search(r"([\d.]+) fps", output)[1])
    table.row("film by matplotlib", fps, "fps")
    table.row("thalweg / matplotlib, speed", frames / rendered / fps, "", at_least=12)


TWO_MAPS = "{left: {start: [-1.5, 1.5]}, right: {start: [1.5, -0.5]}}"


def draw_ms(folder, name, *changes):
    """CPU milliseconds of one thread that drawing a frame of the demo takes, with changes to it."""
    scene = demo(folder, name, FILM, changes)
    return drawn_ms(run(os.path.join(BUILD, "bench_film"), "draw", scene))


def drawn_ms(cost):
    return float(re.search(r"draw ([\d.]+) ms", cost.output)[1])


def panels(table, folder):
    """What more panels cost with a still camera: drawing, in CPU time of one thread."""

    pairs = [
        (
            draw_ms(folder, "one", ("layout", "map")),
            draw_ms(folder, "two", ("start", None), ("experiments", TWO_MAPS), ("panels", PANELS), ("layout", MOSAIC)),
        )
        for _ in range(ROUNDS)
    ]
    table.row("one map, draw a frame", median(a for a, _ in pairs), "ms")
    table.row("two maps and a loss curve, draw a frame", median(b for _, b in pairs), "ms")
    table.row("two maps and a loss curve / one map", median(b / a for a, b in pairs), "", at_most=2.2)


PANELS = "{a: {kind: contour, of: left}, b: {kind: contour, of: right}}"
MOSAIC = "{grid: [[a, b], [loss, loss]], heights: [3, 1]}"


def space(table, folder):
    """A surface in space: an orbit beside matplotlib's, and a still view beside maps."""

    def space_ms(name, options, layout):
        panels = f"{{map: {{kind: contour}}, space: {{kind: surface-3d, elevation: 42{options}}}}}"
        return draw_ms(folder, name, ("panels", panels), ("layout", layout))

    script = os.path.join(BENCH, "space_matplotlib.py")
    pairs = [(space_ms("orbit", ", orbit: 60", "[[space]]"), drawn_ms(run(script))) for _ in range(ROUNDS)]
    table.row("orbit, draw a frame", median(a for a, _ in pairs), "ms", at_most=12)
    table.row("orbit, draw a frame, matplotlib", median(b for _, b in pairs), "ms")
    table.row("matplotlib / thalweg", median(b / a for a, b in pairs), "", at_least=30)
    pairs = [
        (
            space_ms("still", "", "[[map, space]]"),
            draw_ms(folder, "two", ("panels", "{a: {kind: contour}, b: {kind: contour}}"), ("layout", "[[a, b]]")),
        )
        for _ in range(ROUNDS)
    ]
    table.row("map and still surface / two maps of the same runs", median(a / b for a, b in pairs), "", at_most=1)


def scale(table, folder):
    path = os.path.join(folder, "film.mp4")

    def per_frame(name, *changes):
        scene = demo(folder, name, FILM, changes)
        cost = min((render(scene, folder) for _ in range(2)), key=lambda cost: cost.wall_s)
        frames, _ = video_facts(path)
        ms = 1000 * cost.wall_s / frames
        table.row(f"{name}: {frames} frames", ms, "ms")
        table.row(f"{name}: memory", cost.memory_mb, "MB")
        return ms, cost.memory_mb

    once = per_frame("10 s", ("duration", "10"))
    tenfold = per_frame("100 s", ("duration", "100"))
    table.row("100 s / 10 s, time per frame", tenfold[0] / once[0], "", at_most=1.1)
    table.row("100 s / 10 s, memory", tenfold[1] / once[1], "", at_most=1.05)
    few = per_frame("600 steps", ("steps", "600"))
    many = per_frame("60,000 steps", ("steps", "60000"))
    table.row("60,000 / 600 steps, time per frame", many[0] / few[0], "", at_most=1.1)
    starts = ", ".join(f"[{-1.8 + 0.4 * k:.1f}, {1.5 if k % 2 else -0.5}]" for k in range(10))
    per_frame("30 runs", ("start", None), ("starts", f"[{starts}]"))
    whole = render(demo(folder, "demo", DEMO_OUTPUTS), folder)
    table.row("the whole demo: wall time", whole.wall_s, "s")
    table.row("the whole demo: memory", whole.memory_mb, "MB", at_most=500)


DEMO_OUTPUTS = ", ".join(
    [FILM, "{file: film.gif, size: 640x360, fps: 25}", "film.svg", "film.pdf", "film.png"]
)


def figure(table, folder):
    ours, theirs = os.path.join(folder, "film.pdf"), os.path.join(folder, "their.pdf")
    scene = demo(folder, "figure", "film.pdf")
    script = os.path.join(BENCH, "figure_matplotlib.py")
    pairs = [(render(scene, folder), run(script, theirs)) for _ in range(5)]
    table.row("figure from a cold start, thalweg", 1000 * median(a.wall_s for a, _ in pairs), "ms")
    table.row("figure from a cold start, matplotlib", 1000 * median(b.wall_s for _, b in pairs), "ms")
    table.row("thalweg / matplotlib", median(a.wall_s / b.wall_s for a, b in pairs), "", at_most=0.1)
    render(demo(folder, "svg", "film.svg"), folder)
    table.row("PDF, thalweg", kib(ours), "KiB", at_most=40)
    table.row("SVG, thalweg", kib(ours.replace("pdf", "svg")), "KiB", at_most=150)
    table.row("PDF, matplotlib", kib(theirs), "KiB")


def pages(table, folder):
    """Pages from 20 to 200 mm, square and 16:9; those too small for their text are refused."""
    refused = 3
    costs = {}
    for width in range(20, 201, 3):
        for height in (width, width * 9 / 16):
            size = f"{width}mm x {height:g}mm"
            scene = demo(folder, "page", f"{{file: page.pdf, size: {size}}}")
            costs[size] = render(scene, folder, allowed=(0, refused)).wall_s
    slowest = max(costs, key=costs.get)
    table.row(f"slowest of {len(costs)} pages, {slowest}", costs[slowest], "s", at_most=2)


def basins(table, folder):
    output = run(os.path.join(BUILD, "bench_basins")).output
    lines = re.findall(r"([\w-]+): ([\d.]+) s, .* ([\d.]+) million steps a second and core", output)
    for rule, seconds, speed in lines:
        table.row(f"Himmelblau's basins, 960 x 540, {rule}", float(seconds), "s", at_most=4)
        table.row(f"steps a second and core, {rule}", float(speed), "M")


def formula(table, folder):
    output = run(os.path.join(BUILD, "bench_formula")).output
    for what, ratio in re.findall(r"^(\w[\w ]*?) +[\d.]+ +[\d.]+ +([\d.]+)$", output, re.M):
        sampling = what == "sample in a row"
        table.row(f"formula / built in: {what}", float(ratio), "", at_most=3 if sampling else None)


def signals(table, folder):
    """From a signal to the end of the program, at moments spread over a render."""
    scene = demo(folder, "signals", FILM)
    whole = render(scene, folder).wall_s
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        slowest = max(seconds_to_end(scene, folder, number, whole * k / 12) for k in range(12))
        table.row(f"{number.name} to the end of the program, slowest of 12", slowest, "s", at_most=0.2)


def main():
    groups = {
        "contours": contours, "older": older, "wild": wild, "film": film, "panels": panels, "space": space, "scale": scale, "figure": figure, "pages": pages,
        "basins": basins, "formula": formula, "signals": signals,
    }  # fmt: skip
    chosen = sys.argv[1:] or list(groups)
    if unknown := [name for name in chosen if name not in groups]:
        raise SystemExit(f"unknown: {', '.join(unknown)}\n{__doc__}")
    memory_disk = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    folder = tempfile.mkdtemp(prefix="thalweg-bench-", dir=memory_disk)
    table = Table()
    try:
        print(f"{os.cpu_count()} cores")
        for name in chosen:
            groups[name](table, folder)
    finally:
        shutil.rmtree(folder)
    if table.missed:
        raise SystemExit(f"{table.missed} limit(s) missed")


if __name__ == "__main__":
    main()
