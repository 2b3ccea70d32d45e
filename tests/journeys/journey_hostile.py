"""Hostile, broken and slow HTTP against the pages."""
import subprocess
import sys

from house import ROOT, Failed


def journey(house):
    with house.serve(house.sample()) as server:
        done = subprocess.run(
            [
                sys.executable,
                ROOT / "tests" / "journeys" / "hostile_http.py",
                "--port",
                str(server.port),
            ],
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        if done.returncode != 0:
            raise Failed(done.stdout + done.stderr)
