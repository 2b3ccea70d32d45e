#include "plan/item_schema.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

#include "plan/paths.hpp"

namespace caicach::plan
{
namespace
{

void set_text(json::Value& value, std::string_view name, const std::string& text)
{
    if (!text.empty()) value.set(name, text);
}

template <class T>
void set_list(json::Value& value, std::string_view name, const std::vector<T>& list)
{
    if (list.empty()) return;
    auto array = json::Value::array();
    for (const auto& one : list) array.push(to_json(one));
    value.set(name, std::move(array));
}

void set_texts(json::Value& value, std::string_view name, const std::vector<std::string>& texts)
{
    if (texts.empty()) return;
    auto array = json::Value::array();
    for (const auto& text : texts) array.push(text);
    value.set(name, std::move(array));
}

/// The same names once more, each with whom it means where that is known.
void set_agencies(json::Value& value, const Item& item, const TargetKeys& keys)
{
    auto array = json::Value::array();
    for (const auto role : roles) {
        for (const auto& mention : item.agencies(role)) {
            auto named = json::Value::object();
            named.set("role", name_of(role)).set("name", mention.text);
            const auto known = std::ranges::find_if(
                keys, [&](const auto& key) { return key.first == mention.target; });
            if (known != keys.end()) {
                const bool is_group = std::holds_alternative<organisation::GroupId>(known->first);
                named.set(is_group ? "group" : "agency", known->second);
            }
            array.push(std::move(named));
        }
    }
    if (!array.elements().empty()) value.set("agencies", std::move(array));
}

json::Value date_or_null(const std::optional<Date>& date)
{
    return date ? json::Value{date->iso()} : json::Value{};
}

json::Value text_or_null(const std::optional<std::string>& text)
{
    return text ? json::Value{*text} : json::Value{};
}

}  // namespace

Result<TargetKeys> target_keys(database::Transaction& transaction, std::span<const Item> items,
                               Date day)
{
    std::set<organisation::AgencyId> named;
    for (const auto& item : items) {
        for (const auto role : roles) {
            for (const auto& mention : item.agencies(role)) {
                if (!mention.target) continue;
                const auto* agency = std::get_if<organisation::AgencyId>(&*mention.target);
                if (agency != nullptr) named.insert(*agency);
            }
        }
    }
    TargetKeys keys;
    for (const auto id : named) {
        auto agency = TRY(organisation::agency_by_id(transaction, id, day));
        keys.emplace_back(id, std::move(agency.slug));
    }
    const auto groups = TRY(organisation::groups(transaction));
    for (const auto& group : groups) keys.emplace_back(group.id, group.key);
    return keys;
}

json::Value public_json(const Edition& edition, const organisation::AgencySummary& coordinator)
{
    const auto& document = edition.document;
    auto value = json::Value::object();
    value.set("code", edition.code)
        .set("title", document.title)
        .set("kind", document.kind)
        .set("number", text_or_null(document.number))
        .set("issued_on", date_or_null(document.issued_on))
        .set("issuer", document.issuer)
        .set("province", document.province)
        .set("year", document.year)
        .set("subject", document.subject)
        .set("coordinator",
             json::Value::object().set("name", coordinator.name).set("agency", coordinator.slug))
        .set("edition", edition.number)
        .set("in_force_at",
             edition.in_force_at ? json::Value{to_iso(*edition.in_force_at)} : json::Value{})
        .set("page", plan_path(edition))
        .set("items", "/api/v1/plans/" + edition.code + "/items");
    return value;
}

json::Value public_json(const Reference& reference)
{
    auto value = json::Value::object();
    value.set("kind", reference.kind)
        .set("number", text_or_null(reference.number))
        .set("date", date_or_null(reference.issued_on))
        .set("issuer", text_or_null(reference.issuer));
    if (reference.name) value.set("name", *reference.name);
    return value;
}

json::Value public_json(const Recipient& recipient)
{
    auto value = json::Value::object();
    value.set("name", recipient.name);
    set_text(value, "mark", recipient.mark);
    set_text(value, "purpose", std::string{purpose_of(recipient.mark)});
    return value;
}

json::Value public_json(const Edition& edition, const Item& item, const TargetKeys& keys)
{
    auto value = json::Value::object();
    value.set("id", item_anchor(item))
        .set("path", item.path)
        .set("type", name_of(item.type))
        .set("title", item.title);
    set_text(value, "area", item.area);
    for (const auto role : roles) {
        std::vector<std::string> names;
        for (const auto& mention : item.agencies(role)) names.push_back(mention.text);
        set_texts(value, name_of(role), names);
    }
    set_agencies(value, item, keys);
    set_texts(value, "audience", item.audience);
    if (item.schedule) value.set("schedule", to_json(*item.schedule));
    set_list(value, "quotas", item.quotas);
    set_list(value, "metrics", item.metrics);
    set_text(value, "budget", item.budget);
    set_text(value, "product", item.product);
    set_text(value, "excluding", item.excluding);
    set_texts(value, "context", item.context);
    if (item.requested) value.set("requested", true);
    value.set("page", item_path(edition, item));
    if (item.first_line > 0) {
        value.set("lines", json::Value::array().push(item.first_line).push(item.last_line));
    }
    return value;
}

}  // namespace caicach::plan
