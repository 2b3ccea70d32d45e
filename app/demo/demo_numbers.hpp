#pragma once
#include <cstdint>
#include <map>

#include "app/demo/demo_chance.hpp"
#include "app/demo/demo_clock.hpp"
#include "manifest/context.hpp"
#include "plan/api.hpp"

namespace caicach::app
{

/// What agencies of a demonstration province say of targets, and what their work costs. It has
/// dice of its own, so that what they do about their obligations stays the same.
class DemoNumbers
{
public:
    explicit DemoNumbers(std::uint64_t seed) : m_chance(seed) {}

    /// After each quarter of the year that ended before `until` most agencies state the numbers of
    /// the plan's targets; some never do.
    [[nodiscard]] Result<void> measure(Context& context, DemoClock& clock, plan::PlanId plan,
                                       Date until);
    /// Some agencies estimate what the plan's work costs; most of it is appraised, and spent by and
    /// by, before `until`.
    [[nodiscard]] Result<void> spend(Context& context, DemoClock& clock, plan::PlanId plan,
                                     Date until);

private:
    bool is_silent(organisation::AgencyId agency);

    DemoChance m_chance;
    std::map<organisation::AgencyId, bool> m_silent{};  ///< through all years
};

}  // namespace caicach::app
