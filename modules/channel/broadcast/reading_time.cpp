#include "channel/broadcast/reading_time.hpp"

#include <algorithm>

#include "channel/reference_data.hpp"
#include "manifest/row_days.hpp"
#include "text/number.hpp"
#include "text/table.hpp"
#include "text/text.hpp"

namespace caicach::channel
{
namespace
{

constexpr std::int64_t minute_seconds = 60;
constexpr std::int64_t day_minutes = 1440;

struct BroadcastRule {
    std::string key{};
    std::int64_t value{};
};

Result<BroadcastRule> rule_in(const text::Table& table, const text::Table::Row& row)
{
    BroadcastRule rule;
    rule.key = TRY(text::required_text(table, row, "key"));
    const auto typed = TRY(text::required_text(table, row, "value"));
    const auto value = text::parse_integer(typed);
    const bool is_hour = rule.key.starts_with("play_minute_");
    if (!value || *value < 1 || (is_hour && *value >= day_minutes))
        return failure(Failure::invalid, "channel.broadcast_rules.value", "value", {rule.key});
    rule.value = *value;
    return rule;
}

Result<void> check_rules(const text::Table& table)
{
    TRY(check_rows<BroadcastRule>(table, rule_in));
    const auto built_in = TRY(text::Table::parse(reference_data::broadcast_rules));
    return text::require_keys(table, built_in);
}

constexpr text::ReferenceFile rules_file{"broadcast_rules.csv", reference_data::broadcast_rules,
                                         check_rules};

std::int64_t rule_of(const std::vector<BroadcastRule>& rules, std::string_view key)
{
    const auto found = std::ranges::find(rules, key, &BroadcastRule::key);
    VERIFY(found != rules.end());  // the table keeps all keys (check_rules)
    return found->value;
}

std::vector<int> play_minutes_of(const std::vector<BroadcastRule>& rules)
{
    std::vector<int> minutes{static_cast<int>(rule_of(rules, "play_minute_morning")),
                             static_cast<int>(rule_of(rules, "play_minute_evening"))};
    std::ranges::sort(minutes);
    const auto twice = std::ranges::unique(minutes);
    minutes.erase(twice.begin(), twice.end());
    return minutes;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_vowel(char c) { return std::string_view{"AEIOUY"}.find(c) != std::string_view::npos; }

/// "TTHC", "UBND": capitals with more consonants in a row than Vietnamese has but in "NGH".
bool is_spelt_out(std::string_view word)
{
    constexpr int consonants_max = 2;
    if (word.starts_with("NGH") || !std::ranges::all_of(word, is_capital)) return false;
    int row = 0;
    for (const auto letter : word) {
        row = is_vowel(letter) ? 0 : row + 1;
        if (row > consonants_max) return true;
    }
    return false;
}

/// One for each digit and, between two, the word of its rank.
std::int64_t syllables_of_word(std::string_view word)
{
    const auto length = static_cast<std::int64_t>(word.size());
    if (std::ranges::all_of(word, is_digit)) return 2 * length - 1;
    return is_spelt_out(word) ? length : 1;
}

}  // namespace

text::ReferenceFile broadcast_rules_table() { return rules_file; }

Result<BroadcastRules> broadcast_rules_on(Date day)
{
    const auto rules = TRY(rows_on<BroadcastRule>(rules_file, day, rule_in));
    return BroadcastRules{.syllables_a_minute = rule_of(rules, "syllables_a_minute"),
                          .pause_seconds = rule_of(rules, "pause_seconds"),
                          .minutes_min = rule_of(rules, "minutes_min"),
                          .minutes_max = rule_of(rules, "minutes_max"),
                          .play_minutes = play_minutes_of(rules)};
}

std::int64_t syllables_of(std::string_view text)
{
    std::int64_t syllables = 0;
    for (const auto word : text::words(text)) syllables += syllables_of_word(word);
    return syllables;
}

std::int64_t reading_seconds(const std::vector<ScriptPart>& parts, std::int64_t syllables_a_minute,
                             const BroadcastRules& rules)
{
    VERIFY(syllables_a_minute > 0);
    std::int64_t syllables = 0;
    for (const auto& part : parts) syllables += syllables_of(part.text);
    const auto pauses = parts.empty() ? 0 : static_cast<std::int64_t>(parts.size()) - 1;
    return (syllables * minute_seconds + syllables_a_minute - 1) / syllables_a_minute +
           pauses * rules.pause_seconds;
}

LengthVerdict verdict_on(std::int64_t seconds, const BroadcastRules& rules)
{
    if (seconds < rules.minutes_min * minute_seconds) return LengthVerdict::too_short;
    return seconds > rules.minutes_max * minute_seconds ? LengthVerdict::too_long
                                                        : LengthVerdict::fits;
}

std::string duration_text(std::int64_t seconds)
{
    const auto minutes = seconds / minute_seconds;
    const auto rest = seconds % minute_seconds;
    if (minutes == 0) return std::to_string(rest) + " giây";
    if (rest == 0) return std::to_string(minutes) + " phút";
    return std::to_string(minutes) + " phút " + std::to_string(rest) + " giây";
}

}  // namespace caicach::channel
