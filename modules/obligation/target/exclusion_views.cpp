#include "obligation/target/exclusion_views.hpp"

#include <algorithm>
#include <array>

#include "calendar/moment.hpp"
#include "obligation/limits.hpp"
#include "obligation/target/exclusion_paths.hpp"
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

constexpr std::size_t waiting_shown_max = 50;

web::Tone tone_of(ExclusionState state)
{
    switch (state) {
        case ExclusionState::granted:
            return web::Tone::success;
        case ExclusionState::refused:
            return web::Tone::warning;
        case ExclusionState::asked:
            return web::Tone::info;
        case ExclusionState::ended:
            break;
    }
    return web::Tone::neutral;
}

std::string what_of(const ShownExclusion& row)
{
    return row.of.empty() ? std::string{"Cả chỉ tiêu"} : "Riêng mức: " + row.of;
}

/// What goes along with each form about one of them.
struct Hidden {
    std::string id{};
    std::string version{};

    explicit Hidden(const Exclusion& exclusion)
        : id(std::to_string(exclusion.id.value)), version(std::to_string(exclusion.version))
    {
    }
    void write(Writer& out) const
    {
        web::hidden(out, {.name = "exclusion", .value = id});
        web::hidden(out, {.name = "version", .value = version});
    }
};

/// Granting takes a click, refusing a reason.
void verdict_form(Writer& out, const Context& context, const ExclusionsPage& page,
                  const ShownExclusion& row, const web::Fault& fault)
{
    const auto action = exclusion_verdicts_path(page.plan.code, page.target.code());
    const Hidden hidden{row.exclusion};
    const bool is_refused = page.refused == hidden.id;
    const auto field_id = is_refused ? std::string{} : "ly-do-" + hidden.id;
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        hidden.write(fields);
        web::text_field(fields, {.name = "answer",
                                 .label = "Vì sao không chấp nhận",
                                 .value = is_refused ? std::string_view{page.typed_answer} : "",
                                 .hint = "Xác nhận thì để trống.",
                                 .error = is_refused ? fault.at("answer") : std::string_view{},
                                 .id = field_id,
                                 .requirement = web::Requirement::optional,
                                 .length_max = limits::reason_length_max});
        web::form_actions(fields, [&](Writer& buttons) {
            if (row.exclusion.state == ExclusionState::asked)
                web::submit_button(buttons, {.text = "Xác nhận không thuộc diện",
                                             .name = "verdict",
                                             .value = "granted",
                                             .is_small = true});
            web::submit_button(buttons, {.text = row.exclusion.state == ExclusionState::asked
                                                     ? "Không chấp nhận"
                                                     : "Thôi, cơ quan thuộc diện",
                                         .emphasis = web::Emphasis::secondary,
                                         .name = "verdict",
                                         .value = "refused",
                                         .is_small = true});
        });
    });
}

void taking_back(Writer& out, const Context& context, const ExclusionsPage& page,
                 const ShownExclusion& row)
{
    const auto action = exclusion_ends_path(page.plan.code, page.target.code());
    const Hidden hidden{row.exclusion};
    const std::array<web::HiddenValue, 3> values{{{.name = "exclusion", .value = hidden.id},
                                                  {.name = "version", .value = hidden.version},
                                                  {.name = "co-quan", .value = row.code}}};
    web::post_button(out, {.text = "Rút lại",
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .values = values,
                           .is_small = true});
}

void write_one(Writer& out, const Context& context, const ExclusionsPage& page,
               const ShownExclusion& row, const web::Fault& fault)
{
    const auto& one = row.exclusion;
    const auto what = what_of(row);
    const auto asked = vietnamese_moment(one.asked_at);
    const auto decided = one.decided_at ? vietnamese_moment(*one.decided_at) : std::string{};
    out({"<section class=\"card\"><h3>", row.agency, "</h3><p>"});
    web::tag(out, {.text = label_of(one.state), .tone = tone_of(one.state)});
    out({"</p>"});
    const std::array facts{web::Fact{"Phần nào", what}, web::Fact{"Lý do", one.reason},
                           web::Fact{"Nêu lúc", asked}, web::Fact{"Trả lời lúc", decided},
                           web::Fact{"Vì sao không chấp nhận", one.answer}};
    web::compact_facts(out, facts);
    if (one.stands() && page.may_lead) verdict_form(out, context, page, row, fault);
    if (one.stands() && row.may_take_back) taking_back(out, context, page, row);
    out({"</section>"});
}

