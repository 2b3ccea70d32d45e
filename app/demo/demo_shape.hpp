#pragma once
#include <cstdint>

#include "calendar/date.hpp"

namespace caicach::app
{

/// How large a demonstration province is, and which: the same shape is the same province, but for
/// its keys and codes.
struct DemoShape {
    int years{1};
    Date until{};  ///< what is told happened before this day; its year is the last
    std::uint64_t seed{1};
    int agencies{150};    ///< that carry plans out: departments and communes of that day
    int officers{3'000};  ///< spread over them
};

inline constexpr int demo_years_max = 10;  ///< official codes and reference data reach no further

}  // namespace caicach::app
