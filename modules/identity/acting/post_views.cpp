#include "identity/acting/post_views.hpp"

#include <array>

#include "identity/agency_field_views.hpp"
#include "identity/form_fault_views.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::identity
{

namespace
{

using html::Writer;

std::string days_of(const organisation::Validity& validity)
{
    if (!validity.to) return "Từ " + validity.from.vietnamese();
    return validity.from.vietnamese() + " – " + validity.to->vietnamese();
}

void actions(Writer& cell, const Context& context, const PostsPage& page, const PostView& view,
             Date today)
{
    if (view.is_main) {
        web::tag(cell, {.text = "Chính", .tone = web::Tone::success});
        return;
    }
    if (view.is_past || !page.may_change) return;
    const auto id = std::to_string(view.post.id.value);
    const std::array values{web::HiddenValue{.name = "post", .value = id}};
    const auto post = [&](std::string_view text, const std::string& action) {
        web::post_button(cell, {.text = text,
                                .action = action,
                                .csrf = context.surroundings().csrf,
                                .values = values,
                                .is_small = true});
    };
    cell({"<div class=\"row\">"});
    if (view.post.validity.holds_on(today))
        post("Đặt làm chính", main_post_path(page.account.code));
    post("Thôi", post_ends_path(page.account.code));
    cell({"</div>"});
}

void table(Writer& out, const Context& context, const PostsPage& page)
{
    constexpr std::array columns{web::Column{.name = "Cơ quan"}, web::Column{.name = "Chức vụ"},
                                 web::Column{.name = "Thời gian"}, web::Column{.name = "Thao tác"}};
    web::table(
        out, {.caption = "Chức vụ đã và đang giữ", .columns = columns}, [&](web::Rows& rows) {
            for (const auto& view : page.posts) {
                rows.begin();
                rows.cell(view.agency);
                rows.cell(view.post.title.empty() ? std::string_view("Chưa ghi")
                                                  : std::string_view(view.post.title));
                rows.cell(days_of(view.post.validity));
                rows.cell(
                    [&](Writer& cell) { actions(cell, context, page, view, context.today()); });
                rows.end();
            }
        });
}

void add_form(Writer& out, const Context& context, const PostsPage& page)
{
    const FormFaults faults(context, page.form);
    const auto action = posts_path(page.account.code);
    out({"<h2>Thêm chức vụ</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        agency_field(fields, {.agencies = page.choices.agencies, .none_text = "Chọn cơ quan"},
                     {.name = "agency",
                      .label = "Cơ quan",
                      .value = page.form.value("agency"),
                      .hint = "Chức vụ đang giữ ở cùng cơ quan kết thúc khi chức vụ mới bắt đầu.",
                      .error = faults.at("agency")});
        web::text_field(fields, {.name = "title",
                                 .label = "Chức vụ",
                                 .value = page.form.value("title"),
                                 .hint = "Ví dụ: Phó Giám đốc",
                                 .error = faults.at("title")});
        web::date_field(fields, {.name = "from",
                                 .label = "Từ ngày",
                                 .value = page.form.value("from"),
                                 .error = faults.at("from")});
        web::date_field(fields, {.name = "to",
                                 .label = "Đến hết ngày",
                                 .value = page.form.value("to"),
                                 .hint = "Để trống nếu chưa biết.",
                                 .error = faults.at("to"),
                                 .requirement = web::Requirement::optional});
        web::submit_button(fields, {.text = "Thêm chức vụ"});
    });
}

}  // namespace

http::Response posts_page(const Context& context, const PostsPage& page)
{
    const auto title = "Chức vụ của " + page.account.name;
    auto frame = web::frame_of(context, title);
    const auto back = account_path(page.account.code);
    frame.crumbs = {{.text = "Tài khoản", .path = accounts_path()},
                    {.text = page.account.name, .path = back}};
    const FormFaults faults(context, page.form);
    const auto content = [&](Writer& out) {
        faults.summary(out);
        web::page_title(out, {.title = title,
                              .lead = "Chức vụ cho biết người này làm việc cho cơ quan nào; quyền "
                                      "thì theo vai trò. Ai có nhiều chức vụ chọn cơ quan ở đầu "
                                      "trang."});
        table(out, context, page);
        if (page.may_change) add_form(out, context, page);
    };
    return web::show(frame, content, faults.status());
}

}  // namespace caicach::identity
