#include "plan/merging.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "json/value.hpp"
#include "plan/limits.hpp"

namespace caicach::plan
{
namespace
{

template <auto Member, class Record = Item>
constexpr MergedField<Record> of()
{
    return {[](const Record& one, const Record& other) { return one.*Member == other.*Member; },
            [](Record& into, const Record& from) { into.*Member = from.*Member; }};
}

template <auto Member>
constexpr MergedField<DocumentRecord> fact()
{
    return {[](const DocumentRecord& one, const DocumentRecord& other) {
                return one.facts.*Member == other.facts.*Member;
            },
            [](DocumentRecord& into, const DocumentRecord& from) {
                into.facts.*Member = from.facts.*Member;
            }};
}

/// Names alone: whom one means may have become known since the form was shown.
template <auto Member>
constexpr MergedField<Item> names()
{
    return {[](const Item& one, const Item& other) {
                return std::ranges::equal(one.*Member, other.*Member, {}, &Mention::text,
                                          &Mention::text);
            },
            [](Item& into, const Item& from) { into.*Member = from.*Member; }};
}

constexpr std::array item_fields{
    of<&Item::type>(),       of<&Item::title>(),     of<&Item::path>(),
    of<&Item::audience>(),   names<&Item::lead>(),   names<&Item::perform>(),
    names<&Item::support>(), names<&Item::direct>(), names<&Item::oversee>(),
    of<&Item::schedule>(),   of<&Item::quotas>(),    of<&Item::metrics>(),
    of<&Item::budget>(),     of<&Item::product>(),   of<&Item::excluding>(),
    of<&Item::area>(),       of<&Item::requested>(), of<&Item::is_reviewed>()};

constexpr std::array document_fields{fact<&DocumentFacts::kind>(),
                                     fact<&DocumentFacts::number>(),
                                     fact<&DocumentFacts::issued_on>(),
                                     fact<&DocumentFacts::issuer>(),
                                     fact<&DocumentFacts::province>(),
                                     fact<&DocumentFacts::year>(),
                                     fact<&DocumentFacts::subject>(),
                                     fact<&DocumentFacts::title>(),
                                     fact<&DocumentFacts::signer_name>(),
                                     fact<&DocumentFacts::signer_title>(),
                                     of<&DocumentRecord::coordinator, DocumentRecord>(),
                                     of<&DocumentRecord::references, DocumentRecord>(),
                                     of<&DocumentRecord::recipients, DocumentRecord>()};

/// All values of a name, as one.
std::string values_of(const std::vector<http::Field>& fields, std::string_view name)
{
    std::string values;
    for (const auto& field : fields) {
        if (field.name == name) values.append(values.empty() ? "" : "; ").append(field.value);
    }
    return values;
}

bool is_row(std::string_view name) { return name.back() >= '0' && name.back() <= '9'; }

}  // namespace

Merged<Item> merge(const Versions<Item>& versions)
{
    return merge_fields<Item>(versions, item_fields);
}

Merged<DocumentRecord> merge(const Versions<DocumentRecord>& versions)
{
    return merge_fields<DocumentRecord>(versions, document_fields);
}

std::string base_text(const std::vector<http::Field>& fields)
{
    auto list = json::Value::array();
    for (const auto& field : fields) {
        list.push(json::Array{json::Value{field.name}, json::Value{field.value}});
    }
    return json::dump(list);
}

std::optional<http::Request> base_of(const http::Request& request)
{
    const auto parsed = json::parse(request.raw(base_field));
    if (!parsed || parsed->elements().size() > limits::fields_in_form) return std::nullopt;
    std::vector<http::Field> fields;
    for (const auto& field : parsed->elements()) {
        if (field.elements().size() != 2) return std::nullopt;
        fields.push_back({std::string{field.elements()[0].as_string()},
                          std::string{field.elements()[1].as_string()}});
    }
    auto base = as_request(std::move(fields));
    return base ? std::optional{std::move(*base)} : std::nullopt;
}

std::vector<http::Field> news_for(const std::vector<http::Field>& mine,
                                  const std::vector<http::Field>& stored)
{
    std::vector<http::Field> news;
    const auto look = [&](const std::vector<http::Field>& fields) {
        for (const auto& field : fields) {
            if (field.name.empty() || is_row(field.name)) continue;
            if (std::ranges::find(news, field.name, &http::Field::name) != news.end()) continue;
            auto value = values_of(stored, field.name);
            if (value == values_of(mine, field.name)) continue;
            news.push_back({field.name, std::move(value)});
        }
    };
    look(stored);
    look(mine);
    return news;
}

Result<http::Request> as_request(std::vector<http::Field> fields)
{
    return http::Request::create({.method = http::Method::post, .form = std::move(fields)});
}

}  // namespace caicach::plan
