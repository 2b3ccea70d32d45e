"""PostgreSQL is killed under load and comes back: nobody need start the program anew."""
import random
import threading
import time
from concurrent import futures

import stored
from cluster import FOR_KILLS, cluster, house_on
from promises import Promises
from working import WITHOUT_LIMITS, Officer, works_again

ON_POSTGRES = False  # it brings its own
ROUNDS, ROUNDS_OF_FULL = 4, 40
WRITERS = 3
LATEST_SECONDS = 0.8  # after the writers began
AWAY_SECONDS = 0.5
PAUSE_SECONDS = 0.05  # of somebody who was refused


def fault(house, is_full):
    chance = random.Random(20_261_122)
    promises = Promises()
    with cluster(FOR_KILLS) as server:
        server.start()
        with house_on(server, house) as own:
            data = own.sample()
            with own.serve(data, *WITHOUT_LIMITS) as caicach:
                officer = Officer(caicach)
                for number in range(ROUNDS_OF_FULL if is_full else ROUNDS):
                    harm = falls if number % 2 == 0 else loses_a_session
                    endures(officer, number, promises, server, harm, chance)
            stored.is_whole(own, data)
            stored.has_no_damage(own, data)
            promises.are_kept(own, data)
    return str(promises)


def falls(server):
    server.kill()
    time.sleep(AWAY_SECONDS)
    server.start()


def loses_a_session(server):
    server.kill_one_session()
    server.start()  # waits until it takes connections


def endures(officer, number, promises, server, harm, chance):
    is_over = threading.Event()
    with futures.ThreadPoolExecutor() as crowd:
        work = [
            crowd.submit(reports, officer, f"{number}-{place}", promises, is_over)
            for place in range(WRITERS)
        ]
        try:
            time.sleep(chance.uniform(0, LATEST_SECONDS))
            harm(server)
            works_again(officer, f"Kết quả ngay sau lần {number}", promises)
        finally:
            is_over.set()
    for writer in work:
        writer.result()


def reports(officer, name, promises, is_over):
    for number in range(100_000):
        if is_over.is_set():
            return
        title = f"Kết quả {name}-{number}"
        if not promises.take(title, officer.report(title, number)):
            time.sleep(PAUSE_SECONDS)
