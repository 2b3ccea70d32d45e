#include "outgoing/list/recipient.hpp"

#include <algorithm>
#include <utility>

#include "manifest/row_days.hpp"
#include "outgoing/reference_data.hpp"
#include "text/text.hpp"

namespace caicach::outgoing
{
namespace
{

constexpr std::string_view copy_word = "Lưu";

Result<RecipientMarker> marker_in(const text::Table& table, const text::Table::Row& row)
{
    RecipientMarker marker;
    marker.mark = TRY(text::required_text(table, row, "mark"));
    marker.text = TRY(text::required_text(table, row, "text"));
    return marker;
}

Result<void> check_markers(const text::Table& table)
{
    return check_rows<RecipientMarker>(table, marker_in);
}

/// "Như trên", "Như kính gửi", "Như Điều 3": said before.
bool is_said_before(std::string_view line) { return text::starts_with_folded(line, "Như "); }

}  // namespace

text::ReferenceFile recipient_markers_table()
{
    return {"recipient_markers.csv", reference_data::recipient_markers, check_markers};
}

Result<std::vector<RecipientMarker>> recipient_markers_on(Date day)
{
    return rows_on<RecipientMarker>(recipient_markers_table(), day, marker_in);
}

bool is_copy(std::string_view line) { return text::trim(line).starts_with(copy_word); }

Recipient recipient_from(std::string_view line, const std::vector<RecipientMarker>& markers)
{
    const auto bare = text::trim(line);
    for (const auto& one : markers) {
        const auto end = "(" + one.mark + ")";
        if (!bare.ends_with(end)) continue;
        return {std::string(text::trim(bare.substr(0, bare.size() - end.size()))), one.mark};
    }
    return {.text = std::string(bare)};
}

std::vector<std::string> with_copy_last(std::vector<std::string> lines)
{
    if (lines.empty()) return lines;
    const auto copies = std::ranges::stable_partition(
        lines, [](const std::string& line) { return !is_copy(line); });
    if (copies.empty()) lines.emplace_back("Lưu: VT");
    return lines;
}

std::vector<std::string> together(std::vector<std::string> typed,
                                  const std::vector<std::string>& listed)
{
    const bool has_copy = std::ranges::any_of(typed, is_copy);
    for (const auto& line : listed) {
        if (has_copy && is_copy(line)) continue;
        if (std::ranges::find(typed, line) == typed.end()) typed.push_back(line);
    }
    return with_copy_last(std::move(typed));
}

std::vector<Recipient> recipients_of(const document::OfficialDocument& content,
                                     const std::vector<RecipientMarker>& markers)
{
    std::vector<Recipient> found;
    for (const auto* lines : {&content.addressees, &content.recipients}) {
        for (const auto& line : *lines) {
            if (is_copy(line) || is_said_before(line)) continue;
            auto one = recipient_from(line, markers);
            const bool is_there =
                std::ranges::find(found, one.text, &Recipient::text) != found.end();
            if (!one.text.empty() && !is_there) found.push_back(std::move(one));
        }
    }
    return found;
}

}  // namespace caicach::outgoing
