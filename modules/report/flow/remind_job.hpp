#pragma once
#include "jobs/worker.hpp"
#include "manifest/module.hpp"

/// Agencies are reminded of reports that they owe, each morning on which offices work.
namespace caicach::report
{

inline constexpr std::string_view remind_job = "report.remind";

/// Reminds by the rules of today, and sees to it that it runs tomorrow. Each report is told once by
/// a rule, in one transaction with what remembers it: ended half way, it goes on where it was.
[[nodiscard]] Result<void> run_remind_job(Context& context, jobs::JobContext& job);

/// In the caller's transaction; the run does nothing on days off.
[[nodiscard]] Result<void> remind_soon(Context& context, database::Transaction& transaction);

void add_remind_job(Module& module);

}  // namespace caicach::report
