#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "attachment/api.hpp"
#include "manifest/context.hpp"
#include "report/aggregate/collecting.hpp"
#include "report/aggregate/total.hpp"
#include "report/amount.hpp"
#include "report/form/definition.hpp"
#include "report/report.hpp"

/// A report as it stands: what was typed over what is computed. Shown, checked and frozen from one
/// value, so that what is sent is what was seen.
namespace caicach::report
{

/// A number that the program works out, and where its facts are listed.
struct Computed {
    Amount amount{};
    std::int64_t facts{};
    std::string path{};
    bool is_told{};  ///< by a module that keeps it, not counted from facts
};

/// What those sent who report to the agency, and both together, of a report that gathers theirs.
struct Gathered {
    Total from_reporters{};
    Total together{};  ///< with the agency's own
    bool lacks_own{};  ///< the agency's own number cannot be added: its weight is missing
};

struct FilledIndicator {
    const Indicator* indicator{};  ///< of the definition that the report holds
    std::optional<Amount> typed{};
    std::optional<Computed> computed{};
    std::optional<Gathered> gathered{};

    /// The agency's own: the typed one where it may overrule, else the computed one.
    [[nodiscard]] std::optional<Amount> own() const;
    /// What goes out: the agency's own, with what it gathered.
    [[nodiscard]] std::optional<Amount> sent() const;
    /// Typed less computed, where both are there and differ, of numbers that add up.
    [[nodiscard]] std::optional<std::int64_t> difference() const;
};

struct FilledRow {
    int number{};                      ///< stable: cells of the table are kept under it
    std::string name{};                ///< of fixed rows
    std::vector<std::string> cells{};  ///< in the order of columns; numbers as canonical text
    /// The same with what reporters sent, in a report that gathers theirs; empty in others.
    std::vector<std::string> together{};

    /// What goes out.
    [[nodiscard]] const std::vector<std::string>& sent() const
    {
        return together.empty() ? cells : together;
    }
};

struct Filled {
    Report report{};
    ReportPeriod period{};
    // Shared: indicators point into it, whoever copies or moves the value.
    std::shared_ptr<const Definition> definition{};
    std::vector<FilledIndicator> indicators{};  ///< in the order of the form
    std::map<std::string, std::vector<FilledRow>> tables{};
    /// Rows of these were drawn and nobody took them over; they go out as they are.
    std::vector<std::string> drawn_tables{};
    std::map<std::string, std::string> texts{};
    /// Typed halves of ratios, one perhaps without the other; by the names of their cells.
    std::map<std::string, std::int64_t> halves{};
    std::vector<attachment::Attachment> files{};
    /// Cells, by field and row, that were copied from the last period and nobody touched since.
    std::set<std::pair<std::string, int>> copied{};
    /// Of who collects such reports and sends one of all of them: theirs, whether sent or not.
    std::vector<CollectedReport> reporters{};

    [[nodiscard]] bool is_copied(std::string_view field, int row) const;
    [[nodiscard]] const FilledIndicator* indicator(std::string_view key) const;
};
[[nodiscard]] Result<Filled> filled_of(Context& context, database::Transaction& transaction,
                                       const Report& report);

/// What is wrong with a report; what `stops` keeps it from being sent.
struct Fault {
    std::string field{};
    int row{};
    Weight weight{Weight::stops};
    std::string text{};
};
/// What is missing, and rules of the form that are broken. Pure.
[[nodiscard]] std::vector<Fault> faults_of(const Filled& filled);

/// "1.234,5 tin", "850/1.000 = 85%", "85,5", "12 trong 15": an amount as its indicator has it.
[[nodiscard]] std::string shown(const Indicator& indicator, const Amount& amount);

}  // namespace caicach::report
