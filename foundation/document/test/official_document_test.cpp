#include "document/official_document.hpp"

#include <algorithm>

#include "document/archive.hpp"
#include "document/limits.hpp"
#include "document/printing.hpp"
#include "document/word_markup.hpp"
#include "official_document_sample.hpp"
#include "reading.hpp"

namespace caicach::document::testing
{

namespace
{

std::string part_of(const OfficialDocument& document, const std::string& name)
{
    const auto bytes = MUST(write_docx(document));
    const auto archive = MUST(Archive::open(bytes));
    return MUST(archive.part(name));
}
bool has(std::string_view text, std::string_view piece)
{
    return text.find(piece) != std::string_view::npos;
}
std::size_t count(std::string_view text, std::string_view piece)
{
    std::size_t found = 0;
    for (auto at = text.find(piece); at != std::string_view::npos; at = text.find(piece, at + 1))
        ++found;
    return found;
}

}  // namespace

TEST_CASE("a report reads as Nghị định 30/2020/NĐ-CP orders its parts")
{
    const auto lines = lines_of(MUST(write_docx(sample_report())));
    CHECK(lines[0] == "UBND TỈNH SÔNG LAM");
    CHECK(lines[1] == "SỞ NỘI VỤ");
    CHECK(lines[2] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    CHECK(lines[3] == "Độc lập - Tự do - Hạnh phúc");
    CHECK(lines[4] == "Số: 05/BC-SNV");
    CHECK(lines[5] == "Sông Lam, ngày 05 tháng 01 năm 2026");
    CHECK(lines[6] == "BÁO CÁO");
    CHECK(lines[7] == "Kết quả cải cách hành chính quý IV năm 2025");
    const auto at = [&](std::string_view line) {
        return std::ranges::find(lines, line) - lines.begin();
    };
    const auto end = static_cast<std::ptrdiff_t>(lines.size());
    CHECK(at("- Ủy ban nhân dân tỉnh;") < at("- Bộ Nội vụ."));
    CHECK(at("Các cơ quan chậm\tSố việc") < end);
    CHECK(at("Trên đây là báo cáo của Sở Nội vụ./.") < at("Nơi nhận:"));
    CHECK(at("- Như trên;") < at("- Lưu: VT."));
    CHECK(at("KT. GIÁM ĐỐC") < at("PHÓ GIÁM ĐỐC"));
    CHECK(at("PHÓ GIÁM ĐỐC") < at("Lê Văn Tám"));
    CHECK(at("Lê Văn Tám") < at("Phụ lục I"));
    CHECK(at("Phụ lục I") < at("DANH MỤC VIỆC CHẬM"));
    CHECK(at("Phụ lục II") < end);
}

TEST_CASE("a letter has its subject below the number, and no kind")
{
    auto letter = sample_report();
    letter.kind.clear();
    letter.number = "/SNV";
    letter.date.reset();
    letter.addressees = {"Bà Lò Thị Mận"};
    letter.subject = "trả lời yêu cầu về dữ liệu cá nhân";
    const auto lines = lines_of(MUST(write_docx(letter)));
    const auto has_line = [&](std::string_view line) {
        return std::ranges::find(lines, line) != lines.end();
    };
    CHECK(has_line("V/v trả lời yêu cầu về dữ liệu cá nhân"));
    CHECK(has_line("Kính gửi: Bà Lò Thị Mận"));
    CHECK(std::ranges::any_of(lines, [](const auto& line) { return has(line, "tháng"); }));
    CHECK_FALSE(has_line("BÁO CÁO"));
    CHECK_FALSE(has_line("trả lời yêu cầu về dữ liệu cá nhân"));
}

TEST_CASE("the page is A4 with the decree's margins, numbers begin on page 2, annexes anew")
{
    const auto text = part_of(sample_report(), "word/document.xml");
    // 20–25 mm above and below, 30–35 mm left, 15–20 mm right, in twentieths of a point.
    CHECK(has(text, R"(<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850")"
                    R"( w:bottom="1134" w:left="1701")"));
    CHECK(has(text, R"(<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>)"));
    CHECK(count(text, "<w:titlePg/>") == 3);
    CHECK(count(text, R"(<w:pgNumType w:start="1"/>)") == 3);
    CHECK(count(text, "<w:tblHeader/>") == 2);
    CHECK(has(part_of(sample_report(), "word/header1.xml"), R"(w:instr=" PAGE ")"));
    CHECK(has(part_of(sample_report(), "word/styles.xml"), "Times New Roman"));
}

TEST_CASE("how urgent it is, whom it may reach and who wrote it stand where they belong")
{
    auto report = sample_report();
    report.urgency = OfficialUrgency::very_urgent;
    report.circulation = OfficialCirculation::to_be_returned;
    report.drafter = "lvt";
    report.copies = 15;
    const auto lines = lines_of(MUST(write_docx(report)));
    const auto at = [&](std::string_view line) {
        return std::ranges::find(lines, line) - lines.begin();
    };
    CHECK(at("Số: 05/BC-SNV") < at("THƯỢNG KHẨN"));
    CHECK(at("THƯỢNG KHẨN") < at("XEM XONG TRẢ LẠI"));
    CHECK(at("XEM XONG TRẢ LẠI") < at("BÁO CÁO"));
    CHECK(at("- Lưu: VT.") < at("LVT.(15)"));
    CHECK(at("LVT.(15)") < at("KT. GIÁM ĐỐC"));
    const auto text = part_of(report, "word/document.xml");
    CHECK(count(text, R"(<w:color w:val="FF0000"/>)") == 2);
    // 8 mm high, 40 mm of the 67 mm of its column wide.
    CHECK(has(text, R"(w:line="454" w:lineRule="exact"/><w:ind w:left="765" w:right="765"/>)"));
}

TEST_CASE("a table that ends the body stays with the signature, as a sentence does")
{
    auto report = sample_report();
    // The kind, two lines of the signature, the last sentence.
    CHECK(count(part_of(report, "word/document.xml"), "<w:keepNext/>") == 4);
    report.body.resize(5);  // up to the table, whose last row has two cells and room below
    CHECK(count(part_of(report, "word/document.xml"), "<w:keepNext/>") == 6);
}

TEST_CASE("a body lies on its side where it holds a table, else it is refused")
{
    auto report = sample_report();
    report.is_landscape = true;
    report.annexes.clear();
    CHECK(has(part_of(report, "word/document.xml"), R"(w:orient="landscape")"));
    std::erase_if(report.body,
                  [](const auto& block) { return std::holds_alternative<OfficialTable>(block); });
    const auto refused = write_docx(report);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().key == "document.landscape");
}

