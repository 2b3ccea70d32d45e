#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "document/official_document.hpp"
#include "document/official_pdf.hpp"
#include "document/printing.hpp"
#include "official_document_sample.hpp"
#include "printed.hpp"

/// The layout of official documents, row by row, measured on what comes out: our own PDF, and what
/// LibreOffice prints of our Word file, where it is installed.
/// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I (thể thức, kỹ thuật trình bày văn bản hành chính).
namespace caicach::document::testing
{

namespace
{

struct Sheets {
    std::unique_ptr<Printed> pdf{};
    std::unique_ptr<Printed> word{};  ///< none where no office suite is installed

    [[nodiscard]] std::vector<const Printed*> both() const
    {
        if (!word) return {pdf.get()};
        return {pdf.get(), word.get()};
    }
};
Sheets sheets_of(const OfficialDocument& document)
{
    Sheets sheets{.pdf = std::make_unique<Printed>(MUST(write_pdf(document)))};
    const auto printed = printed_by_office(MUST(write_docx(document)));
    if (printed) sheets.word = std::make_unique<Printed>(*printed);
    return sheets;
}
Printed pages_of(const OfficialDocument& document) { return Printed{MUST(write_pdf(document))}; }

/// Of everything something, over some pages.
OfficialDocument long_report()
{
    using Kind = OfficialParagraphKind;
    auto report = sample_report();
    report.recipients = {"Như trên", "Bộ Nội vụ (b/c)", "Các sở, ban, ngành (p/h)",
                         "Lưu: VT, CCHC (3)"};
    report.urgency = OfficialUrgency::express;
    report.circulation = OfficialCirculation::internal;
    report.drafter = "lvt";
    report.copies = 15;
    const auto end = report.body.back();
    report.body.pop_back();
    report.body.emplace_back(official_paragraph("Quy định chung", Kind::chapter));
    for (int number = 1; number <= 12; ++number) {
        report.body.emplace_back(official_paragraph("Phạm vi thực hiện", Kind::article));
        for (int clause = 1; clause <= 3; ++clause) {
            std::string words = "Các cơ quan chuyên môn, Ủy ban nhân dân các xã, phường";
            for (int times = 0; times < number; ++times)
                words += " rà soát, công khai thủ tục hành chính, tiếp nhận phản ánh;";
            report.body.emplace_back(official_paragraph(words + " đúng hạn.", Kind::clause));
        }
    }
    report.body.push_back(end);
    return report;
}
OfficialDocument letter()
{
    return {.parent = "UBND tỉnh Sông Lam",
            .issuer = "Sở Nội vụ",
            .number = "/SNV-CCHC",
            .place = "Sông Lam",
            .subject = "trả lời yêu cầu về dữ liệu cá nhân",
            .addressees = {"Bà Lò Thị Mận"},
            .body = {official_paragraph("Sở Nội vụ trả lời như sau.")},
            .recipients = {"Như trên", "Lưu: VT"},
            .signature = {.lines = {"Giám đốc"}, .name = "Lê Văn Tám"}};
}
/// An office suite takes seconds to start: once for all tests.
const Sheets& report_sheets()
{
    static const auto sheets = sheets_of(long_report());
    return sheets;
}
const Sheets& letter_sheets()
{
    static const auto sheets = sheets_of(letter());
    return sheets;
}

bool is_about(float value, float wanted, float give) { return std::abs(value - wanted) <= give; }
constexpr float half_a_millimetre = 1.42F;

/// Boxes of the drawn lines across a page, in points.
std::vector<Box> rules_on(const Printed& printed, std::size_t page)
{
    constexpr int dots_an_inch = 288;
    constexpr float scale = 72.0F / dots_an_inch;
    auto picture = printed.picture(page, dots_an_inch);
    auto rules = take_out_rulings(picture, 60).horizontal;
    for (auto& rule : rules)
        rule = {rule.left * scale, rule.top * scale, rule.right * scale, rule.bottom * scale};
    return rules;
}
/// The line just below the words, in the middle of them.
Box rule_below(const Printed& printed, const Box& words)
{
    for (const auto& rule : rules_on(printed, 0)) {
        const bool is_near = rule.top > words.middle() && rule.top < words.bottom + 6;
        if (is_near && is_about(rule.centre(), words.centre(), 6)) return rule;
    }
    FAIL_CHECK("no line below the words");
    return {};
}
/// Words at the same height as the first of these, from `left` to `right`.
Box line_of(const Printed& printed, const Box& first, float left, float right)
{
    auto line = first;
    for (const auto& word : printed.pages().at(0).words) {
        const bool is_inside = word.box.left >= left && word.box.right <= right;
        if (is_inside && is_about(word.box.top, first.top, 2)) line.include(word.box);
    }
    return line;
}
struct Points {
    std::size_t black{};
    std::size_t red{};
    std::size_t other{};
};
/// How many points of the first page are printed in which colour.
Points points_of(const OfficialDocument& document)
{
    const auto folder = MUST(TemporaryDirectory::create());
    write_file(folder.file("a.pdf"), MUST(write_pdf(document)));
    const auto picture = MUST(run_child(
        {.arguments = {"pdftoppm", "-r", "72", "-f", "1", "-l", "1", folder.file("a.pdf")}}));
    Points points;
    // "P6", width and height, the greatest value: three lines, then three bytes a point.
    std::size_t at = 0;
    for (int line = 0; line < 3; ++line) at = picture.text.find('\n', at) + 1;
    for (; at + 2 < picture.text.size(); at += 3) {
        const auto part = [&](std::size_t of) {
            return static_cast<int>(static_cast<unsigned char>(picture.text[at + of]));
        };
        if (part(0) > 250 && part(1) > 250 && part(2) > 250) continue;
        const bool is_grey = part(0) == part(1) && part(1) == part(2);
        const bool is_red = part(0) > 250 && part(1) == part(2);
        ++(is_grey ? points.black : is_red ? points.red : points.other);
    }
    return points;
}
/// Of the points of two pictures, those that are clearly lighter in one.
float share_that_differs(const Raster& one, const Raster& other)
{
    const int width = std::min(one.width(), other.width());
    const int height = std::min(one.height(), other.height());
    int differing = 0;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            if (std::abs(one.grey(x, y) - other.grey(x, y)) > 64) ++differing;
    }
    return static_cast<float>(differing) / static_cast<float>(width * height);
}
bool has(std::string_view text, std::string_view piece)
{
    return text.find(piece) != std::string_view::npos;
}

}  // namespace

