#pragma once
#include <optional>
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "organisation/calendar/special_days.hpp"

namespace caicach::organisation
{

/// A special day as somebody typed it, and what would follow of it.
struct DayForm {
    std::string first{};    ///< "2026-04-26" of the row that is changed; empty: a new row
    std::string version{};  ///< of that row
    std::string from{};
    std::string to{};
    std::string kind{};
    std::string name{};
    std::string source{};
    bool is_removal{};
    std::string previewed{};  ///< what the due dates below were shown for
    std::optional<Error> error{};
    std::optional<std::vector<MovedDueDate>> moved{};

    [[nodiscard]] bool is_new() const { return first.empty(); }
    /// All that would be saved, in one line: saving asks for what was shown, nothing else.
    [[nodiscard]] std::string sum() const;
};
[[nodiscard]] http::Response day_page(const Context& context, const DayForm& form);

/// Rows pasted from a spreadsheet, and what would follow of them.
struct DayTableForm {
    std::string table{};
    std::string previewed{};
    std::optional<Error> error{};
    std::vector<calendar::SpecialDay> days{};
    std::optional<std::vector<MovedDueDate>> moved{};
};
[[nodiscard]] http::Response day_table_page(const Context& context, const DayTableForm& form);

}  // namespace caicach::organisation
