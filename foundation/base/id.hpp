#pragma once
#include <compare>
#include <cstdint>

namespace caicach
{

/// A key of one kind of thing: a time-ordered 64-bit integer made by the application, never shown
/// to people. `struct PlanTag; using PlanId = Id<PlanTag>;`
template <class Tag>
struct Id {
    std::int64_t value{};

    [[nodiscard]] explicit operator bool() const { return value != 0; }
    friend auto operator<=>(const Id&, const Id&) = default;
};

/// Whose a thing is, for permission questions: opaque to foundation, made from an AgencyId. 0 is
/// the whole province.
struct ScopeTag;
using ScopeId = Id<ScopeTag>;

/// The next key: milliseconds since 2024 in the upper bits, a counter and a random part below.
/// Unique across processes with overwhelming probability, and ascending within one.
[[nodiscard]] std::int64_t next_id();

template <class IdType>
[[nodiscard]] IdType make_id()
{
    return IdType{next_id()};
}

}  // namespace caicach
