#include "attachment/module.hpp"

#include "attachment/api.hpp"
#include "attachment/check.hpp"
#include "attachment/download_handlers.hpp"
#include "attachment/messages.hpp"
#include "attachment/migrations.hpp"
#include "attachment/permissions.hpp"
#include "attachment/scanning.hpp"
#include "attachment/store_handlers.hpp"
#include "attachment/walk.hpp"

namespace caicach::attachment
{

namespace
{

Result<std::optional<AuditedPage>> page_of(database::Transaction& transaction, std::int64_t object,
                                           Date /*today*/)
{
    const auto attachment = TRY(find(transaction, AttachmentId{object}));
    return AuditedPage{.title = attachment.name, .path = "/tep/" + attachment.code};
}

}  // namespace

Module module()
{
    Module module("attachment");
    for (const auto& migration : migrations::all) module.migration(migration.name, migration.text);
    for (const auto& catalogue : messages::all) module.messages(catalogue.text);
    module.get("/tep/{code}", http::Access::signed_in, download);
    module.permission(oversee_store);
    module.get("/kho-tep", http::Access::holder_of(oversee_store.key), show_store);
    module.menu({.text = "Kho tệp", .path = "/kho-tep", .order = 96, .permission = &oversee_store});
    // A scanner that is away for a day is made up for; after that a dead job shows in /healthz.
    module.job(scan_job_kind, {.attempts_max = 40, .retry_seconds = 60, .retry_seconds_max = 3600},
               run_scan_job);
    module.job(walk_job_kind, {}, run_walk_job);
    module.check({.name = "attachment.files",
                  .text = "Tệp đính kèm đủ và còn nguyên vẹn",
                  .run = check_files});
    module.check(
        {.name = "attachment.scanner", .text = "Trình quét mã độc trả lời", .run = check_scanner});
    module.audits({"attachment.added", "đưa tệp lên"});
    module.audits({"attachment.removed", "bỏ tệp của bản nháp"});
    module.audits({"attachment.blocked", "chặn tệp có mã độc"});
    module.audits({"attachment.orphan.removed", "xóa tệp không thuộc hồ sơ nào"});
    module.audits_about({"attachment", "tệp", page_of});
    module.audits_about({"attachment.content", "nội dung tệp", {}});
    return module;
}

}  // namespace caicach::attachment
