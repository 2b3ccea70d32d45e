#include "outgoing/package/hand_over.hpp"

#include <charconv>
#include <utility>

#include "jobs/jobs.hpp"
#include "outgoing/document/document_store.hpp"
#include "outgoing/limits.hpp"
#include "outgoing/package/file_drop.hpp"
#include "outgoing/package/package.hpp"
#include "outgoing/sql.hpp"

namespace caicach::outgoing
{
namespace
{

HandOver hand_over_from(const database::Row& row)
{
    const auto state = row.text("state");
    return {.state = state == "handed"   ? HandOverState::handed
                     : state == "failed" ? HandOverState::failed
                                         : HandOverState::waiting,
            .attempts = row.integer("attempts"),
            .error = row.string("error"),
            .sha256 = row.string("sha256"),
            .handed_at = row.maybe_instant("handed_at")};
}

/// Packages are made of it outside any transaction: pages take their time.
Result<PackageContent> content_of(Context& context, DocumentId id, int volume)
{
    auto transaction = TRY(context.read());
    const auto document = TRY(DocumentStore{transaction}.find(id));
    return package_content_of(context, transaction, document, volume);
}

Result<Package> handed(Context& context, DocumentId id)
{
    const auto folder = exchange_folder(context.services().data_folder);
    if (!folder) return failure(Failure::unavailable, "outgoing.exchange.gone");
    const auto first = TRY(content_of(context, id, 1));
    // Further volumes come first: whoever sees the package itself finds all of it.
    for (int volume = first.volumes; volume > 1; --volume) {
        const auto content = TRY(content_of(context, id, volume));
        const auto package = TRY(package_of(content));
        TRY(drop(*folder, package));
    }
    auto package = TRY(package_of(first));
    TRY(drop(*folder, package));
    return package;
}

}  // namespace

Result<std::optional<HandOver>> hand_over_of(database::Transaction& transaction,
                                             DocumentId document)
{
    return transaction.maybe_one(sql::package_of_document, hand_over_from, document);
}

Result<void> queue_hand_over(Context& context, database::Transaction& transaction,
                             const Document& document)
{
    if (!exchange_folder(context.services().data_folder)) return {};
    const auto queued = TRY(transaction.change(sql::queue_package, document.id, context.now()));
    if (queued == 0) return {};
    const auto payload = std::to_string(document.id.value);
    TRY(jobs::enqueue(transaction, hand_over_job_kind, payload,
                      {.now = context.now(), .key = payload}));
    const auto& services = context.services();
    transaction.after_commit([&services] {
        if (services.wake_worker) services.wake_worker();
    });
    return {};
}

Result<void> run_hand_over(Context& context, jobs::JobContext& job)
{
    const auto payload = job.payload();
    DocumentId id;
    std::from_chars(payload.data(), payload.data() + payload.size(), id.value);
    auto package = handed(context, id);
    auto transaction = TRY(context.begin());
    if (package) {
        TRY(transaction.change(sql::package_handed, id, package->sha256, context.now()));
        return transaction.commit();
    }
    TRY(transaction.change(sql::package_failed, id, context.message(package.error())));
    TRY(transaction.commit());
    return tl::unexpected<Error>(std::move(package).error());
}

Result<std::int64_t> failed_hand_overs(database::Transaction& transaction)
{
    return transaction.one(sql::failed_packages,
                           [](const database::Row& row) { return row.integer("failed"); });
}

Result<std::vector<std::string>> check_hand_overs(Context& context)
{
    constexpr std::int64_t day_seconds = 24L * 3600;
    auto transaction = TRY(context.read());
    return transaction.all(
        sql::open_packages,
        [](const database::Row& row) {
            return "Gói của văn bản " + row.string("code") + " (" + row.string("subject") +
                   ") chưa chuyển được. " + row.string("error");
        },
        context.now() + -day_seconds, limits::problems_shown);
}

}  // namespace caicach::outgoing
