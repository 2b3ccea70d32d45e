"""Starting: soon, told to systemd, alone on a port, and never over somebody's data."""
import os
import pathlib
import socket

from house import check, equal

ON_POSTGRES = True


def journey(house):
    data = house.sample()
    with house.serve(data):
        pass
    with house.serve(data) as server:
        check(
            server.seconds_to_start < 2, f"the second start takes {server.seconds_to_start:.2f} s"
        )
        done = house.must(
            "serve",
            "--data",
            data,
            *house.settings(data),
            "--port",
            str(server.port),
            code=69,
            seconds=20,
        )
        check(str(server.port) in done.stderr, f"a port that is taken is named: {done.stderr}")
        check("http." not in done.stderr, f"in words: {done.stderr}")
        equal(server.browser().get("/ke-hoach").status, 200, "the first server goes on")
    tells_systemd(house, data)
    demo_refuses(house)


def tells_systemd(house, data):
    """`Type=notify`: ready once it listens, stopping as soon as SIGTERM has come."""
    path = house.fresh()
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(path)
        manager.settimeout(10)
        with house.serve(data, environment={"NOTIFY_SOCKET": path}) as server:
            equal(manager.recv(100), b"READY=1", "what systemd hears first")
            server.terminate()
            equal(manager.recv(100), b"STOPPING=1", "what systemd hears on SIGTERM")
            equal(server.wait(), 0, "the exit code")


def demo_refuses(house):
    folder = pathlib.Path(house.fresh())
    folder.mkdir()
    (folder / "thu.txt").write_text("của tôi", encoding="utf-8")
    done = house.must("demo", "--data", folder, code=73)
    check(str(folder) in done.stderr, "the folder is named")
    equal(os.listdir(folder), ["thu.txt"], "nothing was added")
