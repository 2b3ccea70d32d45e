#include "newsroom/portal/portal_handlers.hpp"

#include <algorithm>
#include <utility>

#include "http/percent.hpp"
#include "newsroom/limits.hpp"
#include "newsroom/paths.hpp"
#include "newsroom/portal/cached_pages.hpp"
#include "newsroom/portal/english_handlers.hpp"
#include "newsroom/portal/front_handlers.hpp"
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

Result<NewsPage> list_at(const Context& context, std::string path)
{
    NewsPage page;
    page.sections = TRY(sections_on(context.today()));
    page.path = std::move(path);
    return page;
}

Result<void> choose_section(const std::string& slug, NewsPage& page, Asked& asked)
{
    const auto found = std::ranges::find(page.sections, slug, &Section::slug);
    if (found == page.sections.end())
        return failure(Failure::not_found, "newsroom.section.not_found");
    page.section = *found;
    asked.filter.section = found->key;
    return {};
}

Result<void> choose_agency(database::Transaction& transaction, const std::string& slug, Date day,
                           NewsPage& page, Asked& asked)
{
    page.agency = TRY(organisation::agency_by_slug(transaction, slug, day));
    asked.filter.agency = page.agency->id;
    return {};
}

/// What the query of a list may say, wherever the list stands.
Result<void> read_query(const Context& context, database::Transaction& transaction,
                        const http::Request& request, NewsPage& page, Asked& asked)
{
    page.search = TRY(request.maybe_text("tim")).value_or("");
    const auto offset = TRY(request.maybe_integer("tu", {0, limits::search_hits_max}));
    asked.offset = static_cast<int>(offset.value_or(0));
    if (const auto slug = request.query("muc").value_or(""); !slug.empty()) {
        TRY(choose_section(std::string(slug), page, asked));
        asked.query += "&muc=" + page.section->slug;
    }
    if (const auto slug = request.query("co-quan").value_or(""); !slug.empty()) {
        TRY(choose_agency(transaction, std::string(slug), context.today(), page, asked));
        asked.query += "&co-quan=" + http::percent_encoded(slug);
    }
    if (request.query("ngon-ngu").value_or("") == key_of(Language::en)) {
        asked.filter.language = Language::en;
        asked.query += "&ngon-ngu=en";
    }
    if (const auto slug = request.query("truoc").value_or(""); !slug.empty()) {
        const auto last = TRY(ArticleStore{transaction}.find_public(slug));
        asked.behind = {.published_at = last.published_at.value_or(Instant{}), .id = last.id};
        page.first_path = page.path + (asked.query.empty() ? "" : "?" + asked.query.substr(1));
    }
    return {};
}

/// One more than a page shows was asked for, to know whether it goes on.
void cut_to_page(const Asked& asked, NewsPage& page)
{
    const auto rows = static_cast<std::size_t>(limits::page_rows);
    if (page.items.size() <= rows) return;
    page.items.pop_back();
    page.next_path = page.search.empty()
                         ? page.path + "?truoc=" + page.items.back().item.slug + asked.query
                         : page.path + "?tim=" + http::percent_encoded(page.search) +
                               "&tu=" + std::to_string(asked.offset + limits::page_rows) +
                               asked.query;
}

Result<std::vector<std::vector<search::SnippetPiece>>> snippets_of(
    database::Transaction& transaction, const NewsPage& page)
{
    std::vector<std::vector<search::SnippetPiece>> snippets;
    snippets.reserve(page.items.size());
    const auto query = asked_for(page.search);
    for (const auto& one : page.items) {
        auto snippet = TRY(snippet_of(transaction, one.item.id, query));
        snippets.push_back(std::move(snippet));
    }
    return snippets;
}

Result<http::Response> show_list(Context& context, database::Transaction& transaction,
                                 const Asked& asked, NewsPage& page)
{
    constexpr int wanted = limits::page_rows + 1;
    auto read = page.search.empty()
                    ? news(transaction, asked.filter, asked.behind, wanted)
                    : found_news(transaction, page.search, asked.filter, wanted, asked.offset);
    auto items = TRY(std::move(read));
    page.items = TRY(signed_news(transaction, std::move(items)));
    cut_to_page(asked, page);
    if (!page.search.empty()) page.snippets = TRY(snippets_of(transaction, page));
    return news_page(context, page).set_caching(http::Caching::brief);
}

Result<http::Response> show_news(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto page = TRY(list_at(context, news_path()));
    Asked asked;
    TRY(read_query(context, transaction, request, page, asked));
    return show_list(context, transaction, asked, page);
}

Result<http::Response> show_section(Context& context, const http::Request& request)
{
    const auto slug = TRY(request.path<std::string>("section"));
    auto transaction = TRY(context.read());
    auto page = TRY(list_at(context, section_path(slug)));
    Asked asked;
    TRY(choose_section(slug, page, asked));
    asked.filter.on = context.today();
    TRY(read_query(context, transaction, request, page, asked));
    return show_list(context, transaction, asked, page);
}

Result<http::Response> show_agency_news(Context& context, const http::Request& request)
{
    const auto slug = TRY(request.path<std::string>("agency"));
    auto transaction = TRY(context.read());
    auto page = TRY(list_at(context, agency_news_path(slug)));
    Asked asked;
    TRY(choose_agency(transaction, slug, context.today(), page, asked));
    TRY(read_query(context, transaction, request, page, asked));
    return show_list(context, transaction, asked, page);
}

Result<http::Response> show_publishing_agencies(Context& context, const http::Request& /*request*/)
{
    auto transaction = TRY(context.read());
    const auto agencies = TRY(publishing_agencies(transaction, Language::vi, context.today()));
    return publishing_agencies_page(context, agencies).set_caching(http::Caching::brief);
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
    const auto files =
        TRY(ArticleFiles{transaction}.of_revision(article.id, article.public_revision));
    page.files = TRY(listed_files(transaction, files));
    const auto cover = TRY(cover_of(transaction, article));
    if (cover) page.cover_path = public_address(*cover);
    lead_to_files(page.body, files, public_address);
    page.corrections = TRY(store.corrections(article.id));
    const auto day = Date::of(article.published_at.value_or(context.now()));
    page.agency = TRY(organisation::agency_by_id(transaction, article.agency, day));
    page.sections = TRY(sections_on(context.today()));
    page.versions = TRY(versions_of(transaction, article));
    page.has_rated = request.query("cam-on").has_value();
    return read_page(context, page).set_caching(http::Caching::brief);
}

}  // namespace

void add_portal(Module& module, const std::shared_ptr<PageCache>& cache)
{
    const auto page = [&](std::string_view pattern, const http::Handler& handler) {
        module.get(pattern, http::Access::anyone, cached(cache, handler));
    };
    page("/", show_front);
    page("/en", show_english);
    page("/tin-bai", show_news);
    page("/tin-bai/muc/{section}", show_section);
    page("/tin-bai/co-quan", show_publishing_agencies);
    page("/tin-bai/co-quan/{agency}", show_agency_news);
    page("/tin-bai/{slug}", show_article);
    module.menu({.text = "Tin, bài", .path = "/tin-bai", .order = 40});
}

}  // namespace caicach::newsroom
