"""A text PDF of a hundred pages in the manner of the genre, made once by LibreOffice."""
import subprocess

from processes import WORK

PAGES = 100
WORK_OF_AGENCY = [
    "Rà soát, cập nhật danh mục thủ tục hành chính và niêm yết công khai tại nơi tiếp nhận hồ sơ",
    "Đăng tải tin, bài về kết quả cải cách hành chính trên trang thông tin của cơ quan",
    "Tổ chức đối thoại với người dân và doanh nghiệp về khó khăn khi làm thủ tục",
    "Tập huấn kỹ năng hướng dẫn nộp hồ sơ trực tuyến cho công chức bộ phận một cửa",
    "Kiểm tra việc thực hiện kỷ luật, kỷ cương hành chính tại các đơn vị trực thuộc",
]
AGENCIES = ["Sở Nội vụ", "Sở Tài chính", "Sở Tư pháp", "Sở Y tế", "Văn phòng Ủy ban nhân dân tỉnh"]
TIMES = ["Quý I", "Quý II", "Trước ngày 30/9/2026", "Thường xuyên trong năm", "Tháng 11/2026"]
HEAD = [
    "ỦY BAN NHÂN DÂN",
    "TỈNH SÔNG MẪU",
    "Số: 01/KH-UBND",
    "Sông Mẫu, ngày 05 tháng 01 năm 2026",
    "KẾ HOẠCH",
    "Cải cách hành chính tỉnh Sông Mẫu năm 2026",
    "I. NHIỆM VỤ CỤ THỂ",
]
DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:style style:name="B" style:family="paragraph">
<style:paragraph-properties fo:break-before="page"/></style:style>
</office:automatic-styles>
<office:body><office:text>{}</office:text></office:body></office:document>
"""
ITEMS_A_PAGE = 6


def lines_of_page(page):
    for index in range(ITEMS_A_PAGE):
        number = page * ITEMS_A_PAGE + index
        yield f"{number + 1}. {WORK_OF_AGENCY[number % 5]}, đợt {number + 1}."
        yield f"a) Nội dung: {WORK_OF_AGENCY[(number + 2) % 5].lower()}, gắn với nhiệm vụ năm."
        yield f"- Cơ quan chủ trì: {AGENCIES[number % 5]}."
        yield f"- Cơ quan phối hợp: {AGENCIES[(number + 1) % 5]}; các cơ quan, đơn vị liên quan."
        yield f"- Thời gian thực hiện: {TIMES[number % 5]}."


def hundred_pages():
    """The path of the PDF; its pages are counted, since the measure is about a hundred."""
    pdf = WORK / "hundred.pdf"
    if not pdf.exists():
        WORK.mkdir(parents=True, exist_ok=True)
        paragraphs = []
        for page in range(PAGES):
            lines = (HEAD if page == 0 else []) + list(lines_of_page(page))
            for index, line in enumerate(lines):
                style = ' text:style-name="B"' if page > 0 and index == 0 else ""
                paragraphs.append(f"<text:p{style}>{line}</text:p>")
        source = WORK / "hundred.fodt"
        source.write_text(DOCUMENT.format("\n".join(paragraphs)), encoding="utf-8")
        profile = f"-env:UserInstallation=file://{WORK}/office"
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", WORK, source],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    said = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    pages = int(next(line for line in said.splitlines() if line.startswith("Pages:")).split()[1])
    if pages != PAGES:
        raise RuntimeError(f"{pdf} has {pages} pages instead of {PAGES}")
    return pdf
