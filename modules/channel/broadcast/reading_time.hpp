#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.hpp"
#include "channel/broadcast/script.hpp"
#include "text/reference.hpp"

/// How long a script lasts when it is read aloud.
namespace caicach::channel
{

/// Of data/reference/broadcast_rules.csv.
struct BroadcastRules {
    std::int64_t syllables_a_minute{};  ///< where the agency has written none yet
    std::int64_t pause_seconds{};       ///< between passages
    std::int64_t minutes_min{};
    std::int64_t minutes_max{};
    std::vector<int> play_minutes{};  ///< of the day, where an agency has no hours of its own
};
[[nodiscard]] Result<BroadcastRules> broadcast_rules_on(Date day);
[[nodiscard]] text::ReferenceFile broadcast_rules_table();

/// As they are spoken: "2026" is seven ("hai nghìn không trăm hai mươi sáu"), "TTHC" four.
[[nodiscard]] std::int64_t syllables_of(std::string_view text);

/// Pure. Headings are for whoever reads, and are not read.
[[nodiscard]] std::int64_t reading_seconds(const std::vector<ScriptPart>& parts,
                                           std::int64_t syllables_a_minute,
                                           const BroadcastRules& rules);

enum class LengthVerdict : unsigned char { fits, too_short, too_long };
[[nodiscard]] LengthVerdict verdict_on(std::int64_t seconds, const BroadcastRules& rules);

/// "6 phút 30 giây", "45 giây".
[[nodiscard]] std::string duration_text(std::int64_t seconds);

}  // namespace caicach::channel
