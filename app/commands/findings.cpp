#include "app/commands/findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "evidence/sums.hpp"
#include "obligation/checks.hpp"
#include "report/checks.hpp"

namespace caicach::app
{
namespace
{

/// A check asks about the newest tables: on older ones it would only stumble.
Result<void> require_newest_schema(System& system)
{
    const auto pending = TRY(system.migrate({.dry_run = true}));
    if (pending.applied.empty()) return {};
    return failure(Failure::conflict, "app.schema_older", {},
                   {std::to_string(pending.applied.size())});
}

/// `caicach check figures`: those that make sums anew, of facts and of what counts for what.
constexpr std::array<std::string_view, 6> of_figures{"evidence.figures",    "obligation.budget",
                                                     "obligation.measured", "obligation.sums",
                                                     "obligation.tally",    "report.values"};

bool is_asked(std::string_view name, std::string_view only)
{
    if (only == "figures") return std::ranges::find(of_figures, name) != of_figures.end();
    return only.empty() || name == only;
}

}  // namespace

Result<std::vector<Finding>> ask_checks(System& system, const std::string& only)
{
    TRY(require_newest_schema(system));
    auto context = system.system_context("caicach check");
    std::vector<Finding> findings;
    for (const auto& module : system.modules()) {
        for (const auto& check : module.checks()) {
            if (!is_asked(check.name, only)) continue;
            auto problems = TRY(check.run(context));
            findings.push_back(
                {std::string{check.name}, std::string{check.text}, std::move(problems)});
        }
    }
    return findings;
}

Result<void> repair_figures(System& system)
{
    TRY(require_newest_schema(system));
    auto context = system.system_context("caicach check");
    auto transaction = TRY(context.begin());
    TRY(evidence::add_up_anew(context, transaction));
    TRY(obligation::add_up_anew(context, transaction));
    TRY(report::take_values_anew(context, transaction));
    return transaction.commit();
}

bool are_right(const std::vector<Finding>& findings)
{
    return std::ranges::all_of(findings,
                               [](const Finding& finding) { return finding.problems.empty(); });
}

json::Value to_json(const std::vector<Finding>& findings)
{
    auto all = json::Value::array();
    for (const auto& finding : findings) {
        auto problems = json::Value::array();
        for (const auto& problem : finding.problems) problems.push(problem);
        all.push(json::Value::object()
                     .set("name", finding.name)
                     .set("ok", finding.problems.empty())
                     .set("problems", std::move(problems)));
    }
    return all;
}

void print(const std::vector<Finding>& findings)
{
    for (const auto& finding : findings) {
        fmt::print("{:4} {:24} {}\n", finding.problems.empty() ? "OK" : "FAIL", finding.name,
                   finding.text);
        for (const auto& problem : finding.problems) fmt::print("       {}\n", problem);
    }
}

}  // namespace caicach::app
