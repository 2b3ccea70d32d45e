#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "calendar/date.hpp"
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
    plan::Metric metric{};  ///< nothing of it is said of a condition
    bool is_condition{};    ///< the plan names no number: yes or no
    bool is_part{};         ///< "trong đó …": of the one before it
    bool is_set{};          ///< the value stands elsewhere: a coordinator stated it
    std::string source{};   ///< of a value set elsewhere: the document
    std::optional<Date> source_on{};
    /// Keys of figures from which the numbers are read; empty: agencies state them.
    std::string numerator_figure{};
    std::string denominator_figure{};

    [[nodiscard]] MeasureKind kind() const;
    /// "từ 85 % trở lên", with what stands elsewhere; of a condition what is to be so.
    [[nodiscard]] std::string sentence() const;
};

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
    int apart{};  ///< of these, percentages without part and whole: they cannot be added up
    Reached reached{Reached::unknown};

    [[nodiscard]] int missing() const { return expected - stated; }
};
/// Of `expected` agencies, whose amounts are those that are known. Parts over wholes, never a mean
/// of percentages; who stated nothing is missing and counts as nothing, least of all as 0. While
/// somebody is missing it is told only what more numbers cannot change.
[[nodiscard]] Total total_of(const Measure& measure, std::span<const Amounts> known, int expected);

}  // namespace caicach::obligation
