#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "manifest/context.hpp"
#include "obligation/cascade/part.hpp"
#include "obligation/inbox.hpp"

/// What the page of an obligation shows of its parts, and of what it is a part of.
namespace caicach::obligation
{

struct ShownPart {
    Part part{};
    std::string unit{};
};

/// Of parts that are not closed.
struct PartSums {
    std::int64_t parts{};
    std::int64_t needed{};
    std::int64_t done{};
    std::int64_t missing{};
    std::int64_t late{};  ///< parts, fulfilled behind their day or overdue
};
[[nodiscard]] PartSums sums_of(const std::vector<ShownPart>& parts, Date today);

struct CascadePart {
    std::optional<Obligation> whole{};  ///< of which the obligation is a part
    std::string giver{};
    std::string note{};
    bool sees_whole{};
    bool may_decide{};       ///< about this part
    std::string proposal{};  ///< code of what its agency agreed to; empty: it was handed on

    std::vector<ShownPart> parts{};  ///< of the obligation, by day
    std::string agency_code{};       ///< whose parts these are
    bool may_hand_on{};
    bool may_propose{};        ///< to agencies that cooperate
    std::int64_t proposals{};  ///< that wait for an answer
};
[[nodiscard]] Result<CascadePart> cascade_of(const Context& context,
                                             database::Transaction& transaction,
                                             const Obligation& obligation);

/// Why a part is due that day, in whole sentences.
[[nodiscard]] Result<std::string> why_part_due(database::Transaction& transaction,
                                               const Obligation& part);

/// Who gave the parts among the tasks, by name.
using GiverNames = std::map<organisation::AgencyId, std::string>;
[[nodiscard]] Result<GiverNames> giver_names(database::Transaction& transaction,
                                             const std::vector<Task>& tasks, Date day);

}  // namespace caicach::obligation
