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

/// How a form is sent: terms the same for all, on to terms of each, or with those.
inline constexpr std::string_view step_each = "each";
inline constexpr std::string_view step_give_each = "give_each";

/// What one unit is to do, as typed.
struct TypedUnit {
    std::string code{};
    bool is_chosen{true};
    std::string needed{};
    std::string due_on{};
};

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
    std::vector<Unit> free{};       ///< that have no part of it
    std::vector<Unit> listed{};     ///< of those, the ones to choose from
    std::string search{};           ///< what their names are narrowed to
    std::vector<TypedUnit> each{};  ///< where each has terms of its own; empty: the same for all
    std::int64_t given{};           ///< units that have one
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
    std::string proposal{};  ///< code of what the unit agreed to; empty: it was handed on
    bool has_later{};
    TypedPart typed{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response part_page(const Context& context, const PartPage& page);

}  // namespace caicach::obligation
