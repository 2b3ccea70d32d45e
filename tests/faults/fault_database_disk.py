"""PostgreSQL's disk is full, or does not sync: a clear refusal, and all works again afterwards."""
import os

import stored
from cluster import cluster, house_on
from failing_disk import WAYS_TO_FAIL, FailingDisk
from fault_disk import sends
from house import check, equal
from promises import Promises
from working import WITHOUT_LIMITS, Officer, works_again

ON_POSTGRES = False  # it brings its own
READ, UNAVAILABLE = 200, 503


def fault(house, _is_full):
    promises = Promises()
    with cluster() as server:
        disk = FailingDisk(server.folder, server.data)
        server.environment = disk.environment
        server.start()
        with house_on(server, house) as own:
            data = own.sample()
            with own.serve(data, *WITHOUT_LIMITS) as caicach:
                officer = Officer(caicach)
                promises.keeps("Kết quả lúc đầu", officer.report("Kết quả lúc đầu"))
                for what in WAYS_TO_FAIL:
                    disk.is_now(what)
                    fails(server, officer, what, promises)
                    disk.is_now("well")
                    server.start()
                    works_again(officer, f"Kết quả ngay sau {what}", promises)
                    sends(officer, f"sau {what}", promises.keeps)
                for title in promises.unknown & officer.sent.keys():
                    promises.keeps(title, officer.again(title))
            stored.is_whole(own, data)
            stored.has_no_damage(own, data)
            promises.are_kept(own, data)
            equal(os.listdir(os.path.join(data, "tmp")), [], "what is left in tmp/")
    return str(promises)


def fails(server, officer, what, promises):
    """First while PostgreSQL stands, then as it has given up (PANIC) and cannot recover."""
    for number in range(3):
        sends(officer, f"khi {what}, lần {number}", promises.refuses)
    check("PANIC" in server.log(), f"PostgreSQL gives up when the disk is {what}")
    for path in ("/viec", officer.tasks[0], "/ke-hoach"):
        answer = officer.browser.get(path)
        check(answer.status in (READ, UNAVAILABLE), f"{path}, disk {what}: {answer.status}")
        if answer.status == UNAVAILABLE:
            check("cơ sở dữ liệu" in answer.text, f"{path} says why")
