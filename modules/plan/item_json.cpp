#include <utility>
#include <variant>

#include "plan/item.hpp"

namespace caicach::plan
{
namespace
{

json::Value texts_json(const std::vector<std::string>& texts)
{
    auto array = json::Value::array();
    for (const auto& text : texts) array.push(text);
    return array;
}

std::vector<std::string> texts_from(const json::Value& value)
{
    std::vector<std::string> texts;
    for (const auto& element : value.elements()) texts.emplace_back(element.as_string());
    return texts;
}

json::Value mentions_json(const std::vector<Mention>& mentions)
{
    auto array = json::Value::array();
    for (const auto& mention : mentions) {
        auto value = json::Value::object();
        value.set("text", mention.text);
        if (mention.target) {
            if (const auto* agency = std::get_if<organisation::AgencyId>(&*mention.target)) {
                value.set("agency", agency->value);
            } else {
                value.set("group", std::get<organisation::GroupId>(*mention.target).value);
            }
        }
        array.push(std::move(value));
    }
    return array;
}

std::vector<Mention> mentions_from(const json::Value& value)
{
    std::vector<Mention> mentions;
    for (const auto& element : value.elements()) {
        Mention mention{.text = std::string{element["text"].as_string()}};
        if (element.has("agency")) {
            mention.target = organisation::AgencyId{element["agency"].as_integer()};
        } else if (element.has("group")) {
            mention.target = organisation::GroupId{element["group"].as_integer()};
        }
        mentions.push_back(std::move(mention));
    }
    return mentions;
}

template <class T>
json::Value list_json(const std::vector<T>& list)
{
    auto array = json::Value::array();
    for (const auto& element : list) array.push(to_json(element));
    return array;
}

template <class T>
void read_list(std::vector<T>& list, const json::Value& value,
               std::optional<T> (*read)(const json::Value&))
{
    list.clear();
    for (const auto& element : value.elements()) {
        if (auto one = read(element)) list.push_back(std::move(*one));
    }
}

}  // namespace

json::Value terms_json(const Item& item)
{
    auto terms = json::Value::object();
    if (!item.audience.empty()) terms.set("audience", texts_json(item.audience));
    if (item.schedule) terms.set("schedule", to_json(*item.schedule));
    if (!item.quotas.empty()) terms.set("quotas", list_json(item.quotas));
    if (!item.metrics.empty()) terms.set("metrics", list_json(item.metrics));
    if (!item.budget.empty()) terms.set("budget", item.budget);
    if (!item.product.empty()) terms.set("product", item.product);
    if (!item.excluding.empty()) terms.set("excluding", item.excluding);
    if (!item.context.empty()) terms.set("context", texts_json(item.context));
    if (!item.notes.empty()) terms.set("notes", notes_json(item.notes));
    return terms;
}

void read_terms(Item& item, const json::Value& terms)
{
    item.audience = texts_from(terms["audience"]);
    item.schedule = schedule_from(terms["schedule"]);
    read_list(item.quotas, terms["quotas"], quota_from);
    read_list(item.metrics, terms["metrics"], metric_from);
    item.budget = terms["budget"].as_string();
    item.product = terms["product"].as_string();
    item.excluding = terms["excluding"].as_string();
    item.context = texts_from(terms["context"]);
    item.notes = notes_from(terms["notes"]);
}

json::Value to_json(const Item& item)
{
    auto value = json::Value::object();
    value.set("id", item.id.value)
        .set("edition", item.edition.value)
        .set("lineage", item.lineage.value)
        .set("position", item.position)
        .set("path", item.path)
        .set("type", name_of(item.type))
        .set("title", item.title)
        .set("area", item.area)
        .set("requested", item.requested)
        .set("first_line", item.first_line)
        .set("last_line", item.last_line)
        .set("confidence", item.confidence)
        .set("is_reviewed", item.is_reviewed)
        .set("is_removed", item.is_removed)
        .set("version", item.version)
        .set("terms", terms_json(item));
    for (const auto role : roles) value.set(name_of(role), mentions_json(item.agencies(role)));
    return value;
}

Item item_from(const json::Value& value)
{
    Item item{.id = {value["id"].as_integer()},
              .edition = {value["edition"].as_integer()},
              .lineage = {value["lineage"].as_integer()},
              .position = value["position"].as_number(),
              .path = std::string{value["path"].as_string()},
              .type = item_type_from(value["type"].as_string()).value_or(ItemType::activity),
              .title = std::string{value["title"].as_string()},
              .area = std::string{value["area"].as_string()},
              .requested = value["requested"].as_bool(),
              .first_line = static_cast<int>(value["first_line"].as_integer()),
              .last_line = static_cast<int>(value["last_line"].as_integer()),
              .confidence = value["confidence"].as_number(),
              .is_reviewed = value["is_reviewed"].as_bool(),
              .is_removed = value["is_removed"].as_bool(),
              .version = value["version"].as_integer()};
    for (const auto role : roles) item.agencies(role) = mentions_from(value[name_of(role)]);
    read_terms(item, value["terms"]);
    return item;
}

}  // namespace caicach::plan
