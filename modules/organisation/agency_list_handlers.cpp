#include "organisation/agency_list_handlers.hpp"

#include <algorithm>
#include <utility>

#include "organisation/agency_list.hpp"
#include "organisation/agency_table.hpp"
#include "organisation/agency_views.hpp"
#include "organisation/day_asked.hpp"
#include "organisation/limits.hpp"
#include "organisation/paths.hpp"
#include "organisation/permissions.hpp"

namespace caicach::organisation
{
namespace
{

/// How many stand before the page; 0 for what is no number.
std::size_t offset_in(const http::Request& request)
{
    const auto typed = request.maybe_integer(
        "tu", {.lowest = 0, .highest = static_cast<std::int64_t>(limits::list_offset_max)});
    return static_cast<std::size_t>(typed ? typed->value_or(0) : 0);
}

/// What was asked, and the kinds to choose from.
Result<AgenciesPage> asked(database::Transaction& transaction, const http::Request& request,
                           Date today)
{
    AgenciesPage page{.today = today};
    page.typed = TRY(request.maybe_text("tim", limits::name_length_max)).value_or("");
    page.kind = TRY(request.maybe_text("loai", limits::name_length_max)).value_or("");
    page.day = day_asked(request, today);
    page.kinds = TRY(kinds(transaction));
    const auto is_chosen = [&](const Kind& kind) { return kind.key == page.kind; };
    if (std::ranges::none_of(page.kinds, is_chosen)) page.kind.clear();
    return page;
}

/// At most a page of them.
Result<std::vector<AgencySummary>> searched(database::Transaction& transaction,
                                            const AgenciesPage& page)
{
    const auto matches =
        TRY(search_agencies(transaction, page.typed, page.day, limits::search_results_max));
    std::vector<AgencySummary> found;
    for (const auto& match : matches) {
        const auto* id = std::get_if<AgencyId>(&match.target);
        if (!id || (!page.kind.empty() && match.kind != page.kind)) continue;
        auto agency = TRY(agency_by_id(transaction, *id, page.day));
        found.push_back(std::move(agency));
    }
    return found;
}

std::string page_path(const AgenciesPage& page, std::size_t first)
{
    auto path = agencies_path() + "?tu=" + std::to_string(first);
    // Only the whole list is longer than a page; a kind's key is ASCII.
    if (!page.kind.empty()) path += "&loai=" + page.kind;
    if (page.day != page.today) path += "&ngay=" + page.day.iso();
    return path;
}

Result<void> take_page(database::Transaction& transaction, AgenciesPage& page, std::size_t first)
{
    constexpr auto count = limits::agencies_per_page;
    auto list = TRY(agency_list(
        transaction, {.day = page.day, .kind = page.kind, .first = first, .count = count}));
    page.agencies = std::move(list.agencies);
    page.found = list.found;
    page.first = first;
    if (first > 0) page.previous_path = page_path(page, first - std::min(first, count));
    if (first + count < page.found) page.next_path = page_path(page, first + count);
    return {};
}

/// All that the page finds, as a file that an import takes back.
struct Exported {
    DirectoryState directory{};
    std::vector<AgencySummary> agencies{};
};

Result<Exported> exported(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto page = TRY(asked(transaction, request, context.today()));
    auto agencies = page.typed.empty() ? agencies_on(transaction, page.day, page.kind)
                                       : searched(transaction, page);
    if (!agencies) return tl::unexpected<Error>(agencies.error());
    auto directory = TRY(DirectoryState::load(transaction, page.day));
    return Exported{std::move(directory), std::move(*agencies)};
}

http::Response file(std::string_view type, std::string bytes, std::string_view name)
{
    http::Response response{200, std::string(type), std::move(bytes)};
    response.set_download_name(name);
    return response.set_caching(http::Caching::brief);
}

}  // namespace

Result<http::Response> show_agencies(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto page = TRY(asked(transaction, request, context.today()));
    page.may_manage = context.may_anywhere(manage_agencies);
    page.may_import = context.may_anywhere(import_agencies);
    const auto query = request.target().find('?');
    if (query != std::string::npos) page.query = request.target().substr(query);
    if (page.typed.empty()) {
        TRY(take_page(transaction, page, offset_in(request)));
    } else {
        page.agencies = TRY(searched(transaction, page));
        page.found = page.agencies.size();
    }
    return agencies_page(context, page);
}

Result<http::Response> export_agencies_csv(Context& context, const http::Request& request)
{
    const auto found = TRY(exported(context, request));
    return file("text/csv; charset=utf-8", agencies_csv(found.directory, found.agencies),
                "Danh mục cơ quan.csv");
}

Result<http::Response> export_agencies_xlsx(Context& context, const http::Request& request)
{
    const auto found = TRY(exported(context, request));
    auto bytes = TRY(
        agencies_xlsx(found.directory, found.agencies, context.services().data_folder + "/tmp"));
    return file("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                std::move(bytes), "Danh mục cơ quan.xlsx");
}

}  // namespace caicach::organisation
