#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "calendar/due.hpp"
#include "calendar/period.hpp"

/// What a version of a form says: values only, no database.
namespace caicach::report
{

/// Where a number comes from. both: computed, and may be overruled; the difference is shown.
enum class Source { typed, computed, both };
enum class Span { period, year_to_date };
/// How the numbers of those who report become one.
enum class Adding { sum, ratio, weighted_mean, maximum, count_of_yes, none };

/// One number of a form.
struct Indicator {
    std::string key{};  ///< "truyen_thong.tin_bai": once in the form, for ever the same thing
    std::string text{};
    std::string unit{};
    std::string area{};  ///< a key of plan_areas.csv; may be empty
    int decimals{};      ///< 0–4
    Source source{Source::typed};
    Span span{Span::period};
    Adding adding{Adding::sum};
    std::string figure{};              ///< computed: a key of evidence::figures
    std::string denominator_figure{};  ///< of a computed ratio
    std::string weight{};              ///< of a weighted mean: the key of another indicator
    bool is_required{};
    std::string definition{};  ///< what is counted and how, printed beside it

    friend bool operator==(const Indicator&, const Indicator&) = default;
};

/// told: drawn from what the program knows, then edited or not.
enum class RowsOf { fixed, free, told };

struct FormColumn {
    std::string key{};
    std::string text{};
    bool is_number{};
    int decimals{};
    int width{1};  ///< beside the others
    Adding adding{Adding::none};

    friend bool operator==(const FormColumn&, const FormColumn&) = default;
};

struct FormTable {
    std::string key{};
    std::string text{};
    RowsOf rows_of{RowsOf::free};
    std::vector<std::string> fixed_rows{};
    std::string told_table{};  ///< which one: "obligation.targets"
    std::vector<FormColumn> columns{};
    bool is_annex{};
    bool is_landscape{};

    friend bool operator==(const FormTable&, const FormTable&) = default;
};

/// What a narrative's draft is drawn of.
enum class Drawn { done, late, obstacle, next };

struct Narrative {
    std::string key{};
    std::string text{};
    std::string area{};  ///< only what is of this area is drawn; may be empty
    std::vector<Drawn> drawn_of{};
    bool is_required{};
    int length_max{20'000};  ///< characters
    bool is_collected{};     ///< the collector's report gathers those of all who report

    friend bool operator==(const Narrative&, const Narrative&) = default;
};

using Part = std::variant<Indicator, FormTable, Narrative>;
[[nodiscard]] const std::string& key_of(const Part& part);
[[nodiscard]] const std::string& text_of(const Part& part);

struct Section {
    std::string key{};
    std::string title{};
    int level{1};  ///< 1–3: "I.", "1.", "a)"
    std::vector<Part> parts{};

    friend bool operator==(const Section&, const Section&) = default;
};

enum class Comparison { equal, not_more, not_less };
/// stops: what breaks the rule cannot be sent; warns: it is pointed at.
enum class Weight { stops, warns };

/// A rule that numbers of one report must keep; both sides are read by form/expression.hpp.
struct Check {
    std::string left{};
    Comparison comparison{Comparison::equal};
    std::string right{};
    Weight weight{Weight::stops};
    std::string text{};  ///< what is wrong and what to do

    friend bool operator==(const Check&, const Check&) = default;
};

struct PeriodRule {
    calendar::Length length{calendar::Length::quarter};
    std::string cut_off{};  ///< a key of period_cut_offs.csv; empty: as the calendar has it
    /// "quý I", "6 tháng đầu năm", "9 tháng", "năm"; empty: as the calendar names the period.
    std::array<std::string, 4> titles{};

    friend bool operator==(const PeriodRule&, const PeriodRule&) = default;
};

/// A day and month of the year that a period is named after.
struct NamedDay {
    int day{};
    int month{};

    friend bool operator==(const NamedDay&, const NamedDay&) = default;
};

/// So many days into a month, or a named day ("trước ngày 30/11"), which has the rule's limit and
/// what becomes of it on a day off.
struct DueDay {
    calendar::DueRule rule{};
    std::optional<NamedDay> named{};

    friend bool operator==(const DueDay&, const DueDay&) = default;
};

struct LockRule {
    int working_days_after_due{};
    bool never{};

    friend bool operator==(const LockRule&, const LockRule&) = default;
};

/// Whom reports go to: the agency whose form it is, or the one above who reports.
enum class CollectorRule { owner, parent };

struct FlowRule {
    bool needs_head{};  ///< only the agency's head sends it
    bool needs_check{true};
    bool needs_approval{true};
    bool needs_second_person{};  ///< checked by another account than sent it

    friend bool operator==(const FlowRule&, const FlowRule&) = default;
};

struct Definition {
    std::string key{};  ///< "par_quarter"
    std::string title{};
    std::string kind{"Báo cáo"};
    std::string note{};  ///< for whom it is and what it is good for, above the form
    bool is_ad_hoc{};    ///< opened by hand, for a period of its own
    std::vector<std::string> reporters{};  ///< keys of groups and codes of agencies
    CollectorRule collector{CollectorRule::owner};
    std::string owner{};   ///< code of the agency whose form it is; empty while it is a suggestion
    bool owner_reports{};  ///< the owner makes a report of all of them, for the agency above it
    DueDay owner_due{};
    PeriodRule period{};
    DueDay due{};
    std::optional<NamedDay> data_until{};  ///< where figures end before the period does
    LockRule lock{};
    FlowRule flow{};
    std::string secrecy_notice{};
    std::string legal_basis{};
    std::string duty{};  ///< of a plan: "18/KH-UBND IV.2"
    std::vector<Section> sections{};
    std::vector<Check> checks{};
    std::string document_kind{"BC"};
    std::vector<std::string> citations{};

    friend bool operator==(const Definition&, const Definition&) = default;
};

/// All indicators, in the order of the form.
[[nodiscard]] std::vector<const Indicator*> indicators_of(const Definition& definition);

}  // namespace caicach::report
