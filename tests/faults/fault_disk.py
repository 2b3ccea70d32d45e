"""A full disk, a disk that does not sync: a clear refusal, and all works again afterwards."""
import os
import pathlib
import re
import subprocess

import stored
from house import SAMPLE_FILES, check, equal
from working import WITHOUT_LIMITS, Officer, acknowledged

ON_POSTGRES = False  # its disk is another program's
SOURCE = pathlib.Path(__file__).with_name("failing_disk.c")
UNAVAILABLE = 503


def fault(house, _is_full):
    data = house.sample()
    state = pathlib.Path(house.fresh())
    library = house.fresh() + ".so"
    compiler = os.environ.get("CC", "cc")
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, SOURCE], check=True)
    environment = {"LD_PRELOAD": library, "FAULT_STATE": str(state), "FAULT_FOLDER": data}
    with house.serve(data, *WITHOUT_LIMITS, environment=environment) as server:
        officer = Officer(server)
        acknowledged(officer.report("Kết quả lúc đầu"), "a result while the disk is well")
        for what in ("full", "sync"):
            state.write_text(what, "utf-8")
            refuses(officer, what)
            state.write_text("well", "utf-8")
            acknowledged(officer.report(f"Kết quả sau {what}"), f"a result after {what}")
            acknowledged(send_file(officer, f"Tệp sau {what}"), f"a file after {what}")
    is_right(house, data)


def send_file(officer, title):
    content = (SAMPLE_FILES / "plan_2026.docx").read_bytes()
    return officer.report_file(title, "minh-chung.docx", content)


def refuses(officer, what):
    for answer in (officer.report(f"Kết quả khi {what}"), send_file(officer, f"Tệp khi {what}")):
        equal(answer.status, UNAVAILABLE, f"a change when the disk is {what}")
        said = re.search(r"<main.*</main>", answer.text, re.S)[0]
        check("Ổ đĩa" in said or "hết chỗ" in said, f"the page says why: {said}")
    for path in ("/viec", officer.tasks[0], "/ke-hoach"):
        equal(officer.browser.get(path).status, 200, f"{path} when the disk is {what}")


def is_right(house, data):
    stored.is_whole(house, data)
    stored.has_no_damage(house, data)
    titles = stored.titles(house, data)
    for what in ("full", "sync"):
        check(f"Kết quả sau {what}" in titles, f"what was acknowledged after {what}")
        check(f"Tệp sau {what}" in titles, f"the file that was acknowledged after {what}")
    refused = {title for title in titles if " khi " in title}
    check(not refused, f"refused, and there: {refused}")
    equal(os.listdir(os.path.join(data, "tmp")), [], "what is left in tmp/")
