#include "report/design/form_book.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>

#include "base/process.hpp"
#include "json/canonical.hpp"
#include "report/design/form_book_reader.hpp"
#include "report/design/form_book_writer.hpp"
#include "report/form/definition_json.hpp"
#include "report/form/shipped_forms.hpp"
#include "report/limits.hpp"
#include "report/testing.hpp"
#include "text/text.hpp"

namespace caicach::report
{
namespace
{

using document::WorkbookSheet;

DesignChoices book_choices()
{
    return {.figures = {{"evidence.article", "Tin, bài"}}, .reporters = {{"SNV", "Sở Nội vụ"}}};
}

std::string book_folder() { return std::filesystem::temp_directory_path().string(); }

std::string book_bytes(const Definition& form)
{
    return MUST(book_of(form, book_choices(), book_folder()));
}

std::string canonical_text(const Definition& form) { return MUST(json::canonical(to_json(form))); }

std::vector<Definition> forms_to_try()
{
    auto forms = shipped_forms();
    forms.push_back(testing::sample_form());
    // What is said nowhere else, and what would be read as something else by a careless reader.
    auto odd = testing::sample_form();
    odd.is_ad_hoc = true;
    odd.collector = CollectorRule::parent;
    odd.due.named = NamedDay{30, 11};
    odd.owner_due.rule.months_after = -2;
    odd.data_until = NamedDay{1, 2};
    odd.lock = {.never = true};
    odd.flow = {.needs_check = false, .needs_approval = false};
    odd.citations = {"Luật A; khoản 1", "=1+1", "007"};
    odd.duty = "18/KH-UBND IV.2";
    odd.sections[0].level = 3;
    auto& table = std::get<FormTable>(odd.sections[1].parts[1]);
    table.rows_of = RowsOf::fixed;
    table.fixed_rows = {"1.", "2,50", "30/11"};
    table.is_landscape = true;
    table.columns[1].decimals = 2;
    std::swap(odd.sections[1].parts[0], odd.sections[1].parts[1]);
    odd.sections.push_back({.key = "trong", .title = "Phần trống"});
    odd.checks.push_back({.left = "0.5 * tin_bai", .right = "1", .text = "Phải là 2."});
    forms.push_back(odd);
    return forms;
}

std::vector<WorkbookSheet> sample_sheets()
{
    return MUST(document::sheets_of(book_bytes(testing::sample_form())));
}

/// A form's sheets, to be changed before they are read.
struct Book {
    std::vector<WorkbookSheet> sheets{sample_sheets()};

