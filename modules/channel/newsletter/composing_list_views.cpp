#include "channel/newsletter/composing_list_views.hpp"

#include <array>

#include "calendar/moment.hpp"
#include "channel/limits.hpp"
#include "channel/paths.hpp"
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

void tabs_of(Writer& out, const ComposingListPage& page)
{
    if (!page.may_release || (page.is_waiting && !page.may_compose)) return;
    const auto own = composing_path();
    const auto waiting = waiting_path();
    const std::array entries{
        web::Tab{.text = "Bản tin của cơ quan", .path = own, .is_current = !page.is_waiting},
        web::Tab{.text = "Chờ duyệt", .path = waiting, .is_current = page.is_waiting}};
    web::tabs(out, "Bản tin nào", entries);
}

void agency_filter(Writer& out, const ComposingListPage& page)
{
    if (page.is_waiting || page.agencies.size() < 2) return;
    std::vector<web::Choice> choices;
    choices.reserve(page.agencies.size());
    for (const auto& one : page.agencies)
        choices.push_back(
            {.value = one.code, .label = one.name, .is_chosen = one.id == page.agency.id});
    const auto action = composing_path();
    web::filter_form(
        out, {.action = action, .results_id = "danh-sach", .label = "Chọn cơ quan"},
        [&](Writer& fields) {
            web::combobox_field(
                fields, {.field = {.name = "co-quan", .label = "Cơ quan"}, .choices = choices});
        });
}

std::string moment_of(const Issue& issue)
{
    if (issue.released_at) return vietnamese_moment(*issue.released_at);
    if (issue.release_at) return "sẽ phát hành " + vietnamese_moment(*issue.release_at);
    return "bắt đầu " + vietnamese_moment(issue.made_at);
}

void rows_of(web::Rows& rows, const ComposingListPage& page)
{
    for (std::size_t i = 0; i < page.issues.size(); ++i) {
        const auto& one = page.issues[i];
        const auto path = composing_path(one.code);
        rows.begin();
        rows.cell(
            [&](Writer& cell) { cell({"<a href=\"", html::url(path), "\">", one.title, "</a>"}); });
        rows.cell(one.number > 0 ? numbered(one.number, one.year) : std::string{"Chưa có"});
        if (page.is_waiting) rows.cell(page.agency_names[i]);
        rows.cell(text_of(one.state));
        rows.cell(moment_of(one));
        rows.end();
    }
}

void list(Writer& out, const ComposingListPage& page)
{
    out({"<div id=\"danh-sach\">"});
    if (page.issues.empty()) {
        web::empty_state(
            out, {.title = page.is_waiting ? "Không có số nào chờ duyệt" : "Chưa có số nào",
                  .text = page.is_waiting
                              ? "Số bản tin được gửi duyệt hiện ở đây."
                              : "Mở số mới, chọn bài đã đăng, gửi duyệt. Số phát hành rồi tự tính "
                                "vào chỉ tiêu bản tin của cơ quan."});
    } else {
        std::vector<web::Column> columns{{.name = "Tên"}, {.name = "Số"}};
        if (page.is_waiting) columns.push_back({.name = "Cơ quan"});
        for (const auto name : {"Tình trạng", "Khi nào"}) columns.push_back({.name = name});
        web::table(out, {.caption = "Các số bản tin", .columns = columns},
                   [&](web::Rows& rows) { rows_of(rows, page); });
        web::pagination(out, {.next_path = page.next_path});
    }
    out({"</div>"});
}

void new_form(Writer& out, const Context& context, const ComposingListPage& page)
{
    if (page.is_waiting) return;
    const auto action = composing_path();
    out({"<h2 id=\"so-moi\">Mở số mới</h2>"});
    web::form(
        out, {.action = action, .csrf = context.surroundings().csrf, .taken_keys = page.taken_keys},
        [&](Writer& fields) {
            web::hidden(fields, {.name = once::field, .value = page.key});
            web::hidden(fields, {.name = "agency", .value = page.agency.code});
            web::text_field(fields, {.name = "title",
                                     .label = "Tên số bản tin",
                                     .value = page.form.value("title"),
                                     .hint = "Người đọc thấy tên này ở đầu bản tin.",
                                     .error = page.fault.at("title"),
                                     .length_max = limits::title_length_max});
            web::form_actions(fields, [&](Writer& buttons) {
                web::submit_button(buttons, {.text = "Mở số mới"});
            });
        });
}

}  // namespace

http::Response composing_list_page(const Context& context, const ComposingListPage& page)
{
    auto frame = web::frame_of(context, "Soạn bản tin");
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out,
                            {.title = page.is_waiting ? "Bản tin chờ duyệt" : "Soạn bản tin",
                             .caption = page.is_waiting ? std::string_view{} : page.agency.name});
            tabs_of(out, page);
            agency_filter(out, page);
            list(out, page);
            new_form(out, context, page);
        },
        page.fault.status);
}

}  // namespace caicach::channel
