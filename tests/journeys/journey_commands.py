"""The command line: help, wrong use, reading plans of every kind."""
import json
import os
import pathlib

from house import SAMPLE_FILES, check, equal

COMMANDS = (
    [],
    ["serve"],
    ["work"],
    ["migrate"],
    ["demo"],
    ["check"],
    ["doctor"],
    ["routes"],
    ["config"],
    ["config", "check"],
    ["config", "show"],
    ["agency"],
    ["agency", "import"],
    ["plan"],
    ["plan", "read"],
    ["plan", "import"],
)


def journey(house):
    helps(house)
    refuses(house)
    reads(house)
    says_what_it_saw(house)
    refuses_files(house)
    imports(house)


def helps(house):
    for command in COMMANDS:
        done = house.must(*command, "--help")
        check("Usage" in done.stdout or "usage" in done.stdout, f"{command} --help teaches")
    check(house.must("--version").stdout.strip(), "--version")


def refuses(house):
    for wrong in (
        [],
        ["--khong-co"],
        ["khong-co"],
        ["plan"],
        ["plan", "read"],
        ["serve", "--port"],
        ["plan", "read", "x", "--stage", "khong-co"],
    ):
        done = house.must(*wrong, code=64)
        check(done.stderr or done.stdout, f"{wrong} says what is wrong")


def reads(house):
    titles = {}
    for kind in ("docx", "odt", "pdf", "md"):
        done = house.must("plan", "read", SAMPLE_FILES / f"plan_2026.{kind}")
        plan = json.loads(done.stdout)
        titles[kind] = [item["title"] for item in plan["items"]]
        check(len(titles[kind]) > 5, f"{kind} has items")
    equal(titles["odt"], titles["docx"], "items of the odt and of the docx")
    text = json.loads(house.must("plan", "read", SAMPLE_FILES / "reform_plan_2026.txt").stdout)
    check(text["items"], "txt has items")
    for stage in ("text", "clean", "outline", "classified", "fields"):
        done = house.must("plan", "read", SAMPLE_FILES / "plan_2026.docx", "--stage", stage)
        check(done.stdout.count("\n") > 10, f"--stage {stage}")


def says_what_it_saw(house):
    """Letters of an old encoding are read, and the encoding is named."""
    folder = pathlib.Path(house.fresh())
    folder.mkdir()
    old = {
        "TCVN3": "Uû ban nh©n d©n tØnh giao Së Néi vô chñ tr×, phèi hîp c¸c c¬ quan, ®¬n vÞ\n",
        "VNI": "Uûy ban nhaân daân tænh giao Sôû Noäi vuï chuû trì, phoái hôïp caùc cô quan\n",
    }
    for name, text in old.items():
        file = folder / f"{name}.txt"
        file.write_bytes(5 * text.encode("latin-1"))
        done = house.must("plan", "read", file)
        check(name in done.stderr, f"the encoding {name} is named: {done.stderr}")
        text = house.must("plan", "read", file, "--stage", "text").stdout
        check("Sở Nội vụ chủ trì" in text, f"{name} is read: {text}")


def refuses_files(house):
    folder = pathlib.Path(house.fresh())
    folder.mkdir()
    house.must("plan", "read", folder / "khong-co.docx", code=66)
    wrong = {
        "rong.docx": b"",
        "doi-ten.docx": b"%PDF-1.7\nx",
        "cut.docx": b"PK\x03\x04" + b"\0" * 40,
        "encrypted.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000,
        "x.bin": os.urandom(3000),
        "hong.pdf": b"%PDF-1.7\n" + b"x" * 3000,
    }
    for name, content in wrong.items():
        (folder / name).write_bytes(content)
        done = house.must("plan", "read", folder / name, code=65)
        check(
            done.stderr.startswith("caicach: ") and "Hãy" in done.stderr,
            f"{name}: says in Vietnamese what to do: {done.stderr}",
        )
        check(
            "document." not in done.stderr and done.stdout == "",
            f"{name}: words, not keys: {done.stderr}",
        )


def imports(house):
    data = house.sample()
    done = house.must("plan", "import", SAMPLE_FILES / "plan_2026.odt", "--data", data, "--json")
    draft = json.loads(done.stdout)
    check(draft["code"] and draft["title"], "a draft has a code and a title")
    # The sample province was filled with the same plan.
    check(any("đã có trong hệ thống" in note for note in draft["notes"]), "known elsewhere")
    again = house.must("plan", "import", SAMPLE_FILES / "plan_2026.odt", "--data", data)
    check("đã có trong hệ thống" in again.stderr, "known elsewhere, in words")
    house.must(
        "plan",
        "import",
        SAMPLE_FILES / "plan_2026.odt",
        "--data",
        data,
        "--coordinator",
        "KHONG",
        code=66,
    )
    house.check_data(data)
