#include "newsroom/desk/theme_views.hpp"

#include "newsroom/limits.hpp"
#include "newsroom/paths.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"

namespace caicach::newsroom
{
namespace
{

using html::Writer;

std::string_view standing_of(const Theme& theme, Date today)
{
    if (theme.holds_on(today)) return "Đang diễn ra";
    return today < theme.begins_on ? "Sắp tới" : "Đã kết thúc";
}

void list(Writer& out, const ThemesPage& page, Date today)
{
    if (page.themes.empty()) {
        web::empty_state(out, {.title = "Chưa có chủ đề nào",
                               .text = "Chủ đề gom tin, bài và khẩu hiệu của một đợt tuyên truyền. "
                                       "Hết ngày, khẩu hiệu tự rời trang đầu."});
        return;
    }
    const std::vector<web::Column> columns{{.name = "Chủ đề"},
                                           {.name = "Khẩu hiệu"},
                                           {.name = "Từ ngày"},
                                           {.name = "Đến hết ngày"},
                                           {.name = "Tình trạng"}};
    web::table(out, {.caption = "Các chủ đề", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& one : page.themes) {
            const auto path = theme_path(one.code);
            rows.begin();
            rows.cell([&](Writer& cell) {
                cell({"<a href=\"", html::url(path), "\">", one.name, "</a>"});
            });
            rows.cell(one.slogan);
            rows.cell([&](Writer& cell) { web::date(cell, one.begins_on); });
            rows.cell([&](Writer& cell) { web::date(cell, one.ends_on); });
            rows.cell(standing_of(one, today));
            rows.end();
        }
    });
}

void fields_of(Writer& fields, const ThemesPage& page)
{
    if (page.changed) {
        web::hidden(fields, {.name = "code", .value = page.changed->code});
        web::hidden(fields, {.name = "version", .value = page.form.value("version")});
    }
    web::text_field(fields, {.name = "name",
                             .label = "Tên chủ đề",
                             .value = page.form.value("name"),
                             .hint = "Ví dụ: Tháng cao điểm hướng dẫn nộp hồ sơ trực tuyến.",
                             .error = page.fault.at("name"),
                             .length_max = limits::title_length_max});
    web::text_field(fields, {.name = "slogan",
                             .label = "Khẩu hiệu",
                             .value = page.form.value("slogan"),
                             .hint = "Hiện ở trang đầu trong những ngày của chủ đề.",
                             .error = page.fault.at("slogan"),
                             .requirement = web::Requirement::optional,
                             .length_max = limits::title_length_max});
    web::date_field(fields, {.name = "begins_on",
                             .label = "Từ ngày",
                             .value = page.form.value("begins_on"),
                             .error = page.fault.at("begins_on")});
    web::date_field(fields, {.name = "ends_on",
                             .label = "Đến hết ngày",
                             .value = page.form.value("ends_on"),
                             .hint = "Sau ngày này, bài của chủ đề rời trang đầu và các mục; vẫn "
                                     "tìm được và giữ địa chỉ.",
                             .error = page.fault.at("ends_on")});
}

}  // namespace

http::Response themes_page(const Context& context, const ThemesPage& page)
{
    const std::string_view title = page.changed ? "Sửa chủ đề" : "Chủ đề tuyên truyền";
    auto frame = web::frame_of(context, std::string(title));
    frame.crumbs = {{"Viết tin, bài", desk_path()}};
    if (page.changed) frame.crumbs.push_back({"Chủ đề tuyên truyền", themes_path()});
    const auto action = themes_path();
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = title});
            if (!page.changed) {
                list(out, page, context.today());
                out({"<h2 id=\"them\">Thêm chủ đề</h2>"});
            }
            web::form(out, {.action = action, .csrf = context.surroundings().csrf},
                      [&](Writer& fields) {
                          fields_of(fields, page);
                          web::form_actions(fields, [&](Writer& buttons) {
                              web::submit_button(buttons, {.text = "Lưu chủ đề"});
                          });
                      });
        },
        page.fault.status);
}

}  // namespace caicach::newsroom
