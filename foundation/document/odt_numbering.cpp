#include "document/odt_numbering.hpp"

#include <algorithm>

namespace caicach::document
{

void OdtNumbering::begin_list(const ListStart& start)
{
    const bool is_root = m_open.empty();
    auto style = std::string{start.style};
    if (style.empty() && !is_root) style = m_open.back().style;
    if (is_root) {
        m_counters = {};
        m_root_id = start.id;
        const auto by_id = m_by_id.find(start.continues);
        const auto by_style = m_by_style.find(style);
        if (by_id != m_by_id.end()) {
            m_counters = by_id->second;
        } else if (start.continues_last && by_style != m_by_style.end()) {
            m_counters = by_style->second;
        }
    }
    m_open.push_back({.style = std::move(style)});
}

void OdtNumbering::end_list()
{
    if (m_open.empty()) return;
    if (m_open.size() == 1) {
        if (!m_root_id.empty()) m_by_id[m_root_id] = m_counters;
        m_by_style[m_open.front().style] = m_counters;
    }
    m_open.pop_back();
}

void OdtNumbering::begin_item(int start)
{
    if (m_open.empty() || m_open.size() > odt_level_count) return;
    m_open.back().owes_label = true;
    m_open.back().start = start;
}

std::string OdtNumbering::take_label()
{
    if (m_open.empty() || !m_open.back().owes_label) return {};
    m_open.back().owes_label = false;
    count();
    return label();
}

void OdtNumbering::count()
{
    const auto level = m_open.size() - 1;
    const auto* list = m_styles.list(m_open.back().style);
    const int first = list == nullptr ? 1 : (*list)[level].start;
    const int start = m_open.back().start;
    auto& counter = m_counters[level];
    counter = start > 0 ? start : counter == 0 ? first : counter + 1;
    std::fill(m_counters.begin() + static_cast<std::ptrdiff_t>(level) + 1, m_counters.end(), 0);
}

std::string OdtNumbering::label() const
{
    if (m_open.empty() || m_open.size() > odt_level_count) return {};
    const auto* list = m_styles.list(m_open.back().style);
    if (list == nullptr) return {};
    const auto own = m_open.size() - 1;
    const auto& level = (*list)[own];
    if (level.is_bullet) return plain_bullet(level.bullet);
    if (level.format == NumberFormat::none) return level.prefix + level.suffix;
    std::string numbers;
    const auto shown = static_cast<std::size_t>(std::clamp(level.shown_levels, 1, 10));
    for (std::size_t i = own + 1 - std::min(shown, own + 1); i <= own; ++i) {
        // A level that was left out shows its first number.
        const auto number = format_number(std::max(m_counters[i], 1), (*list)[i].format);
        if (!numbers.empty() && !number.empty()) numbers += '.';
        numbers += number;
    }
    return level.prefix + numbers + level.suffix;
}

}  // namespace caicach::document
