#pragma once
#include <optional>
#include <string>

#include "http/request.hpp"
#include "obligation/obligation.hpp"

namespace caicach::obligation
{

/// Stands for items of which nobody said to which field of reform they belong.
inline constexpr std::string_view no_area = "khac";

/// Which obligations a number counts, where it is not those of one state.
enum class Among {
    everything,
    owed,      ///< what is counted at all: neither requested nor closed
    asked,     ///< of that what nobody was excused from
    due_soon,  ///< of that what is owed still and due within `due_soon_days`
};
inline constexpr int due_soon_days = 31;

/// Due before today, or not.
enum class Due { any, past, ahead };

/// What a board or a list is narrowed to, as its address says it; empty: nothing.
struct BoardFilter {
    std::string kind{};            ///< of agencies
    std::string area{};            ///< of items, or `no_area`
    std::optional<State> state{};  ///< on boards: agencies that have such obligations
    Among among{};                 ///< instead of a state
    std::string agency{};          ///< its code
    std::string item{};            ///< its code
    std::string month{};           ///< "2026-03"
    Due due{};
    std::optional<Date> until{};  ///< the last day that is looked at
    std::string beside{};         ///< the code of a plan of an earlier year, to compare with
    std::string year{};           ///< "2024": of a plan of several, the one that is compared

    /// The value of "tinh-trang": the state's, or that of what is counted.
    [[nodiscard]] std::string_view shown_state() const;
    /// "?co-quan=SYT&tinh-trang=overdue", or nothing.
    [[nodiscard]] std::string query() const;
};

[[nodiscard]] std::string_view name_of(Among among);
[[nodiscard]] std::string_view label_of(Among among);

/// What no page of ours would write is taken as nothing.
[[nodiscard]] BoardFilter board_filter_of(const http::Request& request);

/// From which day to which a month of a filter goes; nothing where it is none.
struct Days {
    Date first{};
    Date last{};
};
[[nodiscard]] std::optional<Days> days_of_month(std::string_view month);

}  // namespace caicach::obligation
