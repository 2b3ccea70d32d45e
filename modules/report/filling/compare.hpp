#pragma once
#include <map>
#include <optional>
#include <string>

#include "manifest/context.hpp"
#include "report/amount.hpp"
#include "report/report.hpp"

/// What was sent of earlier periods, to be read beside the numbers of this one.
namespace caicach::report
{

struct EarlierPeriod {
    std::string title{};
    /// By indicators: what stands sent of the agency, and of those that it took over, by shares.
    std::map<std::string, Amount, std::less<>> amounts{};
};

struct Earlier {
    std::optional<EarlierPeriod> before{};         ///< the period before this one
    std::optional<EarlierPeriod> a_year_before{};  ///< the same of the last year, if another
};

/// Nothing of periods that were not opened, or of which nothing stands sent; nothing for what was
/// asked for once. Numbers that do not add up (means, and what the form adds up in no way) are told
/// of an agency that is what it was, not of one that took others over.
[[nodiscard]] Result<Earlier> earlier_of(database::Transaction& transaction, const Report& report,
                                         const ReportPeriod& period, const Definition& definition);

}  // namespace caicach::report
