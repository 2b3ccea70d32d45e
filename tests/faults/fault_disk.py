"""A full disk, a disk that does not sync: a clear refusal, and all works again afterwards."""
import os

import stored
from failing_disk import WAYS_TO_FAIL, FailingDisk
from house import equal
from promises import Promises
from working import WITHOUT_LIMITS, Officer

ON_POSTGRES = False  # its disk is another program's: fault_database_disk.py


def fault(house, _is_full):
    data, promises = house.sample(), Promises()
    disk = FailingDisk(house.folder, data)
    with house.serve(data, *WITHOUT_LIMITS, environment=disk.environment) as server:
        officer = Officer(server)
        promises.keeps("Kết quả lúc đầu", officer.report("Kết quả lúc đầu"))
        for what in WAYS_TO_FAIL:
            disk.is_now(what)
            sends(officer, f"khi {what}", promises.refuses)
            for path in ("/viec", officer.tasks[0], "/ke-hoach"):
                equal(officer.browser.get(path).status, 200, f"{path} when the disk is {what}")
            disk.is_now("well")
            sends(officer, f"sau {what}", promises.keeps)
    stored.is_whole(house, data)
    stored.has_no_damage(house, data)
    promises.are_kept(house, data)
    equal(promises.unknown, set(), "what nobody knows: SQLite is asked by its own process")
    equal(os.listdir(os.path.join(data, "tmp")), [], "what is left in tmp/")


def sends(officer, when, told):
    told(f"Kết quả {when}", officer.report(f"Kết quả {when}"))
    told(f"Tệp {when}", officer.report_file(f"Tệp {when}"))
