#pragma once
#include <string>
#include <vector>

#include "obligation/target/target_standing.hpp"

/// Numbers that are asked for and not yet stated.
namespace caicach::obligation
{

/// Plans that ask for any numbers now.
[[nodiscard]] Result<std::vector<plan::PlanSummary>> plans_asking(
    database::Transaction& transaction, Date today);

/// One target of which an agency has not stated the numbers of a period.
struct MissingNumbers {
    std::string text{};  ///< "I.1. Tối thiểu 85% …"
    std::string path{};  ///< of the target
    AskedPeriod asked{};
};
/// The earliest day first. Nothing is read of plans that ask for none.
[[nodiscard]] Result<std::vector<MissingNumbers>> missing_numbers(
    Context& context, database::Transaction& transaction, organisation::AgencyId agency);

/// "Quý I/2026, chậm nhất 10/04/2026", and whether it is late.
[[nodiscard]] std::string asked_text(const AskedPeriod& asked, Date today);

}  // namespace caicach::obligation
