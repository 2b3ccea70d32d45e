#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "calendar/date.hpp"
#include "obligation/target/measure_scope.hpp"
#include "plan/api.hpp"

/// What a target asks to be reached, and what numbers of it come to. Pure: no agency, no database.
namespace caicach::obligation
{

/// share: a part of a whole, in percent; change: against a baseline; count: so many of something;
/// condition: it is so, or it is not.
enum class MeasureKind { share, change, count, condition };

/// One value, or one condition, of a target.
struct Measure {
    /// Within its item: of what is measured and in which unit, so that another value asked by an
    /// amendment keeps what was measured.
    std::string key{};
    /// What the key would be by the plan's words of today: another one where these were corrected
    /// and the numbers go on.
    std::string key_of_words{};
    plan::Metric metric{};  ///< nothing of it is said of a condition
    bool is_condition{};    ///< the plan names no number: yes or no
    bool is_part{};         ///< "trong đó …": of the one before it
    bool is_set{};          ///< the value stands elsewhere: a coordinator stated it
    bool is_each{};         ///< every agency is to reach it for itself; of conditions always so
    MeasureScope scope{};   ///< what the coordinator stated of that
    MeasurePlace place{};   ///< what the coordinator stated of `is_part`
    std::string source{};   ///< of a value set elsewhere: the document
    std::optional<Date> source_on{};
    /// Keys of figures from which the numbers are read; empty: agencies state them.
    std::string numerator_figure{};
    std::string denominator_figure{};

    [[nodiscard]] MeasureKind kind() const;
    /// Figures say all of it: agencies have nothing to state.
    [[nodiscard]] bool is_told_by_figures() const;
    /// "từ 85 % trở lên", with what stands elsewhere; of a condition what is to be so.
    [[nodiscard]] std::string sentence() const;
};

/// What is measured and in which unit, as the plan puts it.
struct MeasureWords {
    std::string subject{};
    std::string unit{};
    std::string direction{};
};
[[nodiscard]] MeasureWords words_of(const Measure& measure);

/// What somebody states of a measure: a part and its whole, a value now and its baseline, a plain
/// value, or an answer. In hundredths.
struct Amounts {
    std::optional<std::int64_t> numerator{};
    std::optional<std::int64_t> denominator{};
    std::optional<std::int64_t> value{};
    std::optional<bool> is_so{};

    friend bool operator==(const Amounts&, const Amounts&) = default;

    /// Both a part and its whole: what can be added up.
    [[nodiscard]] bool is_pair() const { return numerator && denominator; }
};

enum class Reached { reached, not_yet, unknown };
[[nodiscard]] std::string_view name_of(Reached reached);
[[nodiscard]] std::string_view label_of(Reached reached);
[[nodiscard]] std::optional<Reached> reached_from(std::string_view name);

/// Whether the amounts reach what is asked. A value stated flat ("đạt 90%") is reached from there
/// on. A share of nothing and a change against nothing cannot be told.
[[nodiscard]] Reached judge(const Measure& measure, const Amounts& amounts);

/// In hundredths: the percentage, the change (positive in the direction asked), or the number;
/// nothing where it cannot be told, and of conditions.
[[nodiscard]] std::optional<std::int64_t> result_of(const Measure& measure, const Amounts& amounts);
/// "850 / 1.000 = 85%", "4 (năm 2025: 5) = giảm 20%", "12 hoạt động", "Đạt", "Chưa đạt".
[[nodiscard]] std::string amounts_text(const Measure& measure, const Amounts& amounts);
/// "85%", "giảm 20%", "12 hoạt động", "Đạt"; empty where it cannot be told.
[[nodiscard]] std::string result_text(const Measure& measure, const Amounts& amounts);

/// All agencies together.
struct Total {
    Amounts amounts{};
    int expected{};  ///< agencies that are to state it
    int stated{};
    int apart{};     ///< of these, percentages without part and whole: they cannot be added up
    bool is_each{};  ///< nothing is added up: told is how many of them reach it
    int reaching{};  ///< of each for itself
    Reached reached{Reached::unknown};

    [[nodiscard]] int missing() const { return expected - stated; }
};
/// Of `expected` agencies, whose amounts are those that are known. Parts over wholes, never a mean
/// of percentages; who stated nothing is missing and counts as nothing, least of all as 0. While
/// somebody is missing it is told only what more numbers cannot change. What every agency is to
/// reach for itself is reached when all do; one that does not is enough for "not yet". `parts` are
/// of agencies that miss some of their own numbers: they count, and their agencies are missing.
[[nodiscard]] Total total_of(const Measure& measure, std::span<const Amounts> known, int expected,
                             std::span<const Amounts> parts = {});
/// Of one agency that misses some of its numbers.
[[nodiscard]] Reached judge_part(const Measure& measure, const Amounts& part);
/// "850 / 1.000 = 85%", "37/150 cơ quan đạt".
[[nodiscard]] std::string total_text(const Measure& measure, const Total& total);
/// "85%", "37/150 cơ quan đạt"; empty where it cannot be told.
[[nodiscard]] std::string total_result_text(const Measure& measure, const Total& total);

/// Whether amounts say what the measure asks, so that they can be added to others'. Of a percentage
/// without part and whole nothing can be added.
[[nodiscard]] bool can_be_added(const Measure& measure, const Amounts& amounts);
/// Both together: numbers added up, answers where both are so.
[[nodiscard]] Amounts added(const Amounts& one, const Amounts& other);

}  // namespace caicach::obligation
