#pragma once
#include <algorithm>

#include "json/value.hpp"
#include "plan/change.hpp"
#include "plan/paths.hpp"
#include "plan/review.hpp"
#include "plan/test/sample_plan.hpp"
#include "support/house.hpp"
#include "text/text.hpp"

/// A draft behind the pages that review it, and what its forms send.
namespace caicach::plan
{

using caicach::testing::Fields;
using caicach::testing::Visitor;
using Person = identity::Role;

/// A draft of two items and an unknown line, coordinated by Sở Nội vụ.
struct Draft {
    Draft()
    {
        auto context = app.system_context();
        testing::PlanSketch sketch;
        sketch.items = {testing::activity_of(context, "Mở chuyên mục trên cổng thông tin", "SYT"),
                        testing::activity_of(context, "Tổ chức hội thi", "SYT")};
        sketch.items[0].path = "II.1";
        sketch.items[1].path = "II.2";
        sketch.items[1].support = {{"TT VHTT", std::nullopt}};
        for (int number = 1; number <= 3; ++number) {
            if (number < 3) sketch.items[static_cast<std::size_t>(number) - 1].first_line = number;
            if (number < 3) sketch.items[static_cast<std::size_t>(number) - 1].last_line = number;
            sketch.lines.push_back({.number = number,
                                    .text = "Dòng " + std::to_string(number),
                                    .fate = number == 3 ? Fate::unknown : Fate::item});
        }
        edition = testing::draft(context, std::move(sketch));
    }

    [[nodiscard]] std::vector<Item> items()
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(ItemStore{transaction}.all_of(edition.id));
    }
    [[nodiscard]] Edition stored()
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(EditionStore{transaction}.find(edition.id));
    }
    void set_notes(std::vector<Note> notes)
    {
        auto context = app.system_context();
        auto changed = stored();
        changed.notes = std::move(notes);
        auto transaction = MUST(context.begin());
        MUST(EditionStore{transaction}.save(changed));
        MUST(transaction.commit());
    }
    [[nodiscard]] std::string item_page(std::size_t at, std::string_view action = {})
    {
        return draft_item_path(edition, items()[at], action);
    }
    [[nodiscard]] std::string page(std::string_view part = {}) const
    {
        return part.empty() ? draft_path(edition) : draft_path(edition, part);
    }

    App app;
    Edition edition{};
};

/// The editor's fields as a browser sends them for an item that is left as it is.
inline Fields fields_of(const Item& item)
{
    Fields fields{{"version", std::to_string(item.version)},
                  {"type", std::string{name_of(item.type)}},
                  {"title", item.title},
                  {"path", item.path},
                  {"schedule", ""}};
    for (const auto& mention : item.lead) fields.emplace_back("lead", mention.text);
    for (const auto& mention : item.support) fields.emplace_back("support", mention.text);
    return fields;
}

inline Fields with(Fields fields, std::string_view name, std::string value)
{
    const auto found =
        std::ranges::find(fields, name, [](const auto& field) { return field.first; });
    if (found == fields.end()) {
        fields.emplace_back(std::string{name}, std::move(value));
    } else {
        found->second = std::move(value);
    }
    return fields;
}

/// The fields with what they were shown as, as every page of ours sends it along.
inline Fields on_top_of(const Fields& shown, Fields fields)
{
    auto base = json::Value::array();
    for (const auto& [name, value] : shown) base.push(json::Array{{name}, {value}});
    fields.emplace_back("base", json::dump(base));
    return fields;
}

/// Where the page's button takes the last step back.
inline std::string undo_in(const http::Response& page)
{
    const auto at = page.text().find("/hoan-tac?buoc=");
    REQUIRE(at != std::string::npos);
    const auto from = page.text().rfind('"', at) + 1;
    return page.text().substr(from, page.text().find('"', at) - from);
}

/// A hidden field as the browser reads it.
inline std::string hidden_value(const http::Response& page, const std::string& name)
{
    const auto mark = "name=\"" + name + "\" value=\"";
    const auto at = page.text().find(mark);
    REQUIRE(at != std::string::npos);
    const auto from = at + mark.size();
    auto value = page.text().substr(from, page.text().find('"', from) - from);
    for (const auto& [written, read] :
         {std::pair{"&quot;", "\""}, std::pair{"&lt;", "<"}, std::pair{"&gt;", ">"},
          std::pair{"&#39;", "'"}, std::pair{"&amp;", "&"}}) {
        value = text::replace_all(value, written, read);
    }
    return value;
}

/// What the choice of one's own version sends.
inline Fields hidden_fields(const http::Response& conflict)
{
    Fields fields;
    const std::string mark = "<input type=\"hidden\" name=\"";
    const auto end = conflict.text().find("Lưu bản của tôi");
    for (auto at = conflict.text().find("data-conflict-panel");
         (at = conflict.text().find(mark, at)) < end; ++at) {
        const auto from = at + mark.size();
        const auto name = conflict.text().substr(from, conflict.text().find('"', from) - from);
        const auto known = std::ranges::find(fields, name, &Fields::value_type::first);
        if (name != "csrf" && known == fields.end()) {
            fields.emplace_back(name, hidden_value(conflict, name));
        }
    }
    return fields;
}

inline std::string target_of(const http::Response& response)
{
    CHECK(response.status == 303);
    return std::string{response.header("location")};
}

}  // namespace caicach::plan
