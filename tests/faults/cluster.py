"""A PostgreSQL of our own that may be hurt: in a temporary folder, on a Unix socket."""
import contextlib
import glob
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

from house import House, Postgres, check

WAIT_SECONDS = 120
NAME = "caicach"
SETTINGS = ("max_connections=60", "shared_buffers=32MB", "jit=off")
# What only a machine that stops would lose is not written out where only processes are killed.
FOR_KILLS = ("fsync=off",)


class Cluster:
    def __init__(self, settings):
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))
        check(found, "PostgreSQL is installed")
        self.binaries = pathlib.Path(found[0]).parent
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="caicach-cluster-"))
        self.settings = (*SETTINGS, *settings)
        self.environment = {}  # the server's own: what is loaded before it
        self.server = None
        # PostgreSQL refuses to run as root, so root hands it to the user of Debian's package.
        self.as_user = ()
        if os.geteuid() == 0:
            self.as_user = ("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups")
            shutil.chown(self.folder, "postgres", "postgres")
        self.conninfo = f"host={self.folder} user={NAME} dbname=postgres"
        self.database = Postgres(self.conninfo)

    @property
    def data(self):
        return str(self.folder / "data")

    def log(self):
        return (self.folder / "log").read_text("utf-8", "replace")

    def _command(self, name, *arguments):
        return [*self.as_user, str(self.binaries / name), *arguments]

    def make(self):
        arguments = ("--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        subprocess.run(
            self._command("initdb", f"--pgdata={self.data}", f"--username={NAME}", *arguments),
            check=True,
            capture_output=True,
            cwd=self.folder,
        )

    def start(self):
        """As a service manager does: again, where what was killed has not quite gone."""
        end = time.monotonic() + WAIT_SECONDS
        while not self.is_ready():
            if not self.is_running():
                self._launch()
            time.sleep(0.1)
            check(time.monotonic() < end, f"PostgreSQL starts: {self.log()[-2000:]}")

    def _launch(self):
        settings = [part for setting in self.settings for part in ("-c", setting)]
        command = self._command("postgres", "-D", self.data, "-k", str(self.folder), "-h", "")
        with (self.folder / "log").open("ab") as log:
            self.server = subprocess.Popen(
                [*command, *settings],
                stdout=log,
                stderr=log,
                cwd=self.folder,
                env={**os.environ, **self.environment},
            )

    def is_running(self):
        return self.server is not None and self.server.poll() is None

    def is_ready(self):
        asked = self._command("pg_isready", "-q", "-h", str(self.folder), "-U", NAME)
        return self.is_running() and subprocess.run(asked, check=False).returncode == 0

    def kill(self):
        """At once, with nothing written; its children notice by themselves."""
        self.server.kill()
        self.server.wait()

    def kill_one_session(self):
        """As when the kernel is out of memory: PostgreSQL throws out everybody and recovers."""
        asked = "SELECT pid FROM pg_stat_activity WHERE state IS NOT NULL AND pid <> "
        asked += "pg_backend_pid() ORDER BY xact_start DESC NULLS LAST LIMIT 1"
        done = subprocess.run(
            ["psql", "-At", self.conninfo, "-c", asked], capture_output=True, text=True, check=True
        )
        with contextlib.suppress(ProcessLookupError):
            os.kill(int(done.stdout), signal.SIGKILL)

    def close(self):
        if self.is_running():
            self.server.send_signal(signal.SIGINT)  # fast: disconnects everybody
            try:
                self.server.wait(WAIT_SECONDS)
            except subprocess.TimeoutExpired:
                self.server.send_signal(signal.SIGQUIT)
                self.server.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


@contextlib.contextmanager
def cluster(settings=()):
    """A cluster, made and not started; gone when the block ends."""
    made = Cluster(settings)
    try:
        made.make()
        yield made
    finally:
        made.close()


@contextlib.contextmanager
def house_on(server, house):
    """The same program, with its sample province on that cluster."""
    own = House(house.program, server.database)
    try:
        own.make_sample()
        yield own
    finally:
        own.close()