    WorkbookSheet& sheet(std::string_view name)
    {
        const auto found = std::ranges::find(sheets, name, &WorkbookSheet::name);
        REQUIRE(found != sheets.end());
        return *found;
    }
    std::string& cell(std::string_view name, std::size_t row, std::string_view title)
    {
        auto& of = sheet(name);
        const auto& head = of.rows.front().cells;
        const auto at = std::ranges::find(head, title);
        REQUIRE(at != head.end());
        auto& cells = of.rows.at(row).cells;
        const auto column = static_cast<std::size_t>(at - head.begin());
        if (cells.size() <= column) cells.resize(column + 1);
        return cells[column];
    }
    std::string& said(std::string_view field)
    {
        for (auto& row : sheet("Mẫu").rows)
            if (row.cells.front() == field) {
                row.cells.resize(3);
                return row.cells[1];
            }
        FAIL(field);
        return sheet("Mẫu").rows.front().cells.front();
    }
    [[nodiscard]] FormBookRead read() const { return read_form_book(sheets); }
    [[nodiscard]] Definition form() const
    {
        const auto book = read();
        for (const auto& fault : book.faults) FAIL_CHECK(fault.field << " " << fault.key);
        auto made = definition_from(book.value);
        for (const auto& fault : made.faults) FAIL_CHECK(fault.field << " " << fault.key);
        return std::move(made.definition);
    }
    /// "place: key" of the first fault.
    [[nodiscard]] std::string fault() const
    {
        const auto book = read();
        if (!book.faults.empty()) return book.faults[0].field + ": " + book.faults[0].key;
        const auto made = definition_from(book.value);
        if (made.faults.empty()) return {};
        return book.place_of(made.faults[0].field) + ": " + made.faults[0].key;
    }
};

}  // namespace

TEST_CASE("a form that goes out as a workbook and comes back is the same, to the byte")
{
    for (const auto& form : forms_to_try()) {
        CAPTURE(form.key);
        const auto book = MUST(form_of_book(book_bytes(form)));
        for (const auto& fault : book.faults) FAIL_CHECK(fault.field << " " << fault.key);
        const auto read = definition_from(book.value);
        for (const auto& fault : read.faults) FAIL_CHECK(fault.field << " " << fault.key);
        CHECK(canonical_text(read.definition) == canonical_text(form));
    }
}

TEST_CASE("LibreOffice opens the workbook, and what it saves says the same")
{
    const auto folder = MUST(TemporaryDirectory::create());
    std::filesystem::create_directory(folder.file("out"));
    auto arguments =
        std::vector<std::string>{"soffice",
                                 "-env:UserInstallation=file://" + folder.file("office"),
                                 "--headless",
                                 "--convert-to",
                                 "xlsx",
                                 "--outdir",
                                 folder.file("out")};
    const auto forms = forms_to_try();
    for (std::size_t i = 0; i < forms.size(); ++i) {
        arguments.push_back(folder.file(std::to_string(i) + ".xlsx"));
        std::ofstream{arguments.back(), std::ios::binary} << book_bytes(forms[i]);
    }
    const ChildLimits limits{.wall_seconds = 120, .cpu_seconds = 120, .memory_bytes = 16ULL << 30U};
    const auto done = run_child(
        {.arguments = arguments, .environment = {"HOME=" + folder.path()}, .limits = limits});
    if (!done && done.error().key == "base.process.missing") {
        MESSAGE("soffice is not installed: nothing was opened");
        return;
    }
    REQUIRE(done);
    for (std::size_t i = 0; i < forms.size(); ++i) {
        CAPTURE(forms[i].key);
        std::ostringstream bytes;
        bytes << std::ifstream{folder.file("out/" + std::to_string(i) + ".xlsx"), std::ios::binary}
                     .rdbuf();
        const auto book = MUST(form_of_book(bytes.str()));
        CHECK(book.faults.empty());
        CHECK(canonical_text(definition_from(book.value).definition) == canonical_text(forms[i]));
    }
}

TEST_CASE("titles and choices are told apart by their words")
{
    for (const auto sheet : form_sheets) {
        CAPTURE(name_of(sheet));
        std::set<std::string> titles;
        for (const auto& field : fields_of(sheet)) {
            CHECK_MESSAGE(titles.insert(text::fold(field.label)).second, field.label);
            std::set<std::string> words;
            for (const auto& word : field.words) {
                CHECK_MESSAGE(words.insert(text::fold(word.label)).second, word.label);
                CHECK(word.label.find(';') == std::string_view::npos);
            }
        }
    }
}

TEST_CASE("what people write in a workbook is taken as they mean it")
{
    Book book;
    book.said("Tên báo cáo") = "Báo cáo khác";
    book.said("Hạn gửi: ngày của năm") = "30/11/2026";
    book.said("Kỳ báo cáo") = "hằng NĂM";
    book.said("Nơi nhận kiểm tra") = "";
    book.said("Nơi nhận phê duyệt") = "không";
    book.said("Cơ quan báo cáo") = "departments;\nSYT; ";
    book.cell("Chỉ tiêu", 1, "Lấy từ đâu") = "computed";
    book.cell("Chỉ tiêu", 1, "Bắt buộc có số mới gửi được") = "x";
    book.cell("Lời văn", 1, "Bản thảo dựng sẵn từ") = "việc chậm; Vướng mắc";
    auto form = book.form();
    CHECK(form.title == "Báo cáo khác");
    CHECK(form.due.named == NamedDay{30, 11});
    CHECK(form.period.length == calendar::Length::year);
    CHECK(form.flow.needs_check);
    CHECK_FALSE(form.flow.needs_approval);
    CHECK(form.reporters == std::vector<std::string>{"departments", "SYT"});
    CHECK(std::get<Indicator>(form.sections[0].parts[0]).source == Source::computed);
    CHECK(std::get<Narrative>(form.sections[1].parts[0]).drawn_of ==
          std::vector{Drawn::late, Drawn::obstacle});
}

TEST_CASE("a row more is a piece more, in its place, with a key of its words")
{
    Book book;
    auto& rows = book.sheet("Chỉ tiêu").rows;
    const auto columns = rows.front().cells.size();
    rows.push_back({.number = 9, .cells = std::vector<std::string>(columns)});
    const auto last = rows.size() - 1;
    book.cell("Chỉ tiêu", last, "Phần") = "Số liệu";  // by its title
    book.cell("Chỉ tiêu", last, "Thứ tự") = "1,5";
    book.cell("Chỉ tiêu", last, "Tên chỉ tiêu") = "Tin bài";
    std::ranges::reverse(book.sheets);
    const auto form = book.form();
    std::vector<std::string> keys;
    for (const auto& part : form.sections[0].parts) keys.push_back(key_of(part));
    // "tin_bai" is taken.
    CHECK(keys ==
          std::vector<std::string>{"tin_bai", "tin_bai_2", "tin_bai_nam", "ho_so", "hai_long"});
    book.cell("Chỉ tiêu", last, "Thứ tự") = "";
    CHECK(key_of(book.form().sections[0].parts.back()) == "tin_bai_2");
    book.sheet("Chỉ tiêu").rows.resize(4);
    CHECK(book.form().sections[0].parts.size() == 3);
}

TEST_CASE("what is wrong is told by its sheet, row and column")
{
    struct Case {
        std::string told{};
        std::function<void(Book&)> change{};
    };
    const std::vector<Case> cases{
        {"Chỉ tiêu, dòng 3, cột “Lấy từ đâu”: report.book.choice",
         [](Book& book) { book.cell("Chỉ tiêu", 2, "Lấy từ đâu") = "đoán"; }},
        {"Chỉ tiêu, dòng 2, cột “Bắt buộc có số mới gửi được”: report.book.flag",
         [](Book& book) { book.cell("Chỉ tiêu", 1, "Bắt buộc có số mới gửi được") = "chắc"; }},
        {"Chỉ tiêu, dòng 2, cột “Phần”: report.book.section",
         [](Book& book) { book.cell("Chỉ tiêu", 1, "Phần") = "khác"; }},
        {"Lời văn, dòng 2, cột “Thứ tự”: report.book.order",
         [](Book& book) { book.cell("Lời văn", 1, "Thứ tự") = "đầu"; }},
        {"Cột, dòng 3, cột “Bảng”: report.book.table",
         [](Book& book) { book.cell("Cột", 2, "Bảng") = ""; }},
        {"Cột, dòng 3, cột “Thập phân”: report.json.number",
         [](Book& book) { book.cell("Cột", 2, "Thập phân") = "9"; }},
        {"Chỉ tiêu, dòng 4, cột “Số chữ số thập phân”: report.json.kind",
         [](Book& book) { book.cell("Chỉ tiêu", 3, "Số chữ số thập phân") = "hai"; }},
        {"Mẫu, dòng 2, cột “Nội dung”: report.json.too_long",
         [](Book& book) { book.said("Mã mẫu") = std::string(99, 'a'); }},
        {"Kiểm tra, dòng 2, cột “Câu nhắc người nhập”: report.json.too_long",
         [](Book& book) { book.cell("Kiểm tra", 1, "Câu nhắc người nhập").assign(900, 'a'); }},
        {"Phần, dòng 2, cột “Đánh số”: report.json.number",
         [](Book& book) { book.cell("Phần", 1, "Đánh số") = "4"; }},
        {"Phần, dòng 1, cột “Đánh số”: report.book.no_column",
         [](Book& book) { book.cell("Phần", 0, "Đánh số").clear(); }},
        {"Phần, dòng 1, cột “Cỡ chữ”: report.book.unknown_column",
         [](Book& book) { book.sheet("Phần").rows[0].cells.emplace_back("Cỡ chữ"); }},
        {"Phần, dòng 1, cột “tên PHẦN”: report.book.twice",
         [](Book& book) { book.sheet("Phần").rows[0].cells.emplace_back("tên PHẦN"); }},
        {"Mẫu, dòng 3, cột “Mục”: report.book.unknown_row",
         [](Book& book) { book.sheet("Mẫu").rows[2].cells[0] = "Chủ"; }},
        {"Mẫu, dòng 3, cột “Mục”: report.book.twice",
         [](Book& book) { book.sheet("Mẫu").rows[2].cells[0] = "Mã mẫu"; }},
        {"Mẫu: report.book.no_row",
         [](Book& book) { book.sheet("Mẫu").rows.erase(book.sheet("Mẫu").rows.begin() + 2); }},
        {"Kiểm tra: report.book.no_sheet",
         [](Book& book) { std::erase(book.sheet("Kiểm tra").name, 'K'); }},
        {"Phần: report.json.too_many",
         [](Book& book) {
             auto& rows = book.sheet("Phần").rows;
             rows.resize(limits::sections_max + 2, rows.back());
         }},
    };
    CHECK(Book{}.fault().empty());
    for (const auto& one : cases) {
        Book book;
        one.change(book);
        CHECK(book.fault() == one.told);
    }
}

TEST_CASE("a file that is no workbook of a form is refused by its kind")
{
    CHECK(form_of_book("{}").error().key == "document.records.kind");
    CHECK(form_of_book("").error().key == "document.empty");
    std::vector<WorkbookSheet> none{{.name = "Khác", .rows = {{1, {"a"}}}}};
    const auto read = read_form_book(none);
    CHECK(read.faults.size() == form_sheets.size());
    CHECK(read_form_book({}).faults.size() == form_sheets.size());
}

}  // namespace caicach::report
