#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "manifest/context.hpp"
#include "obligation/board/table.hpp"
#include "obligation/cascade/part.hpp"
#include "obligation/proposal/proposal.hpp"
#include "obligation/reminder/owing.hpp"

/// Who does what of one obligation: parts that were agreed or handed on, and proposals that are not
/// agreed, with how far each is.
namespace caicach::obligation
{

struct Division {
    BoardTable table{};
    std::int64_t given{};    ///< needed of all parts that are not closed
    std::int64_t waiting{};  ///< of proposals that wait for an answer, beside what is owed already
    std::vector<organisation::AgencySummary> free{};  ///< whom something may be proposed to
};
[[nodiscard]] Result<Division> division_of(database::Transaction& transaction,
                                           const Obligation& whole, Date today);

/// Who owes a part of it that is late, or soon will be.
[[nodiscard]] Result<std::vector<Owing>> owed_of_division(database::Transaction& transaction,
                                                          const Obligation& whole, Date today);

}  // namespace caicach::obligation
