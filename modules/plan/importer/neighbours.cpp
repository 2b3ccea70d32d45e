#include "plan/importer/neighbours.hpp"

#include <algorithm>

#include "plan/importer/headings.hpp"
#include "plan/importer/roles.hpp"
#include "plan/importer/time_phrase.hpp"

namespace caicach::plan::importer
{

ItemType type_of(Section section)
{
    switch (section) {
        case Section::topic:
            return ItemType::topic;
        case Section::channel:
            return ItemType::channel;
        case Section::target:
            return ItemType::target;
        case Section::duty:
            return ItemType::duty;
        default:
            return ItemType::activity;
    }
}

bool has_channel_beside(const Outline& outline, const Node& node)
{
    return std::ranges::any_of(outline[node.parent].children, [&](int other) {
        const auto& beside = outline[other];
        return beside.depth == node.depth && section_of(beside.text) == Section::channel;
    });
}

bool heads_agency_list(const Outline& outline, const Node& node, const Gazetteer& gazetteer)
{
    if (node.kind != Node::Kind::labelled || node.depth <= 20 || node.children.empty()) {
        return false;
    }
    const auto heading = agency_heading(node.text, gazetteer);
    if (heading.agencies.empty() || !heading.body.empty()) return false;
    return !begins_with_label(outline[node.children.front()].text);
}

bool duties_stand_below(const Outline& outline, const Node& node, const Gazetteer& gazetteer)
{
    return node.kind == Node::Kind::labelled && std::ranges::all_of(node.children, [&](int child) {
               const auto& text = outline[child].text;
               return text.ends_with('.') || text.ends_with(';') ||
                      !agency_heading(text, gazetteer).agencies.empty();
           });
}

bool lists_by_time(const Outline& outline, const Node& node)
{
    return std::ranges::any_of(node.children,
                               [&](int child) { return opens_with_time(outline[child].text); });
}

// The depth of the outline is bounded (limits.hpp).
// NOLINTNEXTLINE(misc-no-recursion)
bool charges_below(const Outline& outline, const Node& node)
{
    constexpr std::size_t telling = 160;
    for (const int index : node.children) {
        const auto& child = outline[index];
        const auto hit = label_at(Words{child.text.substr(0, telling)}, 0);
        const bool charges = hit && begins_with_label(child.text) &&
                             (hit->label == Label::lead || hit->label == Label::perform ||
                              hit->label == Label::support);
        if (charges || charges_below(outline, child)) return true;
    }
    return false;
}

bool is_statement_below(const Node& node, const Node& body)
{
    return node.depth > 20 && is_heading_text(node.text) && body.kind == Node::Kind::plain &&
           body.children.empty() && !is_heading_text(body.text);
}

}  // namespace caicach::plan::importer
