"""Running programs and noting what they cost."""

import os
import re
import subprocess
import time
from dataclasses import dataclass
from statistics import median

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.join(ROOT, "build", "release")
BENCH = os.path.join(ROOT, "tests", "bench")
THALWEG = os.path.join(BUILD, "thalweg")


@dataclass
class Cost:
    """What one run of a program took, all its threads and children together."""

    wall_s: float
    cpu_s: float
    memory_mb: float
    output: str


def run(*command, discard_output=False, allowed=(0,)):
    """Runs a program to its end; an exit code that is not allowed ends the measurement with its message."""
    begin = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL if discard_output else subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    output, errors = process.stdout, process.stderr
    text = "" if output is None else output.read()
    error_text = errors.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in allowed:
        raise SystemExit(f"{' '.join(map(str, command))}\nfailed:\n{error_text}{text}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text)


def render_command(scene, folder):
    return [THALWEG, "render", scene, "-o", folder, "--force", "--progress", "none"]


def render(scene, folder, *options, **keywords):
    return run(*render_command(scene, folder), *options, **keywords)


def seconds_to_end(scene, folder, number, after_s):
    """Seconds from a signal, sent some time after the start of a render, to the program's end."""
    process = subprocess.Popen(render_command(scene, folder), stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after_s)
    begin = time.perf_counter()
    process.send_signal(number)
    process.wait()
    return time.perf_counter() - begin


def demo(folder, name, outputs, changes=()):
    """The demo's scene with other outputs, written to a folder; `changes` replaces top-level keys.

    Returns the path of the new scene.
    """
    with open(os.path.join(ROOT, "scenes", "rosenbrock.yaml"), encoding="utf-8") as file:
        text = file.read()
    for key, value in [("outputs", f"[{outputs}]"), *changes]:
        text = re.sub(rf"^{key}:.*\n([ \t-].*\n|\n)*", "", text, flags=re.MULTILINE)
        if value is not None:
            text += f"\n{key}: {value}\n"
    path = os.path.join(folder, name + ".yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def video_facts(path):
    """The number of frames of a film and the distance of its first two keyframes."""
    rows = run(
        "ffprobe", "-v", "error", "-select_streams", "v", "-show_entries", "packet=pts,flags",
        "-of", "csv=p=0", path,
    ).output.split()  # fmt: skip
    packets = sorted((int(row.split(",")[0]), "K" in row) for row in rows)
    keys = [k for k, (_, is_key) in enumerate(packets) if is_key]
    return len(packets), keys[1] if len(keys) > 1 else len(packets)


def kib(path):
    return os.path.getsize(path) / 1024


__all__ = ["BENCH", "BUILD", "Cost", "demo", "kib", "median", "render", "run", "seconds_to_end", "video_facts"]
