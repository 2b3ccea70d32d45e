#include "evidence/capture.hpp"

#include "database/transaction.hpp"
#include "evidence/limits.hpp"
#include "evidence/sql.hpp"
#include "http/temporary_file.hpp"

namespace caicach::evidence
{
namespace
{

constexpr int served = 200;

/// Only bytes that this program made come in by it; they go out as a download.
const attachment::AttachmentUse& page_use()
{
    static const attachment::AttachmentUse use{.key = "evidence.page",
                                               .kinds = {attachment::FileKind::web_page},
                                               .bytes_max = limits::page_bytes_max};
    return use;
}

/// "/ke-hoach/cchc-2026" of "https://cchc.songlam.gov.vn/ke-hoach/cchc-2026#muc-2"; empty where the
/// link leads elsewhere, or nobody said where our pages are.
std::string_view own_target(std::string_view site, std::string_view link)
{
    if (site.empty() || !link.starts_with(site)) return {};
    const auto target = link.substr(site.size());
    if (target.empty()) return "/";
    if (target.front() != '/') return {};
    return target.substr(0, target.find('#'));
}

Result<std::string> own_page(Context& context, std::string_view target)
{
    int status = 0;
    std::string page;
    auto transaction = TRY(context.read());
    TRY(context.publish(transaction,
                        OwnPageAsked{.target = target, .status = status, .page = page}));
    if (status == served) return page;
    return failure(Failure::invalid, "evidence.capture.not_public", "link");
}

}  // namespace

Result<std::optional<KeptPage>> keep_own_page(Context& context, std::string_view link)
{
    const auto target = own_target(context.services().site, link);
    if (target.empty()) return std::optional<KeptPage>{};
    const auto page = TRY(own_page(context, target));
    auto file = TRY(http::TemporaryFile::create(context.services().data_folder + "/tmp"));
    TRY(file.append(page));
    KeptPage kept{.taken_at = context.now()};
    kept.file =
        TRY(attachment::keep(context, {.path = file.path(), .name = "trang.html"}, page_use()));
    return std::optional{std::move(kept)};
}

Result<void> add_capture(Context& context, database::Transaction& transaction, FactId fact,
                         const KeptPage& kept)
{
    const auto file = TRY(attachment::add(context, transaction, kept.file, fact.value));
    return transaction.change_one(sql::insert_capture, fact, file.id, kept.taken_at);
}

Result<void> pass_on_capture(database::Transaction& transaction, FactId from, FactId to)
{
    const auto capture = TRY(capture_of(transaction, from));
    if (!capture) return {};
    return transaction.change_one(sql::insert_capture, to, capture->file, capture->taken_at);
}

Result<std::optional<Capture>> capture_of(database::Transaction& transaction, FactId fact)
{
    const auto capture = [](const database::Row& row) {
        return Capture{.file = row.id<attachment::AttachmentId>("attachment_id"),
                       .taken_at = row.instant("taken_at")};
    };
    return transaction.maybe_one(sql::capture_of_fact, capture, fact);
}

}  // namespace caicach::evidence
