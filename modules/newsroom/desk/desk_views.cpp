#include "newsroom/desk/desk_views.hpp"

#include <array>

#include "calendar/moment.hpp"
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

constexpr std::array states{ArticleState::draft,     ArticleState::submitted,
                            ArticleState::returned,  ArticleState::approved,
                            ArticleState::published, ArticleState::withdrawn};

void tabs_of(Writer& out, const DeskPage& page)
{
    if (!page.may_edit) return;
    const auto own = desk_path();
    const auto board = desk_path() + "?ban-bien-tap=1";
    const std::array entries{
        web::Tab{.text = "Bài của cơ quan", .path = own, .is_current = !page.is_board},
        web::Tab{.text = "Ban biên tập", .path = board, .is_current = page.is_board}};
    web::tabs(out, "Bài nào", entries);
}

void agency_field(Writer& fields, const DeskPage& page)
{
    if (page.is_board || page.agencies.size() < 2) return;
    std::vector<web::Choice> choices;
    choices.reserve(page.agencies.size());
    for (const auto& one : page.agencies)
        choices.push_back(
            {.value = one.code, .label = one.name, .is_chosen = one.id == page.agency.id});
    web::combobox_field(fields,
                        {.field = {.name = "co-quan", .label = "Cơ quan"}, .choices = choices});
}

void filters(Writer& out, const DeskPage& page)
{
    std::vector<web::Choice> choices;
    choices.reserve(std::size(states));
    for (const auto state : states)
        choices.push_back({.value = key_of(state),
                           .label = text_of(state),
                           .is_chosen = key_of(state) == page.state});
    const auto action = desk_path();
    web::filter_form(out, {.action = action, .results_id = "danh-sach", .label = "Lọc tin, bài"},
                     [&](Writer& fields) {
                         if (page.is_board)
                             web::hidden(fields, {.name = "ban-bien-tap", .value = "1"});
                         agency_field(fields, page);
                         web::select_field(
                             fields,
                             {.field = {.name = "tinh-trang", .label = "Tình trạng"},
                              .choices = choices,
                              .none_text = page.is_board ? "Chờ ban biên tập" : "Mọi tình trạng"});
                     });
}

std::string moment_of(const Article& article)
{
    if (article.published_at) return vietnamese_moment(*article.published_at);
    if (article.publish_at) return "sẽ đăng " + vietnamese_moment(*article.publish_at);
    if (article.sent_at) return "gửi " + vietnamese_moment(*article.sent_at);
    return vietnamese_moment(article.made_at);
}

void rows_of(web::Rows& rows, const DeskPage& page)
{
    for (std::size_t i = 0; i < page.articles.size(); ++i) {
        const auto& one = page.articles[i];
        const auto path = article_path(one.code);
        rows.begin();
        rows.cell(
            [&](Writer& cell) { cell({"<a href=\"", html::url(path), "\">", one.title, "</a>"}); });
        if (page.is_board) rows.cell(page.agency_names[i]);
        rows.cell(section_text(page.sections, one.section));
        rows.cell(text_of(one.state));
        rows.cell(moment_of(one));
        rows.end();
    }
}

void list(Writer& out, const DeskPage& page)
{
    out({"<div id=\"danh-sach\">"});
    if (page.articles.empty()) {
        web::empty_state(
            out, {.title = page.is_board ? "Không có bài nào chờ" : "Chưa có bài nào",
                  .text = page.is_board ? "Bài các cơ quan gửi đến hiện ở đây."
                                        : "Bấm “Viết bài” để bắt đầu. Bài gửi ban biên tập, được "
                                          "duyệt rồi đăng; bài đã đăng tự tính vào chỉ tiêu tin, "
                                          "bài của cơ quan."});
    } else {
        std::vector<web::Column> columns{{.name = "Tiêu đề"}};
        if (page.is_board) columns.push_back({.name = "Cơ quan"});
        for (const auto name : {"Mục", "Tình trạng", "Khi nào"}) columns.push_back({.name = name});
        web::table(out, {.caption = "Tin, bài", .columns = columns},
                   [&](web::Rows& rows) { rows_of(rows, page); });
        web::pagination(out, {.next_path = page.next_path});
    }
    out({"</div>"});
}

}  // namespace

http::Response desk_page(const Context& context, const DeskPage& page)
{
    auto frame = web::frame_of(context, "Viết tin, bài");
    const auto path = new_article_path();
    return web::show(frame, [&](Writer& out) {
        web::page_title(out,
                        {.title = page.is_board ? "Ban biên tập" : "Viết tin, bài",
                         .caption = page.is_board ? std::string_view{} : page.agency.name},
                        [&](Writer& buttons) {
                            if (page.may_write)
                                web::link_button(buttons, {.text = "Viết bài",
                                                           .path = path,
                                                           .emphasis = web::Emphasis::primary});
                        });
        tabs_of(out, page);
        filters(out, page);
        list(out, page);
        const auto ratings = ratings_path();
        out({"<p><a href=\"", html::url(ratings), "\">Người đọc đánh giá</a></p>"});
        const auto themes = themes_path();
        if (page.may_edit)
            out({"<p><a href=\"", html::url(themes), "\">Chủ đề tuyên truyền</a></p>"});
    });
}

}  // namespace caicach::newsroom
