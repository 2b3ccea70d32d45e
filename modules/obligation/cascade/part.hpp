#pragma once
#include <optional>
#include <string>

#include "obligation/due_days.hpp"
#include "obligation/obligation.hpp"

/// What an agency hands on of what it owes: parts, which its units owe to it. Pure.
namespace caicach::obligation
{

struct ProposalTag;
using ProposalId = Id<ProposalTag>;

/// An obligation with a parent, and what its giver said of it.
struct Part {
    Obligation obligation{};
    /// The day as the giver named it; none: the last day of the whole, wherever that moves.
    std::optional<Date> named_on{};
    Date given_on{};
    std::string note{};
    ProposalId agreed_in{};  ///< what its agency agreed to; none: the giver gave it
};

/// The quota of the parts that its agency hands on of an obligation: "0" becomes "0/17".
[[nodiscard]] std::string quota_below(const Obligation& whole);
/// How often it was handed on until here; 0: the plan asks for it itself.
[[nodiscard]] int level_of(const Obligation& obligation);

/// The last day in time of a part: the day named, off days off as plans' days are read, and never
/// behind the last day of the whole.
[[nodiscard]] Date due_of_part(std::optional<Date> named_on, Date whole_due_on,
                               const DueDays& due_days);

/// The day as many days before another period's last day as it is before this one's.
[[nodiscard]] std::optional<Date> named_in(const Obligation& other, const Obligation& whole,
                                           std::optional<Date> named_on);

/// What a part takes from its whole: period, product, unit, whether it is only requested, and who
/// gave it.
void take_whole(Obligation& part, const Obligation& whole);

}  // namespace caicach::obligation
