#pragma once
#include <algorithm>

#include "plan/change.hpp"
#include "plan/paths.hpp"
#include "plan/review.hpp"
#include "plan/test/sample_plan.hpp"
#include "support/house.hpp"

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

/// Where the page's button takes the last step back.
inline std::string undo_in(const http::Response& page)
{
    const auto at = page.text().find("/hoan-tac?buoc=");
    REQUIRE(at != std::string::npos);
    const auto from = page.text().rfind('"', at) + 1;
    return page.text().substr(from, page.text().find('"', at) - from);
}

inline std::string target_of(const http::Response& response)
{
    CHECK(response.status == 303);
    return std::string{response.header("location")};
}

}  // namespace caicach::plan
