"""What the documents for operators and officials say of the program is so."""
import json
import re

from house import ROOT, check, equal

OPERATE, GUIDE = ROOT / "docs" / "operate", ROOT / "docs" / "guide"
SETTING = re.compile(r"^\| `(\w+\.\w+)` \|(?: `(.*?)`)? \|.*?\| `(CAICACH_\w+)` \|", re.M)
SHOWN = (ROOT / "modules", ROOT / "web" / "components", ROOT / "web" / "scripts")


def journey(house):
    settings(house)
    findings(house)
    metrics(house)
    names_on_pages()


def settings(house):
    """Each setting stands in configuration.md with its default and its name in the environment."""
    shown = json.loads(house.must("config", "show", "--data", house.fresh(), "--json").stdout)
    told = {key: rest for key, *rest in SETTING.findall(read(OPERATE / "configuration.md"))}
    equal(sorted(told), sorted(shown), "the settings of docs/operate/configuration.md")
    for key, (fallback, variable) in told.items():
        equal(fallback, shown[key]["value"], f"the default of {key} in configuration.md")
        equal(variable, f"CAICACH_{key.replace('.', '__').upper()}", f"the variable of {key}")


def findings(house):
    """Whatever `doctor` or `check` may complain of is explained."""
    text, data = read(OPERATE / "troubleshooting.md"), house.sample()
    for command in ("doctor", "check"):
        done = house.must(command, "--data", data, *house.settings(data), "--json")
        for finding in json.loads(done.stdout):
            check(f"`{finding['name']}`" in text, f"troubleshooting.md tells of {finding['name']}")


def metrics(house):
    text = read(OPERATE / "monitoring.md")
    with house.serve(house.sample()) as server:
        server.browser().get("/ke-hoach")
        names = re.findall(r"^# TYPE (\w+)", server.admin().get("/metrics").text, re.M)
    check(names, "there are metrics")
    equal(sorted(set(re.findall(r"`(caicach_\w+)`", text))), sorted(names), "metrics told of")


def names_on_pages():
    """In the guide bold words are what stands on a page: a button, a tab, a field."""
    pages = "".join(
        re.sub(r'"\s*\n\s*"', "", read(path))
        for folder in SHOWN
        for path in sorted([*folder.rglob("*.cpp"), *folder.rglob("*.ts")])
        if "test" not in path.parts
    )
    for path in sorted(GUIDE.glob("*.md")):
        for name in re.findall(r"\*\*(.+?)\*\*", read(path), re.S):
            name = " ".join(name.split())
            check(name in pages, f"{path.name} names “{name}”, which stands on no page")


def read(path):
    return path.read_text(encoding="utf-8")
