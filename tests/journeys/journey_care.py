"""Configuration, checks, migrations and the doctor."""
import json
import pathlib

from house import check, equal

ON_POSTGRES = True


def journey(house):
    configures(house)
    data = house.sample()
    checks(house, data)
    migrates(house, data)
    doctors(house, data)


def configures(house):
    folder = pathlib.Path(house.fresh())
    folder.mkdir()
    file = folder / "sai.toml"
    file.write_text("[server]\nport = 99999\nkhong_co = 1\nqueue = 0\n", encoding="utf-8")
    done = house.must("config", "check", "--config", file, code=78)
    for key in ("server.port", "server.khong_co", "server.queue"):
        check(key in done.stderr, f"every fault is told at once, {key} too: {done.stderr}")
    check(str(file) in done.stderr, "a fault names its origin")
    file.write_text("[server]\nport = 9000\nidle_seconds = 7\n", encoding="utf-8")
    house.must("config", "check", "--config", file)
    done = house.must(
        "config",
        "show",
        "--config",
        file,
        "--set",
        "log.level=error",
        "--json",
        environment={"CAICACH_SERVER__IDLE_SECONDS": "8"},
    )
    shown = json.loads(done.stdout)
    equal(shown["server.port"]["value"], "9000", "a value of the file")
    check(str(file) in shown["server.port"]["origin"], "the file is named")
    equal(shown["server.idle_seconds"]["value"], "8", "the environment wins over the file")
    check(
        "CAICACH_SERVER__IDLE_SECONDS" in shown["server.idle_seconds"]["origin"],
        "the variable is named",
    )
    equal(shown["log.level"]["value"], "error", "an option wins over all")
    check(
        shown["server.queue"]["origin"] != shown["server.port"]["origin"],
        "a default is told as one",
    )
    house.must("config", "check", "--set", "log.level=laut", code=78)
    done = house.must("config", "check", code=78, environment={"CAICACH_SERVER__PORT": "x"})
    check("CAICACH_SERVER__PORT" in done.stderr, "a wrong variable is named")


def checks(house, data):
    settings = house.settings(data)
    done = house.must("check", "--data", data, *settings, "--json")
    findings = json.loads(done.stdout)
    check(
        len(findings) > 2 and all(finding["ok"] for finding in findings),
        "the sample agrees with itself",
    )
    lines = house.must("check", "--data", data, *settings).stdout.strip().split("\n")
    check(
        len(lines) == len(findings) and all(line.startswith("OK") for line in lines),
        "one line a check",
    )
    house.must("check", findings[0]["name"], "--data", data, *settings)
    figures = json.loads(house.must("check", "figures", "--data", data, *settings, "--json").stdout)
    asked = {finding["name"] for finding in figures}
    check({"evidence.figures", "obligation.sums", "obligation.tally"} <= asked, f"sums: {asked}")
    check("audit.chain" not in asked, "the chain is no sum")
    mended = house.must("check", "figures", "--repair", "--data", data, *settings, "--json")
    check(json.loads(mended.stdout) == figures, "sums that agree are made anew as they were")
    house.must("check", "--repair", "--data", data, *settings, code=64)
    house.must("check", "khong-co", "--data", data, *settings, code=64)


def migrates(house, data):
    settings = house.settings(data)
    for more in ([], ["--dry-run"]):
        equal(
            json.loads(
                house.must("migrate", "--data", data, *settings, "--json", *more).stdout
            ).get("to_apply" if more else "applied"),
            [],
            "nothing to migrate",
        )
    if house.database:
        return
    fresh = house.fresh()
    pending = json.loads(house.must("migrate", "--data", fresh, "--dry-run", "--json").stdout)[
        "to_apply"
    ]
    check(pending, "a fresh folder needs its schema")
    applied = json.loads(house.must("migrate", "--data", fresh, "--json").stdout)["applied"]
    equal(applied, pending, "what a dry run told is what is done")
    equal(
        json.loads(house.must("migrate", "--data", fresh, "--json").stdout)["applied"], [], "once"
    )


def doctors(house, data):
    findings = json.loads(
        house.must("doctor", "--data", data, *house.settings(data), "--json").stdout
    )
    names = {finding["name"] for finding in findings}
    check(
        {"pdftotext", "tesseract", "fonts", "database", "configuration"} <= names,
        f"the doctor looks at {names}",
    )
