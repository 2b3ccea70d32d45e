#include <utility>

#include "obligation/board/late_list.hpp"
#include "obligation/board/official_letter.hpp"
#include "obligation/board/tables.hpp"

namespace caicach::obligation
{
namespace
{

using document::official_paragraph;

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
void add_list(document::OfficialDocument& letter, const LateList& list)
{
    const auto say = [&](std::string words) {
        letter.body.emplace_back(official_paragraph(std::move(words)));
    };
    letter.body.emplace_back(official_table(late_agencies_table(list), 8));
    say("Cộng: " + counted(list.overdue, "việc quá hạn") + ", " +
        counted(list.late, "việc đã làm muộn") + ". Từng việc nêu tại Phụ lục kèm theo.");
    say("Danh sách không gồm việc kế hoạch chỉ đề nghị" +
        (list.excused > 0
             ? " và " + counted(list.excused, "việc đã được miễn, có lý do ghi ở từng việc.")
             : std::string{"."}));
    if (list.is_cut)
        say("Phụ lục nêu các việc có hạn sớm nhất; danh sách đầy đủ ở trang theo dõi kế hoạch.");
    letter.annexes.push_back({.title = "Danh mục việc quá hạn và việc làm muộn",
                              .note = annex_note(letter),
                              .is_landscape = true,
                              .blocks = {official_table(late_tasks_table(list), 8)}});
}

}  // namespace

document::OfficialDocument late_notice(const LateList& list, const Sender& sender)
{
    const auto& head = sender.head;
    const auto& plan = list.watched.plan;
    auto notice = letter_from(sender, list.watched.today);
    notice.number = "/TB-" + head.mark;
    notice.kind = "Thông báo";
    notice.subject = "Danh sách cơ quan chưa thực hiện hoặc thực hiện muộn việc được giao tại " +
                     plan::name_in_short(plan);
    notice.body.emplace_back(
        official_paragraph("Thực hiện " + plan::name_in_full(plan) + ", " + head.issuer +
                           " thông báo các cơ quan chưa thực hiện hoặc thực hiện muộn " +
                           what_of(list) + " như sau:"));
    add_list(notice, list);
    notice.body.emplace_back(official_paragraph(
        head.issuer +
        " đề nghị các cơ quan có tên trên hoàn thành việc còn quá hạn, báo kết quả kèm minh "
        "chứng; nơi có khó khăn, vướng mắc thì nêu rõ để cùng giải quyết."));
    notice.recipients = {"Các cơ quan có tên trong danh sách", "Lưu: VT"};
    return notice;
}

document::OfficialDocument late_report(const LateList& list, const Sender& sender)
{
    const auto& head = sender.head;
    const auto& plan = list.watched.plan;
    auto report = letter_from(sender, list.watched.today);
    report.number = "/BC-" + head.mark;
    report.kind = "Báo cáo";
    report.subject = "Cơ quan chưa thực hiện hoặc thực hiện muộn việc được giao tại " +
                     plan::name_in_short(plan);
    const auto to = above_of(sender);
    report.addressees = {to};
    report.body.emplace_back(official_paragraph(
        "Thực hiện " + plan::name_in_full(plan) + ", " + head.issuer + " báo cáo " + to +
        " các cơ quan chưa thực hiện hoặc thực hiện muộn " + what_of(list) + " như sau:"));
    add_list(report, list);
    report.body.emplace_back(official_paragraph(
        head.issuer + " kính báo cáo " + to +
        " xem xét, chỉ đạo các cơ quan có tên trên hoàn thành việc còn quá hạn."));
    report.recipients = {"Như trên", "Lưu: VT"};
    return report;
}

}  // namespace caicach::obligation
