#include "document/official_pdf.hpp"

#include <doctest/doctest.h>

#include <array>
#include <span>
#include <string>
#include <thread>

#include "document/limits.hpp"
#include "document/pdf_pages.hpp"
#include "official_document_sample.hpp"
#include "printed.hpp"

namespace caicach::document::testing
{

namespace
{

/// The 67 small letters of Vietnamese that English has not.
constexpr std::string_view letters =
    "à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ đ è é ẻ ẽ ẹ ê ề ế ể ễ ệ ì í ỉ ĩ ị ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ ơ ờ "
    "ớ ở ỡ ợ ù ú ủ ũ ụ ư ừ ứ ử ữ ự ỳ ý ỷ ỹ ỵ";

bool has(std::string_view text, std::string_view piece)
{
    return text.find(piece) != std::string_view::npos;
}

}  // namespace

TEST_CASE("the same document gives the same pages, byte by byte, whoever writes beside")
{
    const auto bytes = MUST(write_pdf(sample_report()));
    std::array<std::string, 3> others;
    std::array<std::thread, 3> writers;
    for (std::size_t at = 0; at < writers.size(); ++at)
        writers[at] = std::thread{[&, at] { others[at] = MUST(write_pdf(sample_report())); }};
    for (auto& writer : writers) writer.join();
    for (const auto& other : others) CHECK(other == bytes);
    // Điểm b, khoản 5, mục I, phần III: from 1.4 on.
    CHECK(bytes.starts_with("%PDF-1.5"));
}

TEST_CASE("the file says what it is, and the day of the document")
{
    const auto facts = Printed{MUST(write_pdf(sample_report()))}.facts();
    CHECK(has(facts, "Báo cáo Kết quả cải cách hành chính quý IV năm 2025"));
    CHECK(has(facts, "Jan  4 17:00:00 2026 UTC"));
}

TEST_CASE("every letter of Vietnamese is Times New Roman or its equal, and comes back as NFC")
{
    const auto small = std::string(letters);
    const auto capital = text::upper(small);
    OfficialDocument document{.kind = "Báo cáo"};
    for (const bool is_bold : {false, true}) {
        for (const bool is_italic : {false, true}) {
            for (const auto& row : {small, capital}) {
                OfficialParagraph paragraph;
                paragraph.runs = {{.text = row, .is_bold = is_bold, .is_italic = is_italic}};
                document.body.emplace_back(paragraph);
            }
        }
    }
    const Printed printed{MUST(write_pdf(document))};
    const auto without_blanks = [](std::string_view words) {
        return text::replace_all(text::replace_all(words, "\n", ""), " ", "");
    };
    const auto words = without_blanks(printed.words());
    CHECK(text::nfc(words) == words);
    for (const auto& row : {without_blanks(small), without_blanks(capital)}) {
        std::size_t rows = 0;
        for (auto at = words.find(row); at != std::string::npos; at = words.find(row, at + 1))
            ++rows;
        CHECK(rows == 4);
    }
    const auto lines = text::split(printed.fonts(), '\n');
    REQUIRE(lines.size() > 4);
    for (const auto line : std::span{lines}.subspan(2)) {
        if (line.empty()) continue;
        CHECK_MESSAGE((has(line, "+LiberationSerif") || has(line, "+TimesNewRoman")), line);
        CHECK_MESSAGE(has(line, " yes yes yes "), line);  // embedded, a subset, read as Unicode
    }
}

TEST_CASE("a machine without the letters says so, and takes no others")
{
    constexpr std::array families{"Phông chữ không có thật"};
    const auto refused = PdfPages::create(families);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Failure::unavailable);
    CHECK(refused.error().key == "document.font_missing");
    CHECK(PdfPages::create());
}

TEST_CASE("a document is printed up to the limit, beyond it is refused")
{
    OfficialDocument document{.kind = "Báo cáo"};
    OfficialTable table{.columns = {{.title = "a"}, {.title = "b"}}};
    table.rows.resize(limits::printed_pieces_max / 2, {.cells = {"1", "2"}});
    document.body = {table};
    CHECK(write_pdf(document).error().key == "document.limit.printed");
    table.rows.resize(limits::printed_pieces_max / 2 - 1, {.cells = {"1", "2"}});
    document.body = {table};
    CHECK(write_pdf(document));
    document.body = {official_paragraph(std::string(limits::printed_text_bytes_max + 1, 'a'))};
    CHECK(write_pdf(document).error().key == "document.limit.printed");
}

TEST_CASE("nothing that stands in a text can break the pages")
{
    auto document = sample_report();
    const std::string hostile =
        "a <b> & \x01\x0B \xEF\xBF\xBF \xFF \xC2\x85 \xE2\x80\xA9 (c) \\ \t d";
    document.subject = hostile;
    document.issuer = std::string(4'000, 'W');
    document.parent = hostile;
    document.signature.name = hostile;
    document.recipients.assign(90, hostile);
    document.annexes.front().title = hostile;
    document.body = {official_paragraph(hostile + "\n\n" + hostile), official_paragraph("")};
    const Printed printed{MUST(write_pdf(document))};
    CHECK(has(printed.words(), "a <b> &"));
    CHECK(Printed{MUST(write_pdf({}))}.pages().size() == 1);
}

}  // namespace caicach::document::testing
