#include "audit/trail_views.hpp"

#include <array>

#include "audit/limits.hpp"
#include "text/number.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::audit
{
namespace
{

using html::Writer;

constexpr std::string_view results_id = "ket-qua";

std::string error_at(const Context& context, const TrailQuery& query, std::string_view field)
{
    const auto* error = query.form.error_of(field);
    return error == nullptr ? std::string{} : context.message(*error);
}

void action_field(Writer& out, const Context& context, const TrailQuery& query)
{
    std::vector<web::Choice> choices;
    const auto& actions = context.services().audited_actions;
    choices.reserve(actions.size());
    for (const auto& action : actions) {
        choices.push_back({.value = action.action,
                           .label = action.text,
                           .is_chosen = action.action == query.filter.action});
    }
    web::select_field(
        out,
        {.field = {.name = "viec", .label = "Việc"}, .choices = choices, .none_text = "Tất cả"});
}

void filters(Writer& out, const Context& context, const TrailView& view)
{
    const auto& query = view.query;
    const auto clear = query.is_filtered() ? trail_path() : std::string{};
    const auto field = [&](Writer& fields, auto& write, std::string_view name,
                           std::string_view label, std::string_view hint) {
        const auto error = error_at(context, query, name);
        write(fields, {.name = name,
                       .label = label,
                       .value = query.form.value(name),
                       .hint = hint,
                       .error = error,
                       .requirement = web::Requirement::optional});
    };
    web::filter_form(
        out, {.action = trail_path(), .results_id = results_id, .clear_path = clear},
        [&](Writer& fields) {
            field(fields, web::text_field, "nguoi", "Người làm", "Đủ họ tên, như trong nhật ký");
            field(fields, web::text_field, "co-quan", "Thay mặt cơ quan", "Tên hoặc tên viết tắt");
            action_field(fields, context, query);
            field(fields, web::text_field, "phien", "Phiên đăng nhập", "Bấm vào phiên ở một dòng");
            field(fields, web::text_field, "dia-chi", "Từ địa chỉ", "Ví dụ: 203.0.113.7");
            field(fields, web::text_field, "xem", "Ai đã xem dữ liệu của",
                  "Tên đăng nhập của người đó, hoặc mã trong địa chỉ trang tài khoản");
            field(fields, web::date_field, "tu", "Từ ngày", "Ví dụ: 15/03/2026");
            field(fields, web::date_field, "den", "Đến hết ngày", "");
            const auto about = query.form.value("ve");
            if (!about.empty()) web::hidden(fields, {.name = "ve", .value = about});
        });
}

void person(Writer& cell, const TrailLine& line)
{
    cell({"<a href=\"", html::url(trail_path("nguoi", line.name)), "\">", line.person, "</a>"});
    if (!line.on_behalf_of.empty()) cell({", thay ", line.on_behalf_of});
    if (line.agency.empty()) return;
    cell({", <a href=\"", html::url(trail_path("co-quan", line.agency_slug)), "\">", line.agency,
          "</a>"});
}

void what(Writer& cell, const TrailLine& line)
{
    cell({line.action});
    if (!line.detail.empty()) cell({"<br><span class=\"muted\">", line.detail, "</span>"});
}

/// Nothing for what the program did by itself.
void origin(Writer& cell, const TrailLine& line)
{
    if (!line.address.empty())
        cell({"<a href=\"", html::url(trail_path("dia-chi", line.address)), "\">", line.address,
              "</a>"});
    if (line.session.empty()) return;
    cell({" <a href=\"", html::url(trail_path("phien", line.session)), "\">phiên ", line.session,
          "</a>"});
}

void object(Writer& cell, const TrailLine& line)
{
    cell({line.kind});
    if (!line.path.empty()) cell({": <a href=\"", html::url(line.path), "\">", line.title, "</a>"});
    const auto all = trail_path("ve", std::to_string(line.seq));
    cell({" (<a href=\"", html::url(all), "\">mọi việc<span class=\"visually-hidden\"> về ",
          line.kind, " của dòng ", line.seq, "</span></a>)"});
}

void table(Writer& out, const TrailView& view)
{
    constexpr std::array columns{
        web::Column{.name = "Lúc"},    web::Column{.name = "Ai"},
        web::Column{.name = "Làm gì"}, web::Column{.name = "Với"},
        web::Column{.name = "Từ đâu"}, web::Column{.name = "Dòng", .is_number = true}};
    web::table(out, {.caption = "Các việc đã ghi, mới nhất trước", .columns = columns},
               [&](web::Rows& rows) {
                   for (const auto& line : view.lines) {
                       rows.begin();
                       rows.cell(line.time);
                       rows.cell([&](Writer& cell) { person(cell, line); });
                       rows.cell([&](Writer& cell) { what(cell, line); });
                       rows.cell([&](Writer& cell) { object(cell, line); });
                       rows.cell([&](Writer& cell) { origin(cell, line); });
                       rows.cell(line.seq);
                       rows.end();
                   }
               });
}

void no_lines(Writer& out, const TrailView& view)
{
    if (view.is_cut) return;
    web::empty_state(out, {.title = "Không có việc nào như vậy",
                           .text = "Hãy bớt điều kiện lọc, hoặc chọn khoảng ngày rộng hơn.",
                           .action_text = "Xem tất cả",
                           .action_path = trail_path()});
}

void summary(Writer& out, const Context& context, const TrailQuery& query)
{
    std::vector<std::string> messages;
    for (const auto& error : query.form.errors()) messages.push_back(context.message(error));
    std::vector<web::FieldError> errors;
    for (std::size_t at = 0; at < messages.size(); ++at) {
        const std::string_view field = query.form.errors()[at].field;
        const bool is_shown = field != "ve" && field != "truoc";
        errors.push_back({.field_id = is_shown ? field : "", .message = messages[at]});
    }
    web::error_summary(out, errors);
}

void results(Writer& out, const TrailView& view)
{
    out({"<div id=\"", results_id, "\" aria-live=\"polite\">"});
    if (view.lines.empty()) {
        no_lines(out, view);
    } else {
        table(out, view);
    }
    if (view.is_cut) {
        web::notice(out, {.tone = web::Tone::info,
                          .text = "Đã xem " + text::format_integer(limits::trail_rows_looked_max) +
                                  " dòng gần nhất; những dòng trước đó có thể còn. Bấm “Trang "
                                  "sau” để tìm tiếp."});
    }
    const bool is_first = view.query.before == 0;
    const auto next =
        view.next_before == 0 ? std::string{} : trail_path(view.query, view.next_before);
    const auto shown = view.lines.empty() ? std::string{}
                                          : "Dòng " + std::to_string(view.lines.front().seq) +
                                                " đến " + std::to_string(view.lines.back().seq);
    if (!is_first || !next.empty()) web::pagination(out, {.next_path = next, .shown = shown});
    out({"</div>"});
}

}  // namespace

http::Response trail_page(const Context& context, const TrailView& view)
{
    auto frame = web::frame_of(context, "Nhật ký");
    frame.is_wide = true;
    const auto file = trail_file_path(view.query);
    const bool has_errors = view.query.form.has_errors();
    const auto lead = view.about.empty()
                          ? std::string{"Ai đã làm gì, lúc nào. Nhật ký chỉ được ghi thêm."}
                          : "Mọi việc đã ghi về " + view.about + ".";
    const auto content = [&](Writer& out) {
        web::page_title(out, {.title = "Nhật ký", .lead = lead}, [&](Writer& actions) {
            if (has_errors) return;
            web::link_button(actions, {.text = "Tải về (CSV)", .path = file, .is_download = true});
        });
        summary(out, context, view.query);
        filters(out, context, view);
        if (!has_errors) results(out, view);
    };
    return web::show(frame, content, has_errors ? http::status_of(Failure::invalid) : 200);
}

}  // namespace caicach::audit
