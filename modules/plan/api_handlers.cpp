#include "plan/api_handlers.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "plan/edition_store.hpp"
#include "plan/item_schema.hpp"
#include "plan/item_store.hpp"
#include "plan/paths.hpp"

namespace caicach::plan
{
namespace
{

constexpr std::int64_t limit_default = 50;
constexpr std::int64_t limit_max = 200;
constexpr int plans_max = 10'000;

/// A number of the query within bounds; what is not one is refused, with its name.
Result<std::int64_t> number_of(const http::Request& request, std::string_view name,
                               std::int64_t otherwise, std::int64_t highest)
{
    const auto text = request.query(name);
    if (!text) return otherwise;
    std::int64_t number{};
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error != std::errc{} || end != text->data() + text->size() || number < 1 ||
        number > highest) {
        return failure(Failure::invalid, "plan.api.number_wrong", std::string{name},
                       {std::to_string(highest)});
    }
    return number;
}

/// A page of a list, with the address of the next one in the body and in Link (RFC 8288).
http::Response page_of(const http::Request& request, json::Value items,
                       const std::optional<std::string>& next_after, std::int64_t limit)
{
    auto body = json::Value::object();
    body.set("items", std::move(items));
    std::string next;
    if (next_after) {
        next = request.path() + "?limit=" + std::to_string(limit) + "&after=" + *next_after;
        if (const auto year = request.query("year")) next += "&year=" + std::string{*year};
        if (const auto type = request.query("type")) next += "&type=" + std::string{*type};
    }
    body.set("next", next.empty() ? json::Value{} : json::Value{next});
    auto response = http::json(json::dump(body));
    response.set_caching(http::Caching::brief);
    if (next.empty()) return response;
    if (auto link = http::HeaderValue::create("<" + next + ">; rel=\"next\"")) {
        response.set_header("Link", *link);
    }
    return response;
}

/// The entries after the one named `after`, at most `limit`; and the name of the last, if more
/// follow. `name` tells what an entry is called.
template <class T, class Name>
std::pair<std::vector<T>, std::optional<std::string>> slice(std::vector<T> all,
                                                            std::string_view after,
                                                            std::int64_t limit, Name name)
{
    auto first = all.begin();
    if (!after.empty()) {
        const auto found =
            std::ranges::find_if(all, [&](const T& one) { return name(one) == after; });
        first = found == all.end() ? all.end() : std::next(found);
    }
    const auto count = std::min<std::ptrdiff_t>(limit, all.end() - first);
    std::vector<T> part(std::make_move_iterator(first), std::make_move_iterator(first + count));
    const bool is_last = first + count == all.end();
    auto next = is_last || part.empty() ? std::nullopt : std::optional{name(part.back())};
    return {std::move(part), std::move(next)};
}

}  // namespace

Result<http::Response> list_plans(Context& context, const http::Request& request)
{
    const auto limit = TRY(number_of(request, "limit", limit_default, limit_max));
    const auto year = TRY(number_of(request, "year", 0, 2100));
    auto transaction = TRY(context.read());
    auto editions = EditionStore{transaction};
    auto all = TRY(editions.in_force(static_cast<int>(year), plans_max));
    auto [part, next] = slice(std::move(all), request.query("after").value_or(""), limit,
                              [](const Edition& edition) { return edition.code; });
    auto items = json::Value::array();
    for (const auto& edition : part) items.push(public_json(edition));
    return page_of(request, std::move(items), next, limit);
}

Result<http::Response> get_plan(Context& context, const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("plan"));
    auto transaction = TRY(context.read());
    auto editions = EditionStore{transaction};
    const auto edition = TRY(editions.in_force_by_code(code));
    const auto cited = TRY(editions.references(edition.id));
    const auto names = TRY(editions.recipients(edition.id));
    auto references = json::Value::array();
    for (const auto& reference : cited) references.push(public_json(reference));
    auto recipients = json::Value::array();
    for (const auto& name : names) recipients.push(name);
    auto body = public_json(edition);
    body.set("references", std::move(references)).set("recipients", std::move(recipients));
    auto response = http::json(json::dump(body));
    return response.set_caching(http::Caching::brief);
}

Result<http::Response> list_plan_items(Context& context, const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("plan"));
    const auto limit = TRY(number_of(request, "limit", limit_default, limit_max));
    auto transaction = TRY(context.read());
    auto editions = EditionStore{transaction};
    auto store = ItemStore{transaction};
    const auto edition = TRY(editions.in_force_by_code(code));
    auto all = TRY(store.all_of(edition.id));
    all = without_removed(std::move(all));
    if (const auto wanted = request.query("type")) {
        const auto type = item_type_from(*wanted);
        if (!type) return failure(Failure::invalid, "plan.api.type_unknown", "type");
        std::erase_if(all, [&](const Item& item) { return item.type != *type; });
    }
    auto [part, next] = slice(std::move(all), request.query("after").value_or(""), limit,
                              [](const Item& item) { return item_anchor(item); });
    auto items = json::Value::array();
    for (const auto& item : part) items.push(public_json(edition, item));
    return page_of(request, std::move(items), next, limit);
}

}  // namespace caicach::plan
