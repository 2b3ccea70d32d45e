#include "newsroom/portal/english_handlers.hpp"

#include <utility>

#include "newsroom/article/article_store.hpp"
#include "newsroom/limits.hpp"
#include "newsroom/paths.hpp"
#include "newsroom/portal/english_views.hpp"

namespace caicach::newsroom
{

Result<http::Response> show_english(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto behind = newest_news();
    if (const auto slug = request.query("truoc").value_or(""); !slug.empty()) {
        const auto last = TRY(ArticleStore{transaction}.find_public(slug));
        behind = {.published_at = last.published_at.value_or(Instant{}), .id = last.id};
    }
    EnglishPage page;
    const NewsFilter filter{.language = Language::en, .on = context.today()};
    auto items = TRY(news(transaction, filter, behind, limits::page_rows + 1));
    const bool goes_on = items.size() > static_cast<std::size_t>(limits::page_rows);
    if (goes_on) {
        items.pop_back();
        page.next_path = english_path() + "?truoc=" + items.back().slug;
    }
    page.items = TRY(signed_news(transaction, std::move(items)));
    return english_page(context, page).set_caching(http::Caching::brief);
}

}  // namespace caicach::newsroom
