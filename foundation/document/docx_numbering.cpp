#include "document/docx_numbering.hpp"

#include <algorithm>

#include "document/docx_xml.hpp"

namespace caicach::document
{
namespace
{

NumberFormat format_named(std::string_view name)
{
    if (name == "upperRoman") return NumberFormat::upper_roman;
    if (name == "lowerRoman") return NumberFormat::lower_roman;
    if (name == "upperLetter") return NumberFormat::upper_letter;
    if (name == "lowerLetter") return NumberFormat::lower_letter;
    if (name == "decimalZero") return NumberFormat::decimal_zero;
    if (name == "none") return NumberFormat::none;
    return NumberFormat::decimal;
}

template <class Level>
Level read_level(pugi::xml_node node)
{
    Level level;
    const auto format = attribute(child(node, "numFmt"), "val");
    level.format = format_named(format);
    level.is_bullet = format == "bullet";
    level.text = attribute(child(node, "lvlText"), "val");
    level.style = attribute(child(node, "pStyle"), "val");
    // Word counts from 0 where no start is given.
    level.start = integer(child(node, "start"), "val", 0);
    if (const auto restart = child(node, "lvlRestart")) {
        level.restart_after = integer(restart, "val", -1);
    }
    level.is_legal = is_on(child(node, "isLgl"));
    return level;
}

}  // namespace

Result<DocxNumbering> DocxNumbering::parse(std::string numbering_xml)
{
    const auto xml = TRY(parse_xml(std::move(numbering_xml)));
    DocxNumbering numbering;
    for (const auto& node : xml.root().children()) {
        const auto name = local_name(node);
        if (name == "abstractNum") {
            numbering.read_definition(integer(node, "abstractNumId", -1), node);
        } else if (name == "num") {
            numbering.read_list(node);
        }
    }
    return numbering;
}

void DocxNumbering::read_definition(int id, const pugi::xml_node& node)
{
    auto& definition = m_definitions[id];
    for (const auto& child_node : node.children()) {
        if (local_name(child_node) != "lvl") continue;
        const auto index = static_cast<std::size_t>(integer(child_node, "ilvl", -1));
        if (index < level_count) definition.levels[index] = read_level<Level>(child_node);
    }
}

void DocxNumbering::read_list(const pugi::xml_node& node)
{
    List list;
    list.definition = integer(child(node, "abstractNumId"), "val", -1);
    for (const auto& override_node : node.children()) {
        if (local_name(override_node) != "lvlOverride") continue;
        const auto index = static_cast<std::size_t>(integer(override_node, "ilvl", -1));
        if (index >= level_count) continue;
        if (const auto start = child(override_node, "startOverride")) {
            list.starts[index] = integer(start, "val", 1);
        }
        if (const auto level = child(override_node, "lvl")) {
            list.overridden[index] = read_level<Level>(level);
        }
    }
    m_lists.emplace(integer(node, "numId", -1), std::move(list));
}

std::string DocxNumbering::next_label(const ListReference& reference)
{
    const auto found = m_lists.find(reference.list);
    if (found == m_lists.end()) return {};
    auto& list = found->second;
    std::size_t level = static_cast<std::size_t>(std::max(reference.level.value_or(0), 0));
    if (!reference.level) {
        for (std::size_t i = 0; i < level_count; ++i) {
            const auto* candidate = level_of(list, i);
            if (candidate != nullptr && !reference.style.empty() &&
                candidate->style == reference.style)
                level = i;
        }
    }
    if (level >= level_count || level_of(list, level) == nullptr) return {};
    count(list, level);
    return label(list, level);
}

const DocxNumbering::Level* DocxNumbering::level_of(const List& list, std::size_t level) const
{
    if (const auto own = list.overridden.find(level); own != list.overridden.end()) {
        return &own->second;
    }
    const auto definition = m_definitions.find(list.definition);
    return definition == m_definitions.end() ? nullptr : &definition->second.levels[level];
}

void DocxNumbering::count(List& list, std::size_t level)
{
    // Lists of one definition count together, until one of them states a start of its own.
    auto& counters = m_counters[list.definition];
    if (!list.is_used) {
        list.is_used = true;
        for (const auto& [index, start] : list.starts) {
            counters.values[index] = start - 1;
            counters.is_started[index] = true;
        }
    }
    for (std::size_t i = 0; i <= level; ++i) {
        if (counters.is_started[i]) continue;
        counters.is_started[i] = true;
        // A level above that was left out shows its start.
        counters.values[i] = level_of(list, i)->start - (i == level ? 1 : 0);
    }
    ++counters.values[level];
    for (std::size_t i = level + 1; i < level_count; ++i) {
        const auto restart_after = level_of(list, i)->restart_after;
        const bool restarts = restart_after < 0 || level < static_cast<std::size_t>(restart_after);
        if (restarts) counters.is_started[i] = false;
    }
}

std::string DocxNumbering::label(const List& list, std::size_t level)
{
    const auto& counters = m_counters[list.definition];
    const auto& own = *level_of(list, level);
    if (own.is_bullet) return plain_bullet(own.text);
    std::string label;
    for (std::size_t at = 0; at < own.text.size(); ++at) {
        const bool is_hole = own.text[at] == '%' && at + 1 < own.text.size() &&
                             own.text[at + 1] >= '1' && own.text[at + 1] <= '9';
        if (!is_hole) {
            label += own.text[at];
            continue;
        }
        const auto shown = static_cast<std::size_t>(own.text[++at] - '1');
        const auto format =
            own.is_legal && shown != level ? NumberFormat::decimal : level_of(list, shown)->format;
        label += format_number(counters.values[shown], format);
    }
    return label;
}

}  // namespace caicach::document