TEST_CASE("the same document gives the same bytes")
{
    CHECK(MUST(write_docx(sample_report())) == MUST(write_docx(sample_report())));
}

TEST_CASE("nothing that stands in a text can break the file")
{
    auto document = sample_report();
    const std::string hostile = "a <w:p> & \"b\" \x01\x0B \xEF\xBF\xBF \xFF ]]> \xC2\x85 c";
    document.subject = hostile;
    document.issuer = hostile;
    document.signature.name = hostile;
    document.annexes.front().title = hostile;
    document.body = {official_paragraph(hostile + "\n" + hostile)};
    const auto lines = lines_of(MUST(write_docx(document)));
    CHECK(
        std::ranges::any_of(lines, [](const auto& line) { return has(line, "a <w:p> & \"b\""); }));
    CHECK(xml_text("\xEF\xBF\xBE<\x02") == "&lt;");
}

TEST_CASE("an empty document is one: room for everything")
{
    const auto lines = lines_of(MUST(write_docx({})));
    CHECK(lines[0] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
}

TEST_CASE("a document beyond the limits is refused, at the limit it is written")
{
    OfficialDocument document;
    OfficialTable table{.columns = {{.title = "a"}}};
    table.rows.resize(limits::official_pieces_max - 2, {.cells = {"1"}});
    document.body = {table};
    CHECK(write_docx(document));
    table.rows.resize(limits::official_pieces_max + 1, {.cells = {"1"}});
    document.body = {table};
    CHECK(write_docx(document).error().key == "document.limit.official");
    document.body = {official_paragraph(std::string(limits::official_text_bytes_max + 1, 'a'))};
    CHECK(write_docx(document).error().key == "document.limit.official");
}

TEST_CASE("LibreOffice opens it and prints what was written")
{
    const auto text = printed_words(MUST(write_docx(sample_report())));
    if (!text) {
        MESSAGE("soffice is not installed: nothing was printed");
        return;
    }
    for (const auto* words :
         {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 05/BC-SNV", "ngày 05 tháng 01 năm 2026",
          "BÁO CÁO", "Nơi nhận:", "KT. GIÁM ĐỐC", "Lê Văn Tám", "Phụ lục II", "Việc số 80"})
        CHECK_MESSAGE(has(*text, words), words);
    const auto pages = std::count(text->begin(), text->end(), '\f');
    CHECK(pages >= 4);
    // The long table goes on over pages, each with its titles.
    CHECK(count(*text, "Hạn xử lý") >= 2);
}

}  // namespace caicach::document::testing
