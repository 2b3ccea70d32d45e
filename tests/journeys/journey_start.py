"""Starting: soon, alone on a port, and never over somebody's data."""
import os
import pathlib

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
    demo_refuses(house)


def demo_refuses(house):
    folder = pathlib.Path(house.fresh())
    folder.mkdir()
    (folder / "thu.txt").write_text("của tôi", encoding="utf-8")
    done = house.must("demo", "--data", folder, code=73)
    check(str(folder) in done.stderr, "the folder is named")
    equal(os.listdir(folder), ["thu.txt"], "nothing was added")
