#include "plan/item_schema.hpp"

#include <utility>

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

json::Value date_or_null(const std::optional<Date>& date)
{
    return date ? json::Value{date->iso()} : json::Value{};
}

json::Value text_or_null(const std::optional<std::string>& text)
{
    return text ? json::Value{*text} : json::Value{};
}

}  // namespace

json::Value public_json(const Edition& edition)
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

json::Value public_json(const Edition& edition, const Item& item)
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
