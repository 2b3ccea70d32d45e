#include "obligation/target/number_heir_views.hpp"

#include <algorithm>

#include "calendar/moment.hpp"
#include "obligation/board/board_part_views.hpp"
#include "obligation/limits.hpp"
#include "obligation/target/target_paths.hpp"
#include "web/components/fault.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

std::string names_of(const std::vector<organisation::AgencySummary>& agencies)
{
    std::string names;
    for (const auto& agency : agencies) names += (names.empty() ? "" : ", ") + agency.name;
    return names;
}

std::string who_goes_on(const SplitAgency& split)
{
    if (split.stated.version == 0) return "Chưa ai nêu: số đã báo chưa vào số của cơ quan nào";
    if (!split.stated.heir) return "Không cơ quan nào; mỗi nơi tự ghi số của mình";
    const auto heir =
        std::ranges::find(split.heirs, split.stated.heir, &organisation::AgencySummary::id);
    return heir == split.heirs.end() ? "Cơ quan đã nêu nay không còn; hãy nêu lại" : heir->name;
}

void split_form(Writer& out, const Context& context, const NumberHeirsPage& page,
                const SplitAgency& split, const web::Fault& fault)
{
    const bool is_refused = page.error && page.typed_agency == split.agency.code;
    const auto error_at = [&](std::string_view field) {
        return is_refused ? fault.at(field) : std::string_view{};
    };
    const auto action = number_heirs_path(page.plan.code);
    const auto seen = std::to_string(split.stated.version);
    // Ids stand once on a page; what is refused has the plain ones, for the summary leads there.
    const auto heir_id = is_refused ? std::string{} : "noi-tiep-" + split.agency.code;
    const auto source_id = is_refused ? std::string{} : "can-cu-" + split.agency.code;
    std::vector<web::Choice> choices;
    choices.reserve(split.heirs.size());
    for (const auto& heir : split.heirs)
        choices.push_back(
            {heir.code,
             heir.name,
             {},
             is_refused ? heir.code == page.typed_heir : heir.id == split.stated.heir});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "agency", .value = split.agency.code});
        web::hidden(fields, {.name = "seen", .value = seen});
        web::select_field(fields, {.field = {.name = "heir",
                                             .label = "Cơ quan tiếp nối số liệu",
                                             .error = error_at("heir"),
                                             .id = heir_id,
                                             .requirement = web::Requirement::optional},
                                   .choices = choices,
                                   .none_text = "Không cơ quan nào"});
        web::text_field(fields,
                        {.name = "source",
                         .label = "Căn cứ",
                         .value = is_refused ? page.typed_source : split.stated.source,
                         .hint = "Văn bản, biên bản bàn giao: “Biên bản bàn giao ngày 15/7/2026”.",
                         .error = error_at("source"),
                         .id = source_id,
                         .length_max = limits::title_length_max});
        web::submit_button(fields, {.text = "Lưu nơi tiếp nối"});
    });
}

void write_split(Writer& out, const Context& context, const NumberHeirsPage& page,
                 const SplitAgency& split, const web::Fault& fault)
{
    const auto heirs = names_of(split.heirs);
    const auto who = who_goes_on(split);
    out({"<section><h2>", split.agency.name, "</h2>"});
    web::facts(out, [&](Writer& rows) {
        const auto row = [&](std::string_view name, std::string_view value) {
            web::fact(rows, name, [&](Writer& cell) { cell({value}); });
        };
        row("Nay tiếp nhận", heirs);
        row("Tiếp nối số liệu", who);
        if (split.stated.version > 0) {
            const auto when = vietnamese_moment(split.stated.stated_at);
            row("Căn cứ", split.stated.source);
            row("Nêu lúc", when);
        }
    });
    split_form(out, context, page, split, fault);
    out({"</section>"});
}

}  // namespace

http::Response number_heirs_page(const Context& context, const NumberHeirsPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    auto frame = web::frame_of(context, "Số liệu của cơ quan đã chia, tách: " + page.plan.title);
    frame.crumbs = crumbs_to(page.plan);
    frame.crumbs.push_back({.text = "Chỉ tiêu", .path = plan_targets_path(page.plan.code)});
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out,
                            {.title = "Số liệu của cơ quan đã chia, tách",
                             .caption = page.plan.title,
                             .lead = "Số liệu chỉ tiêu không chia theo tỷ lệ. Nêu một cơ quan tiếp "
                                     "nối thì số đã báo của cơ quan cũ tính vào cơ quan ấy."});
            if (page.agencies.empty())
                web::empty_state(out, {.title = "Không có cơ quan nào cần nêu",
                                       .text = "Cơ quan đã báo số rồi được chia cho nhiều nơi thì "
                                               "hiện ở đây."});
            for (const auto& split : page.agencies) write_split(out, context, page, split, fault);
        },
        fault.status);
}

}  // namespace caicach::obligation
