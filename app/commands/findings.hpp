#pragma once
#include <string>
#include <vector>

#include "app/system.hpp"
#include "json/value.hpp"

namespace caicach::app
{

/// One line of `check` or `doctor`.
struct Finding {
    std::string name{};
    std::string text{};
    std::vector<std::string> problems{};
};

/// What the modules' checks find, or only the one of that name; conflict "app.schema_older" where
/// migrations are to come.
[[nodiscard]] Result<std::vector<Finding>> ask_checks(System& system, const std::string& only = {});

/// Makes the sums that `check figures` asks about anew, in one transaction: those of facts from the
/// ledger, those of obligations from what counts for them. Audited, once for each of both.
[[nodiscard]] Result<void> repair_figures(System& system);

[[nodiscard]] bool are_right(const std::vector<Finding>& findings);
[[nodiscard]] json::Value to_json(const std::vector<Finding>& findings);
void print(const std::vector<Finding>& findings);

}  // namespace caicach::app
