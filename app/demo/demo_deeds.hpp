#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "app/demo/demo_chance.hpp"
#include "obligation/obligation.hpp"

namespace caicach::app
{

/// What the agencies of a demonstration province do about what they owe.
struct Deed {
    enum class Kind { result, refused_result, excuse };

    Date day{};
    std::size_t obligation{};  ///< place in the list asked about
    std::int64_t quantity{};
    Kind kind{Kind::result};
};

/// Some agencies are more careful than others; an agency stays as it is through all years.
class DemoHabits
{
public:
    explicit DemoHabits(DemoChance& chance) : m_chance(chance) {}

    /// Before `until`, in the order of days. Most is done in time, some late, some never; a little
    /// is refused or excused.
    [[nodiscard]] std::vector<Deed> deeds(std::span<const obligation::Obligation> obligations,
                                          Date until);

private:
    int care_of(organisation::AgencyId agency);
    void add(std::vector<Deed>& deeds, const obligation::Obligation& obligation, std::size_t place);

    DemoChance& m_chance;
    std::map<organisation::AgencyId, int> m_care{};
};

}  // namespace caicach::app
