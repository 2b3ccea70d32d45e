#pragma once
#include <optional>
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "obligation/cascade/part.hpp"
#include "obligation/cascade/units.hpp"
#include "obligation/inbox.hpp"

/// The forms that hand work on, and change or withdraw what was handed on.
namespace caicach::obligation
{

/// Which units are meant: those chosen, all, or all of a kind ("kind:commune_committee").
inline constexpr std::string_view units_chosen = "chosen";
inline constexpr std::string_view units_all = "all";
inline constexpr std::string_view units_of_kind = "kind:";

/// What the person typed, to be shown again.
struct TypedPart {
    std::string who{units_chosen};
    std::vector<std::string> units{};  ///< codes
    std::string needed{};
    std::string due_on{};
    std::string note{};
    std::string reason{};
    bool later{};
};

struct HandOnPage {
    Task task{};
    std::vector<Unit> free{};  ///< that have no part of it
    std::int64_t given{};      ///< units that have one
    bool has_later{};
    TypedPart typed{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response hand_on_page(const Context& context, const HandOnPage& page);

struct PartPage {
    Task task{};
    Part part{};
    Obligation whole{};
    std::string unit{};
    bool has_later{};
    TypedPart typed{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response part_page(const Context& context, const PartPage& page);

}  // namespace caicach::obligation
