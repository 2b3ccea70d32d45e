"""Personal data: one request from its filing to its answer, the download, who looked, a deletion.

All by the pages, as the person, the clerk and the person appointed meet them."""
import csv
import io
import json
import pathlib
import re
import statistics
import subprocess
import tempfile
import time
import zipfile

from house import check, equal

ON_POSTGRES = True
OWN = "/tai-khoan/cua-toi/du-lieu"
DESK = "/du-lieu-ca-nhan"
FIRST_VIEW_SECONDS_MAX = 0.5  # with its line in the trail; as a rule some milliseconds


def journey(house):
    data = house.sample()
    with house.serve(data) as server:
        person = server.browser("Cán bộ cơ quan")
        administrator = server.browser("Quản trị")
        reads_the_download(person, "đầu")
        path = files(person, "correction", "Tên tôi có dấu khác")
        is_answered(administrator, path)
        name = reads_the_download(person, "sau")
        equal(name, "Vừ Thị Mỷ", "the name that was put right")
        check("Đã ghi tên đúng" in person.get(OWN).text, "the person reads the answer")
        account = who_looked(server, person, administrator)
        is_printed(administrator, on_paper(administrator))
        is_erased(person, administrator, account)
    house.check_data(data)


def files(person, kind, wish):
    fields = person.get(OWN).form(f"{OWN}/yeu-cau")
    answer = person.post(f"{OWN}/yeu-cau", {**fields, "kind": kind, "wish": wish})
    equal(answer.status, 303, "filing a request")
    page = person.get(OWN).text
    check(wish in page and "Xác nhận chậm nhất ngày" in page, "the request with its days")
    return f"{DESK}/{re.search(r' – ([0-9A-Z]+)</h3>', page)[1]}"


def is_answered(administrator, path):
    check(path in administrator.get(DESK).links(DESK + "/"), "the request lies in the inbox")
    page = administrator.get(path)
    done = administrator.post(f"{path}/xac-nhan", page.form(f"{path}/xac-nhan"))
    equal(done.status, 303, "acknowledging")
    fields = administrator.get(path).form(f"{path}/tra-loi")
    empty = administrator.post(f"{path}/tra-loi", {**fields, "outcome": "done", "answer": "Xong"})
    equal(empty.status, 422, "a correction that corrects nothing")
    fields.update(outcome="done", answer="Đã ghi tên đúng", name="Vừ Thị Mỷ")
    equal(administrator.post(f"{path}/tra-loi", fields).status, 303, "answering")
    equal(administrator.post(f"{path}/tra-loi", fields).status, 409, "answering once more")


def reads_the_download(person, when):
    """The name that it says."""
    answer = person.get(f"{OWN}/tep.zip")
    equal(answer.status, 200, "the download")
    with zipfile.ZipFile(io.BytesIO(answer.body)) as archive:
        equal(archive.testzip(), None, "every part is whole")
        everything = json.loads(archive.read("du-lieu.json"))
        for key, section in everything.items():
            rows = list(csv.reader(io.StringIO(archive.read(f"{key}.csv").decode("utf-8-sig"))))
            equal(len(rows) - 1, len(section["rows"]), f"{key}: CSV and JSON agree ({when})")
        check("doc-truoc.txt" in archive.namelist(), "a page that says what is what")
    check(everything["phien"]["rows"], "the session that asks")
    return everything["tai-khoan"]["rows"][0]["Họ tên"]


