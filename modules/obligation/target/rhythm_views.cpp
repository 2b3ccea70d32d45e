#include "obligation/target/rhythm_views.hpp"

#include <algorithm>
#include <array>

#include "obligation/board/board_part_views.hpp"
#include "obligation/target/target_paths.hpp"
#include "text/text.hpp"
#include "web/components/fault.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

constexpr std::array rhythms{Rhythm::month, Rhythm::quarter, Rhythm::half, Rhythm::year,
                             Rhythm::none};

std::string title_of(const Target& target) { return target.item.path + ". " + target.item.title; }

/// Who says so.
std::string_view source_of(const RhythmsPage& page, const Target& target)
{
    const auto holds = rhythm_of(page.rhythms, target.item.lineage);
    if (holds.version == 0) return "Chưa ai nêu";
    if (holds.by_plan) return holds.rhythm == Rhythm::as_planned ? "Chưa ai nêu" : "Lời kế hoạch";
    return holds.lineage ? "Điều phối nêu riêng" : "Nhịp chung";
}

void rhythm_form(Writer& out, const Context& context, const RhythmsPage& page,
                 const web::Fault& fault)
{
    const auto action = rhythms_path(page.plan.code);
    const auto seen = std::to_string(seen_of(page.rhythms));
    const auto days = page.error ? page.typed_days : std::to_string(number_days_default);
    std::vector<std::string> titles;
    titles.reserve(page.targets.size());
    for (const auto& target : page.targets) titles.push_back(title_of(target));
    std::vector<std::string> codes;
    codes.reserve(page.targets.size());
    for (const auto& target : page.targets) codes.push_back(target.code());
    std::vector<web::Choice> targets;
    targets.reserve(titles.size());
    for (std::size_t at = 0; at < titles.size(); ++at)
        targets.push_back({codes[at], titles[at], {}, codes[at] == page.typed_target});
    std::vector<web::Choice> choices;
    choices.reserve(rhythms.size());
    for (const auto rhythm : rhythms)
        choices.push_back(
            {name_of(rhythm), label_of(rhythm), {}, name_of(rhythm) == page.typed_rhythm});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "seen", .value = seen});
        web::select_field(fields, {.field = {.name = "target",
                                             .label = "Chỉ tiêu",
                                             .requirement = web::Requirement::optional},
                                   .choices = targets,
                                   .none_text = "Mọi chỉ tiêu không nêu riêng"});
        web::select_field(fields, {.field = {.name = "rhythm",
                                             .label = "Bao lâu báo số liệu một lần",
                                             .error = fault.at("rhythm"),
                                             .requirement = web::Requirement::optional},
                                   .choices = choices,
                                   .none_text = "Theo kế hoạch"});
        web::number_field(fields, {.field = {.name = "days",
                                             .label = "Chậm nhất, sau khi hết kỳ",
                                             .value = days,
                                             .error = fault.at("days")},
                                   .unit = "ngày"});
        web::submit_button(fields, {.text = "Lưu nhịp báo số liệu"});
    });
}

}  // namespace

std::string rhythm_text(const NumberRhythm& rhythm)
{
    if (rhythm.rhythm == Rhythm::none || rhythm.rhythm == Rhythm::as_planned)
        return std::string{label_of(Rhythm::none)};
    return std::string{label_of(rhythm.rhythm)} + ", chậm nhất " + std::to_string(rhythm.days) +
           " ngày sau khi hết kỳ";
}

http::Response rhythms_page(const Context& context, const RhythmsPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    auto frame = web::frame_of(context, "Nhịp báo số liệu: " + page.plan.title);
    frame.crumbs = crumbs_to(page.plan);
    frame.crumbs.push_back({.text = "Chỉ tiêu", .path = plan_targets_path(page.plan.code)});
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = "Nhịp báo số liệu",
                                  .caption = page.plan.title,
                                  .lead = "Hết mỗi kỳ, cơ quan chưa báo số được nêu tên và được "
                                          "nhắc trước, đúng và sau hạn."});
            rhythm_form(out, context, page, fault);
            constexpr std::array columns{web::Column{.name = "Chỉ tiêu"},
                                         web::Column{.name = "Nhịp"}, web::Column{.name = "Do đâu"},
                                         web::Column{.name = "Kỳ đang hỏi"}};
            web::table(out, {.caption = "Nhịp của từng chỉ tiêu", .columns = columns},
                       [&](web::Rows& rows) {
                           for (const auto& target : page.targets) {
                               const auto holds = rhythm_of(page.rhythms, target.item.lineage);
                               const auto asked = asked_on(holds, page.plan, page.today);
                               const auto title = title_of(target);
                               const auto path = target_path(page.plan.code, target.code());
                               rows.begin();
                               rows.cell([&](Writer& cell) {
                                   cell({"<a href=\"", html::url(path), "\">", title, "</a>"});
                               });
                               rows.cell(rhythm_text(holds));
                               rows.cell(source_of(page, target));
                               rows.cell(asked ? asked_text(*asked, page.today) : std::string{});
                               rows.end();
                           }
                       });
        },
        fault.status);
}

void write_asked(Writer& out, const TargetStanding& standing, bool sees_all, Date today)
{
    if (!standing.asked) return;
    const auto asked = asked_text(*standing.asked, today);
    out({"<section><h2>Số liệu kỳ này</h2><p>", asked,
         ". Số của tháng cuối kỳ hoặc muộn hơn là đã "
         "báo.</p>"});
    if (standing.missing.empty()) out({"<p>Mọi cơ quan thuộc diện đã báo.</p>"});
    if (!standing.missing.empty() && sees_all) {
        std::vector<std::string> names;
        names.reserve(standing.missing.size());
        for (const auto& agency : standing.missing) names.push_back(agency.name);
        out({"<details class=\"quiet-details\"><summary>Còn thiếu số liệu (",
             static_cast<std::int64_t>(names.size()), ")</summary><p>", text::join(names, "; "),
             ".</p></details>"});
    }
    out({"</section>"});
}

void write_own_missing(Writer& out, const std::vector<MissingNumbers>& missing, Date today)
{
    if (missing.empty()) return;
    out({"<section id=\"con-thieu\"><h2>Còn thiếu số liệu (",
         static_cast<std::int64_t>(missing.size()), ")</h2><ul>"});
    for (const auto& one : missing) {
        const auto asked = asked_text(one.asked, today);
        out({"<li><a href=\"", html::url(one.path), "\">", one.text, "</a>: ", asked, "</li>"});
    }
    out({"</ul></section>"});
}

}  // namespace caicach::obligation
