#include "obligation/cascade/part_views.hpp"

#include <algorithm>
#include <array>

#include "http/percent.hpp"
#include "obligation/cascade/cascade_paths.hpp"
#include "obligation/limits.hpp"
#include "obligation/proposal/proposal_paths.hpp"
#include "obligation/state_views.hpp"
#include "text/number.hpp"
#include "web/components/feedback.hpp"
#include "web/components/forms.hpp"
#include "web/components/parts.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

std::string in_unit(std::int64_t count, const std::string& unit)
{
    const auto number = text::format_integer(count);
    return unit.empty() ? number : number + " " + unit;
}

/// "Đã giao 4 trong 5 tin, bài cho 2 đơn vị; cơ quan tự làm 1."
std::string share_in_words(const Obligation& obligation, const PartSums& sums)
{
    auto said = "Đã giao " + in_unit(sums.needed, obligation.unit) + " cho " +
                text::format_integer(sums.parts) + " đơn vị, cả việc cần " +
                in_unit(obligation.needed, obligation.unit);
    if (sums.needed < obligation.needed)
        return said + "; phần còn lại (" +
               in_unit(obligation.needed - sums.needed, obligation.unit) + ") cơ quan tự làm.";
    return said + ".";
}

void part_row(web::Rows& rows, const ShownPart& shown, Date today)
{
    const auto& part = shown.part.obligation;
    const auto path = task_path(part.code);
    rows.begin();
    rows.cell(
        [&](Writer& cell) { cell({"<a href=\"", html::url(path), "\">", shown.unit, "</a>"}); });
    rows.cell(part.needed);
    rows.cell(part.done);
    rows.cell(part.closing == Closing::none ? part.missing() : 0);
    rows.cell([&](Writer& cell) { web::date(cell, part.due_on); });
    rows.cell([&](Writer& cell) { state_tag(cell, part, today); });
    rows.end();
}

void parts_table(Writer& out, const CascadePart& shown, const PartSums& sums, Date today)
{
    constexpr std::array columns{web::Column{.name = "Đơn vị"},
                                 web::Column{.name = "Được giao", .is_number = true},
                                 web::Column{.name = "Đã làm", .is_number = true},
                                 web::Column{.name = "Còn thiếu", .is_number = true},
                                 web::Column{.name = "Hạn"},
                                 web::Column{.name = "Tình trạng"}};
    web::table(out, {.caption = "Theo hạn; phần đã thu hồi không cộng", .columns = columns},
               [&](web::Rows& rows) {
                   std::size_t count = 0;
                   for (const auto& part : shown.parts) {
                       if (count++ == static_cast<std::size_t>(limits::parts_on_page)) break;
                       part_row(rows, part, today);
                   }
                   rows.begin();
                   rows.cell([](Writer& cell) { cell({"<strong>Cộng</strong>"}); });
                   rows.cell(sums.needed);
                   rows.cell(sums.done);
                   rows.cell(sums.missing);
                   rows.cell("");
                   rows.cell(sums.late == 0 ? std::string{"Không phần nào muộn"}
                                            : text::format_integer(sums.late) + " phần muộn");
                   rows.end();
               });
}

}  // namespace

void whole_part(Writer& out, const Obligation& obligation, const CascadePart& shown, Date today)
{
    if (!shown.whole) return;
    const auto& whole = *shown.whole;
    const auto path = task_path(whole.code);
    const auto progress = progress_of(whole, today);
    const bool is_agreed = !shown.proposal.empty();
    out({"<h2>", html::when(is_agreed, "Phần việc đã thống nhất với cơ quan chủ trì"),
         html::when(!is_agreed, "Việc này do cơ quan cấp trên giao"), "</h2>"});
    web::facts(out, [&](Writer& rows) {
        web::fact(rows, "Do cơ quan", [&](Writer& cell) { cell({shown.giver}); });
        web::fact(rows, "Cả việc", [&](Writer& cell) {
            if (shown.sees_whole)
                cell({"<a href=\"", html::url(path), "\">", progress, "</a>"});
            else
                cell({progress});
        });
        web::fact(rows, "Hạn của cả việc",
                  [&](Writer& cell) { cell({"hết ngày ", whole.due_on.vietnamese()}); });
        if (!shown.note.empty())
            web::fact(rows, is_agreed ? "Nội dung" : "Lời giao", [&](Writer& cell) {
                cell({"<span class=\"lines\">", shown.note, "</span>"});
            });
    });
    out({"<p>Kết quả của phần này được tính cho cả việc của ", shown.giver, ".</p>"});
    const auto agreement = proposal_path(shown.proposal);
    if (is_agreed)
        out({"<p><a href=\"", html::url(agreement),
             "\">Quá trình thống nhất, đề nghị sửa</a></p>"});
    if (!shown.may_decide) return;
    const auto change = part_path(obligation.code);
    web::link_button(out, {.text = is_agreed ? "Thu hồi phần này" : "Sửa, thu hồi phần này",
                           .path = change,
                           .emphasis = web::Emphasis::secondary,
                           .is_small = true});
}

void parts_part(Writer& out, const Obligation& obligation, const CascadePart& shown, Date today)
{
    const bool may_divide = shown.may_hand_on || shown.may_propose;
    if (shown.parts.empty() && shown.proposals == 0 && !may_divide) return;
    const bool has_agreed = std::ranges::any_of(
        shown.parts, [](const ShownPart& one) { return static_cast<bool>(one.part.agreed_in); });
    const bool cooperates = has_agreed || shown.proposals > 0 || shown.may_propose;
    out({"<h2>", html::when(cooperates, "Phân công thực hiện"),
         html::when(!cooperates, "Giao xuống đơn vị trực thuộc"), "</h2>"});
    const auto sums = sums_of(shown.parts, today);
    if (shown.parts.empty()) {
        out({"<p>Chưa giao phần nào. Cơ quan tự làm cả việc.</p>"});
    } else {
        out({"<p>", share_in_words(obligation, sums), "</p>"});
        parts_table(out, shown, sums, today);
        if (shown.parts.size() > static_cast<std::size_t>(limits::parts_on_page))
            out({"<p>Bảng có ", text::format_integer(limits::parts_on_page), " trong ",
                 text::format_integer(static_cast<std::int64_t>(shown.parts.size())),
                 " phần; số cộng là của tất cả.</p>"});
        std::string query;
        http::append_to_query(query, "co-quan", shown.agency_code);
        http::append_to_query(query, "nam", std::to_string(obligation.due_on.year()));
        const auto all = given_path() + query;
        out({"<p><a href=\"", html::url(all), "\">Mọi việc cơ quan đã giao cho đơn vị</a></p>"});
    }
    if (shown.proposals > 0)
        out({"<p>", text::format_integer(shown.proposals),
             " phần chờ trả lời, chưa thành việc của ai.</p>"});
    const auto division = division_path(obligation.code);
    if (cooperates)
        web::link_button(
            out, {.text = shown.may_propose ? "Chia phần với cơ quan phối hợp" : "Xem phân công",
                  .path = division,
                  .emphasis = web::Emphasis::secondary});
    const auto path = hand_on_path(obligation.code);
    if (shown.may_hand_on)
        web::link_button(out, {.text = "Giao cho đơn vị trực thuộc",
                               .path = path,
                               .emphasis = web::Emphasis::secondary});
}

}  // namespace caicach::obligation
