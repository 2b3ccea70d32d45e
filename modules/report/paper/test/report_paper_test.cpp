#include "report/paper/report_paper.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>

#include "calendar/window.hpp"
#include "report/flow/freezing.hpp"
#include "report/paper/number_lines.hpp"
#include "report/paper/report_values.hpp"
#include "report/paper/sent_report.hpp"
#include "report/paper/table_lines.hpp"

namespace caicach::report
{
namespace
{

constexpr std::int64_t one = ten_thousandths_of_one;

Indicator asked(std::string key, std::string text, std::string unit)
{
    return {.key = std::move(key), .text = std::move(text), .unit = std::move(unit)};
}

/// A form with all that may stand on paper.
Definition form_of_all()
{
    Definition form{.key = "thu", .title = "Báo cáo công tác cải cách hành chính"};
    form.citations = {"Kế hoạch số 18/KH-UBND", "Thực hiện Công văn số 5/SNV"};
    Section direction{.key = "chi_dao", .title = "Công tác chỉ đạo, điều hành"};
    direction.parts.emplace_back(Narrative{.key = "tinh_hinh", .text = "Tình hình"});
    auto articles = asked("tin_bai", "Tin, bài", "tin, bài");
    articles.figure = "evidence.article";
    auto articles_of_year = articles;
    articles_of_year.key = "tin_bai_nam";
    articles_of_year.span = Span::year_to_date;
    direction.parts.emplace_back(articles);
    direction.parts.emplace_back(articles_of_year);
    direction.parts.emplace_back(asked("van_ban", "Văn bản", "văn bản"));
    Section areas{.key = "linh_vuc", .title = "Kết quả các lĩnh vực"};
    Section procedures{.key = "thu_tuc", .title = "Thủ tục hành chính", .level = 2};
    auto share = asked("ty_le", "Tỷ lệ đúng hạn", "%");
    share.adding = Adding::ratio;
    share.decimals = 1;
    procedures.parts.emplace_back(share);
    auto has_plan = asked("co_ke_hoach", "Có kế hoạch", "");
    has_plan.adding = Adding::count_of_yes;
    procedures.parts.emplace_back(has_plan);
    Section judgement{.key = "danh_gia", .title = "Đánh giá"};
    judgement.parts.emplace_back(Narrative{.key = "uu_diem", .text = "Ưu điểm"});
    judgement.parts.emplace_back(Narrative{.key = "han_che", .text = "Hạn chế"});
    judgement.parts.emplace_back(FormTable{.key = "mo_hinh",
                                           .text = "Mô hình hay",
                                           .columns = {{.key = "ten", .text = "Tên", .width = 3},
                                                       {.key = "so",
                                                        .text = "Số lần",
                                                        .is_number = true,
                                                        .decimals = 1,
                                                        .adding = Adding::sum}}});
    Section annexes{.key = "phu_luc", .title = "Phụ lục"};
    annexes.parts.emplace_back(FormTable{.key = "chi_tieu",
                                         .text = "Tiến độ chỉ tiêu",
                                         .columns = {{.key = "ten", .text = "Chỉ tiêu"}},
                                         .is_annex = true,
                                         .is_landscape = true});
    annexes.parts.emplace_back(FormTable{.key = "trong", .text = "Trống", .is_annex = true});
    form.sections = {std::move(direction), std::move(areas), std::move(procedures),
                     std::move(judgement), std::move(annexes)};
    return form;
}

Filled filled_of_all(Definition form = form_of_all())
{
    Filled filled;
    filled.definition = std::make_shared<const Definition>(std::move(form));
    filled.period.title = "quý III năm 2026";
    filled.period.data = {*Date::create(2026, 6, 15), *Date::create(2026, 9, 14)};
    for (const auto* indicator : indicators_of(*filled.definition))
        filled.indicators.push_back({.indicator = indicator});
    const auto put = [&](std::string_view key, Amount amount) {
        for (auto& indicator : filled.indicators)
            if (indicator.indicator->key == key) indicator.typed = amount;
    };
    put("tin_bai", {.numerator = 12 * one});
    put("tin_bai_nam", {.numerator = 1'045 * one});
    put("ty_le", {.numerator = 850 * one, .denominator = 875 * one});
    put("co_ke_hoach", {.numerator = one});
    filled.texts = {{"tinh_hinh", "Đã ban hành kế hoạch.\n\n- Một việc;\n- Hai việc."},
                    {"han_che", "Còn chậm."}};
    filled.tables["mo_hinh"] = {{.number = 1, .cells = {"Tổ lưu động", "2.5"}},
                                {.number = 2, .cells = {"Ki-ốt", ""}},
                                {.number = 3, .cells = {"Hẹn giờ", "4"}}};
    filled.tables["chi_tieu"] = {{.number = 1, .cells = {"Trả kết quả đúng hạn"}}};
    filled.tables["trong"] = {};
    return filled;
}

const PaperNames names{.agency = "Sở Y tế", .collector = "Sở Nội vụ"};

/// Paragraphs as lines, tables as their rows.
std::string text_of(const std::vector<document::OfficialBlock>& blocks)
{
    std::string text;
    const auto row = [&](const std::vector<std::string>& cells) {
        for (const auto& cell : cells) text += "|" + cell;
        text += "|\n";
    };
    for (const auto& block : blocks) {
        if (const auto* table = std::get_if<document::OfficialTable>(&block)) {
            std::vector<std::string> titles;
            titles.reserve(table->columns.size());
            for (const auto& column : table->columns) titles.push_back(column.title);
            row(titles);
            for (const auto& line : table->rows) row(line.cells);
            continue;
        }
        for (const auto& run : std::get<document::OfficialParagraph>(block).runs) text += run.text;
        text += "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("a report goes on paper section by section, with its numbers, words and tables")
{
    const auto filled = filled_of_all();
    const auto paper = report_paper(filled, names);
    CHECK(paper.kind == "Báo cáo");
    CHECK(paper.subject == "Công tác cải cách hành chính quý III năm 2026");
    CHECK(paper.addressees == std::vector<std::string>{"Sở Nội vụ"});
    CHECK(paper.recipients == std::vector<std::string>{"Như trên", "Lưu: VT"});
    CHECK(text_of(paper.body) ==
          "Căn cứ Kế hoạch số 18/KH-UBND;\n"
          "Thực hiện Công văn số 5/SNV.\n"
          "Sở Y tế báo cáo Sở Nội vụ công tác cải cách hành chính quý III năm 2026 (số liệu từ "
          "15/06/2026 đến 14/09/2026) như sau:\n"
          "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH\n"
          "Đã ban hành kế hoạch.\n"
          "- Một việc;\n"
          "- Hai việc.\n"
          "- Tin, bài: 12 tin, bài; lũy kế từ đầu năm: 1.045 tin, bài.\n"
          "II. KẾT QUẢ CÁC LĨNH VỰC\n"
          "1. Thủ tục hành chính\n"
          "- Tỷ lệ đúng hạn: 97,1% (850/875).\n"
          "- Có kế hoạch: Có.\n"
          "III. ĐÁNH GIÁ\n"
          "1. Hạn chế\n"
          "Còn chậm.\n"
          "Bảng 1. Mô hình hay\n"
          "|STT|Tên|Số lần|\n"
          "|1|Tổ lưu động|2,5|\n"
          "|2|Ki-ốt||\n"
          "|3|Hẹn giờ|4|\n"
          "||Tổng cộng|6,5|\n"
          "Gửi kèm báo cáo: Phụ lục: Tiến độ chỉ tiêu.\n"
          "Trên đây là báo cáo công tác cải cách hành chính quý III năm 2026 của Sở Y tế, kính gửi "
          "Sở Nội vụ xem xét, tổng hợp.\n");
    REQUIRE(paper.annexes.size() == 1);  // one that nobody filled is left out
    CHECK(paper.annexes.front().is_landscape);
    CHECK(text_of(paper.annexes.front().blocks) == "|STT|Chỉ tiêu|\n|1|Trả kết quả đúng hạn|\n");
}

TEST_CASE("many numbers are a table, of which those of the year stand beside those of the period")
{
    auto form = form_of_all();
    for (int i = 0; i < 5; ++i)
        form.sections[0].parts.emplace_back(
            asked("so_" + std::to_string(i), "Số " + std::to_string(i), "cuộc"));
    const auto paper = report_paper(filled_of_all(std::move(form)), names);
    const auto text = text_of(paper.body);
    CHECK(text.find("Bảng 1. Số liệu: Công tác chỉ đạo, điều hành\n"
                    "|STT|Chỉ tiêu|Đơn vị tính|Trong kỳ|Lũy kế từ đầu năm|\n"
                    "|1|Tin, bài|tin, bài|12|1.045|\n"
                    "|2|Văn bản|văn bản|–||\n"
                    "|3|Số 0|cuộc|–||\n") != std::string::npos);
    CHECK(text.find("Bảng 2. Mô hình hay") != std::string::npos);
}

TEST_CASE("of a report with nothing in it each section says so, and a title without its kind stays")
{
    auto form = form_of_all();
    form.title = "Danh sách việc chậm";
    form.citations.clear();
    Filled filled;
    filled.definition = std::make_shared<const Definition>(std::move(form));
    for (const auto* indicator : indicators_of(*filled.definition))
        filled.indicators.push_back({.indicator = indicator});
    filled.period.asked_by = "Ủy ban nhân dân tỉnh";
    filled.period.asked_document = "Công văn số 12/UBND-NC";
    filled.period.data = {*Date::create(2026, 9, 1), *Date::create(2026, 9, 1)};
    const auto paper = report_paper(filled, {.agency = "Sở Y tế"});
    CHECK(paper.subject == "Danh sách việc chậm");
    CHECK(paper.recipients == std::vector<std::string>{"Lưu: VT"});
    const auto text = text_of(paper.body);
    CHECK(
        text.starts_with("Thực hiện Công văn số 12/UBND-NC của Ủy ban nhân dân tỉnh, Sở Y tế báo "
                         "cáo Danh sách việc chậm (số liệu 01/09/2026) như sau:\n"));
    CHECK(text.find("1. Thủ tục hành chính\nKhông có nội dung báo cáo.\n") != std::string::npos);
    CHECK(text.find("II. KẾT QUẢ CÁC LĨNH VỰC\n1.") != std::string::npos);
    CHECK(text.find("Mô hình hay: không có.") != std::string::npos);
    CHECK(text.ends_with("Trên đây là báo cáo Danh sách việc chậm của Sở Y tế.\n"));
    CHECK(paper.annexes.empty());
    filled.period.key = "adhoc:K7Q2M4D8PX";
    filled.period.title = "về phí địa giới hành chính";
    const auto asked = report_paper(filled, {.agency = "Sở Y tế"});
    CHECK(asked.subject == "Về phí địa giới hành chính");
    CHECK(text_of(asked.body).find("Sở Y tế báo cáo về phí địa giới hành chính (số liệu") !=
          std::string::npos);
}

TEST_CASE("what was frozen goes on paper as it was, whatever is computed since")
{
    auto filled = filled_of_all();
    filled.files = {{.sha256 = "ab", .name = "Danh sách.pdf"}};
    const auto snapshot = MUST(freeze(
        filled, {.receipt = "K7Q2M4D8PX", .kind = "first", .files = {{"Danh sách.pdf", "ab"}}}));
    auto back = MUST(thawed(snapshot.text, filled.report, filled.period, filled.definition));
    CHECK(text_of(report_paper(back, names).body) == text_of(report_paper(filled, names).body));
    CHECK(text_of(report_paper(back, names).body).find("; Danh sách.pdf.") != std::string::npos);
    REQUIRE(back.indicators.size() == filled.indicators.size());
    for (std::size_t i = 0; i < back.indicators.size(); ++i)
        CHECK(back.indicators[i].sent() == filled.indicators[i].sent());
    CHECK_FALSE(thawed("{", filled.report, filled.period, filled.definition));
}

TEST_CASE("a template may name each number, text and table of a report, and whether it is there")
{
    const auto filled = filled_of_all();
    const auto values = report_values(filled);
    CHECK(values["ten_bao_cao"].as_string() == "Báo cáo công tác cải cách hành chính");
    CHECK(values["tu_ngay"].as_string() == "15/06/2026");
    CHECK(values["so_tin_bai"].as_string() == "12");
    CHECK(values["so_ty_le"].as_string() == "97,1% (850/875)");
    CHECK(values["co_tin_bai"].as_bool());
    CHECK_FALSE(values["co_van_ban"].as_bool());
    CHECK(values["muc_han_che"].as_string() == "Còn chậm.");
    CHECK(values["bang_mo_hinh"].elements().at(0)["so"].as_string() == "2,5");
    for (const auto& field : report_fields(*filled.definition))
        CHECK_MESSAGE(values.has(field.name), field.name);
}

}  // namespace caicach::report
