#include "plan/export_handlers.hpp"

#include <utility>

#include "plan/edition_store.hpp"
#include "plan/export_calendar.hpp"
#include "plan/export_table.hpp"
#include "plan/item_filter.hpp"
#include "plan/item_schema.hpp"
#include "plan/item_store.hpp"
#include "plan/paths.hpp"
#include "text/text.hpp"

namespace caicach::plan
{
namespace
{

constexpr std::size_t name_length_max = 80;  ///< characters; file systems hold 255 bytes

struct Export {
    Edition edition{};
    std::vector<Item> items{};
    std::string moved_to{};  ///< the plan has another address by now; then there are no items
};

Result<Export> exported(Context& context, const http::Request& request, std::string_view format)
{
    const auto slug = TRY(request.path<std::string>("plan"));
    const auto filter = filter_of(request);
    auto transaction = TRY(context.read());
    auto editions = EditionStore{transaction};
    auto store = ItemStore{transaction};
    Export found;
    found.edition = TRY(editions.in_force_by_slug(slug));
    if (found.edition.slug != slug) {
        found.moved_to = export_path(found.edition, format) + filter.query();
        return found;
    }
    auto all = TRY(store.all_of(found.edition.id));
    auto items = without_removed(std::move(all));
    const auto passed = TRY(passing(transaction, found.edition, items, filter));
    for (const auto at : passed) found.items.push_back(std::move(items[at]));
    return found;
}

http::Response download(const Edition& edition, std::string_view format, std::string_view type,
                        std::string bytes)
{
    http::Response response{200, std::string{type}, std::move(bytes)};
    response.set_caching(http::Caching::brief);
    return response.set_download_name(text::shorten(edition.document.title, name_length_max) + "." +
                                      std::string{format});
}

}  // namespace

Result<http::Response> export_csv(Context& context, const http::Request& request)
{
    const auto found = TRY(exported(context, request, "csv"));
    if (!found.moved_to.empty()) return http::moved(found.moved_to);
    return download(found.edition, "csv", "text/csv; charset=utf-8", items_csv(found.items));
}

Result<http::Response> export_xlsx(Context& context, const http::Request& request)
{
    const auto found = TRY(exported(context, request, "xlsx"));
    if (!found.moved_to.empty()) return http::moved(found.moved_to);
    auto bytes =
        TRY(items_xlsx(found.edition, found.items, context.services().data_folder + "/tmp"));
    return download(found.edition, "xlsx",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    std::move(bytes));
}

Result<http::Response> export_json(Context& context, const http::Request& request)
{
    const auto found = TRY(exported(context, request, "json"));
    if (!found.moved_to.empty()) return http::moved(found.moved_to);
    auto items = json::Value::array();
    auto transaction = TRY(context.read());
    const auto day = found.edition.day();
    const auto keys = TRY(target_keys(transaction, found.items, day));
    const auto coordinator =
        TRY(organisation::agency_by_id(transaction, found.edition.coordinator, day));
    for (const auto& item : found.items) items.push(public_json(found.edition, item, keys));
    auto body = json::Value::object();
    body.set("plan", public_json(found.edition, coordinator)).set("items", std::move(items));
    return download(found.edition, "json", "application/json", json::dump(body, true));
}

Result<http::Response> export_ics(Context& context, const http::Request& request)
{
    const auto found = TRY(exported(context, request, "ics"));
    if (!found.moved_to.empty()) return http::moved(found.moved_to);
    auto text = TRY(
        document::write_calendar(calendar_of(found.edition, found.items, context.services().site)));
    return download(found.edition, "ics", "text/calendar; charset=utf-8", std::move(text));
}

}  // namespace caicach::plan
