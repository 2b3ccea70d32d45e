#include "newsroom/portal/rating_views.hpp"

#include "newsroom/paths.hpp"
#include "newsroom/portal/portal_words.hpp"
#include "web/components/feedback.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"

namespace caicach::newsroom
{

using html::Writer;

void rating_form(Writer& out, const RatingForm& form)
{
    const auto action = rating_path(form.slug);
    const auto& words = words_in(form.language);
    out({"<section class=\"news-rating\" id=\"danh-gia\" aria-labelledby=\"hoi-huu-ich\" lang=\"",
         key_of(form.language), "\"><h2 id=\"hoi-huu-ich\">",
         form.has_answered ? words.thanks : words.is_useful, "</h2>"});
    if (form.has_answered) {
        out({"</section>"});
        return;
    }
    out({"<form method=\"post\" action=\"", html::url(action), "\"><div class=\"row\">"});
    web::submit_button(out, {.text = words.yes,
                             .emphasis = web::Emphasis::secondary,
                             .name = "huu-ich",
                             .value = "co"});
    web::submit_button(out, {.text = words.no,
                             .emphasis = web::Emphasis::secondary,
                             .name = "huu-ich",
                             .value = "khong"});
    out({"</div></form><p class=\"news-note\">", words.only_counted, "</p></section>"});
}

http::Response ratings_page(const Context& context, const RatingsPage& page)
{
    auto frame = web::frame_of(context, "Người đọc đánh giá");
    frame.crumbs = {{"Viết tin, bài", desk_path()}};
    return web::show(frame, [&](Writer& out) {
        const auto lead = "Từ ngày " + page.since.vietnamese() +
                          ", bài nhiều câu trả lời “Không” đứng trước. Chỉ có số đếm; ai trả lời "
                          "không được ghi lại.";
        const auto csv = ratings_path() + ".csv";
        web::page_title(out, {.title = "Người đọc đánh giá", .lead = lead}, [&](Writer& buttons) {
            web::link_button(buttons, {.text = "Tải về (CSV)", .path = csv, .is_download = true});
        });
        if (page.articles.empty()) {
            web::empty_state(out, {.title = "Chưa có câu trả lời nào",
                                   .text = "Dưới mỗi bài có câu hỏi “Trang này có ích không?”."});
            return;
        }
        const std::vector<web::Column> columns{{.name = "Bài"},
                                               {.name = "Cơ quan"},
                                               {.name = "Có ích", .is_number = true},
                                               {.name = "Không có ích", .is_number = true}};
        web::table(out, {.caption = "Người đọc trả lời", .columns = columns}, [&](web::Rows& rows) {
            for (std::size_t i = 0; i < page.articles.size(); ++i) {
                const auto& one = page.articles[i];
                const auto path = news_path(one.slug);
                rows.begin();
                rows.cell([&](Writer& cell) {
                    cell({"<a href=\"", html::url(path), "\">", one.title, "</a>"});
                });
                rows.cell(page.agencies[i]);
                rows.cell(one.useful);
                rows.cell(one.not_useful);
                rows.end();
            }
        });
    });
}

}  // namespace caicach::newsroom
