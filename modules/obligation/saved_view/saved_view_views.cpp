#include "obligation/saved_view/saved_view_views.hpp"

#include <array>

#include "obligation/paths.hpp"
#include "obligation/saved_view/saved_view_paths.hpp"
#include "obligation/saved_view/view_limits.hpp"
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

void write_state(Writer& out, const ListedView& listed)
{
    const auto& view = listed.view;
    out({"<p class=\"row\">"});
    if (!reads_whole(view.page, view.query))
        out({"Trang không còn đọc được bộ lọc này. Hãy bỏ, rồi lọc và lưu lại."});
    else if (listed.path.empty())
        out({"Mở ở trang theo dõi của từng kế hoạch."});
    else
        out({"<a href=\"", html::url(listed.path), "\">Mở</a>"});
    if (view.is_default) web::tag(out, {.text = "mở sẵn"});
    if (view.is_shared) web::tag(out, {.text = "dùng chung"});
    out({"</p>"});
}

void write_view(Writer& out, const Context& context, const ListedView& listed,
                const ViewsPage& page, const web::Fault& fault)
{
    const auto& view = listed.view;
    const auto& csrf = context.surroundings().csrf;
    const auto version = std::to_string(view.version);
    const auto id = "ten-" + view.code;
    const bool is_refused = page.refused == view.code;
    const std::array values{web::HiddenValue{"view", view.code},
                            web::HiddenValue{"version", version}};
    out({"<article class=\"card\"><h3>", view.name, "</h3>"});
    write_state(out, listed);
    web::form(out, {.action = view_name_path(), .csrf = csrf}, [&](Writer& fields) {
        for (const auto& value : values) web::hidden(fields, value);
        web::text_field(fields, {.name = "name",
                                 .label = "Tên",
                                 .value = is_refused ? page.typed.name : view.name,
                                 .error = is_refused ? fault.at("name") : std::string_view{},
                                 .id = id,
                                 .length_max = limits::view_name_length_max});
        web::submit_button(
            fields, {.text = "Đổi tên", .emphasis = web::Emphasis::secondary, .is_small = true});
    });
    out({"<div class=\"row\">"});
    const std::array beginning{values[0], values[1],
                               web::HiddenValue{"default", view.is_default ? "0" : "1"}};
    web::post_button(out, {.text = view.is_default ? "Thôi mở sẵn" : "Mở sẵn khi vào trang",
                           .action = view_beginning_path(),
                           .csrf = csrf,
                           .values = beginning,
                           .is_small = true});
    web::post_button(out, {.text = "Bỏ bộ lọc",
                           .action = view_removal_path(),
                           .csrf = csrf,
                           .emphasis = web::Emphasis::tertiary,
                           .tone = web::Tone::danger,
                           .values = values,
                           .is_small = true});
    out({"</div></article>"});
}

/// A new one that was refused: its name is mended here.
void write_new(Writer& out, const Context& context, const ViewsPage& page, const web::Fault& fault)
{
    if (!page.error || !page.refused.empty()) return;
    const auto& typed = page.typed;
    out({"<h2>Lưu bộ lọc</h2>"});
    web::form(out, {.action = views_path(), .csrf = context.surroundings().csrf},
              [&](Writer& fields) {
                  web::hidden(fields, {.name = "page", .value = name_of(typed.page)});
                  web::hidden(fields, {.name = "plan", .value = typed.plan});
                  web::hidden(fields, {.name = "query", .value = typed.query});
                  if (typed.is_default) web::hidden(fields, {.name = "default", .value = "1"});
                  if (typed.is_shared) web::hidden(fields, {.name = "shared", .value = "1"});
                  web::text_field(fields, {.name = "name",
                                           .label = "Tên",
                                           .value = typed.name,
                                           .error = fault.at("name"),
                                           .length_max = limits::view_name_length_max});
                  web::submit_button(fields, {.text = "Lưu bộ lọc"});
              });
}

}  // namespace

http::Response views_page(const Context& context, const ViewsPage& page)
{
    auto fault = web::fault_of(context, page.error);
    auto summary = fault;
    if (!page.refused.empty() && summary.field == "name") summary.field = "ten-" + page.refused;
    auto frame = web::frame_of(context, "Bộ lọc đã lưu");
    frame.crumbs = {{.text = "Việc của cơ quan", .path = inbox_path()}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, summary);
            web::page_title(out, {.title = "Bộ lọc đã lưu",
                                  .lead = "Bộ lọc được lưu ở chính trang cần lọc: lọc, đặt tên, "
                                          "bấm “Lưu bộ lọc”. Mở lại ở trang ấy."});
            write_new(out, context, page, fault);
            if (page.views.empty())
                web::empty_state(out, {.title = "Chưa có bộ lọc nào",
                                       .text = "Mở trang Việc hoặc Theo dõi, lọc rồi lưu."});
            const ViewPage* of = nullptr;
            for (const auto& listed : page.views) {
                if (of == nullptr || *of != listed.view.page)
                    out({"<h2>", label_of(listed.view.page), "</h2>"});
                of = &listed.view.page;
                write_view(out, context, listed, page, fault);
            }
        },
        fault.status);
}

}  // namespace caicach::obligation
