#pragma once
#include <string>
#include <string_view>

#include "attachment/api.hpp"
#include "database/transaction.hpp"
#include "jobs/worker.hpp"
#include "manifest/context.hpp"

namespace caicach::attachment
{

inline constexpr std::string_view scan_job_kind = "attachment.scan";

[[nodiscard]] std::string_view key_of(Scan scan);
[[nodiscard]] Scan scan_from_key(std::string_view key);

/// What the configured scanner says of a file that is being brought. invalid "attachment.infected";
/// unavailable "attachment.scanner_away" unless files are taken in without it (then: waiting).
[[nodiscard]] Result<Scan> scan_upload(const Services& services, const std::string& path,
                                       std::string_view sha256);

/// A content that was taken in unscanned is scanned as soon as the scanner answers again.
[[nodiscard]] Result<void> enqueue_scan(Context& context, database::Transaction& transaction,
                                        std::string_view sha256);
[[nodiscard]] Result<void> run_scan_job(Context& context, jobs::JobContext& job);

/// A sentence where the configured scanner does not answer; empty where all is well.
[[nodiscard]] std::string scanner_problem(const Services& services);

}  // namespace caicach::attachment
