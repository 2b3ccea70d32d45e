#include "attachment/scanning.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "attachment/clamd.hpp"
#include "attachment/content_folder.hpp"
#include "attachment/sql.hpp"
#include "base/log.hpp"

namespace caicach::attachment
{

namespace
{

/// In the order of the enumerators.
constexpr std::array<std::string_view, 4> keys{"none", "clean", "waiting", "infected"};

Clamd scanner_of(const Services& services)
{
    return {services.virus_scanner.address, services.virus_scanner.seconds};
}

/// Written down before anybody could be told that the file is well.
Result<void> note(Context& context, const std::string& sha256, const Verdict& verdict)
{
    auto transaction = TRY(context.begin());
    const auto scan = verdict.is_infected ? Scan::infected : Scan::clean;
    const auto changed = TRY(transaction.change(sql::set_scan, sha256, key_of(scan)));
    if (changed == 0) return {};
    if (verdict.is_infected) {
        const auto detail = fmt::format(R"({{"sha256":"{}"}})", sha256);
        TRY(context.record(transaction, "attachment.blocked", "attachment.content", 0, detail));
    }
    return transaction.commit();
}

void log_infected(std::string_view sha256, const Verdict& verdict)
{
    log::warning("infected file", {{"sha256", sha256}, {"signature", verdict.signature}});
}

}  // namespace

std::string_view key_of(Scan scan) { return keys.at(static_cast<std::size_t>(scan)); }

Scan scan_from_key(std::string_view key)
{
    const auto* found = std::ranges::find(keys, key);
    VERIFY(found != keys.end());
    return static_cast<Scan>(found - keys.begin());
}

Result<Scan> scan_upload(const Services& services, const std::string& path, std::string_view sha256)
{
    if (services.virus_scanner.address.empty()) return Scan::none;
    const auto verdict = scanner_of(services).scan(path);
    if (!verdict) {
        const auto& error = verdict.error();
        if (error.kind != Failure::unavailable || !services.virus_scanner.takes_unscanned)
            return tl::unexpected(error);
        log::warning("file taken in unscanned", {{"sha256", sha256}, {"detail", error.detail}});
        return Scan::waiting;
    }
    if (!verdict->is_infected) return Scan::clean;
    log_infected(sha256, *verdict);
    return failure(Failure::invalid, "attachment.infected", "file", {verdict->signature});
}

Result<void> enqueue_scan(Context& context, database::Transaction& transaction,
                          std::string_view sha256)
{
    TRY(jobs::enqueue(transaction, scan_job_kind, sha256,
                      {.now = context.now(), .key = std::string(sha256)}));
    return {};
}

Result<void> run_scan_job(Context& context, jobs::JobContext& job)
{
    const auto& services = context.services();
    const std::string sha256(job.payload());
    if (!is_sha256(sha256)) return internal_failure("no hash in a job: " + sha256);
    // Whoever takes the scanner out of the configuration waits for nothing any more.
    if (services.virus_scanner.address.empty()) return {};
    const auto path = TRY(open_path(context, sha256));
    const auto verdict = TRY(scanner_of(services).scan(path));
    if (verdict.is_infected) log_infected(sha256, verdict);
    return note(context, sha256, verdict);
}

std::string scanner_problem(const Services& services)
{
    if (services.virus_scanner.address.empty()) return {};
    const auto answered = scanner_of(services).ping();
    if (answered) return {};
    return fmt::format(
        "Trình quét mã độc ở {} không trả lời. Hãy xem dịch vụ clamav-daemon có chạy "
        "không, địa chỉ trong attachment.clamd có đúng không.",
        services.virus_scanner.address);
}

}  // namespace caicach::attachment
