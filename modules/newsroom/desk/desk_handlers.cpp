#include "newsroom/desk/desk_handlers.hpp"

#include <limits>
#include <utility>

#include "http/percent.hpp"
#include "newsroom/article/article_store.hpp"
#include "newsroom/desk/desk_views.hpp"
#include "newsroom/limits.hpp"
#include "newsroom/paths.hpp"
#include "newsroom/permissions.hpp"

namespace caicach::newsroom
{
namespace
{

constexpr ArticleId newest{std::numeric_limits<std::int64_t>::max()};

/// Where the list goes on behind its last row.
void cut_to_page(DeskPage& page, const std::string& query)
{
    if (page.articles.size() <= static_cast<std::size_t>(limits::desk_rows)) return;
    page.articles.pop_back();
    page.next_path =
        desk_path() + query + "&truoc=" + std::to_string(page.articles.back().id.value);
}

Result<void> fill_board(const Context& context, database::Transaction& transaction,
                        ArticleId before, DeskPage& page)
{
    const auto state = article_state_from(page.state).value_or(ArticleState::submitted);
    page.articles = TRY(ArticleStore{transaction}.in_state(state, before, limits::desk_rows + 1));
    cut_to_page(page, "?ban-bien-tap=1&tinh-trang=" + page.state);
    std::erase_if(page.articles, [&](const Article& one) {
        return !context.may(edit_articles, organisation::scope_of(one.agency));
    });
    for (const auto& one : page.articles) {
        auto agency = TRY(organisation::agency_by_id(transaction, one.agency, context.today()));
        page.agency_names.push_back(std::move(agency.name));
    }
    return {};
}

Result<void> fill_own(const Context& context, database::Transaction& transaction,
                      const http::Request& request, ArticleId before, DeskPage& page)
{
    page.agency = TRY(
        organisation::agency_asked(context, transaction, request.query("co-quan").value_or("")));
    TRY(context.require(write_articles, organisation::scope_of(page.agency.id)));
    page.agencies = TRY(organisation::agencies_on(transaction, context.today()));
    std::erase_if(page.agencies, [&](const organisation::AgencySummary& one) {
        return !context.may(write_articles, organisation::scope_of(one.id));
    });
    page.articles = TRY(ArticleStore{transaction}.of_agency(page.agency.id, page.state, before,
                                                            limits::desk_rows + 1));
    cut_to_page(
        page, "?co-quan=" + http::percent_encoded(page.agency.code) + "&tinh-trang=" + page.state);
    return {};
}

Result<http::Response> show_desk(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    DeskPage page;
    page.may_edit = context.may_anywhere(edit_articles);
    page.may_write = context.may_anywhere(write_articles);
    // Who only approves has no articles of his own: the board's list is his.
    page.is_board = request.query("ban-bien-tap").has_value() && page.may_edit;
    const auto state = request.query("tinh-trang").value_or("");
    if (article_state_from(state)) page.state = state;
    const auto asked = TRY(request.maybe_integer("truoc", {.lowest = 1}));
    const auto before = asked ? ArticleId{*asked} : newest;
    page.sections = TRY(sections_on(context.today()));
    if (page.is_board)
        TRY(fill_board(context, transaction, before, page));
    else
        TRY(fill_own(context, transaction, request, before, page));
    return desk_page(context, page);
}

}  // namespace

void add_desk(Module& module)
{
    module.get("/toa-soan", http::Access::holder_of(write_articles.key), show_desk);
    module.menu(
        {.text = "Viết tin, bài", .path = "/toa-soan", .order = 45, .permission = &write_articles});
}

}  // namespace caicach::newsroom
