#include <utility>

#include "obligation/board/late_list.hpp"
#include "obligation/board/tables.hpp"
#include "text/number.hpp"

namespace caicach::obligation
{
namespace
{

using document::official_paragraph;
using document::OfficialAlignment;
using document::OfficialTable;

/// The same tables as on the page, as they stand in a document.
OfficialTable table_from(const BoardTable& table, int first_share)
{
    OfficialTable official;
    official.columns.push_back(
        {.title = "STT", .share = 2, .alignment = OfficialAlignment::centre});
    for (const auto& column : table.columns) {
        const bool is_wide = column.width > 20;
        official.columns.push_back(
            {.title = column.name,
             .share = is_wide ? first_share : first_share / 2,
             .alignment = column.is_number ? OfficialAlignment::centre : OfficialAlignment::left});
    }
    int number = 0;
    for (const auto& row : table.rows) {
        document::OfficialRow line;
        line.cells.reserve(row.size() + 1);
        line.cells.push_back(std::to_string(++number));
        for (const auto& cell : row) line.cells.push_back(cell.text);
        official.rows.push_back(std::move(line));
    }
    return official;
}

std::string counted(std::int64_t number, std::string_view what)
{
    return text::format_integer(number) + " " + std::string{what};
}

/// "việc có hạn trong Tháng 5/2026": what the list is about.
std::string what_of(const LateList& list)
{
    const auto until = list.watched.today.plus_days(-1).vietnamese();
    const auto& month = list.watched.filter.month;
    if (month.empty()) return "việc có hạn đến hết ngày " + until;
    auto label = month_label(month);
    if (label.starts_with('T')) label.front() = 't';  // within a sentence
    return "việc có hạn trong " + label + " (tính đến hết ngày " + until + ")";
}

/// What both letters say of the list, after their own first sentence.
void add_list(document::OfficialDocument& letter, const LateList& list, std::string_view annex_of)
{
    const auto say = [&](std::string words) {
        letter.body.emplace_back(official_paragraph(std::move(words)));
    };
    letter.body.emplace_back(table_from(late_agencies_table(list), 8));
    say("Cộng: " + counted(list.overdue, "việc quá hạn") + ", " +
        counted(list.late, "việc đã làm muộn") + ". Từng việc nêu tại Phụ lục kèm theo.");
    say("Danh sách không gồm việc kế hoạch chỉ đề nghị" +
        (list.excused > 0
             ? " và " + counted(list.excused, "việc đã được miễn, có lý do ghi ở từng việc.")
             : std::string{"."}));
    if (list.is_cut)
        say("Phụ lục nêu các việc có hạn sớm nhất; danh sách đầy đủ ở trang theo dõi kế hoạch.");
    letter.annexes.push_back({.title = "Danh mục việc quá hạn và việc làm muộn",
                              .note = "(Kèm theo " + letter.kind + " số      " + letter.number +
                                      " của " + std::string{annex_of} + ")",
                              .is_landscape = true,
                              .blocks = {table_from(late_tasks_table(list), 8)}});
}

document::OfficialDocument letter_of(const LateList& list, const organisation::Letterhead& head,
                                     const identity::SignatureBlock& signature)
{
    return {.parent = head.parent,
            .issuer = head.issuer,
            .place = head.place,
            .date = list.watched.today,
            .signature = {.lines = signature.lines, .name = signature.name}};
}

}  // namespace

document::OfficialDocument late_notice(const LateList& list, const organisation::Letterhead& head,
                                       const identity::SignatureBlock& signature)
{
    const auto& plan = list.watched.plan;
    auto notice = letter_of(list, head, signature);
    notice.number = "/TB-" + head.mark;
    notice.kind = "Thông báo";
    notice.subject = "Danh sách cơ quan chưa thực hiện hoặc thực hiện muộn việc được giao tại " +
                     plan::name_in_short(plan);
    notice.body.emplace_back(
        official_paragraph("Thực hiện " + plan::name_in_full(plan) + ", " + head.issuer +
                           " thông báo các cơ quan chưa thực hiện hoặc thực hiện muộn " +
                           what_of(list) + " như sau:"));
    add_list(notice, list, head.issuer);
    notice.body.emplace_back(official_paragraph(
        head.issuer +
        " đề nghị các cơ quan có tên trên hoàn thành việc còn quá hạn, báo kết quả kèm minh "
        "chứng; nơi có khó khăn, vướng mắc thì nêu rõ để cùng giải quyết."));
    notice.recipients = {"Các cơ quan có tên trong danh sách", "Lưu: VT"};
    return notice;
}

document::OfficialDocument late_report(const LateList& list, const organisation::Letterhead& head,
                                       const identity::SignatureBlock& signature)
{
    const auto& plan = list.watched.plan;
    auto report = letter_of(list, head, signature);
    report.number = "/BC-" + head.mark;
    report.kind = "Báo cáo";
    report.subject = "Cơ quan chưa thực hiện hoặc thực hiện muộn việc được giao tại " +
                     plan::name_in_short(plan);
    const auto to = head.parent.empty() ? std::string{"Cấp trên trực tiếp"} : head.parent;
    report.addressees = {to};
    report.body.emplace_back(official_paragraph(
        "Thực hiện " + plan::name_in_full(plan) + ", " + head.issuer + " báo cáo " + to +
        " các cơ quan chưa thực hiện hoặc thực hiện muộn " + what_of(list) + " như sau:"));
    add_list(report, list, head.issuer);
    report.body.emplace_back(official_paragraph(
        head.issuer + " kính báo cáo " + to +
        " xem xét, chỉ đạo các cơ quan có tên trên hoàn thành việc còn quá hạn."));
    report.recipients = {"Như trên", "Lưu: VT"};
    return report;
}

}  // namespace caicach::obligation
