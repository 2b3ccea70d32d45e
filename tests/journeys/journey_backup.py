"""A backup is made while people write, is verified, and becomes a province again elsewhere."""
import contextlib
import hashlib
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import threading
import time

from house import SAMPLE_FILES, check, equal

ON_POSTGRES = True


def journey(house):
    data = house.sample()
    with house.serve(data) as server:
        backup = backs_up_while_written(house, data, server)
        pages = public_pages(server.browser())
    refuses_targets(house, data, backup)
    becomes_a_province(house, data, backup, pages)
    tells_what_is_wrong(house, data, backup)
    survives_its_death(house, data)


def public_pages(browser):
    """Plans as the world sees them: pages, tables, the API."""
    listing = browser.get("/ke-hoach").text
    plan = next(
        link for link in browser.get("/ke-hoach").links("/ke-hoach/") if "?" not in link
    ).partition("#")[0]
    seen = {path: browser.get(path) for path in (plan, plan + "/muc.csv", plan + "/muc.json")}
    check(all(answer.status == 200 for answer in seen.values()), "the sample's plan is public")
    return {"/ke-hoach": listing} | {path: answer.text for path, answer in seen.items()}


def backs_up_while_written(house, data, server):
    browser = server.browser("Điều phối")
    is_over = threading.Event()
    acknowledged = []
    writer = threading.Thread(target=writes, args=(browser, acknowledged, is_over))
    writer.start()
    try:
        await_writes(acknowledged, 3)
        backup = pathlib.Path(house.fresh())
        before = len(acknowledged)
        begun = time.monotonic()
        done = house.must(
            "backup", "create", "--data", data, *house.settings(data), "--to", backup, "--json"
        )
        seconds = time.monotonic() - begun
        during = len(acknowledged) - before
        await_writes(acknowledged, len(acknowledged) + 2)
    finally:
        is_over.set()
        writer.join()
    made = json.loads(done.stdout)
    check(made["ok"] and made["files"] > 2, f"what create tells: {made}")
    check(during > 0, "nobody waited for the backup")
    print(
        f"     backup: {made['files']} files, {made['bytes'] // 1024} KB, {seconds:.2f} s,"
        f" {during} writes meanwhile"
    )
    told = json.loads(house.must("backup", "verify", backup, "--json").stdout)
    equal(told["bytes"], made["bytes"], "what verify counts")
    # Nobody else may read what is in it, and no password is.
    equal(backup.stat().st_mode & 0o077, 0, "who else may enter")
    settings = (backup / "caicach.toml").read_text(encoding="utf-8")
    check("[province]" in settings and "url =" not in settings, f"the settings: {settings}")
    return backup


def await_writes(acknowledged, number):
    end = time.monotonic() + 30
    while len(acknowledged) < number and time.monotonic() < end:
        time.sleep(0.01)
    check(len(acknowledged) >= number, "somebody writes")


def writes(browser, acknowledged, is_over):
    """Other names of an agency and, now and then, a plan with its file."""
    content = (SAMPLE_FILES / "plan_2026.docx").read_bytes()
    token = browser.get("/co-quan/them-moi").csrf()
    while not is_over.is_set():
        number = len(acknowledged)
        if number % 10 == 3:
            answer = browser.upload(
                "/soan-ke-hoach", {"csrf": token}, "file", f"ke-hoach-{number}.docx", content
            )
        else:
            fields = {"csrf": token, "agency": "so-noi-vu", "alias": f"Sở Thử {number}"}
            answer = browser.post("/co-quan/ten-goi-khac", fields)
        equal(answer.status, 303, "a write while the backup is made")
        acknowledged.append(number)


def refuses_targets(house, data, backup):
    arguments = ["backup", "create", "--data", data, *house.settings(data), "--to"]
    done = house.must(*arguments, backup, code=73)
    check(str(backup) in done.stderr, "a target that is there is named")
    inside = pathlib.Path(data, "backup")
    house.must(*arguments, inside, code=73)
    check(not inside.exists(), "nothing is made inside the data folder")
    if not house.database:
        house.must("backup", "create", "--data", house.fresh(), "--to", house.fresh(), code=66)


def restore(house, backup, code=0):
    """Into a folder (and a database) of its own; the folder."""
    data = house.fresh()
    if house.database:
        house.database.create(data)
    done = house.must(
        *["backup", "restore", backup, "--data", data, *house.settings(data), "--json"], code=code
    )
    return data, done


