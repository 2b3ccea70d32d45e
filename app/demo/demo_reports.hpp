#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "app/demo/demo_chance.hpp"
#include "app/demo/demo_clock.hpp"
#include "manifest/context.hpp"

namespace caicach::app
{

/// The quarterly reports of a demonstration province: filled in, some numbers typed over, most sent
/// in time, looked at and approved, some sent back or never sent, and the one that their collector
/// makes of all. It has dice of its own, so that what agencies do about their obligations stays the
/// same.
class DemoReports
{
public:
    explicit DemoReports(std::uint64_t seed) : m_chance(seed) {}

    /// Opens the year's periods that began before `until`, and decides what will be done about
    /// them by then.
    [[nodiscard]] Result<void> open_periods(Context& context, DemoClock& clock, int year,
                                            Date until);

    /// Does of it what comes before `day`: what happened until then is there, and no more.
    [[nodiscard]] Result<void> act_before(Context& context, DemoClock& clock, Date day);

private:
    struct Deed {
        enum class Kind { send, send_back, send_again, approve };

        Date day{};
        std::string agency{};  ///< code: keys and public codes are new in each province
        Kind kind{};
        std::string report{};  ///< code
    };

    void decide(const std::string& report, const std::string& agency, Date due_on, Date until);
    /// Of the one that is made of all: in time, and never sent back.
    void decide_of_owner(const std::string& report, const std::string& agency, Date due_on,
                         Date until);
    Result<void> act(Context& context, database::Transaction& transaction, const Deed& deed);

    DemoChance m_chance;
    std::vector<Deed> m_deeds{};  ///< the last comes first
};

}  // namespace caicach::app
