"""A disk that is full or does not sync, as failing_disk.c plays it to what it is loaded into."""
import os
import pathlib
import subprocess

SOURCE = pathlib.Path(__file__).with_name("failing_disk.c")
WAYS_TO_FAIL = ("full", "sync")


class FailingDisk:
    """Of all that stands below `struck`; keeps its own two files in `place`."""

    def __init__(self, place, struck):
        self.state = pathlib.Path(place, "disk-state")
        library = pathlib.Path(place, "failing_disk.so")
        compiler = os.environ.get("CC", "cc")
        subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, SOURCE], check=True)
        self.environment = {
            "LD_PRELOAD": str(library),
            "FAULT_STATE": str(self.state),
            "FAULT_FOLDER": str(struck),
        }
        self.is_now("well")

    def is_now(self, what):
        """`full`, `sync` for one that does not, or `well`."""
        self.state.write_text(what, "utf-8")
