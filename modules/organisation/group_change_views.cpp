#include "organisation/group_change_views.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "organisation/limits.hpp"
#include "organisation/paths.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"

namespace caicach::organisation
{
namespace
{

using html::Writer;

web::Frame frame_of(const Context& context, std::string title)
{
    auto frame = web::frame_of(context, std::move(title));
    frame.crumbs = {{.text = "Danh mục cơ quan", .path = agencies_path()},
                    {.text = "Nhóm cơ quan", .path = groups_path()}};
    return frame;
}

void agency_list(Writer& out, std::string_view heading, std::span<const AgencySummary> all)
{
    if (all.empty()) return;
    out({"<h2>", heading, " (", std::to_string(all.size()), ")</h2><ul>"});
    const auto shown = std::min(all.size(), limits::shown_rows_max);
    for (const auto& agency : all.first(shown)) out({"<li>", agency.name, "</li>"});
    out({"</ul>"});
    if (shown < all.size())
        out({"<p>Còn ", std::to_string(all.size() - shown), " cơ quan nữa.</p>"});
}

void new_group_fields(Writer& out, const NewGroupPage& page, std::string_view fault)
{
    const auto& form = page.form;
    const auto at = [&](std::string_view name) {
        return form.error && form.error->field == name ? fault : std::string_view{};
    };
    web::text_field(out, {.name = "name",
                          .label = "Tên nhóm",
                          .value = form.name,
                          .hint = "Như văn bản hay gọi, ví dụ: Các trường chuyên nghiệp",
                          .error = at("name")});
    std::vector<web::Choice> choices;
    choices.reserve(page.kinds.size());
    for (const auto& kind : page.kinds) {
        const bool is_chosen = std::ranges::find(form.kinds, kind.key) != form.kinds.end();
        choices.push_back({.value = kind.key, .label = kind.text, .is_chosen = is_chosen});
    }
    web::checkbox_group(out, {.field = {.name = "kinds",
                                        .label = "Gồm mọi cơ quan thuộc loại",
                                        .hint = "Từng cơ quan thêm, bớt thì ghi sau, ở Ngoại lệ",
                                        .error = at("kind"),
                                        .id = "kind",
                                        .requirement = web::Requirement::optional},
                              .choices = choices});
    web::date_field(out, {.name = "valid_from",
                          .label = "Từ ngày",
                          .value = form.valid_from,
                          .hint = "Bỏ trống là từ trước tới nay",
                          .error = at("valid_from"),
                          .requirement = web::Requirement::optional});
    web::checkbox_field(
        out, {.field = {.name = "is_open",
                        .label = "Không có danh sách",
                        .hint = "Như “các đơn vị liên quan”: người rà soát ghi rõ từng cơ quan",
                        .requirement = web::Requirement::optional},
              .is_checked = form.is_open});
}

}  // namespace

http::Response new_group_page(const Context& context, const NewGroupPage& page)
{
    const auto& error = page.form.error;
    const auto fault = error ? context.message(*error) : std::string{};
    return web::show(
        frame_of(context, "Thêm nhóm cơ quan"),
        [&](Writer& out) {
            if (error) {
                const std::array errors{
                    web::FieldError{.field_id = error->field, .message = fault}};
                web::error_summary(out, errors);
            }
            web::page_title(out, {.title = "Thêm nhóm cơ quan"});
            const auto action = groups_path();
            web::form(out, {.action = action, .csrf = context.surroundings().csrf},
                      [&](Writer& fields) {
                          new_group_fields(fields, page, fault);
                          web::submit_button(fields, {.text = "Xem nhóm gồm những ai"});
                      });
        },
        error ? http::status_of(error->kind) : 200);
}

http::Response group_effect_page(const Context& context, const GroupEffectPage& page)
{
    return web::show(frame_of(context, "Xem trước thay đổi"), [&](Writer& out) {
        web::page_title(out, {.title = "Xem trước thay đổi",
                              .caption = page.name,
                              .lead = "Chưa có gì được ghi. Đây là việc thay đổi này làm với danh "
                                      "sách của hôm nay; kế hoạch đã giao không đổi."});
        agency_list(out, "Vào nhóm", page.effect.joined);
        agency_list(out, "Ra khỏi nhóm", page.effect.left);
        if (page.effect.joined.empty() && page.effect.left.empty())
            out({"<p>Hôm nay không có cơ quan nào vào hay ra khỏi nhóm.</p>"});
        web::form(
            out, {.action = page.action, .csrf = context.surroundings().csrf}, [&](Writer& form) {
                for (const auto& field : page.fields)
                    web::hidden(form, {.name = field.name, .value = field.value});
                web::form_actions(form, [&](Writer& row) {
                    web::submit_button(row, {.text = "Lưu thay đổi", .name = "save", .value = "1"});
                    web::link_button(row, {.text = "Không lưu", .path = page.back_path});
                });
            });
    });
}

}  // namespace caicach::organisation
