#pragma once
#include <string>
#include <vector>

#include "report/filling/filled.hpp"

/// The report of an agency that collects reports of the same form: its own numbers, and those of
/// all who report to it. It is one row for whoever collects it, so that at every level each number
/// counts once.
namespace caicach::report
{

/// Adds what was sent to the agency, where its report goes on to another one.
[[nodiscard]] Result<void> gather(database::Transaction& transaction, Filled& filled);

/// What is wrong with what was gathered. Pure.
void add_not_gathered(const Filled& filled, std::vector<Fault>& faults);

/// What the page of such a report says of those whose numbers are in it; empty of other reports.
struct Gathering {
    std::string text{};  ///< "Báo cáo gồm số của 12 trong 15 cơ quan …"
    bool lacks_any{};
    std::string path{};  ///< of the page where they are added up
};
[[nodiscard]] Result<Gathering> gathering_of(const Context& context,
                                             database::Transaction& transaction,
                                             const Filled& filled);

}  // namespace caicach::report
