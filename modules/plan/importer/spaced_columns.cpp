#include "plan/importer/spaced_columns.hpp"

#include <algorithm>

#include "plan/importer/lexicon.hpp"
#include "plan/importer/limits.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{
namespace
{

/// Fewer blanks than this part words, not columns.
constexpr std::size_t gap = 3;

struct Segment {
    std::size_t column{};  ///< characters before it
    std::string_view text{};
};

std::vector<Segment> segments_of(std::string_view line)
{
    std::vector<Segment> segments;
    if (line.size() > limits::line_bytes_max || line.find('\t') != std::string_view::npos) {
        return segments;
    }
    std::size_t at = 0;
    while (at < line.size() && segments.size() < limits::table_columns_max) {
        while (at < line.size() && line[at] == ' ') ++at;
        if (at == line.size()) break;
        auto end = line.find(std::string(gap, ' '), at);
        if (end == std::string_view::npos) end = line.size();
        segments.push_back(
            {text::length(line.substr(0, at)), text::trim(line.substr(at, end - at))});
        at = end;
    }
    return segments;
}

/// Three or more headings of columns side by side.
bool heads_table(const std::vector<Segment>& segments)
{
    const auto known = std::ranges::count_if(segments, [](const Segment& segment) {
        return columns().find(Words{segment.text.substr(0, 160)}, 0).has_value();
    });
    return segments.size() >= 3 && known >= 3;
}

bool opens_signature(const std::vector<Segment>& segments)
{
    return segments.size() == 2 && text::fold(segments[0].text).starts_with("noi nhan");
}

/// Each segment under the heading it stands below: the last that begins no further right.
std::string row_of(const std::vector<Segment>& segments, const std::vector<Segment>& headings)
{
    constexpr std::size_t slack = 2;
    std::vector<std::string> cells(headings.size());
    for (const auto& segment : segments) {
        std::size_t which = 0;
        while (which + 1 < headings.size() &&
               headings[which + 1].column <= segment.column + slack) {
            ++which;
        }
        if (!cells[which].empty()) cells[which] += ' ';
        cells[which] += segment.text;
    }
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i) row += (i == 0 ? "" : "\t") + cells[i];
    return row;
}

}  // namespace

std::vector<std::string> part_columns(const std::vector<std::string_view>& lines)
{
    enum class Block { none, table, signature };
    std::vector<std::string> parted;
    parted.reserve(lines.size());
    Block block = Block::none;
    std::vector<Segment> headings;
    for (const auto line : lines) {
        const auto segments = segments_of(line);
        if (opens_signature(segments)) {
            block = Block::signature;
        } else if (heads_table(segments)) {
            block = Block::table;
            headings = segments;
        } else if (block == Block::table && segments.size() == 1 && segments[0].column < gap) {
            block = Block::none;
        }
        const bool row = block == Block::table && !segments.empty();
        const bool beside = block == Block::signature && segments.size() == 2;
        parted.push_back(row ? row_of(segments, headings)
                         : beside
                             ? std::string{segments[0].text} + "\t" + std::string{segments[1].text}
                             : std::string{line});
    }
    return parted;
}

}  // namespace caicach::plan::importer
