#include "plan/edit_json.hpp"

#include <utility>

#include "json/value.hpp"

namespace caicach::plan
{
namespace
{

std::optional<std::string> maybe_text(const json::Value& value)
{
    return value.is_null() ? std::nullopt : std::optional{std::string{value.as_string()}};
}

std::optional<Date> maybe_date(const json::Value& value)
{
    return value.is_null() ? std::nullopt : Date::from_iso(value.as_string());
}

void set_maybe(json::Value& object, std::string_view name, const std::optional<std::string>& text)
{
    if (text) object.set(name, *text);
}

void set_maybe(json::Value& object, std::string_view name, const std::optional<Date>& date)
{
    if (date) object.set(name, date->iso());
}

json::Value facts_json(const DocumentFacts& facts)
{
    auto value = json::Value::object();
    value.set("kind", facts.kind)
        .set("issuer", facts.issuer)
        .set("province", facts.province)
        .set("year", facts.year)
        .set("subject", facts.subject)
        .set("title", facts.title)
        .set("signer_name", facts.signer_name)
        .set("signer_title", facts.signer_title);
    set_maybe(value, "number", facts.number);
    set_maybe(value, "issued_on", facts.issued_on);
    return value;
}

DocumentFacts facts_from(const json::Value& value)
{
    const auto text = [&](std::string_view name) { return std::string{value[name].as_string()}; };
    return {.kind = text("kind"),
            .number = maybe_text(value["number"]),
            .issued_on = maybe_date(value["issued_on"]),
            .issuer = text("issuer"),
            .province = text("province"),
            .year = static_cast<int>(value["year"].as_integer()),
            .subject = text("subject"),
            .title = text("title"),
            .signer_name = text("signer_name"),
            .signer_title = text("signer_title")};
}

json::Value reference_json(const Reference& reference)
{
    auto value = json::Value::object();
    value.set("kind", reference.kind);
    set_maybe(value, "number", reference.number);
    set_maybe(value, "issued_on", reference.issued_on);
    set_maybe(value, "issuer", reference.issuer);
    set_maybe(value, "name", reference.name);
    return value;
}

Reference reference_from(const json::Value& value)
{
    return {.kind = std::string{value["kind"].as_string()},
            .number = maybe_text(value["number"]),
            .issued_on = maybe_date(value["issued_on"]),
            .issuer = maybe_text(value["issuer"]),
            .name = maybe_text(value["name"])};
}

json::Value document_json(const DocumentRecord& document)
{
    auto references = json::Value::array();
    for (const auto& reference : document.references) references.push(reference_json(reference));
    auto recipients = json::Value::array();
    for (const auto& recipient : document.recipients) recipients.push(printed(recipient));
    auto value = json::Value::object();
    value.set("facts", facts_json(document.facts))
        .set("coordinator", document.coordinator.value)
        .set("notes", notes_json(document.notes))
        .set("references", std::move(references))
        .set("recipients", std::move(recipients));
    return value;
}

DocumentRecord document_from(const json::Value& value)
{
    DocumentRecord document{.facts = facts_from(value["facts"]),
                            .coordinator = {value["coordinator"].as_integer()},
                            .notes = notes_from(value["notes"])};
    for (const auto& reference : value["references"].elements()) {
        document.references.push_back(reference_from(reference));
    }
    for (const auto& recipient : value["recipients"].elements()) {
        document.recipients.push_back(recipient_from(recipient.as_string()));
    }
    return document;
}

json::Value items_json(const std::vector<Edit::Before>& items)
{
    auto array = json::Value::array();
    for (const auto& one : items) {
        auto value = json::Value::object();
        value.set("item", to_json(one.item));
        if (one.was_made) value.set("was_made", true);
        array.push(std::move(value));
    }
    return array;
}

json::Value lines_json(const std::vector<Edit::LineBefore>& lines)
{
    auto array = json::Value::array();
    for (const auto& line : lines) {
        auto value = json::Value::object();
        value.set("number", line.number);
        value.set("fate", name_of(line.fate));
        value.set("settled", line.settled);
        array.push(std::move(value));
    }
    return array;
}

json::Value decisions_json(const std::vector<Edit::DecisionBefore>& decisions)
{
    auto array = json::Value::array();
    for (const auto& before : decisions) {
        auto value = json::Value::object();
        value.set("change", before.change).set("decision", name_of(before.decision));
        array.push(std::move(value));
    }
    return array;
}

json::Value differences_json(const std::vector<Edit::Difference>& differences)
{
    auto array = json::Value::array();
    for (const auto& difference : differences) {
        auto value = json::Value::object();
        value.set("field", difference.field)
            .set("before", difference.before)
            .set("after", difference.after);
        array.push(std::move(value));
    }
    return array;
}

}  // namespace

std::string before_text(const Edit& edit)
{
    auto before = json::Value::object();
    before.set("items", items_json(edit.before)).set("lines", lines_json(edit.lines));
    if (edit.document) before.set("document", document_json(*edit.document));
    if (!edit.decisions.empty()) before.set("decisions", decisions_json(edit.decisions));
    before.set("differences", differences_json(edit.differences));
    return json::dump(before);
}

void read_before(Edit& edit, std::string_view text)
{
    const auto parsed = MUST(json::parse(text));
    for (const auto& value : parsed["items"].elements()) {
        edit.before.push_back({item_from(value["item"]), value["was_made"].as_bool()});
    }
    for (const auto& value : parsed["lines"].elements()) {
        edit.lines.push_back({static_cast<int>(value["number"].as_integer()),
                              fate_from(value["fate"].as_string()).value_or(Fate::unknown),
                              value["settled"].as_bool()});
    }
    if (parsed.has("document")) edit.document = document_from(parsed["document"]);
    for (const auto& value : parsed["decisions"].elements()) {
        edit.decisions.push_back(
            {static_cast<int>(value["change"].as_integer()),
             decision_from(value["decision"].as_string()).value_or(Change::Decision::open)});
    }
}

void read_differences(Edit& edit, std::string_view text)
{
    const auto parsed = MUST(json::parse(text));
    for (const auto& value : parsed["differences"].elements()) {
        edit.differences.push_back({std::string{value["field"].as_string()},
                                    std::string{value["before"].as_string()},
                                    std::string{value["after"].as_string()}});
    }
}

}  // namespace caicach::plan
