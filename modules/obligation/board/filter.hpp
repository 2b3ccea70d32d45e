#pragma once
#include <optional>
#include <string>

#include "http/request.hpp"
#include "obligation/obligation.hpp"

namespace caicach::obligation
{

/// Stands for items of which nobody said to which field of reform they belong.
inline constexpr std::string_view no_area = "khac";

/// What a board or a list is narrowed to, as its address says it; empty: nothing.
struct BoardFilter {
    std::string kind{};            ///< of agencies
    std::string area{};            ///< of items, or `no_area`
    std::optional<State> state{};  ///< on boards: agencies that have such obligations
    std::string agency{};          ///< its code
    std::string item{};            ///< its code
    std::string month{};           ///< "2026-03"
    bool is_due{};                 ///< only what was due before today

    /// "?co-quan=SYT&tinh-trang=overdue", or nothing.
    [[nodiscard]] std::string query() const;
};

/// What no page of ours would write is taken as nothing.
[[nodiscard]] BoardFilter board_filter_of(const http::Request& request);

/// From which day to which a month of a filter goes; nothing where it is none.
struct Days {
    Date first{};
    Date last{};
};
[[nodiscard]] std::optional<Days> days_of_month(std::string_view month);

}  // namespace caicach::obligation
