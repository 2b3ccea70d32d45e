#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "obligation/budget/budget_line.hpp"
#include "text/reference.hpp"

namespace caicach::obligation
{

/// A ceiling of a unit price on some days (data/reference/budget_norms.csv): warns, never blocks.
struct Norm {
    std::string key{};
    std::string title{};
    std::string unit{};  ///< "người/ngày"
    std::int64_t ceiling{};
    std::string source{};  ///< the document
};
[[nodiscard]] const text::ReferenceFile& budget_norms_file();
/// Of that day, in the order of the file.
[[nodiscard]] Result<std::vector<Norm>> norms_on(Date day);

/// Of many lines, whose estimates share their days.
class Norms
{
public:
    /// The norm that a line's price passes: that of the day on which it was estimated.
    [[nodiscard]] Result<std::optional<Norm>> passed_by(const BudgetLine& line);

private:
    std::map<Date, std::vector<Norm>> m_by_day{};
};

}  // namespace caicach::obligation
