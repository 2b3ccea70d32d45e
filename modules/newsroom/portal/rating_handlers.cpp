#include "newsroom/portal/rating_handlers.hpp"

#include <array>
#include <memory>
#include <string>
#include <utility>

#include "base/network.hpp"
#include "document/csv_writer.hpp"
#include "http/rate_limiter.hpp"
#include "newsroom/article/article_store.hpp"
#include "newsroom/limits.hpp"
#include "newsroom/paths.hpp"
#include "newsroom/permissions.hpp"
#include "newsroom/portal/rating.hpp"
#include "newsroom/portal/rating_views.hpp"
#include "web/components/frame.hpp"

namespace caicach::newsroom
{
namespace
{

/// A family or an office sits behind one address, and reads more than one article.
const http::RatePolicy& of_article()
{
    static const http::RatePolicy policy{"rating-article", {{5, 60 * 60}}};
    return policy;
}
const http::RatePolicy& of_address()
{
    static const http::RatePolicy policy{"rating", {{60, 60 * 60}, {10, 60}}};
    return policy;
}

/// In memory alone, under a key that dies with the process.
bool is_flood(http::RateLimiter& limiter, const http::Request& request, const std::string& slug,
              Instant now)
{
    const auto address = counted_address(request.remote_address());
    return !limiter.take(of_address(), address, now).is_admitted ||
           !limiter.take(of_article(), address + " " + slug, now).is_admitted;
}

/// No form token guards this: one would need a cookie, and no session stands behind it that another
/// site could borrow. Browsers say themselves that another site sent the form.
bool is_from_elsewhere(const http::Request& request)
{
    const auto from = request.header("sec-fetch-site");
    return !from.empty() && from != "same-origin" && from != "none";
}

Result<http::Response> post_rating(Context& context, const http::Request& request,
                                   http::RateLimiter& limiter)
{
    const auto slug = TRY(request.path<std::string>("slug"));
    auto transaction = TRY(context.begin());
    const auto article = TRY(ArticleStore{transaction}.find_public(slug));
    if (article.state != ArticleState::published)
        return failure(Failure::not_found, "newsroom.article.not_found");
    if (is_from_elsewhere(request)) return failure(Failure::forbidden, "newsroom.rating.elsewhere");
    const auto answer = request.raw("huu-ich");
    if (answer != "co" && answer != "khong")
        return failure(Failure::invalid, "newsroom.rating.answer", "huu-ich");
    if (is_flood(limiter, request, slug, context.now())) {
        constexpr int too_many_requests = 429;
        const Error error{Failure::unavailable, "newsroom.rating.too_many"};
        return web::error_page(context, error).set_status(too_many_requests);
    }
    TRY(count_rating(transaction, article.id, context.today(),
                     answer == "co" ? Rating::useful : Rating::not_useful));
    TRY(transaction.commit());
    return http::redirect(rated_path(article.slug));
}

Result<RatingsPage> ratings_of(Context& context)
{
    auto transaction = TRY(context.read());
    RatingsPage page{.since = context.today().plus_days(-limits::rating_days)};
    page.articles = TRY(rated_articles(transaction, page.since, limits::rated_rows));
    page.agencies.reserve(page.articles.size());
    for (const auto& one : page.articles) {
        auto agency =
            TRY(organisation::agency_by_id(transaction, one.agency, Date::of(one.published_at)));
        page.agencies.push_back(std::move(agency.name));
    }
    return page;
}

Result<http::Response> show_ratings(Context& context, const http::Request& /*request*/)
{
    const auto page = TRY(ratings_of(context));
    return ratings_page(context, page);
}

Result<http::Response> export_ratings(Context& context, const http::Request& /*request*/)
{
    const auto page = TRY(ratings_of(context));
    document::CsvWriter csv;
    const std::array<std::string_view, 5> head{"Tiêu đề", "Cơ quan", "Ngày đăng", "Có ích",
                                               "Không có ích"};
    csv.add_row(head);
    for (std::size_t i = 0; i < page.articles.size(); ++i) {
        const auto& one = page.articles[i];
        const std::array<std::string, 5> row{
            one.title, page.agencies[i], Date::of(one.published_at).vietnamese(),
            std::to_string(one.useful), std::to_string(one.not_useful)};
        csv.add_row(row);
    }
    http::Response response{200, "text/csv; charset=utf-8", csv.take()};
    response.set_download_name("danh-gia-tin-bai.csv");
    return response;
}

}  // namespace

void add_ratings(Module& module)
{
    constexpr std::size_t counters_max = 16'384;
    // Shared: the route's handler may be copied, what it counts is one.
    const auto limiter = std::make_shared<http::RateLimiter>(counters_max);
    module.post("/tin-bai/{slug}/danh-gia", http::Access::anyone,
                [limiter](Context& context, const http::Request& request) {
                    return post_rating(context, request, *limiter);
                },
                {.is_posted_by_programs = true});
    const auto writers = http::Access::holder_of(write_articles.key);
    module.get("/toa-soan/danh-gia", writers, show_ratings);
    module.get("/toa-soan/danh-gia.csv", writers, export_ratings);
}

}  // namespace caicach::newsroom
