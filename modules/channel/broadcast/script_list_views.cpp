#include "channel/broadcast/script_list_views.hpp"

#include <array>

#include "calendar/moment.hpp"
#include "channel/broadcast/broadcast_paths.hpp"
#include "channel/limits.hpp"
#include "once/once.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"

namespace caicach::channel
{
namespace
{

using html::Writer;

void script_tabs(Writer& out, const ScriptListPage& page)
{
    if (!page.may_approve || (page.is_waiting && !page.may_compose)) return;
    const auto own = scripts_path();
    const auto waiting = waiting_scripts_path();
    const std::array entries{
        web::Tab{.text = "Kịch bản của cơ quan", .path = own, .is_current = !page.is_waiting},
        web::Tab{.text = "Chờ duyệt", .path = waiting, .is_current = page.is_waiting}};
    web::tabs(out, "Kịch bản nào", entries);
}

void script_agency_filter(Writer& out, const ScriptListPage& page)
{
    if (page.is_waiting || page.agencies.size() < 2) return;
    std::vector<web::Choice> choices;
    choices.reserve(page.agencies.size());
    for (const auto& one : page.agencies)
        choices.push_back(
            {.value = one.code, .label = one.name, .is_chosen = one.id == page.agency.id});
    const auto action = scripts_path();
    web::filter_form(
        out, {.action = action, .results_id = "danh-sach", .label = "Chọn cơ quan"},
        [&](Writer& fields) {
            web::combobox_field(
                fields, {.field = {.name = "co-quan", .label = "Cơ quan"}, .choices = choices});
        });
}

std::string script_moment(const Script& script)
{
    if (script.approved_at) return "duyệt " + vietnamese_moment(*script.approved_at);
    return "bắt đầu " + vietnamese_moment(script.made_at);
}

void script_rows_of(web::Rows& rows, const ScriptListPage& page)
{
    for (std::size_t i = 0; i < page.scripts.size(); ++i) {
        const auto& one = page.scripts[i];
        const auto path = scripts_path(one.code);
        rows.begin();
        rows.cell(
            [&](Writer& cell) { cell({"<a href=\"", html::url(path), "\">", one.title, "</a>"}); });
        if (page.is_waiting) rows.cell(page.agency_names[i]);
        rows.cell(text_of(one.state));
        rows.cell(script_moment(one));
        rows.end();
    }
}

void script_list(Writer& out, const ScriptListPage& page)
{
    out({"<div id=\"danh-sach\">"});
    if (page.scripts.empty()) {
        web::empty_state(
            out,
            {.title = page.is_waiting ? "Không có kịch bản nào chờ duyệt" : "Chưa có kịch bản nào",
             .text = page.is_waiting
                         ? "Kịch bản được gửi duyệt hiện ở đây."
                         : "Mở kịch bản, lấy bài đã đăng, thêm lời dẫn rồi gửi duyệt."});
    } else {
        std::vector<web::Column> columns{{.name = "Tên"}};
        if (page.is_waiting) columns.push_back({.name = "Cơ quan"});
        for (const auto name : {"Tình trạng", "Khi nào"}) columns.push_back({.name = name});
        web::table(out, {.caption = "Các kịch bản phát thanh", .columns = columns},
                   [&](web::Rows& rows) { script_rows_of(rows, page); });
        web::pagination(out, {.next_path = page.next_path});
    }
    out({"</div>"});
}

void new_script_form(Writer& out, const Context& context, const ScriptListPage& page)
{
    if (page.is_waiting) return;
    const auto action = scripts_path();
    out({"<h2 id=\"kich-ban-moi\">Mở kịch bản mới</h2>"});
    web::form(
        out, {.action = action, .csrf = context.surroundings().csrf, .taken_keys = page.taken_keys},
        [&](Writer& fields) {
            web::hidden(fields, {.name = once::field, .value = page.key});
            web::hidden(fields, {.name = "agency", .value = page.agency.code});
            web::text_field(fields, {.name = "title",
                                     .label = "Tên chương trình",
                                     .value = page.form.value("title"),
                                     .hint = "Ví dụ: Dịch vụ công trực tuyến ở xã, tháng 3.",
                                     .error = page.fault.at("title"),
                                     .length_max = limits::title_length_max});
            web::form_actions(fields, [&](Writer& buttons) {
                web::submit_button(buttons, {.text = "Mở kịch bản mới"});
            });
        });
}

}  // namespace

http::Response script_list_page(const Context& context, const ScriptListPage& page)
{
    auto frame = web::frame_of(context, "Soạn phát thanh");
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out,
                            {.title = page.is_waiting ? "Kịch bản chờ duyệt" : "Soạn phát thanh",
                             .caption = page.is_waiting ? std::string_view{} : page.agency.name});
            script_tabs(out, page);
            script_agency_filter(out, page);
            script_list(out, page);
            new_script_form(out, context, page);
        },
        page.fault.status);
}

}  // namespace caicach::channel
