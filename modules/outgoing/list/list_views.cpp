#include "outgoing/list/list_views.hpp"

#include <array>

#include "outgoing/agency_filter_views.hpp"
#include "outgoing/paths.hpp"
#include "text/text.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"

namespace caicach::outgoing
{
namespace
{

using html::Writer;

/// "Mỗi nơi một dòng. Sau tên ghi (b/c) để báo cáo, …"
std::string hint_of(const std::vector<RecipientMarker>& markers)
{
    std::vector<std::string> words;
    words.reserve(markers.size());
    for (const auto& one : markers) words.push_back("(" + one.mark + ") " + one.text);
    return "Mỗi nơi một dòng: cơ quan, nhóm cơ quan hoặc nơi khác. Sau tên có thể ghi " +
           text::join(words, ", ") + ". Dòng “Lưu: VT” luôn đứng cuối.";
}

void fields_of(Writer& fields, const ListsPage& page)
{
    const auto hint = hint_of(page.markers);
    web::text_field(fields, {.name = "name",
                             .label = "Tên danh sách",
                             .value = page.form.value("name"),
                             .hint = "Ví dụ: Gửi báo cáo quý.",
                             .error = page.fault.at("name")});
    web::text_area(fields, {.name = "lines",
                            .label = "Nơi nhận",
                            .value = page.form.value("lines"),
                            .hint = hint,
                            .error = page.fault.at("lines")});
}

void meant(Writer& out, const MeantLine& line)
{
    out({"<li>", line.line});
    if (line.agencies > 1) out({": ", line.agencies, " cơ quan dùng phần mềm"});
    if (line.agencies == 0 && !is_copy(line.line)) out({": ngoài phần mềm"});
    out({"</li>"});
}

void one_list(Writer& out, const ListsPage& page, const ShownList& shown)
{
    const auto path = list_path(shown.list.code);
    out({"<h3>"});
    if (page.may_manage)
        out({"<a href=\"", html::url(path), "\">", shown.list.name, "</a>"});
    else
        out({shown.list.name});
    out({"</h3><ul>"});
    for (const auto& line : shown.lines) meant(out, line);
    out({"</ul>"});
}

void add_form(Writer& out, const Context& context, const ListsPage& page)
{
    if (!page.may_manage) return;
    const auto action = lists_path();
    out({"<h2>Lập danh sách</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "agency", .value = page.agency.code});
        fields_of(fields, page);
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(buttons, {.text = "Lập danh sách"});
        });
    });
}

}  // namespace

http::Response lists_page(const Context& context, const ListsPage& page)
{
    auto frame = web::frame_of(context, "Danh sách nơi nhận");
    frame.crumbs = {{"Văn bản đi", register_path()}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = "Danh sách nơi nhận",
                                  .caption = page.agency.name,
                                  .lead = "Lập một lần, chọn khi soạn văn bản. Nhóm cơ quan được "
                                          "hiểu theo danh mục vào ngày gửi."});
            agency_filter(out, lists_path(), page.agencies, page.agency.id);
            if (page.lists.empty())
                web::empty_state(out,
                                 {.title = "Chưa có danh sách nào",
                                  .text = "Khi có, danh sách hiện ở ô chọn lúc soạn văn bản."});
            for (const auto& one : page.lists) one_list(out, page, one);
            add_form(out, context, page);
        },
        page.fault.status);
}

http::Response list_page(const Context& context, const ListsPage& page)
{
    auto frame = web::frame_of(context, "Sửa danh sách nơi nhận");
    frame.crumbs = {{"Văn bản đi", register_path()}, {"Danh sách nơi nhận", lists_path()}};
    VERIFY(page.list);
    const auto& code = page.list->code;
    const auto action = list_path(code);
    const auto removal = list_removal_path(code);
    const auto version = page.form.value("version");
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = "Sửa danh sách nơi nhận", .caption = page.agency.name});
            web::form(out, {.action = action, .csrf = context.surroundings().csrf},
                      [&](Writer& fields) {
                          web::hidden(fields, {.name = "version", .value = version});
                          fields_of(fields, page);
                          web::form_actions(fields, [&](Writer& buttons) {
                              web::submit_button(buttons, {.text = "Lưu danh sách"});
                              web::submit_button(buttons, {.text = "Bỏ danh sách",
                                                           .emphasis = web::Emphasis::secondary,
                                                           .tone = web::Tone::danger,
                                                           .action = removal});
                          });
                      });
        },
        page.fault.status);
}

}  // namespace caicach::outgoing
