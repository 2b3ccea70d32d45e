#include "document/official_pdf.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <span>
#include <string>
#include <thread>
#include <utility>

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

bool is_about(float value, float wanted) { return std::abs(value - wanted) < 0.5F; }

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
    const auto fonts = printed.fonts();
    const auto lines = text::split(fonts, '\n');
    REQUIRE(lines.size() > 4);
    for (const auto line : std::span{lines}.subspan(2)) {
        if (line.empty()) continue;
        CHECK_MESSAGE((has(line, "+LiberationSerif") || has(line, "+TimesNewRoman")), line);
        CHECK_MESSAGE(has(line, " yes yes yes "), line);  // embedded, a subset, read as Unicode
    }
}

TEST_CASE("a picture of the signature stands between title and name, the seal over a third of it")
{
    const auto document = sample_report();
    const auto printed = MUST(print_to_sign(document));
    const Printed pages{printed.bytes};
    CHECK(printed.pages == static_cast<int>(pages.pages().size()));
    const auto at = [&](SignaturePlace place) {
        REQUIRE(printed.places.contains(place));
        const auto& found = printed.places.at(place);
        const auto of = [](double number) { return static_cast<float>(number); };
        return std::pair{found.page,
                         Box{of(found.left), of(found.top), of(found.left + found.width),
                             of(found.top + found.height)}};
    };
    const auto [page, signer] = at(SignaturePlace::signer);
    const auto index = static_cast<std::size_t>(page) - 1;
    const auto title = pages.box_of("PHÓ GIÁM ĐỐC", index);
    const auto name = pages.box_of("Lê Văn Tám", index);
    CHECK(signer.top >= title.middle());
    CHECK(signer.bottom <= name.middle());
    CHECK(is_about(signer.height(), points_of_millimetres(24)));
    CHECK(is_about(signer.centre(), title.centre()));
    const auto [seal_page, seal] = at(SignaturePlace::agency);
    CHECK(seal_page == page);
    CHECK(is_about(seal.width(), points_of_millimetres(36)));
    CHECK(is_about(seal.height(), seal.width()));
    CHECK(is_about(seal.middle(), signer.middle()));
    CHECK(seal.left < signer.left);
    CHECK(is_about(seal.right - signer.left, signer.width() / 3));
    CHECK(seal.left >= points_of_millimetres(30));
    // Of a file that goes with another: above, on the right of its first page.
    const auto [first, above] = at(SignaturePlace::attachment);
    CHECK(first == 1);
    const auto right = pages.pages().front().box.width() - points_of_millimetres(15);
    CHECK(is_about(above.right, right));
    CHECK(above.bottom <= points_of_millimetres(20));
    CHECK(write_pdf(document) == printed.bytes);
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
