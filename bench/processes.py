"""Processes as the bench sees them: CPU, memory, children, servers that end with their block."""
import contextlib
import os
import pathlib
import signal
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
CAICACH = ROOT / "build/release/caicach"
WORK = ROOT / "build/bench"
TICKS = os.sysconf("SC_CLK_TCK")
READY_SECONDS_MAX = 20


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def family_of(pid):
    """The process and its children's children."""
    parents = {}
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            parents.setdefault(int(fields[1]), []).append(int(folder.name))
    family = [pid]
    for member in family:
        family.extend(parents.get(member, []))
    return family


def cpu_seconds(pid):
    """User and system time of the process and its living children."""
    ticks = 0
    for member in family_of(pid):
        with contextlib.suppress(OSError):
            fields = pathlib.Path(f"/proc/{member}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
    return ticks / TICKS


def anonymous_megabytes(pid):
    for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Anonymous:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("smaps_rollup without Anonymous")


def fetch(address):
    with urllib.request.urlopen(address, timeout=5) as answer:
        return answer.read()


def wait_until_ready(process, address):
    """Seconds until the address answers 200."""
    started = time.monotonic()
    while time.monotonic() - started < READY_SECONDS_MAX:
        if process.poll() is not None:
            raise RuntimeError(f"{process.args[0]} ended with {process.returncode}")
        with contextlib.suppress(urllib.error.URLError, OSError):
            fetch(address)
            return time.monotonic() - started
        time.sleep(0.002)
    raise RuntimeError(f"{address} did not answer within {READY_SECONDS_MAX} s")


def stop(process):
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(timeout=30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def sample_data():
    """A data folder with the sample province, made again when the program is newer."""
    data = WORK / "data"
    stamp = WORK / "data.made"
    if not stamp.exists() or stamp.stat().st_mtime < CAICACH.stat().st_mtime:
        subprocess.run(["rm", "-rf", str(data)], check=True)
        subprocess.run([CAICACH, "demo", "--data", data], check=True, stdout=subprocess.DEVNULL)
        stamp.touch()
    return data


def large_directory(agencies=5_000):
    """The sample province with as many agencies as a large one, imported as its office would."""
    data = WORK / "directory"
    subprocess.run(["rm", "-rf", str(data)], check=True)
    subprocess.run([CAICACH, "demo", "--data", data], check=True, stdout=subprocess.DEVNULL)
    rows = ["Mã;Tên;Loại;Mã cấp trên"]
    communes = agencies // 50
    for number in range(communes):
        rows.append(f"XL{number};Ủy ban nhân dân xã số {number};commune_committee;UBND")
    for number in range(agencies - communes):
        above = number % communes
        rows.append(f"DV{number};Đơn vị {number} của xã số {above};commune_unit;XL{above}")
    table = WORK / "agencies.csv"
    table.write_text("\n".join(rows), "utf-8")
    begun = time.monotonic()
    subprocess.run(
        [CAICACH, "agency", "import", table, "--data", data], check=True, stdout=subprocess.DEVNULL
    )
    print(f"import of {agencies} agencies: {time.monotonic() - begun:.1f} s")
    return data


@contextlib.contextmanager
def server(data=None, **settings):
    """The real server on the sample, or on `data`; yields process, address and seconds to ready."""
    port, admin = free_port(), free_port()
    environment = dict(os.environ, CAICACH_SERVER__ADMIN_PORT=str(admin), **settings)
    address = f"http://127.0.0.1:{port}"
    with open(log_of(address), "wb") as log:
        started = time.monotonic()
        process = subprocess.Popen(
            [CAICACH, "serve", "--data", data or sample_data(), "--port", str(port)],
            stdout=log,
            stderr=log,
            env=environment,
        )
        try:
            wait_until_ready(process, f"http://127.0.0.1:{admin}/readyz")
            yield process, address, time.monotonic() - started
        finally:
            stop(process)
            log_of(address).unlink()


def log_of(address):
    """What the server of that address says."""
    return WORK / f"serve-{address.rpartition(':')[2]}.log"


@contextlib.contextmanager
def nginx(name, content):
    """nginx serving the bytes as /NAME; yields process and address. It logs as the server does."""
    folder = WORK / "nginx"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    for path in (WORK, folder, folder / name):
        path.chmod(0o755 if path.is_dir() else 0o644)
    with nginx_site(
        lambda port: f"access_log {folder}/access.log;\n"
        f"server {{ listen 127.0.0.1:{port}; root {folder}; default_type text/html; }}"
    ) as (process, address):
        yield process, f"{address}/{name}"


@contextlib.contextmanager
def nginx_site(site_at):
    """nginx with one worker and the site of `site_at(port)`; yields process and address."""
    port = free_port()
    folder = WORK / "nginx"
    folder.mkdir(parents=True, exist_ok=True)
    configuration = folder / f"{port}.conf"
    configuration.write_text(
        f"daemon off; worker_processes 1; pid {folder}/{port}.pid; error_log {folder}/error.log;\n"
        "events { worker_connections 512; }\n"
        f"http {{ sendfile on; keepalive_requests 100000000;\n"
        f"  client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};\n"
        f"  uwsgi_temp_path {folder}; scgi_temp_path {folder};\n"
        f"{site_at(port)}\n}}\n",
        "utf-8",
    )
    process = subprocess.Popen(
        ["nginx", "-p", folder, "-c", configuration, "-e", "stderr"], stderr=subprocess.DEVNULL
    )
    try:
        wait_until_open(process, port)
        yield process, f"http://127.0.0.1:{port}"
    finally:
        stop(process)
        configuration.unlink()
        (folder / "access.log").unlink(missing_ok=True)


def wait_until_open(process, port):
    end = time.monotonic() + READY_SECONDS_MAX
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"nginx ended with {process.returncode}")
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        time.sleep(0.002)
    raise RuntimeError(f"nginx did not open port {port}")


def run_measured(command):
    """CPU seconds of a command with all its children; its output is thrown away."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command))} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def children_of(command, name):
    """The command lines of the children of that name that a command starts, each seen count."""
    seen = {}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    ended = threading.Event()

    def watch():
        while not ended.is_set():
            for pid in family_of(process.pid)[1:]:
                with contextlib.suppress(OSError):
                    line = pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().decode()
                    words = tuple(line.rstrip("\0").split("\0"))
                    if os.path.basename(words[0]) == name:
                        seen[words] = seen.get(words, 0) + 1

    watcher = threading.Thread(target=watch)
    watcher.start()
    process.wait()
    ended.set()
    watcher.join()
    return seen
