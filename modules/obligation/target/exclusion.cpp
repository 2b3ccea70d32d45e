#include "obligation/target/exclusion.hpp"

#include <algorithm>
#include <array>

namespace caicach::obligation
{
namespace
{

using organisation::AgencyId;

struct StateText {
    std::string_view name{};
    std::string_view label{};
};
/// In the order of their enumerators.
constexpr std::array<StateText, 4> state_texts{{{"asked", "Chờ xác nhận"},
                                                {"granted", "Không thuộc diện"},
                                                {"refused", "Không được chấp nhận"},
                                                {"ended", "Đã rút lại"}}};

const Exclusion* stated_by(std::span<const Exclusion* const> granted, AgencyId agency)
{
    const auto found = std::ranges::find(granted, agency, &Exclusion::agency);
    return found == granted.end() ? nullptr : *found;
}

bool is_among(const std::vector<AgencyId>& agencies, AgencyId agency)
{
    return std::ranges::find(agencies, agency) != agencies.end();
}

class Finding
{
public:
    Finding(const AskedAgencies& asked, const organisation::Succession& succession,
            std::span<const Exclusion* const> granted)
        : m_asked(asked), m_succession(succession), m_granted(granted)
    {
    }

    /// By whose statement; nothing: it is asked.
    [[nodiscard]] const Exclusion* of(AgencyId agency) const
    {
        if (const auto* own = stated_by(m_granted, agency)) return covers_all(*own) ? own : nullptr;
        if (is_among(m_asked.at_first, agency)) return nullptr;
        const Exclusion* found = nullptr;
        for (const auto gone : m_asked.at_first) {
            if (!took_over(agency, gone, m_asked.day)) continue;
            found = stated_by(m_granted, gone);
            if (found == nullptr) return nullptr;
        }
        return found;
    }

private:
    [[nodiscard]] bool took_over(AgencyId agency, AgencyId gone, Date until) const
    {
        if (gone == agency || is_among(m_asked.now, gone)) return false;
        const auto heirs = m_succession.heirs(gone, m_asked.first_day, until);
        return std::ranges::find(heirs, agency, &organisation::Heir::agency) != heirs.end();
    }

    /// Nobody who is asked came to it since.
    [[nodiscard]] bool covers_all(const Exclusion& own) const
    {
        const auto since = own.decided_at ? Date::of(*own.decided_at) : m_asked.day;
        return std::ranges::none_of(m_asked.at_first, [&](AgencyId gone) {
            return took_over(own.agency, gone, m_asked.day) &&
                   !took_over(own.agency, gone, since) && stated_by(m_granted, gone) == nullptr;
        });
    }

    const AskedAgencies& m_asked;
    const organisation::Succession& m_succession;
    std::span<const Exclusion* const> m_granted;
};

}  // namespace

std::string_view name_of(ExclusionState state)
{
    return state_texts[static_cast<std::size_t>(state)].name;
}

std::string_view label_of(ExclusionState state)
{
    return state_texts[static_cast<std::size_t>(state)].label;
}

ExclusionState exclusion_state_from(std::string_view name)
{
    const auto* const found = std::ranges::find(state_texts, name, &StateText::name);
    VERIFY(found != state_texts.end());
    return static_cast<ExclusionState>(found - state_texts.begin());
}

std::vector<Excluded> excluded_of(const AskedAgencies& asked,
                                  const organisation::Succession& succession,
                                  std::span<const Exclusion* const> granted)
{
    std::vector<Excluded> excluded;
    if (granted.empty()) return excluded;
    const Finding finding{asked, succession, granted};
    for (const auto agency : asked.now)
        if (const auto* stated = finding.of(agency)) excluded.push_back({agency, stated});
    return excluded;
}

AskedAgencies without(AskedAgencies asked, std::span<const Excluded> excluded,
                      std::span<const Exclusion* const> granted)
{
    // Of one that lapsed the agency is asked, and was at first: who took nobody over since owes it.
    std::erase_if(asked.at_first, [&](AgencyId agency) {
        return !is_among(asked.now, agency) && stated_by(granted, agency) != nullptr;
    });
    const auto is_out = [&](AgencyId agency) {
        return std::ranges::find(excluded, agency, &Excluded::agency) != excluded.end();
    };
    std::erase_if(asked.now, is_out);
    std::erase_if(asked.at_first, is_out);
    return asked;
}

}  // namespace caicach::obligation