/// Those of one state; of those that wait so many at once.
void write_state(Writer& out, const Context& context, const ExclusionsPage& page,
                 ExclusionState state, std::string_view title, const web::Fault& fault)
{
    std::size_t count = 0;
    for (const auto& row : page.exclusions) {
        if (row.exclusion.state != state) continue;
        if (count++ == 0) out({"<h2>", title, "</h2>"});
        if (count <= waiting_shown_max) write_one(out, context, page, row, fault);
    }
    if (count > waiting_shown_max)
        out({"<p>Còn ", static_cast<std::int64_t>(count - waiting_shown_max),
             " cơ quan nữa; trả lời xong các cơ quan trên thì hiện tiếp.</p>"});
}

void measure_field(Writer& out, const ExclusionsPage& page)
{
    if (page.target.measures.size() < 2) return;
    std::vector<std::string> sentences;
    for (const auto& measure : page.target.measures) sentences.push_back(measure.sentence());
    std::vector<web::Choice> choices;
    for (std::size_t at = 0; at < sentences.size(); ++at) {
        const auto& key = page.target.measures[at].key;
        choices.push_back({key, sentences[at], {}, key == page.typed_measure});
    }
    web::select_field(out, {.field = {.name = "measure",
                                      .label = "Phần không áp dụng",
                                      .requirement = web::Requirement::optional},
                            .choices = choices,
                            .none_text = "Cả chỉ tiêu"});
}

void stating_form(Writer& out, const Context& context, const ExclusionsPage& page,
                  const web::Fault& fault)
{
    if (page.agencies.empty()) return;
    const auto action = exclusions_path(page.plan.code, page.target.code());
    const bool is_here = page.refused.empty();
    const auto at = [&](std::string_view field) {
        return is_here ? fault.at(field) : std::string_view{};
    };
    out({"<h2>Nêu cơ quan không thuộc diện</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        if (page.agencies.size() == 1) {
            const auto& only = page.agencies.front();
            out({"<p>Cơ quan: ", only.name, "</p>"});
            web::hidden(fields, {.name = "co-quan", .value = only.code});
        } else {
            std::vector<web::Choice> choices;
            for (const auto& agency : page.agencies)
                choices.push_back({agency.code, agency.name, {}, agency.code == page.typed_agency});
            web::select_field(
                fields, {.field = {.name = "co-quan", .label = "Cơ quan", .error = at("co-quan")},
                         .choices = choices,
                         .none_text = "Chọn cơ quan"});
        }
        measure_field(fields, page);
        web::text_area(fields, {.name = "reason",
                                .label = "Lý do",
                                .value = is_here ? std::string_view{page.typed_reason} : "",
                                .hint = "Ví dụ: đơn vị không có nguồn thu; năm nay cơ quan không "
                                        "có sáng kiến.",
                                .error = at("reason"),
                                .length_max = limits::reason_length_max});
        web::submit_button(fields, {.text = page.may_lead ? "Ghi không thuộc diện"
                                                          : "Gửi cơ quan điều phối xác nhận"});
    });
}

}  // namespace

http::Response exclusions_page(const Context& context, const ExclusionsPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    const auto& item = page.target.item;
    auto frame = web::frame_of(context, "Không thuộc diện: " + item.path);
    frame.crumbs = {{.text = item.path + ". " + item.title,
                     .path = target_path(page.plan.code, page.target.code())}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = "Không thuộc diện",
                                  .caption = item.path + ". " + item.title,
                                  .lead = "Cơ quan mà chỉ tiêu không áp dụng: không tính vào số "
                                          "chung, không bị coi là thiếu số liệu."});
            if (page.exclusions.empty())
                out({"<p>Chưa có cơ quan nào được nêu là không thuộc diện.</p>"});
            write_state(out, context, page, ExclusionState::asked, "Chờ xác nhận", fault);
            stating_form(out, context, page, fault);
            write_state(out, context, page, ExclusionState::granted, "Không thuộc diện", fault);
            write_state(out, context, page, ExclusionState::refused, "Không được chấp nhận", fault);
            write_state(out, context, page, ExclusionState::ended, "Đã rút lại", fault);
        },
        fault.status);
}

void write_excluded(Writer& out, const std::vector<ExcludedStanding>& excluded)
{
    if (excluded.empty()) return;
    out({"<details class=\"quiet-details\"><summary>Không thuộc diện (",
         static_cast<std::int64_t>(excluded.size()), ")</summary><ul>"});
    for (const auto& one : excluded) {
        out({"<li>", one.agency.name, ": ", one.stated.reason});
        if (!one.by.empty()) out({" (nêu khi còn là ", one.by, ")"});
        out({"</li>"});
    }
    out({"</ul></details>"});
}

}  // namespace caicach::obligation
