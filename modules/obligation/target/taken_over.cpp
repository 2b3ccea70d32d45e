#include "obligation/target/taken_over.hpp"

#include <algorithm>
#include <set>

namespace caicach::obligation
{
namespace
{

using organisation::AgencyId;
using Heirs = std::vector<organisation::Heir>;

bool is_among(const Heirs& heirs, AgencyId agency)
{
    return std::ranges::find(heirs, agency, &organisation::Heir::agency) != heirs.end();
}

const StatedAmounts* stated_by(std::span<const StatedAmounts> stated, AgencyId agency)
{
    const auto found = std::ranges::find(stated, agency, &StatedAmounts::agency);
    return found == stated.end() ? nullptr : &*found;
}

/// Those who were asked once, or stated something, and are asked no longer.
std::set<AgencyId> gone_of(const AskedAgencies& asked, std::span<const StatedAmounts> stated)
{
    std::set<AgencyId> gone{asked.at_first.begin(), asked.at_first.end()};
    for (const auto& one : stated) gone.insert(one.agency);
    for (const auto agency : asked.now) gone.erase(agency);
    return gone;
}

class Taking
{
public:
    Taking(const Measure& measure, const AskedAgencies& asked,
           const organisation::Succession& succession, std::span<const StatedAmounts> stated,
           std::span<const StatedHeir> named)
        : m_measure(measure),
          m_asked(asked),
          m_succession(succession),
          m_stated(stated),
          m_named(named)
    {
    }

    Holding take()
    {
        for (const auto agency : m_asked.now) {
            HeldAmounts held{.agency = agency};
            if (const auto* own = stated_by(m_stated, agency)) {
                held.amounts = own->amounts;
                held.as_of = own->as_of;
            }
            m_holding.held.push_back(std::move(held));
        }
        for (const auto agency : gone_of(m_asked, m_stated)) pass_on(agency);
        for (auto& held : m_holding.held) settle(held);
        return std::move(m_holding);
    }

private:
    void pass_on(AgencyId gone)
    {
        const auto* stated = stated_by(m_stated, gone);
        const auto day = stated == nullptr ? m_asked.first_day : stated->as_of;
        auto heirs = m_succession.heirs(gone, day, m_asked.day);
        if (is_among(heirs, gone)) return;
        if (heirs.size() > 1)
            if (const auto one = named_of(gone, heirs))
                heirs = {{.agency = *one, .share = organisation::whole_share}};
        for (auto& held : m_holding.held) {
            if (!is_among(heirs, held.agency)) continue;
            const auto* own = stated_by(m_stated, held.agency);
            // It has told the number of both by itself since.
            if (own != nullptr && is_among(m_succession.heirs(gone, day, own->as_of), held.agency))
                continue;
            give(held, gone, heirs.size() > 1);
        }
    }

    /// Who of the heirs goes on, or took over who was to; none: nobody said.
    [[nodiscard]] std::optional<AgencyId> named_of(AgencyId gone, const Heirs& heirs) const
    {
        const auto found = std::ranges::find(m_named, gone, &StatedHeir::gone);
        if (found == m_named.end()) return {};
        if (is_among(heirs, found->heir)) return found->heir;
        const auto later = m_succession.heirs(found->heir, found->on, m_asked.day);
        if (later.size() != 1 || !is_among(heirs, later.front().agency)) return {};
        return later.front().agency;
    }

    void give(HeldAmounts& held, AgencyId gone, bool is_split)
    {
        const auto* stated = stated_by(m_stated, gone);
        const bool adds_up = stated != nullptr && can_be_added(m_measure, stated->amounts) &&
                             (!held.amounts || can_be_added(m_measure, *held.amounts));
        if (is_split || !adds_up) {
            held.lacking.push_back(gone);
            if (stated != nullptr) leave_out(gone, is_split);
            return;
        }
        held.as_of = held.amounts ? std::min(held.as_of, stated->as_of) : stated->as_of;
        held.amounts = added(held.amounts.value_or(Amounts{}), stated->amounts);
        held.taken_over.push_back(gone);
    }

    void leave_out(AgencyId agency, bool is_split)
    {
        const auto& left = m_holding.left_out;
        if (std::ranges::find(left, agency, &LeftOut::agency) != left.end()) return;
        m_holding.left_out.push_back({.agency = agency, .is_split = is_split});
    }

    /// Who was asked before it took somebody over owes a number of its own, too.
    void settle(HeldAmounts& held)
    {
        if (held.taken_over.empty() || stated_by(m_stated, held.agency) != nullptr) return;
        const auto& first = m_asked.at_first;
        if (std::ranges::find(first, held.agency) != first.end())
            held.lacking.push_back(held.agency);
    }

    const Measure& m_measure;
    const AskedAgencies& m_asked;
    const organisation::Succession& m_succession;
    std::span<const StatedAmounts> m_stated;
    std::span<const StatedHeir> m_named;
    Holding m_holding{};
};

}  // namespace

Holding held_by(const Measure& measure, const AskedAgencies& asked,
                const organisation::Succession& succession, std::span<const StatedAmounts> stated,
                std::span<const StatedHeir> named)
{
    return Taking{measure, asked, succession, stated, named}.take();
}

}  // namespace caicach::obligation
