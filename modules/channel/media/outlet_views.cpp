#include "channel/media/outlet_views.hpp"

#include <array>

#include "channel/media/limits.hpp"
#include "channel/media/paths.hpp"
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

void outlet_table(Writer& out, const std::vector<Outlet>& outlets)
{
    if (outlets.empty()) {
        web::empty_state(out, {.title = "Chưa có báo, đài, trang nào",
                               .text = "Thêm ở đây, hoặc khi ghi lần đăng, phát đầu tiên."});
        return;
    }
    constexpr std::array columns{web::Column{.name = "Tên"}, web::Column{.name = "Địa chỉ trang"},
                                 web::Column{.name = "Thư điện tử nhận tin"},
                                 web::Column{.name = "Còn dùng"}};
    web::table(out, {.caption = "Báo, đài, trang", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& one : outlets) {
            const auto path = outlet_path(one.code);
            rows.begin();
            rows.cell([&](Writer& cell) {
                cell({"<a href=\"", html::url(path), "\">", one.name, "</a>"});
            });
            rows.cell(one.site.empty() ? "–" : std::string_view(one.site));
            rows.cell(one.mail.empty() ? "–" : std::string_view(one.mail));
            rows.cell(one.is_active ? "Có" : "Không");
            rows.end();
        }
    });
}

void name_field(Writer& out, const http::Form& form, const web::Fault& fault)
{
    web::text_field(out, {.name = "name",
                          .label = "Tên báo, đài, trang",
                          .value = form.value("name"),
                          .error = fault.at("name"),
                          .length_max = media_limits::outlet_length_max});
}

}  // namespace

http::Response outlet_list_page(const Context& context, const OutletListPage& page)
{
    auto frame = web::frame_of(context, "Báo, đài, trang đăng");
    frame.crumbs = {{"Nhật ký đăng, phát", placements_path()}};
    const auto action = outlets_path();
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(
                out, {.title = "Báo, đài, trang đăng",
                      .lead = "Danh mục chung của tỉnh: báo, đài, fanpage, kênh YouTube, Zalo."});
            outlet_table(out, page.outlets);
            out({"<h2>Thêm</h2>"});
            web::form(out, {.action = action, .csrf = context.surroundings().csrf},
                      [&](Writer& fields) {
                          name_field(fields, page.form, page.fault);
                          web::form_actions(fields, [&](Writer& buttons) {
                              web::submit_button(buttons, {.text = "Thêm vào danh mục"});
                          });
                      });
        },
        page.fault.status);
}

http::Response outlet_page(const Context& context, const OutletPage& page)
{
    auto frame = web::frame_of(context, page.outlet.name);
    frame.crumbs = {{"Nhật ký đăng, phát", placements_path()},
                    {"Báo, đài, trang đăng", outlets_path()}};
    const auto action = outlet_path(page.outlet.code);
    const auto version = std::to_string(page.outlet.version);
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = page.outlet.name});
            web::form(
                out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
                    web::hidden(fields, {.name = "version", .value = version});
                    name_field(fields, page.form, page.fault);
                    web::text_field(fields, {.name = "site",
                                             .label = "Địa chỉ trang",
                                             .value = page.form.value("site"),
                                             .error = page.fault.at("site"),
                                             .requirement = web::Requirement::optional});
                    web::email_field(fields, {.name = "mail",
                                              .label = "Thư điện tử nhận tin",
                                              .value = page.form.value("mail"),
                                              .hint = "Hộp thư của tòa soạn, không phải của riêng "
                                                      "một người.",
                                              .error = page.fault.at("mail"),
                                              .requirement = web::Requirement::optional});
                    web::checkbox_field(fields,
                                        {.field = {.name = "is_active",
                                                   .label = "Còn dùng khi ghi lần đăng, phát mới",
                                                   .requirement = web::Requirement::optional},
                                         .is_checked = page.form.has("is_active", "1")});
                    web::form_actions(fields, [&](Writer& buttons) {
                        web::submit_button(buttons, {.text = "Lưu"});
                    });
                });
        },
        page.fault.status);
}

}  // namespace caicach::channel
