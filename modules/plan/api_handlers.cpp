#include "plan/api_handlers.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "plan/edition_store.hpp"
#include "plan/item_filter.hpp"
#include "plan/item_schema.hpp"
#include "plan/item_store.hpp"
#include "plan/paths.hpp"

namespace caicach::plan
{
namespace
{

constexpr std::int64_t limit_default = 50;
constexpr int plans_max = 10'000;

/// A number of the query within bounds; what is not one is refused, with its name.
Result<std::int64_t> number_of(const http::Request& request, const http::QueryField& field,
                               std::int64_t otherwise)
{
    const auto text = request.query(field.name);
    if (!text) return otherwise;
    std::int64_t number{};
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error != std::errc{} || end != text->data() + text->size() || number < 1 ||
        number > field.highest) {
        return failure(Failure::invalid, "plan.api.number_wrong", std::string{field.name},
                       {std::to_string(field.highest)});
    }
    return number;
}

/// A page of a list, with the address of the next one in the body and in Link (RFC 8288). `next`
/// is made of texts of our own only, never of what the query said.
http::Response page_of(json::Value items, const std::string& next)
{
    auto body = json::Value::object();
    body.set("items", std::move(items))
        .set("next", next.empty() ? json::Value{} : json::Value{next});
    auto response = http::json(json::dump(body));
    response.set_caching(http::Caching::brief);
    if (next.empty()) return response;
    if (auto link = http::HeaderValue::create("<" + next + ">; rel=\"next\"")) {
        response.set_header("Link", *link);
    }
    return response;
}

template <class T>
struct Slice {
    std::vector<T> part{};
    std::string next{};  ///< "limit=50&after=…", empty at the end of the list
};

/// The entries after the one named `after`, at most `limit`. `name` tells what an entry is called.
/// A name that is not in the list is refused: an empty page would look like its end.
template <class T, class Name>
Result<Slice<T>> slice(std::vector<T> all, const http::Request& request, Name name)
{
    const auto limit = TRY(number_of(request, limit_field, limit_default));
    auto first = all.begin();
    if (const auto after = request.query(after_field.name)) {
        first = std::ranges::find_if(all, [&](const T& one) { return name(one) == *after; });
        if (first == all.end()) return failure(Failure::invalid, "plan.api.after_unknown", "after");
        ++first;
    }
    const auto last = first + std::min<std::ptrdiff_t>(limit, all.end() - first);
    const bool is_end = last == all.end();
    Slice<T> slice{{std::make_move_iterator(first), std::make_move_iterator(last)}};
    if (!is_end) {
        slice.next = "limit=" + std::to_string(limit) + "&after=" + name(slice.part.back());
    }
    return slice;
}

constexpr FilterNames filter_names{
    .words = "q", .agency = "agency", .type = "type", .area = "area", .quarter = "quarter"};

/// As the page for people filters, but what is unknown is refused: a machine would take the whole
/// list for the answer.
Result<ItemFilter> filter_of_api(database::Transaction& transaction, const http::Request& request,
                                 const Edition& edition)
{
    auto filter = filter_of(request, filter_names);
    const auto is_asked = [&](std::string_view name) { return request.query(name).has_value(); };
    const auto unknown = [](std::string_view name) {
        return failure(Failure::invalid, "plan.api." + std::string{name} + "_unknown",
                       std::string{name});
    };
    if (is_asked(filter_names.type) && !filter.type) return unknown(filter_names.type);
    if (is_asked(filter_names.area) && filter.area.empty()) return unknown(filter_names.area);
    const auto quarter = TRY(number_of(request, quarter_field, 0));
    filter.quarter = static_cast<int>(quarter);
    if (is_asked(filter_names.agency)) {
        const auto agency = organisation::agency_by_slug(transaction, filter.agency, edition.day());
        if (!agency && agency.error().kind != Failure::not_found) {
            return tl::unexpected<Error>(agency.error());
        }
        if (!agency) return unknown(filter_names.agency);
    }
    return filter;
}

/// The address of the next page, if there is one; `filter` begins with "?" unless it is empty.
std::string next_path(const std::string& path, const std::string& filter, const std::string& next)
{
    if (next.empty()) return {};
    return path + filter + (filter.empty() ? "?" : "&") + next;
}

}  // namespace

Result<http::Response> list_plans(Context& context, const http::Request& request)
{
    const auto year = TRY(number_of(request, year_field, 0));
    auto transaction = TRY(context.read());
    auto editions = EditionStore{transaction};
    auto all = TRY(editions.in_force(static_cast<int>(year), plans_max));
    const auto [part, next] =
        TRY(slice(std::move(all), request, [](const Edition& edition) { return edition.code; }));
    auto items = json::Value::array();
    for (const auto& edition : part) {
        const auto coordinator =
            TRY(organisation::agency_by_id(transaction, edition.coordinator, edition.day()));
        items.push(public_json(edition, coordinator));
    }
    const auto filter = year == 0 ? std::string{} : "?year=" + std::to_string(year);
    return page_of(std::move(items), next_path("/api/v1/plans", filter, next));
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
    for (const auto& name : names) recipients.push(public_json(name));
    const auto coordinator =
        TRY(organisation::agency_by_id(transaction, edition.coordinator, edition.day()));
    auto body = public_json(edition, coordinator);
    body.set("references", std::move(references)).set("recipients", std::move(recipients));
    auto response = http::json(json::dump(body));
    return response.set_caching(http::Caching::brief);
}

Result<http::Response> list_plan_items(Context& context, const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("plan"));
    auto transaction = TRY(context.read());
    auto editions = EditionStore{transaction};
    auto store = ItemStore{transaction};
    const auto edition = TRY(editions.in_force_by_code(code));
    auto all = TRY(store.all_of(edition.id));
    all = without_removed(std::move(all));
    const auto filter = TRY(filter_of_api(transaction, request, edition));
    const auto passed = TRY(passing(transaction, edition, all, filter));
    std::vector<Item> found;
    found.reserve(passed.size());
    for (const auto at : passed) found.push_back(std::move(all[at]));
    const auto [part, next] =
        TRY(slice(std::move(found), request, [](const Item& item) { return item_anchor(item); }));
    auto items = json::Value::array();
    const auto keys = TRY(target_keys(transaction, part, edition.day()));
    for (const auto& item : part) items.push(public_json(edition, item, keys));
    const auto path = "/api/v1/plans/" + edition.code + "/items";
    return page_of(std::move(items), next_path(path, filter.query(filter_names), next));
}

}  // namespace caicach::plan