def becomes_a_province(house, data, backup, pages):
    restored, done = restore(house, backup)
    told = json.loads(done.stdout)
    check(told["ok"] and len(told["checks"]) > 2, f"what restore tells: {told}")
    house.check_data(restored)
    with house.serve(restored) as server:
        for path, text in public_pages(server.browser()).items():
            check(text == pages[path], f"{path} is another page after the restore")
        browser = server.browser("Điều phối")
        drafts = browser.get("/soan-ke-hoach")
        equal(drafts.status, 200, "people work on")
        answer = browser.post(
            "/co-quan",
            {
                "csrf": browser.get("/co-quan/them-moi").csrf(),
                "name": "Sở Sau khôi phục",
                "kind": "department",
            },
        )
        equal(answer.status, 303, "a write after the restore")
    done = house.must(
        *["backup", "restore", backup, "--data", restored, *house.settings(restored)], code=73
    )
    check(restored in done.stderr, "a folder with data is never restored into")
    if house.database:
        empty = house.fresh()
        taken = house.must(
            *["backup", "restore", backup, "--data", empty, *house.settings(data)], code=65
        )
        check("createdb" in taken.stderr, "a database with tables is never restored into")
        check(not os.path.exists(empty), "nothing is left of the refused one")


def flip(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def tells_what_is_wrong(house, data, backup):
    """Each fault by its name, and nothing of it is restored."""
    database = "caicach.dump" if house.database else "caicach.db"
    content = next(path for path in sorted(backup.glob("files/*/*")))
    name = str(content.relative_to(backup))

    def one(word, spoil):
        spoiled = pathlib.Path(house.fresh())
        shutil.copytree(backup, spoiled)
        spoil(spoiled)
        done = house.must("backup", "verify", spoiled, "--json", code=65)
        told = json.loads(done.stdout)
        check(not told["ok"] and word in told["fault"], f"{word} is named: {told}")
        nowhere = house.fresh()
        house.must(
            *["backup", "restore", spoiled, "--data", nowhere, *house.settings(data)], code=65
        )
        check(not os.path.exists(nowhere), f"{word}: nothing is restored")

    one(database, lambda folder: flip(folder / database))
    one(database, lambda folder: os.truncate(folder / database, 5000))
    one(name, lambda folder: flip(folder / name))
    one(name, lambda folder: (folder / name).unlink())
    one("files/la", lambda folder: (folder / "files" / "la").write_text("?"))
    one("manifest.json", lambda folder: (folder / "manifest.json").unlink())
    one("manifest.json", lambda folder: os.truncate(folder / "manifest.json", 300))
    one("manifest.json", lambda folder: rewrite(folder, leads_out))
    one(name, lambda folder: becomes_a_link(folder / name))
    if not house.database:
        one("Nhật ký trong bản sao lưu: dòng 5 ", forges)


def rewrite(folder, change):
    path = folder / "manifest.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    change(told)
    path.write_text(json.dumps(told), encoding="utf-8")


def leads_out(told):
    told["files"][0]["path"] = "../" + told["files"][0]["path"]


def forges(folder):
    """A row of the audit is changed past the program, and the manifest made to fit."""
    path = folder / "caicach.db"
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        triggers = database.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit_entry'"
        ).fetchall()
        for (name,) in triggers:
            database.execute(f"DROP TRIGGER {name}")
        database.execute("UPDATE audit_entry SET actor_name = 'Ai đó' WHERE seq = 5")
    content = path.read_bytes()

    def fits(told):
        file = next(file for file in told["files"] if file["path"] == "caicach.db")
        file["bytes"], file["sha256"] = len(content), hashlib.sha256(content).hexdigest()

    rewrite(folder, fits)


def becomes_a_link(path):
    elsewhere = path.with_name("elsewhere")
    path.rename(elsewhere)
    path.symlink_to(elsewhere)


def survives_its_death(house, data):
    """Killed at any moment, it leaves nothing that verifies, and is not in the way of the next."""
    killed = 0
    target = pathlib.Path(house.fresh())
    for step in range(12):
        process = subprocess.Popen(
            [
                house.program,
                *["backup", "create", "--data", data, *house.settings(data), "--to", str(target)],
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(0.02 * (step + 1))
        process.send_signal(signal.SIGKILL)
        process.wait()
        if target.exists():  # it had its name already: then it is whole
            break
        killed += 1
        making = target.with_name(target.name + ".making")
        if making.exists() and not (making / "manifest.json").exists():
            house.must("backup", "verify", making, code=65)
    check(killed > 0, "none was killed in time")
    if not target.exists():
        house.must("backup", "create", "--data", data, *house.settings(data), "--to", target)
    house.must("backup", "verify", target)
    check(not target.with_name(target.name + ".making").exists(), "what lay about is gone")
