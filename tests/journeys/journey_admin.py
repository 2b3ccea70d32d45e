"""The operator's listener: alive, ready, healthy, measured; and only there."""
import re

from house import check, equal

ON_POSTGRES = True
SAMPLE_LINE = re.compile(
    r'^[a-zA-Z_:][a-zA-Z0-9_:]*(\{([a-zA-Z_]+="[^"]*",?)*\})? [-+0-9.eE]+(Inf|NaN)?$'
)


def journey(house):
    with house.serve(house.sample()) as server:
        server.browser().get("/ke-hoach")
        admin = server.admin()
        for path in ("/livez", "/readyz"):
            equal((admin.get(path).status, admin.get(path).text), (200, "ok\n"), path)
        equal(admin.get("/healthz").json(), {"ok": True}, "/healthz")
        checks = admin.get("/healthz?verbose").json()["checks"]
        equal(
            {name: checks[name] for name in ("database", "disk", "jobs", "files")},
            {"database": "ok", "disk": "ok", "jobs": "ok", "files": "ok"},
            "/healthz?verbose",
        )
        measures(admin)
        equal(admin.get("/ke-hoach").status, 404, "a page on the operator's port")
        for path in ("/livez", "/readyz", "/healthz", "/metrics"):
            equal(server.browser().get(path).status, 404, f"{path} on the pages' port")


def measures(admin):
    answer = admin.get("/metrics")
    equal(
        answer.headers["Content-Type"],
        "text/plain; version=0.0.4; charset=utf-8",
        "the type of /metrics",
    )
    typed = set()
    for line in answer.text.rstrip("\n").split("\n"):
        if line.startswith("#"):
            words = line.split(" ")
            check(words[1] in ("HELP", "TYPE"), f"a comment of Prometheus: {line}")
            typed.add(words[2])
            continue
        check(SAMPLE_LINE.match(line), f"a line of Prometheus: {line}")
        name = re.match(r"[a-zA-Z0-9_:]+", line)[0]
        check(
            name in typed or re.sub(r"_(bucket|sum|count)$", "", name) in typed,
            f"{name} has a type",
        )
    check('route="/ke-hoach"' in answer.text, "requests are counted by route")