def who_looked(server, person, administrator):
    """The path of the person's account, found in the list as an administrator would."""
    page = administrator.get("/tai-khoan?tim=vu+thi+my")
    is_code = re.compile("/tai-khoan/[0-9A-Z]+$").match
    account = next(link for link in page.links("/tai-khoan/") if is_code(link))
    seconds = []
    for _ in range(20):
        begun = time.monotonic()
        equal(administrator.get(account).status, 200, "looking at the account")
        seconds.append(time.monotonic() - begun)
    check(seconds[0] < FIRST_VIEW_SECONDS_MAX, f"the first view, with its line: {seconds[0]:.3f} s")
    check(statistics.median(seconds[1:]) < FIRST_VIEW_SECONDS_MAX / 5, "later views write nothing")
    own = person.get(OWN).text
    equal(own.count("xem tài khoản<"), 1, "twenty views are one look")
    check("thấy trong danh sách tài khoản" in own, "being found in the list is one too")
    overseer = server.browser("Theo dõi")
    trail = overseer.get("/nhat-ky?xem=" + account.rsplit("/", 1)[1])
    check("xem tài khoản" in trail.text, "the trail answers who looked")
    table = overseer.get("/nhat-ky/tep.csv?xem=" + account.rsplit("/", 1)[1]).text
    check("identity.account.read" in table and "corrected" not in table, "its file too, only that")
    return account


def on_paper(administrator):
    fields = administrator.get(f"{DESK}/tiep-nhan").form(DESK)
    fields.update(asker="Giàng A Tủa", contact="bản Háng Đồng", kind="access", wish="Xem dữ liệu")
    late = {**fields, "received_on": "31/12/2099"}
    equal(administrator.post(DESK, late).status, 422, "a day that has not come")
    answer = administrator.post(DESK, fields)
    equal(answer.status, 303, "a request on paper")
    check("Giàng A Tủa" in administrator.get(answer.location).text, "it is kept")
    return answer.location


def is_printed(administrator, path):
    """The answer as a letter, fetched from its page and printed as an office would."""
    letter = f"{path}/tra-loi.docx"
    equal(administrator.get(letter).status, 409, "there is no letter before there is an answer")
    fields = administrator.get(path).form(f"{path}/tra-loi")
    fields.update(outcome="done", answer="Đã gửi bản sao dữ liệu.")
    equal(administrator.post(f"{path}/tra-loi", fields).status, 303, "answering on paper")
    check(letter in administrator.get(path).links(path), "the page offers the letter")
    answer = administrator.get(letter)
    equal(answer.status, 200, "the letter")
    pages = administrator.get(f"{path}/tra-loi.pdf")
    equal(pages.status, 200, "the letter as pages")
    for text in (printed(answer.body), words_of(pages.body)):
        text = " ".join(text.split())
        for words in ("Kính gửi: Ông/Bà Giàng A Tủa", "Đã gửi bản sao dữ liệu.", "Nơi nhận:"):
            check(words in text, f"the printed letter has “{words}”")


def words_of(pdf):
    show = ["pdftotext", "-layout", "-", "-"]
    return subprocess.run(show, input=pdf, check=True, capture_output=True).stdout.decode()


def printed(docx):
    """Its text, after LibreOffice made a PDF of it."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "letter.docx"
        file.write_bytes(docx)
        office = ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless"]
        convert = ["--convert-to", "pdf", "--outdir", folder, str(file)]
        subprocess.run(office + convert, check=True, capture_output=True, timeout=120)
        return words_of(file.with_suffix(".pdf").read_bytes())


def is_erased(person, administrator, account):
    path = files(person, "deletion", "Tôi nghỉ việc")
    fields = administrator.get(path).form(f"{path}/tra-loi")
    fields.update(outcome="done", answer="Đã xóa")
    fields.pop("checked", None)
    equal(administrator.post(f"{path}/tra-loi", fields).status, 422, "a deletion wants certainty")
    equal(person.get(OWN).status, 200, "nothing is gone yet")
    equal(administrator.post(f"{path}/tra-loi", {**fields, "checked": "1"}).status, 303, "erasing")
    equal(person.get(OWN).status, 303, "nobody is signed in any more")
    page = administrator.get(account).text
    check("Người dùng đã xóa" in page and "Vừ Thị Mỷ" not in page, "nobody is behind the account")
