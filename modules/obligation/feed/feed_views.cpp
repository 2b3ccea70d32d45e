#include "obligation/feed/feed_views.hpp"

#include <array>

#include "obligation/paths.hpp"
#include "web/components/fault.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

std::string_view whose(const Feed& feed)
{
    return feed.only_mine ? "Việc giao cho tôi" : "Việc của cả cơ quan";
}

void feeds_table(Writer& out, const Context& context, const FeedsPage& page)
{
    if (page.feeds.empty()) return;
    constexpr std::array columns{web::Column{.name = "Lịch"}, web::Column{.name = "Cơ quan"},
                                 web::Column{.name = "Tạo ngày"}, web::Column{.name = "Việc"}};
    web::table(out, {.caption = "Lịch đang dùng", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& [feed, agency] : page.feeds) {
            rows.begin();
            rows.cell(whose(feed));
            rows.cell(agency);
            rows.cell([&](Writer& cell) { web::date(cell, Date::of(feed.made_at)); });
            rows.cell([&](Writer& cell) {
                const std::array values{web::HiddenValue{"feed", feed.code}};
                web::post_button(cell, {.text = "Thu hồi",
                                        .action = feed_revocation_path(),
                                        .csrf = context.surroundings().csrf,
                                        .values = values,
                                        .is_small = true});
            });
            rows.end();
        }
    });
}

void feed_form(Writer& out, const Context& context, const web::Fault& fault)
{
    constexpr std::array choices{
        web::Choice{.value = feed_of_mine, .label = "Việc giao cho tôi", .is_chosen = true},
        web::Choice{.value = feed_of_agency, .label = "Việc của cả cơ quan"}};
    out({"<h2>Tạo lịch</h2>"});
    web::form(out, {.action = feeds_path(), .csrf = context.surroundings().csrf},
              [&](Writer& fields) {
                  web::select_field(
                      fields,
                      {.field = {.name = "whose", .label = "Lịch gồm", .error = fault.at("whose")},
                       .choices = choices});
                  web::submit_button(fields, {.text = "Tạo địa chỉ lịch"});
              });
}

}  // namespace

http::Response feeds_page(const Context& context, const FeedsPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    auto frame = web::frame_of(context, "Lịch của tôi");
    frame.crumbs = {{.text = "Việc của cơ quan", .path = inbox_path()}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(
                out, {.title = "Lịch của tôi",
                      .lead = "Hạn của từng việc hiện trong lịch trên điện thoại, Outlook hay "
                              "Thunderbird, và tự đổi theo. Ai biết địa chỉ thì đọc được lịch: "
                              "không gửi cho người khác, lộ thì thu hồi."});
            feeds_table(out, context, page);
            feed_form(out, context, fault);
        },
        fault.status);
}

std::string whole_feed_address(const Context& context, const http::Request& request,
                               std::string_view secret)
{
    const auto& site = context.services().site;
    if (!site.empty()) return site + feed_path(secret);
    return (request.is_secure() ? "https://" : "http://") + std::string(request.header("host")) +
           feed_path(secret);
}

http::Response new_feed_page(const Context& context, const std::string& address)
{
    auto frame = web::frame_of(context, "Địa chỉ lịch mới");
    frame.crumbs = {{.text = "Việc của cơ quan", .path = inbox_path()},
                    {.text = "Lịch của tôi", .path = feeds_path()}};
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Địa chỉ lịch mới", .caption = "Chỉ hiện một lần"});
        out({"<p>Chép địa chỉ này vào chỗ thêm lịch theo địa chỉ (URL) của phần mềm lịch. Trang ",
             "không giữ lại địa chỉ; mất thì thu hồi và tạo lịch khác.</p>"});
        out({"<p><code>", address, "</code></p>"});
        web::link_button(out, {.text = "Về Lịch của tôi", .path = feeds_path()});
    });
}

}  // namespace caicach::obligation
