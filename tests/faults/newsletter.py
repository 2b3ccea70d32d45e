"""An issue of a newsletter, with so many readers, up to the moment when it goes out."""
import contextlib
import pathlib
import sqlite3

QUIET_HOURS = (  # none: a fault is tried at any hour
    "channel;valid_from;valid_to;same_per_hour;any_per_hour;quiet_from;quiet_until;source\n"
    "email;2020-10-01;;20;100;0;0;thử\n"
    "sms;2020-10-01;;5;20;0;0;thử\n"
    "zalo;2020-10-01;;5;20;0;0;thử\n"
    "in_app;2020-10-01;;0;0;0;0;thử\n"
)
# Those who confirmed a while ago, as the program leaves them.
READERS = (
    "WITH RECURSIVE reader(place) AS (SELECT 1 UNION ALL SELECT place + 1 FROM reader"
    " WHERE place < {count}) INSERT INTO channel_subscriber (id, agency_id, address, state,"
    " wording, asked_at, letters, letter_at, confirmed_at) SELECT place, issue.agency_id,"
    " 'ban-doc-' || place || '@songlam.example', 'confirmed', 1, {at}, 1, {at}, {at}"
    " FROM reader, channel_issue issue"
)


def sends_at_night(data):
    folder = pathlib.Path(data, "reference")
    folder.mkdir(exist_ok=True)
    (folder / "message_limits.csv").write_text(QUIET_HOURS, "utf-8")


def has_readers(house, data, count):
    """The agency of the only issue has so many."""
    moment = "'2020-01-01T00:00:00.000000Z'"
    statement = READERS.format(count=count, at=moment)
    if house is not None and house.database:
        house.rows(data, statement)
        return
    with contextlib.closing(sqlite3.connect(pathlib.Path(data, "caicach.db"), timeout=60)) as base:
        base.execute(statement)
        base.commit()


def press(person, path, below, **fields):
    action = f"{path}/{below}"
    form = person.get(path).form(action)
    answer = person.post(action, {**form, **fields})
    if answer.status != 303:
        raise RuntimeError(f"{action} was answered {answer.status}: {answer.text}")
    return answer


def wait_for_approval(officer, board):
    """Writes and publishes an article, puts it into an issue; gives the path of that."""
    fields = officer.get("/toa-soan/moi").form("/toa-soan")
    fields.update(
        section="result",
        audience="everyone",
        language="vi",
        title="Một cửa trả kết quả sáng thứ Bảy",
        summary="Người dân không phải nghỉ làm.",
        body="Từ tháng này, mọi xã trả kết quả vào sáng thứ Bảy.",
    )
    article = officer.post("/toa-soan", fields).location
    press(officer, article, "gui")
    press(board, article, "duyet")
    form = officer.get("/soan-ban-tin").form("/soan-ban-tin")
    issue = officer.post("/soan-ban-tin", {**form, "title": "Bản tin cải cách"}).location
    press(officer, issue, "bai")
    press(officer, issue, "gui")
    return issue
