#include "obligation/saved_view/saved_view_part.hpp"

#include "obligation/saved_view/saved_view_paths.hpp"
#include "obligation/saved_view/view_limits.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/parts.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

void view_link(Writer& out, const SavedView& view, const ViewsPart& part, AccountId reader)
{
    const auto path = path_of(part.page, part.plan) + view.query;
    out({"<li class=\"row\">"});
    if (reads_whole(part.page, view.query)) {
        const bool is_current = view.query == part.query;
        out({"<a href=\"", html::url(path), "\"", html::when(is_current, " aria-current=\"true\""),
             ">", view.name, "</a>"});
    } else {
        out({"<span>", view.name, "</span>"});
        web::tag(out, {.text = "không còn đọc được", .tone = web::Tone::warning});
    }
    const bool is_own = view.account == reader;
    if (is_own && view.is_default) web::tag(out, {.text = "mở sẵn"});
    if (view.is_shared) web::tag(out, {.text = is_own ? "dùng chung" : "của cơ quan"});
    out({"</li>"});
}

void keep_form(Writer& out, const Context& context, const ViewsPart& part)
{
    if (part.query.empty()) {
        out({"<p>Lọc trước, rồi đặt tên để lưu bộ lọc ấy.</p>"});
        return;
    }
    web::form(
        out, {.action = views_path(), .csrf = context.surroundings().csrf}, [&](Writer& fields) {
            web::hidden(fields, {.name = "page", .value = name_of(part.page)});
            web::hidden(fields, {.name = "plan", .value = part.plan});
            web::hidden(fields, {.name = "query", .value = part.query});
            web::text_field(fields, {.name = "name",
                                     .label = "Tên bộ lọc đang dùng",
                                     .id = "bo-loc-ten",
                                     .length_max = limits::view_name_length_max});
            web::checkbox_field(fields, {.field = {.name = "default",
                                                   .label = "Mở sẵn khi vào trang này",
                                                   .id = "bo-loc-mo-san",
                                                   .requirement = web::Requirement::optional}});
            if (part.may_share)
                web::checkbox_field(fields, {.field = {.name = "shared",
                                                       .label = "Cho cả cơ quan dùng",
                                                       .id = "bo-loc-dung-chung",
                                                       .requirement = web::Requirement::optional}});
            web::submit_button(
                fields,
                {.text = "Lưu bộ lọc", .emphasis = web::Emphasis::secondary, .is_small = true});
        });
}

}  // namespace

void write_views(Writer& out, const Context& context, const ViewsPart& part)
{
    const auto account = context.actor().account;
    out({"<details class=\"quiet-details\"><summary>Bộ lọc đã lưu (", part.views.size(),
         ")</summary>"});
    if (!part.views.empty()) {
        out({"<ul>"});
        for (const auto& view : part.views) view_link(out, view, part, account);
        out({"</ul>"});
    }
    keep_form(out, context, part);
    out({"<p><a href=\"", html::url(views_path()),
         "\">Đổi tên, bỏ, chọn bộ lọc mở sẵn</a></p></details>"});
}

std::string all_path(ViewPage page, std::string_view plan)
{
    return path_of(page, plan) + "?tat-ca=1";
}

}  // namespace caicach::obligation