TEST_CASE("paper is A4, on its side only for tables that are no annex")
{
    for (const auto* printed : report_sheets().both()) {
        for (const auto& page : printed->pages()) {
            const bool is_landscape = page.box.width() > page.box.height();
            CHECK(is_about(std::min(page.box.width(), page.box.height()), 595.28F, 0.5F));
            CHECK(is_about(std::max(page.box.width(), page.box.height()), 841.89F, 0.5F));
            if (page.number == 1) CHECK_FALSE(is_landscape);
        }
    }
    auto wide = sample_report();
    wide.is_landscape = true;
    CHECK(pages_of(wide).pages().front().box.width() > 840);
    CHECK(write_docx(wide));
    std::erase_if(wide.body,
                  [](const auto& block) { return std::holds_alternative<OfficialTable>(block); });
    for (const auto& refused : {write_docx(wide), write_pdf(wide)}) {
        REQUIRE_FALSE(refused);
        CHECK(refused.error().key == "document.landscape");
    }
}

TEST_CASE("no ink stands in the margins of 20, 30, 20 and 15 mm, but the number of the page")
{
    for (const auto* printed : report_sheets().both()) {
        for (std::size_t at = 0; at < printed->pages().size(); ++at) {
            const auto picture = printed->picture(at, 72);
            Box ink{.left = 10'000, .top = 10'000};
            for (int y = 0; y < picture.height(); ++y) {
                for (int x = 0; x < picture.width(); ++x) {
                    // The number stands in the middle of the upper margin.
                    const bool is_number = y < 56 && std::abs(x - picture.width() / 2) < 60;
                    if (is_number || !picture.is_dark(x, y)) continue;
                    ink.include({static_cast<float>(x), static_cast<float>(y),
                                 static_cast<float>(x + 1), static_cast<float>(y + 1)});
                }
            }
            CHECK(ink.left >= points_of_millimetres(30) - 1);
            if (at == 0) CHECK(ink.left <= points_of_millimetres(35));
            CHECK(ink.top >= points_of_millimetres(20) - 1);
            CHECK(ink.right <= static_cast<float>(picture.width()) - points_of_millimetres(15) + 1);
            CHECK(ink.bottom <=
                  static_cast<float>(picture.height()) - points_of_millimetres(20) + 1);
        }
    }
}

