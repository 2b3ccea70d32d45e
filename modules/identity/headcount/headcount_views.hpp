#pragma once
#include <string>
#include <vector>

#include "http/form.hpp"
#include "http/response.hpp"
#include "identity/headcount/headcount.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

[[nodiscard]] inline std::string headcount_path() { return "/so-nguoi-lam-viec"; }
[[nodiscard]] inline std::string headcount_table_path() { return "/so-nguoi-lam-viec/bang"; }
[[nodiscard]] inline std::string headcount_file_path() { return "/so-nguoi-lam-viec/tep.csv"; }

/// Which agencies the numbers of an old day stand by.
enum class Reckoning { as_then, as_now };

struct HeadcountRow {
    organisation::AgencySummary agency{};
    AgencyHeadcount headcount{};
};
struct HeadcountPage {
    Date day{};
    Reckoning reckoning{};
    std::vector<HeadcountRow> rows{};  ///< of the agencies that the actor has in reach
    AgencyHeadcount sum{};
    std::vector<organisation::AgencySummary> agencies{};  ///< that may be chosen in the form
    http::Form form{};
};
[[nodiscard]] http::Response headcount_page(const Context& context, const HeadcountPage& page);

}  // namespace caicach::identity
