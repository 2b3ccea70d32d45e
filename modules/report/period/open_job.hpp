#pragma once
#include <string_view>

#include "jobs/worker.hpp"
#include "manifest/module.hpp"

/// Opens periods on their first day, and keeps those that are open as directory, forms and calendar
/// have them.
namespace caicach::report
{

inline constexpr std::string_view open_job = "report.open";

/// Opens what is to be open today, renews what is open, and sees to it that it runs tomorrow.
[[nodiscard]] Result<void> run_open_job(Context& context, jobs::JobContext& job);

/// Soon, behind the commit of the transaction.
[[nodiscard]] Result<void> open_soon(Context& context, database::Transaction& transaction);

void add_open_job(Module& module);

}  // namespace caicach::report