TEST_CASE("numbers of pages begin on page 2, centred above, in annexes anew")
{
    for (const auto* printed : report_sheets().both()) {
        const auto& pages = printed->pages();
        int expected = 0;
        for (const auto& page : pages) {
            const bool begins_annex = has(page.words.front().text, "Phụ") ||
                                      std::ranges::any_of(page.words, [](const Word& word) {
                                          return word.text == "Phụ" && word.box.top < 60;
                                      });
            expected = begins_annex ? 1 : expected + 1;
            std::vector<Word> above;
            std::ranges::copy_if(page.words, std::back_inserter(above), [](const Word& word) {
                return word.box.bottom < points_of_millimetres(20);
            });
            if (expected == 1) {
                CHECK(above.empty());
                continue;
            }
            REQUIRE(above.size() == 1);
            CHECK(above.front().text == std::to_string(expected));
            const auto centre =
                (points_of_millimetres(30) + page.box.width() - points_of_millimetres(15)) / 2;
            CHECK(is_about(above.front().box.centre(), centre, 1));
        }
        CHECK(pages.size() > 6);
    }
}

TEST_CASE("the nation stands on the right, its motto below with a line of the same length")
{
    for (const auto* printed : report_sheets().both()) {
        const auto nation = printed->box_of("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        const auto motto = printed->box_of("Độc lập - Tự do - Hạnh phúc");
        CHECK(nation.centre() > printed->pages().front().box.centre());
        CHECK(motto.top > nation.top);
        CHECK(is_about(motto.centre(), nation.centre(), 1));
        const auto rule = rule_below(*printed, motto);
        const bool is_word = printed == report_sheets().word.get();
        CHECK(is_about(rule.width(), motto.width(),
                       is_word ? motto.width() * 0.08F : half_a_millimetre));
    }
}

TEST_CASE("the line below an issuer is a third to a half of it, whether it takes one line or three")
{
    for (const auto* printed : report_sheets().both()) {
        const auto issuer = printed->box_of("SỞ NỘI VỤ");
        const auto part = rule_below(*printed, issuer).width() / issuer.width();
        CHECK(part >= 0.33F);
        CHECK(part <= 0.5F);
    }
    struct Name {
        const char* name{};
        const char* last_word{};
    };
    for (const auto& [name, last_word] :
         {Name{"Sở Văn hóa, Thể thao và Du lịch", "LỊCH"},
          Name{"Ban Chỉ đạo cải cách hành chính và chuyển đổi số của Ủy ban nhân dân tỉnh",
               "TỈNH"}}) {
        auto document = letter();
        document.issuer = name;
        document.parent = "UBND";
        const auto printed = pages_of(document);
        const auto right = points_of_millimetres(30 + 67);
        Box widest;
        Box last;
        for (const auto& word : printed.pages().front().words) {
            if (word.text == "UBND" || word.text == "Số:") continue;
            if (word.box.right > right || word.box.top > 140 || word.text.starts_with("/"))
                continue;
            const auto line = line_of(printed, word.box, 0, right);
            if (line.width() > widest.width()) widest = line;
            if (word.text == last_word) last = line;
        }
        CHECK(last.top > 80);
        const auto part = rule_below(printed, last).width() / widest.width();
        CHECK_MESSAGE(part >= 0.33F, name);
        CHECK_MESSAGE(part <= 0.5F, name);
    }
}

TEST_CASE("place and date stand on the line of the number, days under ten get a nought")
{
    for (const auto* printed : report_sheets().both()) {
        const auto number = printed->box_of("Số: 05/BC-SNV");
        const auto date = printed->box_of("Sông Lam, ngày 05 tháng 01 năm 2026");
        CHECK(is_about(number.top, date.top, 0.5F));
        CHECK(is_about(number.centre(), printed->box_of("SỞ NỘI VỤ").centre(), 1));
        CHECK(date.left > number.right);
    }
    std::string months;
    for (int month = 1; month <= 12; ++month) {
        const auto day = Date::create(2026, month, 10).value_or(Date::from_days(0)).in_words();
        months += day.substr(std::string_view{"ngày 10 tháng"}.size(), 3);
    }
    CHECK(months == " 01 02 3  4  5  6  7  8  9  10 11 12");
}

TEST_CASE("kind and subject stand in the middle, below them a line of a third to a half")
{
    for (const auto* printed : report_sheets().both()) {
        const auto kind = printed->box_of("BÁO CÁO");
        const auto subject = printed->box_of("Kết quả cải cách hành chính quý IV năm 2025");
        const float centre = (points_of_millimetres(30) + printed->pages().front().box.width() -
                              points_of_millimetres(15)) /
                             2;
        CHECK(is_about(kind.centre(), centre, 1));
        CHECK(is_about(subject.centre(), centre, 1));
        const auto part = rule_below(*printed, subject).width() / subject.width();
        CHECK(part >= 0.33F);
        CHECK(part <= 0.5F);
    }
}

TEST_CASE("a letter's subject stands 6 pt below its number, its addressee on the line of the words")
{
    for (const auto* printed : letter_sheets().both()) {
        const auto number = printed->box_of("Số:");
        const auto subject = printed->box_of("V/v trả lời");
        constexpr float line = 13 * 1.149F;
        CHECK(is_about(subject.top - number.top, line + 6, 1));
        CHECK(printed->box_of("Kính gửi: Bà Lò Thị Mận").height() < 25);
        // The registry writes the number by hand.
        CHECK(printed->box_of("/SNV-CCHC").left - number.right > 20);
    }
}

TEST_CASE("the body is justified, its first line 1.27 cm in, at least 6 pt between paragraphs")
{
    for (const auto* printed : report_sheets().both()) {
        const auto left = points_of_millimetres(30);
        const auto right = printed->pages().front().box.width() - points_of_millimetres(15);
        const auto first = printed->box_of("Trong quý, 12 cơ quan");
        const auto second = printed->box_of("trước; các cơ quan còn lại");
        CHECK(is_about(first.left - left, 36, 1));
        CHECK(is_about(second.left, left, 1));
        CHECK(is_about(line_of(*printed, first, left, 10'000).right, right, 1.5F));
        const float line = second.top - first.top;
        constexpr float single = 14 * 1.149F;
        CHECK(line >= single - 0.1F);
        CHECK(line <= single * 1.5F + 0.1F);
        const auto before = printed->box_of("Sở Nội vụ báo cáo như sau:");
        CHECK(printed->box_of("I. Kết quả").top - before.top >= line + 6 - 0.1F);
    }
}

TEST_CASE("recipients stand level with the authority, with what they get it for, the file last")
{
    for (const auto* printed : report_sheets().both()) {
        std::size_t page = 0;
        const auto& pages = printed->pages();
        while (std::ranges::none_of(pages.at(page).words,
                                    [](const Word& word) { return word.text == "Lưu:"; }))
            ++page;
        const auto head = printed->box_of("Nơi nhận:", page);
        const auto authority = printed->box_of("KT. GIÁM ĐỐC", page);
        const auto title = printed->box_of("PHÓ GIÁM ĐỐC", page);
        const auto name = printed->box_of("Lê Văn Tám", page);
        CHECK(is_about(head.top, authority.top, 1));
        CHECK(head.right < authority.left);
        CHECK(is_about(title.centre(), authority.centre(), 1));
        CHECK(is_about(name.centre(), authority.centre(), 1));
        CHECK(name.top - title.bottom >= points_of_millimetres(24) - 4);
        auto above = head;
        for (const auto* line : {"- Như trên;", "- Bộ Nội vụ (b/c);", "- Các sở, ban, ngành (p/h);",
                                 "- Lưu: VT, CCHC (3).", "LVT.(15)"}) {
            const auto box = printed->box_of(line, page);
            CHECK(box.top > above.top);
            CHECK(is_about(box.left, head.left, 1));
            above = box;
        }
    }
}

TEST_CASE("annexes are Roman where they are more than one, a single one has no number")
{
    for (const auto* printed : report_sheets().both()) {
        const auto words = printed->words();
        CHECK(has(words, "Phụ lục I\n"));
        CHECK(has(words, "DANH MỤC VIỆC CHẬM"));
        CHECK(has(words, "Phụ lục II\n"));
    }
    auto report = sample_report();
    report.annexes.pop_back();
    CHECK(has(pages_of(report).words(), "Phụ lục\nDANH MỤC"));
}

TEST_CASE("urgent marks are red frames of 30, 40 and 20 by 8 mm")
{
    struct Mark {
        OfficialUrgency urgency{};
        const char* words{};
        float width{};
    };
    for (const auto& [urgency, words, width] :
         {Mark{OfficialUrgency::express, "HỎA TỐC", 30},
          Mark{OfficialUrgency::very_urgent, "THƯỢNG KHẨN", 40},
          Mark{OfficialUrgency::urgent, "KHẨN", 20}}) {
        auto document = letter();
        CHECK(points_of(document).red == 0);
        document.urgency = urgency;
        CHECK(points_of(document).red > 100);
        const auto printed = pages_of(document);
        const auto box = printed.box_of(words);
        std::vector<Box> sides;
        for (const auto& rule : rules_on(printed, 0)) {
            if (is_about(rule.width(), points_of_millimetres(width), half_a_millimetre))
                sides.push_back(rule);
        }
        REQUIRE(sides.size() == 2);
        std::ranges::sort(sides, {}, &Box::top);
        CHECK(is_about(sides[1].top - sides[0].top, points_of_millimetres(8), half_a_millimetre));
        CHECK(sides[0].bottom < box.middle());
        CHECK(sides[1].top > box.middle());
        CHECK(is_about(box.centre(), sides[0].centre(), 1));
    }
    // LibreOffice's frames stand around a line of that height.
    if (!report_sheets().word) return;
    const auto& word = *report_sheets().word;
    const auto sides = std::ranges::count_if(rules_on(word, 0), [](const Box& rule) {
        return is_about(rule.width(), points_of_millimetres(30), 2 * half_a_millimetre);
    });
    CHECK(sides == 2);
    CHECK(has(word.words(), "LƯU HÀNH NỘI BỘ"));
}

TEST_CASE("all that is no mark of urgency is black")
{
    const auto points = points_of(sample_report());
    CHECK(points.black > 1'000);
    CHECK(points.red == 0);
    CHECK(points.other == 0);
}

TEST_CASE("our pages are those that LibreOffice prints of our Word file, word by word")
{
    for (const auto* sheets : {&report_sheets(), &letter_sheets()}) {
        if (!sheets->word) {
            MESSAGE("soffice is not installed: nothing was compared");
            continue;
        }
        const auto& ours = sheets->pdf->pages();
        const auto& theirs = sheets->word->pages();
        REQUIRE(ours.size() == theirs.size());
        for (std::size_t at = 0; at < ours.size(); ++at) {
            const auto& mine = ours[at].words;
            const auto& other = theirs[at].words;
            std::multiset<std::string_view> my_words;
            std::multiset<std::string_view> other_words;
            for (const auto& word : mine) my_words.insert(word.text);
            for (const auto& word : other) other_words.insert(word.text);
            CHECK(my_words == other_words);
            // Each of our words has the same one near its place.
            for (const auto& word : mine) {
                const bool has_same = std::ranges::any_of(other, [&](const Word& one) {
                    constexpr float near = 8.5F;  // 3 mm
                    return one.text == word.text && is_about(one.box.left, word.box.left, near) &&
                           is_about(one.box.top, word.box.top, near);
                });
                CHECK_MESSAGE(has_same, at << ": " << word.text);
            }
            CHECK(share_that_differs(sheets->pdf->picture(at, 40), sheets->word->picture(at, 40)) <=
                  0.06F);
        }
    }
}

}  // namespace caicach::document::testing
