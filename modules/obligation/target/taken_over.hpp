#pragma once
#include <optional>
#include <span>
#include <vector>

#include "obligation/target/measure.hpp"
#include "organisation/api.hpp"

/// Numbers of agencies that ended, in the hands of those who answer for them now. Pure.
namespace caicach::obligation
{

struct StatedAmounts {
    organisation::AgencyId agency{};
    Amounts amounts{};
    Date as_of{};
};

/// Who is to state a measure, today and when the plan began.
struct AskedAgencies {
    std::vector<organisation::AgencyId> now{};
    Date day{};
    std::vector<organisation::AgencyId> at_first{};
    Date first_day{};
};

/// What holds of an agency that is asked.
struct HeldAmounts {
    organisation::AgencyId agency{};
    std::optional<Amounts> amounts{};
    Date as_of{};                                      ///< of the oldest number in it
    std::vector<organisation::AgencyId> taken_over{};  ///< whose numbers are in it beside its own
    /// Whose numbers belong in it and are not: those it took over, or its own.
    std::vector<organisation::AgencyId> lacking{};
};

/// That one of several heirs goes on with an agency's numbers, as stated on that day.
struct StatedHeir {
    organisation::AgencyId gone{};
    organisation::AgencyId heir{};
    Date on{};
};

/// Whose number is in nobody's, and why.
struct LeftOut {
    organisation::AgencyId agency{};
    bool is_split{};  ///< several share its work, and nobody said who; else a percentage alone
};

struct Holding {
    std::vector<HeldAmounts> held{};  ///< in the order of those who are asked now
    std::vector<LeftOut> left_out{};
};
/// The last numbers of an agency that another one took over as a whole are added to that one's,
/// until it states a number of a day on which it answered for both. Nothing is parted: who split
/// leaves numbers that nobody has, unless it is stated who of the heirs, or who took that one over,
/// goes on with them as a whole.
[[nodiscard]] Holding held_by(const Measure& measure, const AskedAgencies& asked,
                              const organisation::Succession& succession,
                              std::span<const StatedAmounts> stated,
                              std::span<const StatedHeir> named = {});

}  // namespace caicach::obligation
