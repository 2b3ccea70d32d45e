#include "obligation/board/board_handlers.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <utility>

#include "obligation/board/board_views.hpp"
#include "obligation/board/downloads.hpp"
#include "obligation/board/exports.hpp"
#include "obligation/board/publishing.hpp"
#include "obligation/board/years.hpp"
#include "obligation/limits.hpp"
#include "obligation/paths.hpp"
#include "obligation/permissions.hpp"
#include "obligation/saved_view/saved_view_handlers.hpp"

namespace caicach::obligation
{
namespace
{

constexpr std::size_t items_max = 1'000'000;

std::size_t number_in(const http::Request& request, std::string_view name)
{
    const auto text = request.query(name).value_or("");
    std::size_t number{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = read.ec == std::errc{} && read.ptr == text.data() + text.size();
    return is_whole ? std::min(number, items_max) : 0;
}

/// The year asked for; else this one, else the newest that there is.
int year_of(const std::vector<int>& years, std::size_t asked, int this_year)
{
    for (const auto year : {static_cast<int>(asked), this_year})
        if (std::ranges::find(years, year) != years.end()) return year;
    return years.empty() ? this_year : years.front();
}

Result<TakenTable> asked_table(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto watched = TRY(watched_in(context, transaction, request));
    const auto which = request.query("bang").value_or("");
    TakenTable taken;
    taken.table = TRY(table_to_take(context, transaction, watched, which));
    taken.name = file_name_of(taken.table.title, watched.plan);
    return taken;
}

}  // namespace

Result<http::Response> show_boards(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto plans = TRY(watched_plans(context, transaction));
    BoardsPage page{.today = context.today()};
    for (const auto& plan : plans) page.years.push_back(plan.first_year);
    std::ranges::sort(page.years, std::greater{});
    const auto same = std::ranges::unique(page.years);
    page.years.erase(same.begin(), same.end());
    page.year = year_of(page.years, number_in(request, "nam"), context.today().year());
    for (const auto& plan : plans) {
        if (page.year < plan.first_year || plan.last_year < page.year) continue;
        const auto sums = TRY(sums_of(transaction, plan.id, context.today()));
        page.plans.push_back({.plan = plan, .sums = sums});
    }
    return boards_page(context, page);
}

Result<http::Response> show_board(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto watched = TRY(watched_in(context, transaction, request));
    BoardPage page;
    auto beginning =
        TRY(begin_with_view(context, transaction, request, ViewPage::board, watched.plan.code));
    if (beginning) return std::move(*beginning);
    page.views = TRY(views_part(context, transaction, ViewPage::board, watched.plan.code,
                                watched.filter.query()));
    page.board = TRY(board_of(transaction, std::move(watched)));
    TRY(add_year_before(page.board, context, transaction));
    const auto& plan = page.board.watched.plan;
    const auto choice = TRY(public_choice_of(transaction, plan.id));
    page.shown_to_all = text_of(choice.shows_anything() ? choice : PublicChoice{});
    page.may_publish = context.may(publish_boards, organisation::scope_of(plan.coordinator));
    return board_page(context, page);
}

Result<http::Response> show_board_items(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto watched = TRY(watched_in(context, transaction, request));
    ItemsPage page;
    page.board = TRY(board_of(transaction, std::move(watched)));
    page.first = std::min(number_in(request, "tu"), page.board.works.size());
    return items_page(context, page);
}

Result<http::Response> show_board_tasks(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    TasksPage page;
    page.watched = TRY(watched_in(context, transaction, request));
    const auto& plan = page.watched.plan.code;
    auto beginning =
        TRY(begin_with_view(context, transaction, request, ViewPage::board_tasks, plan));
    if (beginning) return std::move(*beginning);
    page.views = TRY(
        views_part(context, transaction, ViewPage::board_tasks, plan, page.watched.filter.query()));
    page.may_excuse =
        context.may(excuse_agencies, organisation::scope_of(page.watched.plan.coordinator));
    page.narrowed = TRY(narrowed(transaction, page.watched));
    page.agencies = TRY(agencies_owing(transaction, page.watched.plan.id, context.today()));
    page.months = TRY(months_owed(transaction, page.watched.plan.id));
    page.list =
        TRY(listed_tasks(transaction, page.watched, place_from(request.query("sau").value_or("")),
                         limits::board_tasks_per_page));
    if (page.list.goes_on) {
        const auto query = page.watched.filter.query();
        page.next_path = board_tasks_path(page.watched.plan.code) + query +
                         (query.empty() ? "?sau=" : "&sau=") +
                         place_text(page.list.tasks.back().task);
    }
    return tasks_page(context, page);
}

Result<http::Response> export_board_csv(Context& context, const http::Request& request)
{
    const auto taken = TRY(asked_table(context, request));
    return csv_download(taken);
}

Result<http::Response> export_board_xlsx(Context& context, const http::Request& request)
{
    const auto taken = TRY(asked_table(context, request));
    return xlsx_download(context, taken);
}

}  // namespace caicach::obligation
