#include "newsroom/portal/portal_handlers.hpp"

#include <algorithm>
#include <utility>

#include "http/percent.hpp"
#include "newsroom/limits.hpp"
#include "newsroom/paths.hpp"
#include "newsroom/portal/portal_views.hpp"

namespace caicach::newsroom
{
namespace
{

struct Asked {
    NewsFilter filter{};
    NewsPlace behind{newest_news()};
    int offset{};         ///< of a search
    std::string query{};  ///< the same once more, for the next page
};

Result<Asked> asked_for(const Context& context, database::Transaction& transaction,
                        const http::Request& request, NewsPage& page)
{
    Asked asked;
    page.sections = TRY(sections_on(context.today()));
    page.search = TRY(request.maybe_text("tim")).value_or("");
    const auto offset = TRY(request.maybe_integer("tu", {0, limits::search_hits_max}));
    asked.offset = static_cast<int>(offset.value_or(0));
    if (const auto slug = request.query("muc").value_or(""); !slug.empty()) {
        const auto found = std::ranges::find(page.sections, slug, &Section::slug);
        if (found == page.sections.end())
            return failure(Failure::not_found, "newsroom.section.not_found");
        page.section = *found;
        asked.filter.section = found->key;
        asked.query += "&muc=" + found->slug;
    }
    if (const auto slug = request.query("co-quan").value_or(""); !slug.empty()) {
        const auto agency = TRY(organisation::agency_by_slug(transaction, slug, context.today()));
        page.agency = agency.name;
        asked.filter.agency = agency.id;
        asked.query += "&co-quan=" + http::percent_encoded(slug);
    }
    if (request.query("ngon-ngu").value_or("") == key_of(Language::en)) {
        asked.filter.language = Language::en;
        asked.query += "&ngon-ngu=en";
    }
    if (const auto slug = request.query("truoc").value_or(""); !slug.empty()) {
        const auto last = TRY(ArticleStore{transaction}.find_public(slug));
        asked.behind = {.published_at = last.published_at.value_or(Instant{}), .id = last.id};
    }
    return asked;
}

/// One more than a page shows was asked for, to know whether it goes on.
void cut_to_page(const Asked& asked, NewsPage& page)
{
    const auto rows = static_cast<std::size_t>(limits::page_rows);
    if (page.items.size() <= rows) return;
    page.items.pop_back();
    page.next_path = page.search.empty()
                         ? news_path() + "?truoc=" + page.items.back().slug + asked.query
                         : news_path() + "?tim=" + http::percent_encoded(page.search) +
                               "&tu=" + std::to_string(asked.offset + limits::page_rows);
}

Result<http::Response> show_news(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    NewsPage page;
    const auto asked = TRY(asked_for(context, transaction, request, page));
    constexpr int wanted = limits::page_rows + 1;
    auto items = page.search.empty() ? news(transaction, asked.filter, asked.behind, wanted)
                                     : found_news(transaction, page.search, wanted, asked.offset);
    page.items = TRY(std::move(items));
    cut_to_page(asked, page);
    for (const auto& one : page.items) {
        auto agency =
            TRY(organisation::agency_by_id(transaction, one.agency, Date::of(one.published_at)));
        page.agency_names.push_back(std::move(agency.name));
    }
    return news_page(context, page);
}

Result<http::Response> show_article(Context& context, const http::Request& request)
{
    const auto slug = TRY(request.path<std::string>("slug"));
    auto transaction = TRY(context.read());
    ArticleStore store{transaction};
    ReadPage page;
    page.article = TRY(store.find_public(slug));
    const auto& article = page.article;
    if (article.state == ArticleState::withdrawn) return withdrawn_page(context, article);
    page.text = TRY(store.revision(article.id, article.public_revision)).text;
    page.body = TRY(document::read_markdown(page.text.body));
    page.corrections = TRY(store.corrections(article.id));
    const auto day = Date::of(article.published_at.value_or(context.now()));
    const auto agency = TRY(organisation::agency_by_id(transaction, article.agency, day));
    page.agency = agency.name;
    const auto sections = TRY(sections_on(context.today()));
    page.section = std::string(section_text(sections, article.section));
    return read_page(context, page);
}

}  // namespace

void add_portal(Module& module)
{
    module.get("/tin-bai", http::Access::anyone, show_news);
    module.get("/tin-bai/{slug}", http::Access::anyone, show_article);
    module.menu({.text = "Tin, bài", .path = "/tin-bai", .order = 20});
}

}  // namespace caicach::newsroom
