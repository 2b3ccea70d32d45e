"""Hostile, broken and slow HTTP against the pages, and against the kernel with small limits."""
import pathlib
import subprocess
import sys

from house import ROOT, Failed


def journey(house):
    data = house.sample()
    with house.serve(data) as server:
        tries("--port", server.port)
    times = {"header": 1, "body": 1, "write": 1, "idle": 2}
    small = [f"server.{name}_seconds={seconds}" for name, seconds in times.items()]
    with house.serve(data, *(word for limit in small for word in ("--set", limit))) as server:
        tries("--patient-port", server.port)
    folder = pathlib.Path(house.program).parent
    tries("--server", folder / "foundation" / "http" / "http_test_server")


def tries(*arguments):
    done = subprocess.run(
        [sys.executable, ROOT / "tests" / "journeys" / "hostile_http.py", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    if done.returncode != 0:
        raise Failed(done.stdout + done.stderr)
